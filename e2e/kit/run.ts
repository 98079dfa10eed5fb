/**
 * `npm run test:kit [-- --json FILE] [--only TEXT]`: the reproduction kit of every scenario, unpacked and run
 * against the real openssl, curl and nginx. What they say must be what the kit's README predicts.
 * The report is `{ tool: { tried, passed, failed: [...], skipped?: why } }`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../../scripts/lib/free-port.ts';
import { createNodeProvider } from '../../scripts/lib/node-provider.ts';
import { issueDemoPki } from '../../src/authority/issue.ts';
import { KeyRing } from '../../src/authority/key-ring.ts';
import type { Bytes } from '../../src/crypto/port.ts';
import { writeZip } from '../../src/interchange/zip.ts';
import { askClients } from '../../src/lab/clients/ask.ts';
import { run } from '../../src/lab/run.ts';
import { presets } from '../../src/lab/presets.ts';
import type { Scenario } from '../../src/lab/scenario.ts';
import { suiteScenario } from '../../src/lab/suite-scenario.ts';
import { kitWords } from '../../src/lesson/kit.ts';
import { scenarios } from '../../src/lesson/testing/runs.ts';
import { allSuites } from '../../src/tls/registry/suite-names.ts';
import { clientTable } from '../../src/view/clients.ts';
import { kitFacts, kitFiles, kitFolder, type KitFacts, type Prediction } from '../../src/view/kit.ts';
import { noKit, opensslKnows } from '../../src/view/no-kit.ts';
import { versionOf } from '../interop/process.ts';

const tools = ['openssl', 'curl', 'curl to nginx', 'openssl to nginx'] as const;
type Tool = (typeof tools)[number];

interface Result {
  tried: number;
  passed: number;
  failed: string[];
  skipped?: string;
}

interface Said {
  readonly code: number | null;
  readonly text: string;
  /** What the server had printed by then. */
  readonly server?: string;
}

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const report = Object.fromEntries(
  tools.map((tool): [Tool, Result] => [tool, { tried: 0, passed: 0, failed: [] }]),
) as Record<Tool, Result>;
const openssl = versionOf('openssl', ['version']);
const hasOpenssl = openssl?.startsWith('OpenSSL 3') === true;
const curl = versionOf('curl', ['--version']);
// nginx prints its version on standard error.
const hasNginx = (await say('sh', ['-c', 'nginx -v'])).code === 0;
if (!hasOpenssl) for (const tool of tools) report[tool].skipped = `${openssl ?? 'openssl'} is not OpenSSL 3`;
if (curl === undefined || !curl.includes('OpenSSL/3')) {
  report.curl.skipped = 'curl with OpenSSL 3 is not installed';
  report['curl to nginx'].skipped = 'curl with OpenSSL 3 is not installed';
}
if (!hasNginx)
  for (const tool of ['curl to nginx', 'openssl to nginx'] as const)
    report[tool].skipped = 'nginx is not installed';
console.log([openssl, curl].filter((one) => one !== undefined).join('\n'));

if (hasOpenssl) await runAllKits();
for (const [tool, { skipped }] of Object.entries(report))
  if (skipped !== undefined) console.log(`\n!! ${tool} SKIPPED: ${skipped}`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2));
const results = Object.values(report);
const tried = results.reduce((sum, result) => sum + result.tried, 0);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
console.log(`\nkit: ${passed} of ${tried}`);
process.exit(passed === tried ? 0 : 1);

