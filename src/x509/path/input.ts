/** What path validation is asked. */
import type { Bytes, SignatureName } from '../../crypto/port.ts';
import type { Certificate } from '../model.ts';

export type PathPurpose = 'serverAuth' | 'clientAuth';

/** What the user asked for, RFC 9525 §6: a host name in A-label form, or an address in text form. */
export interface ReferenceName {
  readonly type: 'dns' | 'ip';
  readonly value: string;
}

/**
 * Checks one certificate signature. `publicKey` is the issuer's SubjectPublicKeyInfo, `tbs` the signed
 * bytes, `subject` a name to call the certificate by in records.
 */
export type VerifySignature = (
  algorithm: SignatureName,
  publicKey: Bytes,
  tbs: Bytes,
  signature: Bytes,
  subject: string,
) => Promise<boolean>;

export interface PathInput {
  /** As received: the leaf first, the rest in any order. */
  readonly sent: readonly Certificate[];
  /** Trust anchors. */
  readonly store: readonly Certificate[];
  /** Intermediates known from elsewhere; none is trusted by itself. */
  readonly cached: readonly Certificate[];
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly purpose: PathPurpose;
  /** Absent where names are not checked (client certificates). */
  readonly name?: ReferenceName;
  readonly verify: VerifySignature;
  /** Default 100. */
  readonly signatureBudget?: number;
  /** Most intermediates between leaf and trust anchor, self-issued ones not counted; default 8. */
  readonly maxIntermediates?: number;
}
