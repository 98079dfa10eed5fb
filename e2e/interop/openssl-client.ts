/** `openssl s_client` at our server. */
import { setTimeout } from 'node:timers/promises';
import {
  clientAuthOf,
  expect,
  expectEqual,
  groups,
  matrix,
  sendsCertificate,
  suites,
  type Case,
  type Cell,
  type Context,
} from './cases.ts';
import { expectGood, expectTrace } from './check.ts';
import { hostName, type Identity } from './material.ts';
import { faultOf, ourServer, pong, type OurServer, type ServerOptions } from './ours.ts';
import type { PeerProcess } from './process.ts';

const peer = 'openssl s_client';

interface Run {
  readonly server: OurServer;
  readonly client: PeerProcess;
}

async function start(
  context: Context,
  options: ServerOptions,
  args: readonly string[],
  trust = true,
): Promise<Run> {
  const server = await ourServer(context, options);
  context.finally(() => server.stop());
  const root = context.material.rootFile[options.cert ?? 'ecdsa'];
  const client = context.start('openssl', [
    ['s_client', '-connect', `127.0.0.1:${server.port}`, '-servername', hostName],
    ['-verify_return_error', '-verify_hostname', hostName],
    ...(trust ? ['-CAfile', root] : ['-CAfile', context.material.strangerRootFile]),
    ...args,
  ]);
  return { server, client };
}

const withIdentity = ({ chainFile, keyFile }: Identity): string[] => ['-cert', chainFile, '-key', keyFile];

/** A line there, a line back, then our close_notify; theirs must follow. */
async function exchange({ client, server }: Run): Promise<void> {
  client.write('ping 1\n');
  await client.says(/^pong 1$/m);
  client.write('bye\n');
  await server.ended;
  await client.exited;
}

export function opensslClientCases(): Case[] {
  return [...matrix().map(good), ...retries(), ...recordLayer(), ...keyUpdates(), ...failures()];
}

function good(cell: Cell): Case {
  return {
    peer,
    name: cell.name,
    run: async (context) => {
      const identity = sendsCertificate(cell.auth)
        ? withIdentity(context.material.client[cell.clientCert])
        : [];
      const args = [
        '-brief',
        '-ciphersuites',
        cell.suite.openssl,
        // CCM_8 counts as too short for the default level.
        ...(cell.suite.code === 0x1305 ? ['-cipher', 'DEFAULT@SECLEVEL=0'] : []),
        '-groups',
        cell.group.openssl,
        ...identity,
      ];
      const run = await start(context, { cert: cell.cert, clientAuth: clientAuthOf[cell.auth] }, args);
      await exchange(run);
      expectGood(await run.server.ended, cell);
      expect(
        run.client.output.includes(`Ciphersuite: ${cell.suite.openssl}`),
        's_client names another suite',
      );
      expect(run.client.output.includes('Verification: OK'), 's_client did not verify the chain');
      expect(
        run.client.output.includes(`Verified peername: ${hostName}`),
        's_client did not verify the name',
      );
    },
  };
}

const plain = matrix().find((cell) => cell.auth === 'no client certificate');
function cellOf(changes: Partial<Cell> = {}): Cell {
  if (plain === undefined) throw new Error('unreachable: the matrix has one without client certificate');
  return { ...plain, ...changes };
}

function retries(): Case[] {
  // The client's first group gets the only share; our server wants another one.
  return groups.map((group, i): Case => {
    const first = groups[(i + 1) % groups.length];
    return {
      peer,
      name: `HelloRetryRequest from ${first?.openssl ?? ''} to ${group.openssl}`,
      run: async (context) => {
        const cell = cellOf({ group });
        const args = [
          '-brief',
          '-ciphersuites',
          cell.suite.openssl,
          '-groups',
          `${first?.openssl ?? ''}:${group.openssl}`,
        ];
        const run = await start(context, { groups: [group.code], cookie: i % 2 === 1 }, args);
        await exchange(run);
        expectGood(await run.server.ended, cell, { retry: true });
      },
    };
  });
}

function recordLayer(): Case[] {
  const cases: readonly (readonly [name: string, args: string[], options: ServerOptions])[] = [
    ['their records at most 512 bytes', ['-max_send_frag', '512'], {}],
    ['their data split into records of 512 bytes', ['-split_send_frag', '512', '-max_pipelines', '1'], {}],
    ['their records padded to 1024 bytes', ['-record_padding', '1024'], {}],
    ['our records padded by 700 bytes', [], { padding: 700 }],
    ['our messages in records of 64 bytes', [], { fragment: 64 }],
    ['without middlebox compatibility', ['-no_middlebox'], {}],
    ['their hello with every group they know', ['-groups', 'X448:X25519:P-256:P-384:P-521:ffdhe2048'], {}],
    ['a cookie for everyone', [], { cookie: true }],
  ];
  return cases.map(([name, args, options]) => ({
    peer,
    name,
    run: async (context) => {
      const run = await start(context, { clientAuth: 'require', ...options }, [
        '-brief',
        ...withIdentity(context.material.client.rsa),
        ...args,
      ]);
      const long = 'x'.repeat(6000);
      run.client.write(`ping ${long}\n`);
      await run.client.says(new RegExp(`^pong ${long}$`, 'm'));
      run.client.write('bye\n');
      const ended = await run.server.ended;
      await run.client.exited;
      expectEqual(ended.end.kind, 'closed', 'end');
      expectTrace(ended);
    },
  }));
}

