/** What one source says about one certificate. */
import type { Certificate } from '../model.ts';
import type { Context } from '../path/check.ts';

export type SourceName = 'CRL' | 'OCSP' | 'OCSP staple';

/** Why a list or a response proves nothing. */
export type Useless =
  | 'malformed'
  | 'algorithm-mismatch'
  | 'bad-signature'
  | 'weak-algorithm'
  | 'unsupported-algorithm'
  | 'signature-budget'
  | 'critical-extension'
  | 'not-yet-valid'
  | 'expired'
  | 'no-next-update'
  /** CRLs. */
  | 'no-key-identifier'
  | 'no-crl-number'
  | 'critical-crl-number'
  | 'no-crl-sign'
  | 'indirect'
  | 'delta-without-base'
  | 'other-certificates'
  | 'some-reasons'
  | 'other-distribution-point'
  /** OCSP: its status where it is not 'successful', and what follows. */
  | 'malformedRequest'
  | 'internalError'
  | 'tryLater'
  | 'sigRequired'
  | 'unauthorized'
  | 'other-certificate'
  | 'unknown'
  | 'wrong-responder'
  | 'nonce-missing'
  | 'nonce-mismatch'
  | 'no-digest';

export type Answer =
  | { readonly status: 'good'; readonly source: SourceName }
  | { readonly status: 'revoked'; readonly source: SourceName; readonly reason: string; readonly at: number }
  | { readonly status: 'useless'; readonly source: SourceName; readonly why: Useless };

/** One certificate with the one that issued it, in a path that leads to a trust anchor. */
export interface Question {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly context: Context;
}

export function useless(source: SourceName, why: Useless): Answer {
  return { status: 'useless', source, why };
}

/** As for certificates: the first second of the next period is outside. */
export function timeFault(
  at: number,
  thisUpdate: number,
  nextUpdate: number | undefined,
): Useless | undefined {
  if (at < thisUpdate) return 'not-yet-valid';
  if (nextUpdate === undefined) return 'no-next-update';
  return at > nextUpdate + 999 ? 'expired' : undefined;
}