async function runAllKits(): Promise<void> {
  const provider = await createNodeProvider();
  const ring = new KeyRing({ provider, subtle: globalThis.crypto.subtle });
  const queue = [...Object.entries(scenarios), ...suiteFamilies(), tooOld(), ...sharedKeys()].filter(
    ([name]) => name.includes(values.only ?? ''),
  );
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, scenario] = next;
      const trace = await run(scenario, {
        provider,
        now: () => performance.now(),
        wallClock: () => Date.now(),
        issue: (request, clock) => issueDemoPki(ring, { ...request, clock }),
      });
      const without = noKit(trace);
      if (without !== undefined) {
        console.log(`· ${name}: no kit, ${without}`);
        continue;
      }
      const { server, browser } = scenario;
      const pki = await issueDemoPki(ring, { server, browser, clock: trace.clock });
      const survey = await askClients(trace, {
        verify: async (algorithm, publicKey, tbs, signature) =>
          (await provider.verify(algorithm, publicKey, tbs, signature)).value,
        digest: async (hash, data) => (await provider.digest(hash, data)).value,
      });
      const table = clientTable(trace, survey);
      const zip = writeZip(kitFiles({ trace, pki, table, title: name }, kitWords.en), Date.now());
      const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-kit-'));
      unpack(zip, folder);
      try {
        await runKit(name, join(folder, kitFolder), kitFacts(trace, pki, table, name));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  };
  await Promise.all([work(), work()]);
}

/** A client that has nothing newer than TLS 1.2 reads the old version itself. */
function tooOld(): readonly [string, Scenario] {
  const { browser, ...rest } = presets['legacy-server'];
  return ['TLS 1.2 only, TLS 1.0 only', { ...rest, browser: { ...browser, versions: [0x0303] } }];
}

/** Sessions and external PSKs beside those of the presets. */
function sharedKeys(): readonly (readonly [string, Scenario])[] {
  const { 'early-data': early, 'external-psk': external, 'tls12-resumption': old } = presets;
  const suite = suiteScenario(0x00a8) ?? old;
  const wrong = { identity: 'till-07', key: '00' };
  return [
    ['session id of TLS 1.2', { ...old, resume: 'session-id', server: { ...old.server, tickets: 0 } }],
    ['early data without replay protection', { ...early, server: { ...early.server, antiReplay: 'off' } }],
    [
      'external PSK that the server does not know',
      { ...external, browser: { ...external.browser, psk: { identity: 'nobody', key: '0011' } } },
    ],
    ['PSK suite with a wrong key', { ...suite, browser: { ...suite.browser, psk: wrong } }],
    [
      'PSK suite with another name',
      { ...suite, browser: { ...suite.browser, psk: { ...wrong, identity: 'x' } } },
    ],
  ];
}

/** TLS 1.2: each key exchange with each family of ciphers that OpenSSL has. */
function suiteFamilies(): readonly (readonly [string, Scenario])[] {
  const families = new Map<string, readonly [string, Scenario]>();
  for (const [code, name] of allSuites()) {
    const scenario = opensslKnows(code, 0x0303) ? suiteScenario(code) : undefined;
    const family = name.replace(/_(128|256)_/, '_').replace(/_SHA(256|384)?$|_8$/, '');
    if (scenario !== undefined && !families.has(family)) families.set(family, [name, scenario]);
  }
  return [...families.values()];
}

async function runKit(name: string, folder: string, facts: Omit<KitFacts, 'files'>): Promise<void> {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  if (!readme.includes('## What you will see')) throw new Error(`${name}: a README without a prediction`);
  await withServer(folder, 'server-openssl.sh', async (port, output) => {
    await check('openssl', name, facts.openssl, async () => {
      const said = await script(folder, 'client-openssl.sh', port);
      return { ...said, server: output() };
    });
    if (report.curl.skipped === undefined)
      await check('curl', name, facts.curl, () => script(folder, 'client-curl.sh', port));
  });
  // nginx refuses client certificates in HTTP, behind the handshake; of external PSKs it knows nothing.
  if (report['openssl to nginx'].skipped !== undefined || facts.clientAuth === 'require' || facts.psk) return;
  await withServer(folder, 'server-nginx.sh', async (port) => {
    // Where s_server takes early data it serves no pages, but nginx does both.
    const early = facts.openssl.kind === 'connects' ? facts.openssl.early : undefined;
    const page: Prediction = early === 'accepted' ? { kind: 'connects' } : facts.curl;
    if (report['curl to nginx'].skipped === undefined)
      await check('curl to nginx', name, page, () => script(folder, 'client-curl.sh', port));
    if (facts.comesBack !== undefined && early !== 'rejected')
      await check('openssl to nginx', name, facts.openssl, () => script(folder, 'client-openssl.sh', port));
  });
}

