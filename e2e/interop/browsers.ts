/** curl and Chromium at our server, as it answers over HTTP. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../../scripts/lib/chromium.mjs';
import { listen, type Ended } from '../../scripts/bridge/listen.ts';
import { allGroups, tls13Suites } from '../../scripts/bridge/names.ts';
import type { ListenOptions } from '../../scripts/bridge/options.ts';
import { expect, expectEqual, type Case, type Context } from './cases.ts';
import { expectTrace } from './check.ts';
import { hostName, keyTypes, type KeyType } from './material.ts';
import { certificate } from './ours.ts';

export function browserCases(): Case[] {
  return [...curlCases(), ...chromiumCases()];
}

interface Served {
  readonly port: number;
  /** Of every connection so far; a browser makes as many as it likes. */
  readonly ended: readonly Ended[];
}

async function serve(
  context: Context,
  changes: Partial<Omit<ListenOptions, 'cert'>> & { readonly cert: KeyType },
): Promise<Served> {
  const listening = await listen(
    {
      command: 'listen',
      versions: [0x0304],
      extendedMainSecret: true,
      encryptThenMac: true,
      suites: tls13Suites,
      groups: allGroups,
      alpn: ['http/1.1'],
      padding: 0,
      timeout: 10_000,
      host: '127.0.0.1',
      port: 0,
      names: [hostName],
      clientAuth: 'none',
      once: false,
      cookie: false,
      pskModes: [1],
      tickets: 2,
      earlyData: 'off',
      askLate: false,
      ...changes,
    },
    { provider: context.provider, clock: () => context.clock, log: () => undefined },
    {
      material: context.material.server[changes.cert],
      config: {
        clientTrust: {
          store: [certificate(context.material.clientRoot)],
          cached: [],
          at: context.clock,
          purpose: 'clientAuth',
        },
        certificateAuthorities: [],
      },
    },
  );
  context.finally(() => listening.stop());
  return { port: listening.port, ended: listening.ended };
}

function curl(context: Context, port: number, root: string, args: readonly string[] = []) {
  const target = ['--resolve', `${hostName}:${port}:127.0.0.1`, '--cacert', root];
  return context.start('curl', [
    '--silent',
    '--show-error',
    '--noproxy',
    '*',
    '--max-time',
    '10',
    ...target,
    ...args,
    `https://${hostName}:${port}/`,
  ]);
}

function curlCases(): Case[] {
  const good = keyTypes.map((cert): Case => ({
    peer: 'curl',
    name: `${cert} certificate`,
    run: async (context) => {
      const { port, ended } = await serve(context, { cert });
      const process = curl(context, port, context.material.rootFile[cert]);
      expectEqual(await process.exited, 0, 'exit code');
      expect(process.output.includes('You are connected with TLS 1.3'), 'another page');
      const [first] = await settled(ended);
      expectEqual(first.end.kind, 'closed', 'end');
      expectEqual(first.trace.negotiated.alpn, 'http/1.1', 'ALPN');
      expectTrace(first);
    },
  }));
  return [
    ...good,
    {
      peer: 'curl',
      name: 'client certificate required and sent',
      run: async (context) => {
        const { port, ended } = await serve(context, { cert: 'ecdsa', clientAuth: 'require' });
        const { chainFile, keyFile } = context.material.client.ecdsa;
        const process = curl(context, port, context.material.rootFile.ecdsa, [
          '--cert',
          chainFile,
          '--key',
          keyFile,
        ]);
        expectEqual(await process.exited, 0, 'exit code');
        const [first] = await settled(ended);
        expectEqual(first.trace.negotiated.clientSignatureScheme, 0x0403, 'client signature');
      },
    },
    {
      peer: 'curl',
      name: 'fails: client certificate required, none sent',
      run: async (context) => {
        const { port, ended } = await serve(context, { cert: 'ecdsa', clientAuth: 'require' });
        const process = curl(context, port, context.material.rootFile.ecdsa);
        expect((await process.exited) !== 0, 'curl is content');
        expect(process.output.includes('certificate required'), 'curl does not name the alert');
        const [first] = await settled(ended);
        expect(
          first.end.kind === 'failed' && first.end.error.code === 'certificate-required',
          'our side is content',
        );
      },
    },
    {
      peer: 'curl',
      name: 'fails: root not trusted',
      run: async (context) => {
        const { port, ended } = await serve(context, { cert: 'ecdsa' });
        const process = curl(context, port, context.material.strangerRootFile);
        expectEqual(await process.exited, 60, 'exit code');
        const [first] = await settled(ended);
        expect(
          first.end.kind === 'failed' && first.end.error.code === 'received-unknown_ca',
          `our side ended with ${JSON.stringify(first.end)}`,
        );
      },
    },
    {
      peer: 'curl',
      name: 'fails: plain HTTP to our port',
      run: async (context) => {
        const { port, ended } = await serve(context, { cert: 'ecdsa' });
        const process = context.start('curl', [
          '--silent',
          '--noproxy',
          '*',
          '--max-time',
          '10',
          `http://127.0.0.1:${port}/`,
        ]);
        expect((await process.exited) !== 0, 'curl is content');
        const [first] = await settled(ended);
        expect(first.end.kind === 'failed' && first.end.error.code === 'not-tls', 'another fault');
        expectTrace(first);
      },
    },
  ];
}

