/**
 * `npm run test:tshark [-- --json FILE] [--only TEXT] [--keep DIR]`: tshark reads what the Lab exports, for every
 * scenario, as pcapng with its secrets inside and as pcap beside a key log, and for every suite of TLS 1.3 and every
 * key exchange of TLS 1.2 with every family of ciphers as pcapng. It must see the messages of all connections of the
 * trace in the trace's order, the same application data, right checksums and nothing malformed.
 * The report is `{ format: { tried, passed, failed: [...], skipped?: why } }`.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeProvider } from '../../scripts/lib/node-provider.ts';
import { issueDemoPki } from '../../src/authority/issue.ts';
import { KeyRing } from '../../src/authority/key-ring.ts';
import { concat, toHex } from '../../src/bytes/hex.ts';
import { keyLogText, traceAsPcap, traceAsPcapng } from '../../src/interchange/capture/from-trace.ts';
import { allConnections } from '../../src/lab/connections.ts';
import { run } from '../../src/lab/run.ts';
import type { Scenario } from '../../src/lab/scenario.ts';
import { suiteScenario } from '../../src/lab/suite-scenario.ts';
import type { MessageStep, Party, Trace } from '../../src/lab/trace.ts';
import { scenarios } from '../../src/lesson/testing/runs.ts';
import { suiteName } from '../../src/tls/registry/names.ts';
import { cipherSuites } from '../../src/tls/registry/suites.ts';
import { tls12Suites } from '../../src/tls/registry/suite-parts.ts';
import { versionOf } from '../interop/process.ts';
import { readWithTshark, type Read } from './read.ts';

interface Result {
  tried: number;
  passed: number;
  failed: string[];
  skipped?: string;
}

const formats = ['pcapng', 'pcap and key log', 'suites as pcapng'] as const;
type Format = (typeof formats)[number];
/** Suites of which tshark 4.0 reads only what is in the clear, and why; a newer one may open them. */
const closedToTshark: readonly (readonly [suites: RegExp, why: string])[] = [
  [/^TLS_ECDHE_PSK_WITH_AES_.*_(GCM|CCM)/, 'RFC 8442 is not in its list of suites'],
  [/_WITH_ARIA_/, 'libgcrypt, with which it decrypts, has no ARIA'],
];

function whyClosed(suite: number | undefined): string | undefined {
  const name = suiteName(suite ?? -1) ?? '';
  return closedToTshark.find(([suites]) => suites.test(name))?.[1];
}
/** tshark spends most of its time starting. */
const lanes = 2;

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, keep: { type: 'string' } },
});
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'handshake-lab-tshark-'));
mkdirSync(folder, { recursive: true });
const report = Object.fromEntries(
  formats.map((format): [string, Result] => [format, { tried: 0, passed: 0, failed: [] }]),
);
const version = versionOf('tshark', ['--version']);
if (version === undefined) {
  console.log('\n!! tshark SKIPPED: it is not installed (Debian: tshark), so no export is held against it\n');
  for (const result of Object.values(report)) result.skipped = 'tshark is not installed';
} else {
  console.log(version);
  const [ofScenarios, ofSuites] = await Promise.all([runAll(scenarios), runAll(suiteFamilies())]);
  const queue = [
    ...ofScenarios.flatMap(([name, trace]) =>
      (['pcapng', 'pcap and key log'] as const).map((format) => ({ name, trace, format })),
    ),
    ...ofSuites.map(([name, trace]) => ({ name, trace, format: 'suites as pcapng' as const })),
  ];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await check(next.name, next.trace, next.format);
    }),
  );
}
if (values.keep === undefined) rmSync(folder, { recursive: true });
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2));
const results = Object.values(report);
const tried = results.reduce((sum, result) => sum + result.tried, 0);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
for (const [suites, why] of closedToTshark) console.log(`read in the clear only: ${suites.source}: ${why}`);
console.log(`\ntshark: ${passed} of ${tried}`);
process.exit(passed === tried ? 0 : 1);

/** One suite for each; key lengths and hashes do not make a family. */
function suiteFamilies(): Readonly<Record<string, Scenario>> {
  const families = new Map<string, number>();
  for (const { code } of cipherSuites) families.set(`TLS 1.3 ${code}`, code);
  for (const { code, keyExchange, authentication, cipher } of tls12Suites().values()) {
    const family = `${keyExchange} ${authentication} ${cipher.replace(/_(128|256)/, '')}`;
    if (!families.has(family)) families.set(family, code);
  }
  return Object.fromEntries(
    [...families.values()].flatMap((code) => {
      const scenario = suiteScenario(code);
      return scenario ? [[suiteName(code) ?? `${code}`, scenario]] : [];
    }),
  );
}

