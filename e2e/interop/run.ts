/**
 * `npm run interop [-- --json FILE] [--only TEXT]`: our client and our server against the implementations that
 * the world uses. The report is `{ peer: { tried, passed, failed: [...], skipped?: why } }`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { createNodeProvider } from '../../scripts/lib/node-provider.ts';
import { browserCases } from './browsers.ts';
import { peers, type Case, type Context, type Peer } from './cases.ts';
import { gnutlsCases } from './gnutls.ts';
import { makeMaterial } from './material.ts';
import { opensslClientCases } from './openssl-client.ts';
import { opensslServerCases } from './openssl-server.ts';
import type { Lab } from './ours.ts';
import { rareKeyCases } from './rare-keys.ts';
import { resumptionCases } from './resumption.ts';
import { staplingCases } from './stapling.ts';
import { PeerProcess, versionOf } from './process.ts';
import { tls12Coverage } from './tls12.ts';

interface Result {
  tried: number;
  passed: number;
  failed: string[];
  skipped?: string;
}

const caseTimeout = 30_000;
/** Most of a case is waiting for processes to start. */
const lanes = 4;

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const started = performance.now();
const provider = await createNodeProvider();
const clock = Date.now();
const material = await makeMaterial(provider, clock);
const report = Object.fromEntries(
  peers.map((peer): [Peer, Result] => [peer, { tried: 0, passed: 0, failed: [] }]),
) as Record<Peer, Result>;
await lookForPeers();

const tls12 = tls12Coverage();
const all = [
  ...opensslClientCases(),
  ...opensslServerCases(),
  ...gnutlsCases(),
  ...resumptionCases(),
  ...rareKeyCases(),
  ...staplingCases(),
  ...browserCases(),
  ...tls12.cases,
];
const { only } = values;
const chosen = all.filter(
  (one) =>
    report[one.peer].skipped === undefined &&
    (only === undefined || `${one.peer}: ${one.name}`.includes(only)),
);
const queue = [...chosen];
await Promise.all(Array.from({ length: lanes }, work));
material.remove();

const results = Object.values(report);
const tried = results.reduce((sum, result) => sum + result.tried, 0);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
for (const [peer, { skipped }] of Object.entries(report))
  if (skipped !== undefined) console.log(`\n!! ${peer} SKIPPED: ${skipped}`);
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify(only === undefined ? report : onlyTried(), null, 2));
if (only === undefined || only === 'TLS 1.2') {
  for (const line of tls12.summary(new Set(Object.values(report).flatMap(({ failed }) => failed))))
    console.log(line);
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`interop: ${passed} of ${tried}`);
process.exit(passed === tried && tried > 0 ? 0 : 1);

async function work(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift())
    await runCase(next, { provider, clock, material });
}

async function runCase(one: Case, lab: Lab): Promise<void> {
  const result = report[one.peer];
  const processes: PeerProcess[] = [];
  const cleanup: (() => Promise<void> | void)[] = [];
  const context: Context = {
    ...lab,
    start: (command, args, env) => {
      const process = new PeerProcess(command, args.flat(), env);
      processes.push(process);
      return process;
    },
    finally: (work) => void cleanup.push(work),
  };
  result.tried++;
  try {
    await withTimeout(one.run(context), caseTimeout);
    result.passed++;
    console.log(`✓ ${one.peer}: ${one.name}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    result.failed.push(`${one.name}: ${reason}`);
    console.log(`✗ ${one.peer}: ${one.name}\n    ${reason}`);
    for (const process of processes) console.log(process.output.slice(-1500).replace(/^/gm, '    | '));
  } finally {
    for (const process of processes) process.kill();
    for (const work of cleanup) await work();
  }
}

async function lookForPeers(): Promise<void> {
  const openssl = versionOf('openssl', ['version']);
  if (openssl?.startsWith('OpenSSL 3') !== true) {
    const why = openssl === undefined ? 'openssl is not installed' : `${openssl} is not OpenSSL 3`;
    report['openssl s_client'].skipped = why;
    report['openssl s_server'].skipped = why;
  }
  const tools: readonly [Peer, string][] = [
    ['gnutls-cli', 'gnutls-cli'],
    ['gnutls-serv', 'gnutls-serv'],
    ['curl', 'curl'],
  ];
  const versions = tools.map(([peer, command]) => {
    const version = versionOf(command, ['--version']);
    if (version === undefined) report[peer].skipped = `${command} is not installed`;
    return version;
  });
  const chromium = await findChromium();
  if (chromium === undefined) report.chromium.skipped = 'Chromium is not installed';
  else if (
    versionOf('certutil', ['-H']) === undefined &&
    versionOf('sh', ['-c', 'command -v certutil']) === undefined
  ) {
    report.chromium.skipped =
      'certutil is not installed (Debian: libnss3-tools), so the demo root cannot be trusted';
  }
  console.log(
    [openssl, ...versions, chromium && versionOf(chromium, ['--version'])]
      .filter((version) => version !== undefined)
      .join('\n'),
  );
}

function onlyTried(): Partial<Record<Peer, Result>> {
  return Object.fromEntries(Object.entries(report).filter(([, result]) => result.tried > 0));
}

async function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
