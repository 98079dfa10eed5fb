/** Which page a browser shows in place of the site when a run fails. */
import type { Trace } from '../lab/trace.ts';
import { failedStep } from './trust.ts';

export type PageKind = 'certificate' | 'protocol' | 'required';

/** Undefined for runs that completed: there is no such page. */
export function pageKind(trace: Trace): PageKind | undefined {
  if (trace.outcome.kind !== 'failed') return undefined;
  const step = failedStep(trace);
  if (trace.outcome.error.code === 'certificate-required') return 'required';
  return step?.kind === 'local' && step.work === 'validate_chain' ? 'certificate' : 'protocol';
}
