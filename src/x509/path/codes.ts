/** Every way a path can fail, with the check that says so and the alert it ends in. */
import type { CheckId } from './result.ts';

/** Names of alerts of RFC 9846 §6.2 that are about certificates. */
export type CertificateAlert =
  | 'bad_certificate'
  | 'unsupported_certificate'
  | 'certificate_expired'
  | 'certificate_unknown'
  | 'unknown_ca';

export interface FailureKind {
  readonly check: CheckId;
  readonly alert: CertificateAlert;
}

/**
 * RFC 9846 §6.2 leaves room: unknown_ca where no way leads to a trust anchor through authorities,
 * bad_certificate for a signature that does not verify and a name that is not in it,
 * unsupported_certificate for a certificate of the wrong kind, certificate_unknown for the rest.
 */
export const failureCodes = {
  /** No certificate anywhere has the name that the leaf names as its issuer. */
  'issuer-not-found': { check: 'trust-anchor', alert: 'unknown_ca' },
  /** The path leads up to an authority, and nothing in the store vouches for that one. */
  'root-not-trusted': { check: 'trust-anchor', alert: 'unknown_ca' },
  /** The leaf names itself as its issuer and is not in the store. */
  'self-signed': { check: 'trust-anchor', alert: 'unknown_ca' },
  /** The path grew longer than the limit before it reached a trust anchor. */
  'search-limit': { check: 'trust-anchor', alert: 'unknown_ca' },
  /** No certificate was sent. */
  'no-certificate': { check: 'trust-anchor', alert: 'bad_certificate' },

  /** The signature does not verify under the issuer's key. */
  'bad-signature': { check: 'signature', alert: 'bad_certificate' },
  /** MD2, MD5 or SHA-1. */
  'weak-algorithm': { check: 'signature', alert: 'bad_certificate' },
  /** An algorithm, or a pair of hash and curve, that the web does not use. */
  'unsupported-algorithm': { check: 'signature', alert: 'unsupported_certificate' },
  /** The algorithm inside the signed part is not the one outside it. */
  'algorithm-mismatch': { check: 'signature', alert: 'bad_certificate' },
  /** An RSA key of fewer than 2048 bits. */
  'weak-key': { check: 'signature', alert: 'bad_certificate' },
  /** A key of another kind than RSA, P-256, P-384, P-521 or Ed25519. */
  'unsupported-key': { check: 'signature', alert: 'unsupported_certificate' },
  /** More signatures than the budget allows. */
  'signature-budget': { check: 'signature', alert: 'certificate_unknown' },

  expired: { check: 'validity', alert: 'certificate_expired' },
  'not-yet-valid': { check: 'validity', alert: 'certificate_expired' },

  /** None of the names in subjectAltName is the one asked for. */
  'name-mismatch': { check: 'host-name', alert: 'bad_certificate' },
  /** There is no subjectAltName with a name of that kind. commonName does not count (RFC 9525 §2). */
  'no-names': { check: 'host-name', alert: 'bad_certificate' },

  /** An issuer without cA TRUE. */
  'not-a-ca': { check: 'basic-constraints', alert: 'unknown_ca' },
  /** cA TRUE in the certificate of a server or a client. */
  'leaf-is-a-ca': { check: 'basic-constraints', alert: 'bad_certificate' },
  /** More authorities below one than its pathLenConstraint allows. */
  'path-too-long': { check: 'path-length', alert: 'unknown_ca' },

  /** An issuer whose keyUsage lacks keyCertSign. */
  'no-key-cert-sign': { check: 'key-usage', alert: 'bad_certificate' },
  /** A leaf whose keyUsage lacks digitalSignature: it cannot sign a CertificateVerify. */
  'no-digital-signature': { check: 'key-usage', alert: 'unsupported_certificate' },
  /** keyCertSign without cA TRUE (RFC 5280 §4.2.1.3). */
  'key-cert-sign-without-ca': { check: 'key-usage', alert: 'bad_certificate' },

  /** extKeyUsage does not list the purpose. */
  'wrong-purpose': { check: 'extended-key-usage', alert: 'unsupported_certificate' },
  /** A server certificate without extKeyUsage; the web asks for one. */
  'no-purpose': { check: 'extended-key-usage', alert: 'unsupported_certificate' },

  /** A critical extension that is not known or not processed. */
  'unknown-critical-extension': { check: 'critical-extensions', alert: 'certificate_unknown' },
} as const satisfies Readonly<Record<string, FailureKind>>;

export type FailureCode = keyof typeof failureCodes;

/** What a failed check's code stands for; undefined for codes of other verdicts. */
export function failureKind(code: string): FailureKind | undefined {
  return (failureCodes as Readonly<Record<string, FailureKind>>)[code];
}
