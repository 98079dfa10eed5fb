/**
 * One byte changed in one message of a run, over and over: who notices, and whether ever nobody does although
 * the two sides hold different transcripts.
 */
import { KeyRing } from '../../authority/key-ring.ts';
import { issueDemoPki } from '../../authority/issue.ts';
import { equal } from '../../bytes/hex.ts';
import type { Provider } from '../../crypto/port.ts';
import { run, type RunEnvironment } from '../run.ts';
import type { NetworkAct, Scenario } from '../scenario.ts';
import type { MessageStep, Trace } from '../trace.ts';

export interface TamperTable {
  /** Message, then who noticed and by which code, then how often. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly runs: number;
  /** Acts after which both sides were content with different transcripts. There must be none. */
  readonly unnoticed: readonly NetworkAct[];
}

export interface TamperOptions {
  readonly provider: Provider;
  /** Of each message: every byte, or about so many, spread evenly. */
  readonly samples: number | 'all';
  /** What is done to the byte. */
  readonly mask?: number;
}

const headerLength = 5;

export async function tamperWithEverything(scenario: Scenario, options: TamperOptions): Promise<TamperTable> {
  const { provider, samples, mask = 0x01 } = options;
  const ring = new KeyRing({ provider, subtle: crypto.subtle });
  const clock = Date.UTC(2026, 10, 23, 12);
  const environment: RunEnvironment = {
    provider,
    now: () => 0,
    wallClock: () => clock,
    issue: ({ server, browser }, at) => issueDemoPki(ring, { server, browser, clock: at }),
  };
  const untouched = await run(scenario, environment);
  if (untouched.outcome.kind !== 'completed') throw new Error('the untouched run does not complete');
  const rows = new Map<string, Map<string, number>>();
  const unnoticed: NetworkAct[] = [];
  let runs = 0;
  for (const step of untouched.steps) {
    if (step.kind !== 'message') continue;
    const row = new Map<string, number>();
    rows.set(step.id, row);
    for (const at of places(step.wire.bytes.length, samples)) {
      const act = { on: step.id, act: 'flip', at, mask } as const;
      const trace = await run({ ...scenario, network: [act] }, environment);
      const verdict = verdictOf(trace);
      row.set(verdict, (row.get(verdict) ?? 0) + 1);
      runs++;
      if (trace.outcome.kind === 'completed' && transcriptsDiffer(trace)) unnoticed.push(act);
    }
  }
  return { rows, runs, unnoticed };
}

function places(length: number, samples: number | 'all'): readonly number[] {
  if (samples === 'all' || samples >= length) return Array.from({ length }, (_, at) => at);
  return Array.from({ length: samples }, (_, i) => Math.floor((i * length) / samples));
}

function verdictOf({ outcome }: Trace): string {
  if (outcome.kind === 'completed') return 'nobody, same transcript';
  if (outcome.kind === 'stalled') return 'nobody, both wait';
  return `${outcome.noticedBy}: ${outcome.error.code}`;
}

/** The versions in record headers are in no transcript (RFC 9846 §5.1); everything behind them is. */
function transcriptsDiffer(trace: Trace): boolean {
  return trace.steps.some(
    (step) =>
      step.kind === 'message' && step.network?.sent !== undefined && differs(step, step.network.sent.bytes),
  );
}

function differs(step: MessageStep, sent: Uint8Array): boolean {
  return !equal(step.wire.bytes.subarray(headerLength), sent.subarray(headerLength));
}

/** The table as lines of text. */
export function tamperLines({ rows, runs, unnoticed }: TamperTable): readonly string[] {
  const lines = [...rows].map(
    ([message, verdicts]) =>
      `${message.padEnd(26)} ${[...verdicts]
        .toSorted((a, b) => b[1] - a[1])
        .map(([verdict, count]) => `${count}× ${verdict}`)
        .join(', ')}`,
  );
  return [...lines, `${runs} runs, ${unnoticed.length} with different transcripts that nobody noticed`];
}
