/**
 * A workshop as plain data: the offices of a small PKI, what lies on their desks, and the register. Every
 * document is real DER; every key was made in this browser. Operations are in workshop.ts.
 */
import type { Bytes } from '../../crypto/port.ts';
import type { KeyUsage } from '../../x509/model.ts';
import type { KeyPurpose, PlainName, PlainSubject } from '../extensions.ts';
import type { KeyPair } from '../pki.ts';

export interface Workshop {
  /** The root first, then the authority that issues, then authorities that were issued here. */
  readonly offices: readonly Office[];
  /** What lies at the registration authority; absent before anyone asked. */
  readonly application: Application | undefined;
  /** Where the applicant has put the record that the registration authority looks for. */
  readonly records: readonly string[];
  /** Everything that was signed, oldest first. */
  readonly register: readonly Entry[];
  /** The last question to the validation authority, with its answer. */
  readonly inquiry: Inquiry | undefined;
}

/** A certification authority with its key and its current revocation list. */
export interface Office {
  /** 'root', 'issuing'; for authorities made here their serial number. */
  readonly id: string;
  readonly certificate: Bytes;
  readonly key: KeyPair;
  /** cRLNumber of `list`. */
  readonly listNumber: number;
  readonly list: Bytes;
  /** Of `list`, milliseconds since 1970-01-01T00:00:00Z. */
  readonly thisUpdate: number;
  readonly nextUpdate: number;
}

export interface Application {
  readonly wish: RequestWish;
  readonly key: KeyPair;
  /** PKCS #10. */
  readonly request: Bytes;
  readonly report: Report | undefined;
}

/** What the registration authority found. */
export interface Report {
  /** The request is signed by the key it carries. */
  readonly possession: boolean;
  readonly names: readonly NameFinding[];
  /** Parts of the subject besides the names; absent where the request has none. */
  readonly organization: boolean;
}

export interface NameFinding {
  readonly name: string;
  readonly proved: boolean;
  readonly code:
    | 'record-found'
    | 'no-record'
    /** A record for a host says nothing about every host below it. */
    | 'no-wildcard-record'
    /** A name that exists only inside one network. */
    | 'local-name'
    | 'private-address'
    | 'mail-answered'
    | 'no-name';
}

export interface Entry {
  /** Lower-case hex of the serial number's content octets. */
  readonly serial: string;
  /** Id of the office that signed. */
  readonly issuer: string;
  readonly certificate: Bytes;
  /** Absent where the applicant's key is not in this workshop. */
  readonly key: KeyPair | undefined;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly issuedAt: number;
  /** In the directory. */
  readonly published: boolean;
  readonly revoked: { readonly at: number; readonly reason: RevocationReason } | undefined;
  /** Names granted that the registration authority had not proved. */
  readonly unproved: readonly string[];
}

export interface Inquiry {
  readonly serial: string;
  readonly issuer: string;
  readonly request: Bytes;
  readonly reply: Bytes;
  readonly answer: StatusAnswer;
  readonly producedAt: number;
  readonly nextUpdate: number;
  readonly nonce: Bytes;
}

/** What an applicant can ask for. A lifetime or a serial number has no place in a request. */
export interface RequestWish {
  readonly subject: PlainSubject;
  readonly names: readonly PlainName[];
  readonly cA: boolean;
  readonly keyUsage: readonly KeyUsage[];
  readonly extKeyUsage: readonly KeyPurpose[];
}

/** CRLReason by number, RFC 5280 §5.3.1; 7 is not used, and 8 belongs to delta lists. */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  privilegeWithdrawn: 9,
} as const;

export type RevocationReason = keyof typeof revocationReasons;

export type StatusAnswer =
  | { readonly status: 'good' }
  | { readonly status: 'revoked'; readonly at: number; readonly reason: RevocationReason }
  | { readonly status: 'unknown' };

/** What the authority decides. Empty lists leave the extension out. */
export interface Grant {
  readonly subject: PlainSubject;
  readonly names: readonly PlainName[];
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly cA: boolean;
  readonly pathLength?: number;
  readonly permitted: readonly PlainName[];
  readonly excluded: readonly PlainName[];
  readonly keyUsage: readonly KeyUsage[];
  readonly extKeyUsage: readonly KeyPurpose[];
  readonly mustStaple: boolean;
}
