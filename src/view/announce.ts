/** What a screen reader is told when a step comes up, as plain values for the catalog. */
import type { AlertName } from '../tls/registry/alerts.ts';
import type { Level, LocalStep, MessageName, Party, Step, Trace } from '../lab/trace.ts';
import { alertOf } from './ladder.ts';

export type Announcement = MessageAnnouncement | LocalAnnouncement;

interface Common {
  /** From 1. */
  readonly number: number;
  /** Undefined while a question hides how many there are. */
  readonly of: number | undefined;
  readonly failed: boolean;
}

export interface MessageAnnouncement extends Common {
  readonly kind: 'message';
  readonly message: MessageName;
  readonly from: Party;
  readonly to: Party;
  readonly level: Level;
  readonly alert?: AlertName;
}

export interface LocalAnnouncement extends Common {
  readonly kind: 'local';
  readonly work: LocalStep['work'];
  readonly parties: readonly Party[];
}

/** `whole`: how many steps there are may be said. */
export function announcement(step: Step, { steps, outcome }: Trace, whole = true): Announcement {
  const failed = outcome.kind === 'failed' && outcome.step === step.index;
  const common: Common = { number: step.index + 1, of: whole ? steps.length : undefined, failed };
  if (step.kind === 'local') return { ...common, kind: 'local', work: step.work, parties: step.parties };
  const alert = alertOf(step);
  const { message, from, to, level } = step;
  return { ...common, kind: 'message', message, from, to, level, ...(alert ? { alert } : {}) };
}
