/** What the recorder writes: values with their names, and what was computed from what. */
import type { Spec } from '../bytes/spec.ts';
import type { Backend, Bytes } from './port.ts';

/**
 * A value of the run with its name. `name` is stable and unique for what it is ('handshake_secret',
 * 'client_handshake_traffic_secret', 'x25519_private_key'); both sides give the same thing the same name.
 */
export interface Value {
  readonly name: string;
  readonly bytes: Bytes;
  /**
   * - `secret`: only who computed it (or held it) knows it
   * - `public`: a constant or something that is no secret by nature (a label, a zero string, a public key)
   * - `transcript`: a hash over messages; known to whoever can read those messages
   */
  readonly secrecy: 'secret' | 'public' | 'transcript';
}

export type OperationName =
  | 'random'
  | 'hash'
  | 'hmac'
  | 'hkdf-extract'
  | 'hkdf-expand-label'
  | 'prf'
  | 'cut'
  | 'generate-key-pair'
  | 'agree'
  | 'encapsulate'
  | 'decapsulate'
  | 'concatenate'
  | 'xor'
  | 'sign'
  | 'verify'
  | 'rsa-encrypt'
  | 'rsa-decrypt'
  | 'encrypt'
  | 'decrypt'
  | 'seal'
  | 'open';

export interface Operation {
  /** Order in which this party's operations began, from 0; one that threw leaves a gap. */
  readonly index: number;
  readonly name: OperationName;
  /** 'SHA-256', 'X25519', 'AES-128-GCM', 'ECDSA-P256-SHA256', … */
  readonly algorithm: string;
  /** Key of the prose about why it is done, e.g. 'derive handshake_secret', 'open record', 'verify certificate_verify'. */
  readonly purpose: string;
  /** In the order of the function's arguments. */
  readonly inputs: readonly Value[];
  /** Empty where the operation failed (a record that does not open, a key that is not on the curve). */
  readonly outputs: readonly Value[];
  /** Verdict of verify, open, agree, encapsulate, rsa-encrypt and rsa-decrypt; absent where there is none. */
  readonly verdict?: boolean;
  /** HKDF-Expand-Label: the label without its 'tls13 ' prefix. PRF: its label ('master secret'). */
  readonly label?: string;
  /** HKDF-Expand-Label only: the HkdfLabel structure. */
  readonly hkdfLabel?: Bytes;
  /** rsa-encrypt and rsa-decrypt: what was encrypted, or came out; EM of RFC 8017 §7.2. */
  readonly encoded?: Bytes;
  readonly backend: Backend | 'none';
  /** Wall time in milliseconds by the injected clock, waiting included; 0 where nothing is waited for. */
  readonly milliseconds: number;
  readonly spec: Spec;
}
