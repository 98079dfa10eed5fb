/** What the demo PKI consists of, as plain data; how it comes to be is in issue.ts. */
import type { Bytes } from '../crypto/port.ts';

/** The six invented roots of the browser's store. */
export type RootId = 'lakeside' | 'harbour' | 'meridian' | 'northgate' | 'alderbrook' | 'fennick';

/** Kinds of key that the demo PKI uses. */
export type KeyKind = 'EC P-256' | 'EC P-384' | 'RSA 1024' | 'RSA 2048' | 'RSA 4096' | 'Ed25519';

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
  /**
   * Roots that are switched on: the one that issued, if it is on, and those whose keys cost nothing to
   * make (EC). RSA roots that no path of this run can end in are left out; `issueRoot` makes them.
   */
  readonly store: readonly { readonly id: RootId; readonly der: Bytes }[];
  /** Where the server asks for a certificate: the root it accepts client certificates under. */
  readonly clientRoot: IssuedCertificate | undefined;
  /** Where the server asks and the browser has one. Issued by `clientRoot` itself. */
  readonly client: IssuedCertificate | undefined;
}

/** The part of a scenario that decides which certificates there are. */
export interface PkiRequest {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: number;
  readonly server: {
    readonly keyType: 'ecdsa' | 'rsa' | 'ed25519';
    /** Host names and IP addresses for subjectAltName; the first one becomes the subject. */
    readonly names: readonly string[];
    /** Days from the clock's day to notBefore and notAfter. */
    readonly validity: readonly [from: number, to: number];
    readonly issuer: RootId | 'own';
    readonly clientAuth: 'none' | 'request' | 'require';
  };
  readonly browser: {
    /** Switched on in the store. */
    readonly roots: readonly RootId[];
    readonly clientCertificate: 'none' | 'valid';
  };
}
