/** What the demo PKI consists of, as plain data; how it comes to be is in issue.ts. */
import type { Bytes } from '../crypto/port.ts';

/** The six invented roots of the browser's store. */
export type RootId = 'lakeside' | 'harbour' | 'meridian' | 'northgate' | 'alderbrook' | 'fennick';

/** A root by its id; 'own' is one that no store has until the learner adds it. */
export type AnchorId = RootId | 'own';

/** A certificate that the server has and may send; in the order from the leaf upwards. */
export type ChainItem = 'leaf' | 'sub-ca' | 'intermediate' | 'cross-sign' | 'root' | 'unrelated';

/** What is wrong with the leaf; each can be combined with every other one. */
export type LeafFault =
  | 'self-signed'
  | 'no-san'
  | 'sha1'
  | 'weak-key'
  | 'tampered'
  | 'impostor'
  | 'other-issuer-name'
  | 'other-key-id'
  | 'critical-extension'
  | 'leaf-is-ca'
  | 'client-purpose'
  | 'no-signing'
  /** Nothing is wrong in the certificate: the server has another private key. */
  | 'other-key'
  | 'must-staple'
  | 'revoked';

/** What is wrong above it. `path-length` adds an authority that the one above does not permit. */
export type AuthorityFault =
  | 'intermediate-expired'
  | 'intermediate-not-ca'
  | 'intermediate-no-constraints'
  | 'intermediate-no-cert-sign'
  | 'intermediate-tampered'
  | 'path-length'
  | 'name-constraints'
  | 'root-expired'
  | 'cross-sign-expired'
  | 'old-root-expired';

export type CertificateFault = LeafFault | AuthorityFault;

/** Authorities under which client certificates are issued: the server's own, and a partner's. */
export type ClientRootId = 'staff' | 'partner';

/** What the browser answers to a CertificateRequest. */
export type ClientCertificateKind =
  | 'none'
  | 'valid'
  | 'expired'
  | 'not-yet-valid'
  | 'unknown-issuer'
  | 'wrong-purpose'
  | 'revoked';

/** What the authority's answer about the leaf says; a stale one was good, and its time is over. */
export type StapleKind = 'good' | 'revoked' | 'stale';

/** Kinds of key that the demo PKI uses. */
export type KeyKind =
  | 'EC P-256'
  | 'EC P-384'
  | 'RSA 1024'
  | 'RSA 2048'
  | 'RSA 4096'
  | 'Ed25519'
  | RareKeyKind;

/**
 * Kinds that are loaded when they are asked for. A DH key can sign nothing, not even a request for its certificate; an
 * RSA key of RFC 4055 signs by RSASSA-PSS alone.
 */
export type RareKeyKind = 'RSASSA-PSS 2048' | 'DSA 2048' | 'DH 2048' | 'Ed448' | `ML-DSA-${44 | 65 | 87}`;

/**
 * What the server's certificate is for, by its key. `ecdh` and `dh` are for static key agreement and sign nothing;
 * `dh-dsa` is a DH certificate that an authority with a DSA key signed.
 */
export type CertificateKeyType = (typeof certificateKeyTypes)[number];

export const certificateKeyTypes = [
  'ecdsa',
  'ecdsa-p384',
  'rsa',
  'rsa-pss',
  'ed25519',
  'ed448',
  'mldsa44',
  'mldsa65',
  'mldsa87',
  'dsa',
  'ecdh',
  'dh',
  'dh-dsa',
] as const;

export interface KeyPair {
  /** What was made; where a platform refuses RSA 1024 this says RSA 2048. */
  readonly kind: KeyKind;
  /** PKCS#8. */
  readonly privateKey: Bytes;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Bytes;
}

export interface IssuedCertificate {
  readonly der: Bytes;
  /** PKCS#8; the same array as long as the key ring lives. */
  readonly privateKey: Bytes;
  readonly keyKind: KeyKind;
}

export interface DemoPki {
  readonly leaf: IssuedCertificate;
  readonly intermediate: IssuedCertificate;
  readonly root: IssuedCertificate;
  /** What the server has besides: absent where the scenario neither sends nor caches it. */
  readonly more: Readonly<Partial<Record<'sub-ca' | 'cross-sign' | 'unrelated', Bytes>>>;
  /**
   * Roots that are switched on: the one that issued, if it is on, and those whose keys cost nothing to
   * make (EC). RSA roots that no path of this run can end in are left out; `issueRoot` makes them.
   */
  readonly store: readonly { readonly id: AnchorId; readonly der: Bytes }[];
  /** The root that signed `cross-sign`, switched on or not. */
  readonly crossRoot: { readonly id: RootId; readonly der: Bytes } | undefined;
  /** Revocation lists of the leaf's issuer and of the staff root, where one of theirs is revoked. */
  readonly lists: {
    readonly server: readonly Bytes[];
    readonly client: readonly Bytes[];
    /** Every authority above the server has a list; absent: about the leaf alone somebody has to answer. */
    readonly scope?: 'path';
  };
  /** OCSP response about the leaf, where the server has one to staple. */
  readonly staple: Bytes | undefined;
  /** What stands behind the AIA addresses: certificates by address (RFC 5280 §4.2.2.1). */
  readonly repository: readonly { readonly url: string; readonly der: Bytes }[];
  /** Where the server asks for a certificate: the root of its own people. */
  readonly clientRoot: IssuedCertificate | undefined;
  /** Where the server asks: the roots it accepts client certificates under, by its switches. */
  readonly clientStore: readonly { readonly id: ClientRootId; readonly der: Bytes }[];
  /** Where the server asks and the browser has one. Issued by a root of `ClientRootId` itself. */
  readonly client: IssuedCertificate | undefined;
}

/** The part of a scenario that decides which certificates there are. */
export interface PkiRequest {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: number;
  readonly server: {
    readonly keyType: CertificateKeyType;
    /** Host names and IP addresses for subjectAltName; the first one becomes the subject. */
    readonly names: readonly string[];
    /** Days from the clock's day to notBefore and notAfter. */
    readonly validity: readonly [from: number, to: number];
    readonly issuer: AnchorId;
    readonly clientAuth: 'none' | 'request' | 'require';
    /** Absent: leaf and intermediate. */
    readonly sends?: readonly ChainItem[];
    readonly faults?: readonly CertificateFault[];
    /** What the server staples; absent: nothing. */
    readonly staple?: StapleKind | 'none';
    /** Who signed it; absent: the issuer itself. */
    readonly responder?: 'issuer' | 'delegated';
    /** Roots in the server's trust list for client certificates; absent: its own. */
    readonly clientRoots?: readonly ClientRootId[];
  };
  readonly browser: {
    /** Switched on in the store. */
    readonly roots: readonly AnchorId[];
    readonly clientCertificate: ClientCertificateKind;
    /** Intermediates the browser keeps from earlier visits. */
    readonly cached?: readonly ChainItem[];
  };
}
