/** Every way a path can fail, with the check that says so and the alert it ends in. */
import type { CheckId } from './result.ts';

/** Names of alerts of RFC 9846 §6.2 that are about certificates. */
export type CertificateAlert =
  | 'bad_certificate'
  | 'unsupported_certificate'
  | 'certificate_revoked'
  | 'certificate_expired'
  | 'certificate_unknown'
  | 'unknown_ca'
  | 'bad_certificate_status_response';

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
  /** A key on the path is known to be in other hands than its owner's. */
  distrusted: { check: 'trust-anchor', alert: 'unknown_ca' },
  /** The leaf names itself as its issuer and is not in the store. */
  'self-signed': { check: 'trust-anchor', alert: 'unknown_ca' },
  /** The path grew longer than the limit before it reached a trust anchor. */
  'search-limit': { check: 'trust-anchor', alert: 'unknown_ca' },
  /** More certificates looked at as issuers than the budget allows. */
  'search-budget': { check: 'trust-anchor', alert: 'certificate_unknown' },
  /** No certificate was sent. */
  'no-certificate': { check: 'trust-anchor', alert: 'bad_certificate' },

  /** The signature does not verify under the issuer's key. */
  'bad-signature': { check: 'signature', alert: 'bad_certificate' },
  /** MD2, MD5 or SHA-1. */
  'weak-algorithm': { check: 'signature', alert: 'bad_certificate' },
  /** An algorithm, or a pair of hash and curve, that the web does not use. */
  'unsupported-algorithm': { check: 'signature', alert: 'unsupported_certificate' },
  /** An RSA key of fewer than 2048 bits. */
  'weak-key': { check: 'signature', alert: 'bad_certificate' },
  /** A key of another kind than RSA, P-256, P-384, P-521 or Ed25519. */
  'unsupported-key': { check: 'signature', alert: 'unsupported_certificate' },
  /** More signatures than the budget allows. */
  'signature-budget': { check: 'signature', alert: 'certificate_unknown' },

  /** The algorithm inside the signed part is not the one outside it. */
  'algorithm-mismatch': { check: 'algorithm-match', alert: 'bad_certificate' },

  /** A certificate that does not say who issued it (RFC 5280 §4.1.2.4). */
  'empty-issuer': { check: 'name-chaining', alert: 'bad_certificate' },
  /** An authority without a name, under which nothing can be issued (§4.1.2.6). */
  'empty-subject': { check: 'name-chaining', alert: 'bad_certificate' },
  /** authorityKeyIdentifier names another key than the issuer's; a fault for clients that take it as more than a hint. */
  'key-identifier-mismatch': { check: 'name-chaining', alert: 'unknown_ca' },

  expired: { check: 'validity', alert: 'certificate_expired' },
  'not-yet-valid': { check: 'validity', alert: 'certificate_expired' },

  /** None of the names in subjectAltName is the one asked for. */
  'name-mismatch': { check: 'host-name', alert: 'bad_certificate' },
  /** There is no subjectAltName with a name of that kind. commonName does not count (RFC 9525 §2). */
  'no-names': { check: 'host-name', alert: 'bad_certificate' },

  /** A name in subjectAltName that is no host name, mailbox or address. */
  'malformed-name': { check: 'subject-names', alert: 'bad_certificate' },
  /** A wildcard for everything below a public suffix, as '*.com'. */
  'public-suffix-wildcard': { check: 'subject-names', alert: 'bad_certificate' },
  /** A commonName that is not, letter for letter, one of the names in subjectAltName. */
  'common-name-not-listed': { check: 'subject-names', alert: 'bad_certificate' },
  /** A subjectAltName is critical exactly where the subject is empty. */
  'wrong-name-criticality': { check: 'subject-names', alert: 'bad_certificate' },
  /** Neither a subject nor a subjectAltName. */
  'nameless-leaf': { check: 'subject-names', alert: 'bad_certificate' },

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
  /** A leaf whose keyUsage lacks another use that was asked for. */
  'no-key-usage': { check: 'key-usage', alert: 'unsupported_certificate' },
  /** keyCertSign without cA TRUE (RFC 5280 §4.2.1.3). */
  'key-cert-sign-without-ca': { check: 'key-usage', alert: 'bad_certificate' },

  /** extKeyUsage does not list the purpose. */
  'wrong-purpose': { check: 'extended-key-usage', alert: 'unsupported_certificate' },
  /** A server certificate without extKeyUsage; the web asks for one. */
  'no-purpose': { check: 'extended-key-usage', alert: 'unsupported_certificate' },

  /** A purpose that must not stand beside serverAuth: anyExtendedKeyUsage, codeSigning, OCSPSigning, … */
  'forbidden-purpose': { check: 'extended-key-usage', alert: 'unsupported_certificate' },

  /** A name outside every permitted subtree of an authority above. */
  'name-not-permitted': { check: 'name-constraints', alert: 'bad_certificate' },
  /** A name inside an excluded subtree. */
  'name-excluded': { check: 'name-constraints', alert: 'bad_certificate' },
  /** A constraint that is no name of its kind. */
  'malformed-constraint': { check: 'name-constraints', alert: 'bad_certificate' },
  /** A constraint on a kind of name that cannot be compared here, and such a name. */
  'unsupported-constraint': { check: 'name-constraints', alert: 'certificate_unknown' },
  /** More comparisons than the budget allows. */
  'name-constraint-budget': { check: 'name-constraints', alert: 'certificate_unknown' },

  /** A policy is demanded, and none is valid along the whole path. */
  'no-valid-policy': { check: 'policies', alert: 'certificate_unknown' },
  /** A mapping from or to anyPolicy. */
  'bad-policy-mapping': { check: 'policies', alert: 'bad_certificate' },
  /** One policy listed twice. */
  'duplicate-policy': { check: 'policies', alert: 'bad_certificate' },

  /** A critical extension that is not known or not processed. */
  'unknown-critical-extension': { check: 'critical-extensions', alert: 'certificate_unknown' },

  /** An extension that must be there and is not: key identifiers, mostly. */
  'missing-extension': { check: 'extension-rules', alert: 'bad_certificate' },
  /** Critical where it must not be, or the other way round. */
  'wrong-criticality': { check: 'extension-rules', alert: 'bad_certificate' },
  /** An extension, or a part of one, that has no place in this certificate. */
  'misplaced-extension': { check: 'extension-rules', alert: 'bad_certificate' },

  /** Zero or negative. */
  'serial-not-positive': { check: 'serial-number', alert: 'bad_certificate' },
  /** More than 20 octets. */
  'serial-too-long': { check: 'serial-number', alert: 'bad_certificate' },
  /** Two certificates of one issuer with one serial number. */
  'serial-reused': { check: 'serial-number', alert: 'bad_certificate' },

  /** Extensions in a certificate that is not of version 3, or, on the web, any other version. */
  'wrong-version': { check: 'encoding', alert: 'bad_certificate' },
  /** UTCTime through 2049, GeneralizedTime from 2050. */
  'wrong-time-form': { check: 'encoding', alert: 'bad_certificate' },
  /** A period that ends before it begins. */
  'empty-period': { check: 'encoding', alert: 'bad_certificate' },
  /** issuerUniqueID or subjectUniqueID. */
  'unique-identifier': { check: 'encoding', alert: 'bad_certificate' },
  /** Parameters of an algorithm other than those its definition prescribes. */
  'algorithm-parameters': { check: 'encoding', alert: 'bad_certificate' },
  /** Another encoding than DER's only one. */
  'not-der': { check: 'encoding', alert: 'bad_certificate' },

  /** The issuer has revoked the certificate. */
  revoked: { check: 'revocation', alert: 'certificate_revoked' },
  /** Nobody could say, and this client wants to know. */
  'status-unknown': { check: 'revocation', alert: 'certificate_unknown' },
  /** The certificate promises a stapled response (RFC 7633), and none came. */
  'staple-missing': { check: 'revocation', alert: 'bad_certificate_status_response' },
  /** A stapled response that proves nothing. */
  'bad-staple': { check: 'revocation', alert: 'bad_certificate_status_response' },
  /** A CRL of this issuer that cannot be used: expired, unsigned, indirect, … */
  'bad-crl': { check: 'revocation', alert: 'certificate_unknown' },
  /** An OCSP response that cannot be used. */
  'bad-ocsp-response': { check: 'revocation', alert: 'certificate_unknown' },
} as const satisfies Readonly<Record<string, FailureKind>>;

export type FailureCode = keyof typeof failureCodes;

/** What a failed check's code stands for; undefined for codes of other verdicts. */
export function failureKind(code: string): FailureKind | undefined {
  return (failureCodes as Readonly<Record<string, FailureKind>>)[code];
}