function chromiumCases(): Case[] {
  const good: readonly (readonly [
    name: string,
    cert: KeyType,
    changes: Partial<Omit<ListenOptions, 'cert'>>,
    group: number,
  ])[] = [
    ['X25519MLKEM768, demo root trusted, ecdsa certificate', 'ecdsa', {}, 0x11ec],
    ['X25519MLKEM768, demo root trusted, rsa certificate', 'rsa', {}, 0x11ec],
    ['HelloRetryRequest to P-384', 'ecdsa', { groups: [0x0018] }, 0x0018],
  ];
  return [
    ...good.map(([name, cert, changes, group]): Case => ({
      peer: 'chromium',
      name,
      run: async (context) => {
        const { port, ended } = await serve(context, { cert, ...changes });
        const page = await visit(context, port, context.material.rootFile[cert]);
        expect(page.includes('You are connected with TLS 1.3'), `another page: ${page.slice(0, 300)}`);
        const done = (await settled(ended)).find((one) =>
          one.trace.steps.some((step) => step.id === 'application_data_2'),
        );
        expect(done !== undefined, 'no connection carried the page');
        expectEqual(done.trace.negotiated.group, group, 'group');
        expectEqual(done.trace.negotiated.helloRetryRequest, group !== 0x11ec, 'HelloRetryRequest');
        expectEqual(done.trace.outcome.kind, 'completed', 'outcome');
        const grease =
          done.trace.steps[0]?.kind === 'message' && done.trace.steps[0].message === 'ClientHello';
        expect(grease, 'the trace does not begin with a ClientHello');
        expectTrace(done);
      },
    })),
    {
      peer: 'chromium',
      name: 'fails: root not trusted',
      run: async (context) => {
        const { port, ended } = await serve(context, { cert: 'ecdsa' });
        const page = await visit(context, port, context.material.strangerRootFile);
        expect(!page.includes('You are connected'), 'Chromium shows the page');
        const alerts = (await settled(ended)).map(({ end }) =>
          end.kind === 'failed' ? end.error.code : end.kind,
        );
        expect(
          alerts.some((code) => /^received-(certificate_unknown|unknown_ca|bad_certificate)$/.test(code)),
          `we saw ${alerts.join(', ')}`,
        );
      },
    },
  ];
}

/** The text of the page, in a profile of its own that trusts `root`. */
async function visit(context: Context, port: number, root: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'handshake-lab-chromium-'));
  context.finally(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  const database = join(home, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  for (const args of [
    ['-N', '--empty-password'],
    ['-A', '-t', 'C,,', '-n', 'interop', '-i', root],
  ]) {
    expectEqual(
      await context.start('certutil', ['-d', `sql:${database}`, ...args]).exited,
      0,
      `exit code of certutil ${args[0] ?? ''}`,
    );
  }
  const chromium = await findChromium();
  if (chromium === undefined) throw new Error('Chromium is gone');
  const browser = context.start(
    chromium,
    [
      ['--headless=new', ...chromiumFlags, `--user-data-dir=${join(home, 'profile')}`, '--no-proxy-server'],
      [`--host-resolver-rules=MAP ${hostName} 127.0.0.1`, '--dump-dom', `https://${hostName}:${port}/`],
    ],
    { HOME: home },
  );
  await browser.exited;
  return browser.output;
}

/** A browser's spare connections end when it does; ours are told a moment later. */
async function settled(ended: readonly Ended[]): Promise<readonly [Ended, ...Ended[]]> {
  for (let i = 0; i < 50; i++) {
    const [first, ...more] = ended;
    if (first !== undefined) return [first, ...more];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no connection has ended');
}
