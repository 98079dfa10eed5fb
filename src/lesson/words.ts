/**
 * The types every language implements. Catalogs hold words and nothing else: functions of facts
 * that are computed elsewhere (facts.ts, explain-*.ts).
 */
import type { AlertName } from '../tls/registry/alerts.ts';
import type { Spec } from '../bytes/spec.ts';
import type { Rich } from './rich.ts';
import type { FactsOf, FaultFacts, StepCase } from './step-facts.ts';

/** Title (28/34 on screen) and the two or three sentences under it. */
export interface StepText {
  readonly title: string;
  readonly body: Rich;
}

export interface StepExplanation extends StepText {
  readonly spec: Spec;
}

export interface StepWords {
  readonly cases: { readonly [C in StepCase]: (facts: FactsOf<C>) => StepText };
  /** Second half of the sentence about an alert: what its sender says with it. */
  readonly alerts: Readonly<Record<AlertName, Rich>>;
  /** What to add where an alert says less than the fault it reports, by the fault's code. */
  readonly alertNotes: Readonly<Record<string, Rich>>;
  /** Appended to a message in which the receiver found a fault. */
  readonly fault: (fault: FaultFacts) => Rich;
  /** About dummy ChangeCipherSpec records that travelled right before a message. */
  readonly compatibilityNote: (facts: { readonly from: FaultFacts['by']; readonly bytes: number }) => Rich;
}
