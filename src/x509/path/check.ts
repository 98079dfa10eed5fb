/**
 * What a check is: one module that judges one path, complete or not, and says why.
 *
 * The list of checks is data (checks/index.ts). A new rule of RFC 5280 §6 (name constraints, policies,
 * revocation) is a new module there; path building and ranking need not know it.
 */
import type { Spec } from '../../bytes/spec.ts';
import type { Certificate } from '../model.ts';
import type { Budget } from './budget.ts';
import type { FailureCode } from './codes.ts';
import type { PathInput } from './input.ts';
import type { CertificateRef, Check, CheckId, Evidence, NotReachedCode } from './result.ts';
import type { SignatureBook } from './signatures.ts';

/** One certificate of a path. */
export interface Link {
  readonly certificate: Certificate;
  readonly ref: CertificateRef;
}

/** One path, from the leaf upwards. */
export interface Path {
  /** The leaf first; never empty. */
  readonly links: readonly [Link, ...Link[]];
  /**
   * Why it ends where it does:
   * - `anchor`: the last certificate is in the store
   * - `no-issuer`: no certificate has the name of the last one's issuer
   * - `self-issued`: the last one is its own issuer and is not in the store
   * - `limit`: there would be more, but the path is as long as it may be
   */
  readonly end: 'anchor' | 'no-issuer' | 'self-issued' | 'limit';
}

export interface Context {
  readonly input: PathInput;
  readonly budget: Budget;
  readonly signatures: SignatureBook;
}

export interface CheckModule {
  readonly id: CheckId;
  /** The paragraph of the rule. */
  readonly spec: Spec;
  readonly judge: (path: Path, context: Context) => Verdict | Promise<Verdict>;
}

export type Verdict = Pick<Check, 'verdict' | 'code' | 'evidence'> & { readonly spec?: Spec };

export function passed(
  evidence: readonly Evidence[],
  code: 'ok' | 'leaf-in-store' | 'partial' | 'no-answer' = 'ok',
): Verdict {
  return { verdict: 'passed', code, evidence };
}

/** `spec`: a paragraph that says more than the module's own. */
export function failed(code: FailureCode, evidence: readonly Evidence[], spec?: Spec): Verdict {
  return { verdict: 'failed', code, evidence, ...(spec && { spec }) };
}

export function notReached(code: NotReachedCode, evidence: readonly Evidence[] = []): Verdict {
  return { verdict: 'not-reached', code, evidence };
}

/** The certificates that act as issuers in this path: all but the leaf. */
export function issuersOf(path: Path): readonly Link[] {
  return path.links.slice(1);
}

/** A certificate whose issuer has its own name, RFC 5280 §3.2; key rollover makes such ones. */
export function isSelfIssued(certificate: Certificate): boolean {
  return certificate.subject.canonical === certificate.issuer.canonical;
}
