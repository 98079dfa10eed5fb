/** The scrubber as plain data: flights with their ticks. */
import type { Level, Step, Trace } from '../lab/trace.ts';

export interface Flight {
  readonly flight: Step['flight'];
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly index: number;
  readonly kind: Level | 'local' | 'failed';
}

/** Neighbouring steps of one flight, in order. */
export function flights(trace: Trace): readonly Flight[] {
  const all: { flight: Step['flight']; ticks: Tick[] }[] = [];
  for (const step of trace.steps) {
    const last = all.at(-1);
    const tick: Tick = { index: step.index, kind: tickKind(step) };
    if (last?.flight === step.flight) last.ticks.push(tick);
    else all.push({ flight: step.flight, ticks: [tick] });
  }
  return all;
}

function tickKind(step: Step): Tick['kind'] {
  if (step.error !== undefined) return 'failed';
  return step.kind === 'local' ? 'local' : step.level;
}
