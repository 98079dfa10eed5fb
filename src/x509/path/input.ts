/** What path validation is asked. */
import type { Bytes, HashName, SignatureName } from '../../crypto/port.ts';
import type { Certificate, KeyUsage } from '../model.ts';
import type { FailureCode } from './codes.ts';

export type PathPurpose = 'serverAuth' | 'clientAuth';

/**
 * What the user asked for, RFC 9525 §6: a host name in A-label form, an address in text form, or the
 * mailbox that a client certificate is to be for.
 */
export interface ReferenceName {
  readonly type: 'dns' | 'ip' | 'email';
  readonly value: string;
}

/**
 * Checks one certificate signature. `publicKey` is the issuer's SubjectPublicKeyInfo, `tbs` the signed
 * bytes, `subject` a name to call the certificate by in records; for what an authority says about
 * revocation its own name, and `what` it is.
 */
export type VerifySignature = (
  algorithm: SignatureName,
  publicKey: Bytes,
  tbs: Bytes,
  signature: Bytes,
  subject: string,
  what?: 'certificate' | 'CRL' | 'OCSP response',
) => Promise<boolean>;

/**
 * Which rules apply. `rfc5280` is RFC 5280 §6 and the MUSTs of its certificate profile; `web` adds
 * what the CA/Browser Forum's Baseline Requirements ask of certificates for TLS servers, and what
 * browsers refuse.
 */
export type Profile = 'web' | 'rfc5280';

/** How strict this party is. Everything has a default, that of a careful browser. */
export interface PathPolicy {
  /** Default 'web'. */
  readonly profile?: Profile;
  /**
   * Failures that this client lets pass, by their code: a client that ignores an anchor's dates, reads
   * on over a leaf with cA TRUE, … The check then reports the next failure it finds, or passes.
   */
  readonly tolerates?: readonly FailureCode[];
  /** Whether a trust anchor's dates count; default true. RFC 5280 §6.1.1 (d) leaves them out. */
  readonly anchorDates?: boolean;
  /** Whether a leaf must have extKeyUsage; default: servers in the profile 'web'. */
  readonly requireEku?: boolean;
  /** Key purposes the leaf must list besides the one of `purpose` (names as in extKeyUsage). */
  readonly extendedKeyUsage?: readonly string[];
  /** What the leaf's key must be allowed to do where it has keyUsage; default digitalSignature. */
  readonly keyUsage?: readonly KeyUsage[];
  /** Registered names of the signature algorithms accepted; default: all that can be checked and are not weak. */
  readonly signatureAlgorithms?: readonly string[];
  /** Least bits of an RSA modulus; default 2048 ('web') or 1024. */
  readonly minimumRsaBits?: number;
  /** Most intermediates between leaf and trust anchor, self-issued ones not counted; default 8. */
  readonly maxIntermediates?: number;
  /** What an authorityKeyIdentifier that names another key than the issuer's means: a hint (default), or a fault. */
  readonly keyIdentifiers?: 'hint' | 'must-match';
  /** Whether a commonName may stand in for a missing subjectAltName; default false (RFC 9525 §2). */
  readonly commonName?: boolean;
  /** RFC 5280 §6.1.1 (c) to (g); default: any policy will do and nothing is inhibited. */
  readonly initialPolicies?: readonly string[];
  readonly explicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

/**
 * - `off`: nothing is asked
 * - `soft-fail`: an answer counts, no answer is let pass; so do browsers
 * - `hard-fail`: without a good answer there is no trust
 */
export type RevocationMode = 'off' | 'soft-fail' | 'hard-fail';

/** What is known about revocation, as it came: DER that nobody has looked at yet. */
export interface RevocationInput {
  readonly mode: RevocationMode;
  /**
   * Which certificates need an answer: the leaf alone (default), every one below the trust anchor, or
   * those whose issuer has said anything in `crls`, `ocsp` or `stapled`.
   */
  readonly scope?: 'leaf' | 'path' | 'answered';
  /** Certificate revocation lists (RFC 5280 §5), deltas among them. */
  readonly crls?: readonly Bytes[];
  /** OCSPResponse (RFC 6960), fetched or cached. */
  readonly ocsp?: readonly Bytes[];
  /** OCSPResponse from the handshake, by index in `sent`; in TLS 1.2 only the leaf's can be there. */
  readonly stapled?: readonly (Bytes | undefined)[];
  /** The nonce sent with the request for `ocsp`; an answer must then repeat it. */
  readonly nonce?: Bytes;
  /** Whether a leaf with the TLS feature status_request needs a stapled response (RFC 7633); default true. */
  readonly mustStaple?: boolean;
}

export interface PathInput {
  /** As received: the leaf first, the rest in any order. */
  readonly sent: readonly Certificate[];
  /** Trust anchors. */
  readonly store: readonly Certificate[];
  /** Intermediates known from elsewhere; none is trusted by itself. */
  readonly cached: readonly Certificate[];
  /** Keys that have fallen: no path may lead through one of them, whatever certificate it stands in. */
  readonly distrusted?: readonly Certificate[];
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly purpose: PathPurpose;
  /** Absent where names are not checked (client certificates). */
  readonly name?: ReferenceName;
  /** More names, all of which the leaf must have. */
  readonly names?: readonly ReferenceName[];
  readonly verify: VerifySignature;
  /** Needed for OCSP responses, which name the issuer by hashes. */
  readonly digest?: (hash: HashName, data: Bytes) => Promise<Bytes>;
  readonly policy?: PathPolicy;
  /** Absent: nothing is asked, and the check says so. */
  readonly revocation?: RevocationInput;
  /** What the search may spend; see budget.ts for the defaults. */
  readonly budget?: Partial<Limits>;
}

/** Limits no input can exceed, whatever it is made of. */
export interface Limits {
  readonly signatures: number;
  /** Certificates looked at as issuers. */
  readonly steps: number;
  /** Comparisons of a name with a name constraint. */
  readonly nameComparisons: number;
}
