/**
 * What path validation returns: verdicts with evidence, and every candidate with its fate.
 *
 * Codes of `passed`: 'ok'; trust-anchor also 'leaf-in-store'; signature also 'partial' (what could be
 * checked is right, the last one needs an issuer that was not found); revocation also 'no-answer' (soft
 * fail: nothing was known, and that was let pass).
 * Codes of `not-reached`: see `NotReachedCode`.
 * Codes of `failed` are the keys of `failureCodes` in codes.ts, each with its check and its alert.
 */
import type { Spec } from '../../bytes/spec.ts';

export type CheckId =
  | 'trust-anchor'
  | 'name-chaining'
  | 'signature'
  | 'algorithm-match'
  | 'validity'
  | 'host-name'
  | 'subject-names'
  | 'basic-constraints'
  | 'path-length'
  | 'key-usage'
  | 'extended-key-usage'
  | 'name-constraints'
  | 'policies'
  | 'critical-extensions'
  | 'extension-rules'
  | 'serial-number'
  | 'encoding'
  | 'revocation';

export type NotReachedCode =
  | 'needs-issuer'
  /** Nobody asked for a name. */
  | 'needs-name'
  /** None was sent. */
  | 'needs-certificate'
  /** The client does not ask about revocation. */
  | 'not-asked'
  /** Only a path that leads to a trust anchor is worth asking about. */
  | 'needs-path'
  /** The search gave this path up before the check had its turn. */
  | 'given-up';

export type Verdict = 'passed' | 'failed' | 'not-reached';

/** A certificate by where the validator got it. Indices count from 0 in the list named. */
export interface CertificateRef {
  readonly from: 'sent' | 'store' | 'cache';
  readonly index: number;
}

/** One fact a verdict rests on. Texts about it live in lesson/, keyed by `code`. */
export interface Evidence {
  readonly certificate?: CertificateRef;
  /** Dotted path of the field in that certificate, e.g. 'tbsCertificate.validity'. */
  readonly field?: string;
  /** For a search: where it looked; `actual` is how many certificates there had the name. */
  readonly searched?: CertificateRef['from'];
  /** What was wanted and what was found, as plain values (names, times in ms, numbers). */
  readonly expected?: string | number | readonly string[];
  readonly actual?: string | number | readonly string[];
}

export interface Check {
  readonly id: CheckId;
  readonly verdict: Verdict;
  /**
   * Stable reason, see above. `not-reached` says in its code what it needs.
   */
  readonly code: string;
  /** Of a failure: what is at fault comes first. */
  readonly evidence: readonly Evidence[];
  readonly spec: Spec;
}

/** One path that was tried, from the leaf upwards, complete or not. */
export interface Candidate {
  readonly path: readonly CertificateRef[];
  /** Checks of this very candidate. */
  readonly checks: readonly Check[];
  readonly verdict: 'accepted' | 'dropped';
  /** The check that dropped it. */
  readonly dropped?: { readonly check: CheckId; readonly code: string; readonly at: CertificateRef };
}

export interface PathResult {
  readonly verdict: 'trusted' | 'rejected';
  /** One row per check id: of the accepted path, or of the candidate whose failure is reported. */
  readonly checks: readonly Check[];
  /** In the order they were tried. */
  readonly candidates: readonly Candidate[];
  /** The accepted path, leaf first, trust anchor last. */
  readonly path?: readonly CertificateRef[];
  /** The failure to report when rejected: the best-ranked one over all candidates. */
  readonly failure?: Check;
  /** What the search spent, out of its budget. */
  readonly spent: Spent;
}

export interface Spent {
  readonly signatures: number;
  readonly signatureBudget: number;
  /** Certificates looked at as issuers. */
  readonly steps: number;
  readonly stepBudget: number;
  /** Names held against name constraints. */
  readonly nameComparisons: number;
  readonly nameComparisonBudget: number;
}
