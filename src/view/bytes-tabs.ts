/** Which tabs a step offers in the room there is, and which of them shows. */
import type { Step, Trace } from '../lab/trace.ts';
import { hasNegotiation } from './negotiation.ts';

export type InspectorTab =
  | 'bytes'
  | 'crypto'
  | 'certificates'
  | 'keys'
  | 'checks'
  | 'ledger'
  | 'fields'
  | 'negotiation';

/** `wide` has two columns, `narrow` one, `phone` splits hex and fields. */
export type Room = 'wide' | 'narrow' | 'phone';

export interface OfferedTab {
  readonly id: InspectorTab;
  readonly count?: number;
}

export function tabsOf(trace: Trace, step: Step, room: Room): readonly OfferedTab[] {
  const certificates = shownCertificates(trace, step).length;
  const offers: readonly (OfferedTab | false)[] = [
    hasChecks(trace, step) && { id: 'checks' },
    step.kind === 'message' && { id: 'bytes' },
    hasNegotiation(trace, step) && { id: 'negotiation' },
    step.kind === 'message' && room === 'phone' && { id: 'fields' },
    { id: 'crypto', ...(step.operations.length > 0 && { count: step.operations.length }) },
    certificates > 0 && { id: 'certificates', count: certificates },
    { id: 'keys' },
    room !== 'wide' && { id: 'ledger' },
  ];
  return offers.filter((offer) => offer !== false);
}

/**
 * The tab the learner asked for, or the nearest thing to it that this step has. The wish is kept:
 * the next step that has the tab shows it again.
 */
export function shownTab(offered: readonly OfferedTab[], wanted: InspectorTab): InspectorTab {
  const has = (id: InspectorTab): boolean => offered.some((offer) => offer.id === id);
  if (has(wanted)) return wanted;
  if (wanted === 'fields' && has('bytes')) return 'bytes';
  // Work at one end shows its verdicts, else what it made; messages show their bytes.
  const order: readonly InspectorTab[] = ['checks', 'bytes', 'keys'];
  return order.find(has) ?? 'keys';
}

/** Steps that judged a chain, and the step at which the run failed. */
function hasChecks({ outcome }: Trace, step: Step): boolean {
  if (step.kind === 'local' && step.path !== undefined) return true;
  return outcome.kind === 'failed' && outcome.step === step.index;
}

/** Certificates to show at a step: those of its message or of its path; indices into trace.certificates. */
export function shownCertificates(trace: Trace, step: Step): readonly number[] {
  if (step.kind === 'message') return step.certificates;
  if (step.path === undefined) return [];
  const owner = step.work === 'validate_client_chain' ? 'browser' : 'server';
  return trace.certificates.flatMap(({ owner: of, ref }, i) =>
    of === owner && ref.from === 'sent' ? [i] : [],
  );
}