async function check(
  tool: Tool,
  name: string,
  predicted: Prediction,
  act: () => Promise<Said>,
): Promise<void> {
  if (predicted.kind === 'unknown') return;
  const said = await act();
  const problem = difference(tool, predicted, said);
  report[tool].tried++;
  if (problem === undefined) report[tool].passed++;
  else report[tool].failed.push(`${name}: ${problem}`);
  console.log(
    `${problem === undefined ? '✓' : '✗'} ${tool}: ${name}${problem === undefined ? '' : `\n    ${problem}`}`,
  );
  if (problem !== undefined) console.log(said.text.slice(-900).replace(/^/gm, '    | '));
}

function difference(tool: Tool, predicted: Prediction, { code, text, server }: Said): string | undefined {
  const isOpenssl = tool.startsWith('openssl');
  switch (predicted.kind) {
    case 'unknown':
      return undefined;
    case 'connects':
      if (isOpenssl && !text.includes('Verify return code: 0 (ok)'))
        return 'should connect, and does not verify';
      // The first of two connections has nothing to come back with.
      if (isOpenssl && /^Reused, TLSv1/m.test(text) !== (predicted.reused ?? false))
        return `should ${predicted.reused === true ? '' : 'not '}be resumed`;
      if (isOpenssl && predicted.early !== undefined && !text.includes(`Early data was ${predicted.early}`))
        return `early data should be ${predicted.early}`;
      // Into a pipe its heading comes later than the data.
      if (tool === 'openssl' && predicted.early === 'accepted' && !/^GET \/\S* HTTP/m.test(server ?? ''))
        return 'the server should print the early data';
      return code === 0 ? undefined : `should connect, exit code ${code}`;
    case 'alert':
      if (isOpenssl)
        return text.includes(`SSL alert number ${predicted.number}`)
          ? undefined
          : `should end with alert ${predicted.number}`;
      return code === 0 ? 'should fail, and connects' : undefined;
    case 'says': {
      // Before the words stand the library's version and its error number.
      const words = essence(predicted.text);
      if (!text.includes(words)) return `should say "${words}"`;
      if (!isOpenssl && predicted.code !== undefined && code !== predicted.code)
        return `should exit with ${predicted.code}, exit code ${code}`;
      return undefined;
    }
  }
}

function essence(text: string): string {
  return text.replace(/^.*\b[0-9A-F]{8}[: ]/, '').replace(/^SSL routines:[^:]*:/, '');
}

async function withServer(
  folder: string,
  name: string,
  act: (port: number, output: () => string) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  if (existsSync(config))
    writeFileSync(config, readFileSync(config, 'utf8').replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`));
  const server = spawn('sh', [name], {
    cwd: folder,
    env: { ...process.env, PORT: `${port}` },
    stdio: 'pipe',
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString('latin1')));
  const ended = new Promise<void>((resolve) => void server.on('close', () => resolve()));
  try {
    if (await listens(port)) await act(port, () => output);
    else {
      const tool: Tool = name.includes('nginx') ? 'curl to nginx' : 'openssl';
      report[tool].tried++;
      report[tool].failed.push(`${name} did not start: ${output.slice(-400)}`);
      console.log(`✗ ${name} did not start in ${folder}\n${output.slice(-400)}`);
    }
  } finally {
    server.kill();
    await ended;
  }
}

function script(folder: string, name: string, port: number): Promise<Said> {
  return say('sh', [join(folder, name)], { PORT: `${port}` });
}

function say(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => void (text += chunk.toString('latin1')));
    const late = setTimeout(() => child.kill(), 15_000);
    child.on('error', () => resolve({ code: null, text }));
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code, text });
    });
  });
}

async function listens(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Stored archives by their local headers; that others can unpack them is tested beside their writer. */
function unpack(zip: Bytes, folder: string): void {
  const view = new DataView(zip.buffer);
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const size = view.getUint32(at + 18, true);
    const nameLength = view.getUint16(at + 26, true);
    const start = at + 30 + nameLength;
    const file = join(folder, Buffer.from(zip.subarray(at + 30, start)).toString('utf8'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, zip.subarray(start, start + size));
    at = start + size;
  }
}
