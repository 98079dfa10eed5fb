/** The connections of one run. */
import type { Trace } from './trace.ts';

/** Oldest first; the last is the trace itself. */
export function allConnections(trace: Trace): readonly Trace[] {
  return trace.previous === undefined ? [trace] : [...allConnections(trace.previous), trace];
}
