/**
 * `npm run test:tshark [-- --json FILE] [--only TEXT] [--keep DIR]`: tshark reads what the Lab exports, for every
 * scenario, as pcapng with its secrets inside and as pcap beside a key log. It must see the messages of the trace
 * in the trace's order, the same application data, right checksums and nothing malformed.
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
import { run } from '../../src/lab/run.ts';
import type { MessageStep, Party, Trace } from '../../src/lab/trace.ts';
import { scenarios } from '../../src/lesson/testing/runs.ts';
import { versionOf } from '../interop/process.ts';
import { readWithTshark, type Read } from './read.ts';

interface Result {
  tried: number;
  passed: number;
  failed: string[];
  skipped?: string;
}

const formats = ['pcapng', 'pcap and key log'] as const;
/** ECDHE_PSK with AES-GCM and AES-CCM, RFC 8442. */
const unknownSuites: ReadonlySet<number> = new Set([0xd001, 0xd002, 0xd003, 0xd005]);
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
  const traces = await runScenarios();
  const queue = traces.flatMap(([name, trace]) => formats.map((format) => ({ name, trace, format })));
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
console.log(`\ntshark: ${passed} of ${tried}`);
process.exit(passed === tried ? 0 : 1);

async function runScenarios(): Promise<readonly (readonly [string, Trace])[]> {
  const provider = await createNodeProvider();
  const ring = new KeyRing({ provider, subtle: globalThis.crypto.subtle });
  const traces: [string, Trace][] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
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

async function check(name: string, trace: Trace, format: (typeof formats)[number]): Promise<void> {
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

async function readExport(trace: Trace, format: (typeof formats)[number], stem: string): Promise<Read> {
  if (format === 'pcapng') {
    writeFileSync(`${stem}.pcapng`, traceAsPcapng(trace, ''));
    return readWithTshark(`${stem}.pcapng`);
  }
  writeFileSync(`${stem}.pcap`, traceAsPcap(trace));
  writeFileSync(`${stem}.keys`, keyLogText(trace));
  return readWithTshark(`${stem}.pcap`, `${stem}.keys`);
}

function differences(trace: Trace, read: Read): readonly string[] {
  const all = messagesOf(trace);
  // tshark 4.0 does not have RFC 8442's suites in its list: of these it reads what is in the clear.
  const known = trace.negotiated.suite === undefined || !unknownSuites.has(trace.negotiated.suite);
  const messages = known ? all : all.slice(0, all.indexOf('ChangeCipherSpec') + 1);
  // Where Mallory was at work, keys differ or records do not open any more, for tshark as for their receiver.
  const attacked = trace.scenario.network.length > 0;
  const same = (name: string, i: number): boolean =>
    name === read.messages[i] || (attacked && read.messages[i] === 'closed record');
  const data = { browser: dataOf(trace, 'browser'), server: dataOf(trace, 'server') };
  return [
    ...((messages.length === read.messages.length || !known) && messages.every(same)
      ? []
      : [`messages: ${messages.join(' ')}`, `tshark:   ${read.messages.join(' ')}`]),
    ...(['browser', 'server'] as const)
      .filter(
        (party) => data[party] !== read.data[party] && !((attacked || !known) && read.data[party] === ''),
      )
      .map(
        (party) => `data of the ${party}: ${data[party]}, tshark: ${read.data[party] || 'none decrypted'}`,
      ),
    ...read.complaints,
  ];
}

/** The names tshark should see, dummy ChangeCipherSpec records included. */
function messagesOf(trace: Trace): readonly string[] {
  const finished: MessageStep[] = [];
  return trace.steps.flatMap((step) => {
    if (step.kind !== 'message') return [];
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
