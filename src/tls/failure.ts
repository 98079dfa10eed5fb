/** Making fault values. One place for each fault's alert, so code and alert cannot drift apart. */
import type { DecodeError } from '../bytes/reader.ts';
import { type Said, say } from '../bytes/say.ts';
import type { Spec } from '../bytes/spec.ts';
import { spec } from '../bytes/spec.ts';
import type { Fault, TlsError } from './errors.ts';
import type { AlertName } from './registry/alerts.ts';

/** Every fault this engine can find in a peer: who is at fault, and the alert that RFC 9846 names for it. */
export const faults = {
  // Well-formed, but not allowed here.
  'unexpected-message': ['peer-misbehaved', 'unexpected_message'],
  'unexpected-record-type': ['peer-misbehaved', 'unexpected_message'],
  'unexpected-change-cipher-spec': ['peer-misbehaved', 'unexpected_message'],
  'interleaved-handshake-message': ['peer-misbehaved', 'unexpected_message'],
  'message-across-key-change': ['peer-misbehaved', 'unexpected_message'],
  'empty-handshake-fragment': ['peer-misbehaved', 'unexpected_message'],
  'second-hello-retry-request': ['peer-misbehaved', 'unexpected_message'],
  'duplicate-extension': ['peer-misbehaved', 'illegal_parameter'],
  'misplaced-extension': ['peer-misbehaved', 'illegal_parameter'],
  'unsolicited-extension': ['peer-misbehaved', 'unsupported_extension'],
  'missing-extension': ['peer-misbehaved', 'missing_extension'],
  'psk-binders-missing': ['peer-misbehaved', 'illegal_parameter'],
  'inconsistent-psk': ['peer-misbehaved', 'illegal_parameter'],
  'inconsistent-early-data': ['peer-misbehaved', 'illegal_parameter'],
  'too-much-early-data': ['peer-misbehaved', 'unexpected_message'],
  'pre-shared-key-not-last': ['peer-misbehaved', 'illegal_parameter'],
  'illegal-legacy-version': ['peer-misbehaved', 'protocol_version'],
  'illegal-compression-method': ['peer-misbehaved', 'illegal_parameter'],
  'session-id-mismatch': ['peer-misbehaved', 'illegal_parameter'],
  'unoffered-version': ['peer-misbehaved', 'illegal_parameter'],
  'unoffered-cipher-suite': ['peer-misbehaved', 'illegal_parameter'],
  'cipher-suite-changed': ['peer-misbehaved', 'illegal_parameter'],
  'unoffered-group': ['peer-misbehaved', 'illegal_parameter'],
  'unoffered-key-share': ['peer-misbehaved', 'illegal_parameter'],
  'duplicate-key-share': ['peer-misbehaved', 'illegal_parameter'],
  'key-share-out-of-order': ['peer-misbehaved', 'illegal_parameter'],
  'invalid-key-share': ['peer-misbehaved', 'illegal_parameter'],
  'useless-hello-retry-request': ['peer-misbehaved', 'illegal_parameter'],
  'changed-client-hello': ['peer-misbehaved', 'illegal_parameter'],
  'wrong-cookie': ['peer-misbehaved', 'illegal_parameter'],
  'unoffered-protocol': ['peer-misbehaved', 'illegal_parameter'],
  'unsolicited-certificate-context': ['peer-misbehaved', 'illegal_parameter'],
  'empty-server-certificate': ['peer-misbehaved', 'decode_error'],
  'unoffered-signature-scheme': ['peer-misbehaved', 'illegal_parameter'],
  'scheme-does-not-fit-key': ['peer-misbehaved', 'illegal_parameter'],
  'key-update-flood': ['peer-misbehaved', 'unexpected_message'],
  'downgrade-detected': ['peer-misbehaved', 'illegal_parameter'],
  'inappropriate-fallback': ['peer-misbehaved', 'inappropriate_fallback'],
  // TLS 1.2, RFC 5246 §7.2.2 and the RFCs of its extensions.
  'unoffered-session': ['peer-misbehaved', 'illegal_parameter'],
  'anonymous-certificate-request': ['peer-misbehaved', 'handshake_failure'],
  'wrong-renegotiation-info': ['peer-misbehaved', 'handshake_failure'],
  'extended-main-secret-changed': ['peer-misbehaved', 'handshake_failure'],
  'illegal-dh-parameters': ['peer-misbehaved', 'illegal_parameter'],
  'unknown-psk-identity': ['peer-incompatible', 'unknown_psk_identity'],
  'client-certificate-missing': ['peer-incompatible', 'handshake_failure'],
  'certificate-does-not-fit-suite': ['peer-misbehaved', 'illegal_parameter'],
  // Honest, but nothing in common.
  'no-common-version': ['peer-incompatible', 'protocol_version'],
  'no-common-cipher-suite': ['peer-incompatible', 'handshake_failure'],
  'no-common-group': ['peer-incompatible', 'handshake_failure'],
  'no-common-signature-scheme': ['peer-incompatible', 'handshake_failure'],
  'no-common-protocol': ['peer-incompatible', 'no_application_protocol'],
  'certificate-required': ['peer-incompatible', 'certificate_required'],
  // Authentication of a record, a signature, a MAC.
  'bad-record-mac': ['authentication-failed', 'bad_record_mac'],
  'bad-certificate-verify': ['authentication-failed', 'decrypt_error'],
  'bad-binder': ['authentication-failed', 'decrypt_error'],
  'bad-server-key-exchange': ['authentication-failed', 'decrypt_error'],
  'bad-finished': ['authentication-failed', 'decrypt_error'],
  // No message of the protocol.
  malformed: ['invalid-message', 'decode_error'],
  'illegal-value': ['invalid-message', 'illegal_parameter'],
  'record-overflow': ['invalid-message', 'record_overflow'],
  'oversized-message': ['invalid-message', 'decode_error'],
  'no-content-type': ['invalid-message', 'unexpected_message'],
  'unknown-handshake-type': ['invalid-message', 'unexpected_message'],
  'not-tls': ['invalid-message', 'unexpected_message'],
  'malformed-certificate': ['bad-certificate', 'bad_certificate'],
} as const satisfies Record<string, readonly [Fault, AlertName]>;

export type FaultCode = keyof typeof faults;

/** A fault of the peer, as a value. `at` is the dotted path of the field it is about. */
export function fault(code: FaultCode, at: string, detail: Said, where: Spec): TlsError {
  const [kind, alert] = faults[code];
  return { fault: kind, code, alert, at, detail, spec: where };
}

/**
 * Bytes that no message of the protocol has: decode_error. Where only a value is none of its enum, the
 * form is right and the meaning wrong: illegal_parameter (RFC 9846 §6).
 */
export function malformed(error: DecodeError): TlsError {
  return {
    ...fault(
      error.code === 'bad-value' ? 'illegal-value' : 'malformed',
      error.path,
      say('{} at byte {}: {}', error.code, error.offset, error.detail),
      error.spec ?? spec(9846, '6.2'),
    ),
    decode: error,
  };
}

/** All results, or the first fault among them. */
export function allOrFault<T>(results: readonly (T | TlsError)[]): readonly T[] | TlsError {
  const good: T[] = [];
  for (const result of results) {
    if (isTlsError(result)) return result;
    good.push(result);
  }
  return good;
}

export function isTlsError(value: unknown): value is TlsError {
  return (
    typeof value === 'object' && value !== null && 'fault' in value && 'alert' in value && 'code' in value
  );
}
