/** What the texts about faults and checks are made of. */
import type { AlertName } from '../tls/registry/alerts.ts';
import type { FaultCode } from '../tls/failure.ts';
import type { FailureCode } from '../x509/path/codes.ts';
import type { CheckId, NotReachedCode } from '../x509/path/result.ts';
import type { Rich } from './rich.ts';
import type { ChainInvalidFacts } from './step-facts.ts';

/** A fault: a headline, and why it ends the connection. The machine's words stand in TlsError.detail. */
export interface ErrorText {
  readonly title: string;
  readonly body: Rich;
}

export interface ErrorWords {
  /** A missing code does not compile. */
  readonly faults: Readonly<Record<FaultCode, ErrorText>>;
  readonly paths: Readonly<Record<FailureCode, string>>;
  readonly received: (alert: AlertName, meaning: Rich) => ErrorText;
  readonly receivedUnknown: ErrorText;
  readonly unknown: (code: string) => ErrorText;
}

/** What a text about a check that passed may quote. */
export interface PassedFacts {
  readonly certificates: readonly string[];
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  readonly clock: number;
  readonly notBefore?: number;
  readonly notAfter?: number;
}

export interface CheckWords {
  readonly names: Readonly<Record<CheckId, string>>;
  /** What the check demands and what would go wrong without it. */
  readonly why: Readonly<Record<CheckId, Rich>>;
  readonly passed: Readonly<Record<CheckId, (facts: PassedFacts) => Rich>>;
  readonly leafInStore: Rich;
  readonly partial: Rich;
  readonly failed: (facts: ChainInvalidFacts) => Rich;
  /** Soft fail: no answer about revocation, which was let pass. */
  readonly noAnswer: Rich;
  readonly notReached: Readonly<Record<NotReachedCode, Rich>>;
}
