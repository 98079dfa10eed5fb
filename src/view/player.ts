/** The scrubber as plain data: flights with their ticks. */
import type { Level, Step, Trace } from '../lab/trace.ts';
import { failedStep } from './ladder.ts';

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
  const failed = failedStep(trace);
  for (const step of trace.steps) {
    const last = all.at(-1);
    const tick: Tick = { index: step.index, kind: tickKind(step, failed) };
    if (last?.flight === step.flight) last.ticks.push(tick);
    else all.push({ flight: step.flight, ticks: [tick] });
  }
  return all;
}

function tickKind(step: Step, failed: number | undefined): Tick['kind'] {
  if (step.index === failed) return 'failed';
  return step.kind === 'local' ? 'local' : step.level;
}
