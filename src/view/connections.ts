/** The connections of one run. */
import type { Trace } from '../lab/trace.ts';

/** Oldest first; the last is the trace itself. */
export function connectionsOf(trace: Trace): readonly Trace[] {
  return trace.previous === undefined ? [trace] : [...connectionsOf(trace.previous), trace];
}