function keyUpdates(): Case[] {
  const count = ({ server }: Run, direction: 'sent' | 'received'): number =>
    server.events.filter(
      (event) => event.type === 'message' && event.message === 'KeyUpdate' && event.direction === direction,
    ).length;
  return [
    {
      peer,
      name: 'their KeyUpdate, theirs with an answer asked, data after each',
      run: async (context) => {
        const run = await start(context, {}, []);
        for (const [i, command] of ['k', 'K', 'K'].entries()) {
          run.client.write(`${command}\n`);
          // It reads a line at a time: what follows the command too soon belongs to it.
          while (count(run, 'received') <= i) await setTimeout(10);
          run.client.write(`ping ${i}\n`);
          await run.client.says(new RegExp(`^pong ${i}$`, 'm'));
        }
        run.client.write('bye\n');
        const ended = await run.server.ended;
        expectEqual([count(run, 'received'), count(run, 'sent')], [3, 2], 'KeyUpdates received and sent');
        expectEqual(ended.end.kind, 'closed', 'end');
        expectTrace(ended);
      },
    },
    {
      peer,
      name: 'our KeyUpdate, asking for theirs, data after each',
      run: async (context) => {
        const handlers: ServerOptions['handlers'] = () => {
          const inner = pong();
          let asked = false;
          return {
            onData: async (data, connection) => {
              await connection.updateKeys(!asked);
              asked = true;
              await inner.onData?.(data, connection);
            },
          };
        };
        const run = await start(context, { handlers }, ['-brief']);
        for (const i of [1, 2, 3]) {
          run.client.write(`ping ${i}\n`);
          await run.client.says(new RegExp(`^pong ${i}$`, 'm'));
        }
        run.client.write('bye\n');
        const ended = await run.server.ended;
        expectEqual([count(run, 'sent'), count(run, 'received')], [4, 1], 'KeyUpdates sent and received');
        expectEqual(ended.end.kind, 'closed', 'end');
      },
    },
  ];
}

interface Failure {
  readonly name: string;
  readonly server?: ServerOptions;
  readonly args?: (context: Context) => string[];
  readonly trust?: boolean;
  /** What our side calls it. */
  readonly code: string;
  /** Ours to them: what s_client prints about it. */
  readonly printed?: RegExp;
}

function failures(): Case[] {
  const list: readonly Failure[] = [
    { name: 'they do not trust our root', trust: false, code: 'received-unknown_ca' },
    { name: 'our certificate has expired', server: { expired: true }, code: 'received-certificate_expired' },
    {
      name: 'our certificate is for another name',
      args: () => ['-verify_hostname', 'bank.example'],
      code: 'received-bad_certificate',
    },
    {
      name: 'no common cipher suite',
      server: { suites: [0x1303] },
      args: () => ['-ciphersuites', suites[0]?.openssl ?? ''],
      code: 'no-common-cipher-suite',
      printed: /SSL alert number 40/,
    },
    {
      name: 'no common group',
      server: { groups: [0x0018] },
      args: () => ['-groups', 'X25519'],
      code: 'no-common-group',
      printed: /SSL alert number 40/,
    },
    {
      name: 'they speak TLS 1.2 only',
      args: () => ['-tls1_2'],
      code: 'no-common-version',
      printed: /SSL alert number 70/,
    },
    {
      name: 'they sign with nothing our key can do',
      args: () => ['-sigalgs', 'rsa_pss_rsae_sha256'],
      code: 'no-common-signature-scheme',
      printed: /SSL alert number 40/,
    },
    {
      name: 'no common application protocol',
      args: () => ['-alpn', 'gopher'],
      code: 'no-common-protocol',
      printed: /SSL alert number 120/,
    },
    {
      name: 'certificate required, none sent',
      server: { clientAuth: 'require' },
      code: 'certificate-required',
      printed: /SSL alert number 116/,
    },
    {
      name: 'their certificate is from a stranger',
      server: { clientAuth: 'require' },
      args: ({ material }) => withIdentity(material.strangerClient),
      code: 'issuer-not-found',
      printed: /SSL alert number 48/,
    },
    {
      name: 'their certificate is one for servers',
      server: { clientAuth: 'request' },
      args: ({ material }) => withIdentity(material.serverIdentity.ecdsa),
      code: 'wrong-purpose',
      printed: /SSL alert number 43/,
    },
  ];
  return list.map(({ name, server = {}, args, trust, code, printed }) => ({
    peer,
    name: `fails: ${name}`,
    run: async (context) => {
      const run = await start(context, server, args?.(context) ?? [], trust);
      const ended = await run.server.ended;
      expectEqual(faultOf(ended).code, code, 'fault at our side');
      expectTrace(ended);
      if (printed !== undefined) await run.client.says(printed);
      expect((await run.client.exited) !== 0, 's_client is content');
    },
  }));
}
