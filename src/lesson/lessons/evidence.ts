/** More that lessons quote from a run: who showed which certificate, and how the run ended. */
import type { MessageName, Party, Trace } from '../../lab/trace.ts';
import { alertCodes, type AlertName } from '../../tls/registry/alerts.ts';
import { certificateFacts, certificateOf } from '../facts/lookup.ts';
import type { CertificateFacts } from '../step-facts.ts';

export interface ShownCertificate extends CertificateFacts {
  /** Purposes by name, such as 'clientAuth'. */
  readonly purposes: readonly string[];
}

/** The first certificate in the message of that step; undefined where it has none. */
export function shownIn(trace: Trace, id: string): ShownCertificate | undefined {
  const step = trace.steps.find((one) => one.id === id);
  const index = step?.kind === 'message' ? step.certificates[0] : undefined;
  const facts = index === undefined ? undefined : certificateFacts(index, trace);
  const purposes = certificateOf(trace.certificates[index ?? -1]?.der)?.extensions.extKeyUsage ?? [];
  return facts && { ...facts, purposes };
}

export interface Ending {
  readonly alert: AlertName;
  /** 'unknown_ca (48)'. */
  readonly named: string;
  readonly by: Party;
  /** Number of the step where it was noticed, from 1. */
  readonly step: number;
}

/** How a run failed; undefined where it did not. */
export function endingOf({ outcome }: Trace): Ending | undefined {
  if (outcome.kind !== 'failed') return undefined;
  const { alert } = outcome.error;
  return {
    alert,
    named: `${alert} (${alertCodes[alert]})`,
    by: outcome.noticedBy,
    step: outcome.step + 1,
  };
}

/** Whether Eve can read the message of that step; false where there is none. */
export function readable(trace: Trace, id: string): boolean {
  const step = trace.steps.find((one) => one.id === id);
  return step?.kind === 'message' && step.level === 'plaintext';
}

/** Bytes of both sides until data may flow: messages and dummies, without tickets. */
export function handshakeBytes({ steps }: Trace): number {
  return steps
    .filter((step) => step.kind === 'message')
    .filter(({ message }) => !afterwards.has(message))
    .reduce(
      (sum, { wire, compatibilityRecords }) =>
        sum +
        wire.bytes.length +
        compatibilityRecords.reduce((dummies, { bytes }) => dummies + bytes.length, 0),
      0,
    );
}

/** ChangeCipherSpec records that change nothing (RFC 9846 §E.4). */
export function dummiesIn({ steps }: Trace): number {
  return steps.reduce(
    (sum, step) => sum + (step.kind === 'message' ? step.compatibilityRecords.length : 0),
    0,
  );
}

const afterwards: ReadonlySet<MessageName> = new Set<MessageName>([
  'ApplicationData',
  'Alert',
  'NewSessionTicket',
]);