async function runAll(
  all: Readonly<Record<string, Scenario>>,
): Promise<readonly (readonly [string, Trace])[]> {
  const provider = await createNodeProvider();
  const ring = new KeyRing({ provider, subtle: globalThis.crypto.subtle });
  const traces: [string, Trace][] = [];
  for (const [name, scenario] of Object.entries(all)) {
    if (values.only !== undefined && !name.includes(values.only)) continue;
    const trace = await run(scenario, {
      provider,
      now: () => performance.now(),
      wallClock: () => Date.now(),
      issue: (request, clock) => issueDemoPki(ring, { ...request, clock }),
    });
    traces.push([name, trace]);
  }
  return traces;
}

async function check(name: string, trace: Trace, format: Format): Promise<void> {
  const result = report[format];
  if (result === undefined) return;
  result.tried++;
  const stem = join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}-${format.replaceAll(' ', '-')}`);
  const problems = await readExport(trace, format, stem).then(
    (read) => differences(trace, read),
    (error: unknown) => [String(error)],
  );
  if (problems.length === 0) result.passed++;
  else result.failed.push(`${name}: ${problems.join('; ')}`);
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${format}: ${name}`);
  for (const problem of problems) console.log(`    ${problem}`);
}

async function readExport(trace: Trace, format: Format, stem: string): Promise<Read> {
  const connections = allConnections(trace).length;
  if (format !== 'pcap and key log') {
    writeFileSync(`${stem}.pcapng`, traceAsPcapng(trace, ''));
    return readWithTshark(`${stem}.pcapng`, connections);
  }
  writeFileSync(`${stem}.pcap`, traceAsPcap(trace));
  writeFileSync(`${stem}.keys`, keyLogText(trace));
  return readWithTshark(`${stem}.pcap`, connections, `${stem}.keys`);
}

function differences(last: Trace, read: Read): readonly string[] {
  const connections = allConnections(last);
  const closed = whyClosed(last.negotiated.suite);
  const all = connections.flatMap(messagesOf);
  const messages = closed === undefined ? all : all.slice(0, all.indexOf('ChangeCipherSpec') + 1);
  // Where Mallory was at work, keys differ or records do not open any more, for tshark as for their receiver.
  const attacked = last.scenario.network.length > 0;
  const same = (name: string, i: number): boolean =>
    name === read.messages[i] || (attacked && read.messages[i] === 'closed record');
  // From an answer in plain HTTP on, tshark reads HTTP, and says that it should not be there.
  const http = messages.indexOf('closed record');
  const plain = last.steps.some((step) => step.kind === 'message' && step.wire.bytes[0] === 0x48);
  const expected = plain ? messages.slice(0, http) : messages;
  const complete = expected.length === read.messages.length || closed !== undefined;
  const problems = [
    ...(complete && expected.every(same)
      ? []
      : [`messages: ${messages.join(' ')}`, `tshark:   ${read.messages.join(' ')}`]),
    ...read.complaints.filter((complaint) => !(plain && complaint.includes('Unencrypted HTTP'))),
  ];
  for (const [i, trace] of connections.entries())
    for (const party of ['browser', 'server'] as const) {
      const sent = dataOf(trace, party);
      const seen = read.data[i]?.[party] ?? '';
      const excused = (attacked || closed !== undefined) && seen === '';
      if (sent !== seen && !excused)
        problems.push(
          `data of the ${party} in connection ${i + 1}: ${sent}, tshark: ${seen || 'none decrypted'}`,
        );
    }
  return problems;
}

/** The names tshark should see, dummy ChangeCipherSpec records included. */
function messagesOf(trace: Trace): readonly string[] {
  const finished: MessageStep[] = [];
  return trace.steps.flatMap((step) => {
    if (step.kind !== 'message' || step.network?.fate === 'dropped') return [];
    // tshark takes every Finished of a client for the end of its handshake and starts the keys afresh: behind
    // post-handshake authentication it opens nothing more of this side.
    const lost = finished.filter(({ from }) => from === step.from).length > 1;
    if (step.message === 'Finished') finished.push(step);
    const name = step.message === 'Alert' ? `Alert ${step.content[1] ?? ''}` : step.message;
    return [
      ...step.compatibilityRecords.map(() => 'ChangeCipherSpec'),
      lost || name === 'UnreadableRecord' ? 'closed record' : name,
    ];
  });
}

function dataOf(trace: Trace, party: Party): string {
  return toHex(
    concat(
      ...trace.steps
        .filter((step) => step.kind === 'message')
        .filter((step) => step.from === party && step.message === 'ApplicationData')
        .map((step) => step.content),
    ),
  );
}
