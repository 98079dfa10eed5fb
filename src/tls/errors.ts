/** Faults as values: who is at fault, what, where, by which paragraph; and the alert each one ends in. */
import type { DecodeError } from '../bytes/reader.ts';
import type { Spec } from '../bytes/spec.ts';
import type { AlertName } from './registry/alerts.ts';

export type Fault =
  /** The bytes are no message of the protocol. */
  | 'invalid-message'
  /** Well-formed, but not allowed here or in this combination. */
  | 'peer-misbehaved'
  /** Honest, but nothing in common. */
  | 'peer-incompatible'
  /** Authentication of a record, a signature or a MAC failed. */
  | 'authentication-failed'
  /** The certificate path is not acceptable. */
  | 'bad-certificate'
  /** The peer closed with a fatal alert. */
  | 'peer-alerted';

export interface TlsError {
  readonly fault: Fault;
  /** Stable, e.g. 'unoffered-cipher-suite'; keys the prose in lesson/. */
  readonly code: string;
  /** The alert the RFC names for it; for `peer-alerted` the alert received. */
  readonly alert: AlertName;
  /** Path of the field, e.g. 'ServerHello.cipher_suite'; empty when it is about no single field. */
  readonly at: string;
  /** What was found and what was allowed; English, for logs, tests and the expert's line. */
  readonly detail: string;
  readonly spec: Spec;
  /** For `invalid-message`. */
  readonly decode?: DecodeError;
}
