/** The scrubber as plain data: flights with their ticks. */
import type { Level, Step, Trace } from '../lab/trace.ts';
import { failedStep } from './ladder.ts';

export interface Flight {
  readonly flight: Step['flight'];
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly index: number;
  /** The last step that it stands for; itself, but in flights of very many. */
  readonly to: number;
  readonly kind: Level | 'local' | 'failed';
}

/** A captured download has thousands of steps in one flight, and no screen has room for so many. */
const mostTicks = 40;

/** Neighbouring steps of one flight, in order. */
export function flights(trace: Trace): readonly Flight[] {
  const all: { flight: Step['flight']; ticks: Tick[] }[] = [];
  const failed = failedStep(trace);
  for (const step of trace.steps) {
    const last = all.at(-1);
    const tick: Tick = { index: step.index, to: step.index, kind: tickKind(step, failed) };
    if (last?.flight === step.flight) last.ticks.push(tick);
    else all.push({ flight: step.flight, ticks: [tick] });
  }
  return all.map(({ flight, ticks }) => ({ flight, ticks: thinned(ticks) }));
}

/** Neighbours become one tick; a failure among them shows. */
function thinned(ticks: readonly Tick[]): readonly Tick[] {
  const size = Math.ceil(ticks.length / mostTicks);
  if (size === 1) return ticks;
  return Array.from({ length: Math.ceil(ticks.length / size) }, (_, i): Tick => {
    const part = ticks.slice(i * size, (i + 1) * size);
    const [first] = part;
    if (first === undefined) throw new Error('a tick for no step');
    const shown = part.find(({ kind }) => kind === 'failed') ?? first;
    return { index: first.index, to: part.at(-1)?.to ?? first.to, kind: shown.kind };
  });
}

function tickKind(step: Step, failed: number | undefined): Tick['kind'] {
  if (step.index === failed) return 'failed';
  return step.kind === 'local' ? 'local' : step.level;
}
