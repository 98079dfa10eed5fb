/** What a connection tells whoever watches it. The lab turns these into a trace; the bridge prints them. */
import type { Field } from '../../bytes/field.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Operation, Value } from '../../crypto/recorder.ts';
import type { PathResult } from '../../x509/path/result.ts';
import type { TlsError } from '../errors.ts';
import type { Level, OpenedRecord } from '../record/view.ts';

export type { Level } from '../record/view.ts';

export type ContentName =
  | 'ClientHello'
  | 'ServerHello'
  | 'HelloRetryRequest'
  | 'EncryptedExtensions'
  | 'CertificateRequest'
  | 'Certificate'
  | 'CertificateVerify'
  | 'Finished'
  | 'NewSessionTicket'
  | 'EndOfEarlyData'
  | 'KeyUpdate'
  // TLS 1.2 only; there ChangeCipherSpec is a message of its own.
  | 'HelloRequest'
  | 'ServerKeyExchange'
  | 'ServerHelloDone'
  | 'ClientKeyExchange'
  | 'CertificateStatus'
  | 'ChangeCipherSpec'
  | 'ApplicationData'
  | 'Alert';

export type Work =
  | 'verify_binder'
  | 'derive_early_keys'
  | 'derive_handshake_keys'
  | 'validate_chain'
  | 'verify_signature'
  | 'derive_application_keys'
  | 'validate_client_chain'
  | 'verify_client_signature'
  // TLS 1.2 only.
  | 'decrypt_premaster_secret'
  | 'derive_key_block'
  | 'negotiate';

/** One record as it crossed the wire, and what was in it. */
export interface RecordOnWire {
  /** Header included. */
  readonly bytes: Bytes;
  readonly opened: OpenedRecord;
  /** Protected records only, RFC 9846 §5.3. */
  readonly sequence?: number;
}

export type KeyLogLabel =
  | 'CLIENT_EARLY_TRAFFIC_SECRET'
  | 'EARLY_EXPORTER_SECRET'
  | 'CLIENT_HANDSHAKE_TRAFFIC_SECRET'
  | 'SERVER_HANDSHAKE_TRAFFIC_SECRET'
  | 'CLIENT_TRAFFIC_SECRET_0'
  | 'SERVER_TRAFFIC_SECRET_0'
  | 'EXPORTER_SECRET'
  /** TLS 1.2: the one line that opens everything, with the main secret behind it. */
  | 'CLIENT_RANDOM';

/** Facts of this run that a reader cannot take from the bytes alone: rules that chose, places in lists. */
export type Facts = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[]>
>;

/**
 * A scope is one thing a party is doing: making or reading one message, or one piece of local work.
 * Operations belong to the scope they were done in.
 */
export type ConnectionEvent =
  | {
      readonly type: 'message';
      readonly scope: number;
      readonly direction: 'sent' | 'received';
      readonly message: ContentName;
      readonly content: Bytes;
      /** Tree over `content`; made when asked for. */
      readonly tree: () => Field;
      readonly level: Level;
      readonly records: readonly RecordOnWire[];
      /** Offset of `content` in the joined content of the records: more than 0 where messages share a record. */
      readonly start: number;
    }
  | { readonly type: 'change-cipher-spec'; readonly direction: 'sent' | 'received'; readonly bytes: Bytes }
  /** A record arrived that could not be opened or parsed; the failure follows. */
  | { readonly type: 'rejected-record'; readonly scope: number; readonly bytes: Bytes; readonly level: Level }
  /** Early data that nobody takes, passed over unopened (RFC 9846 §4.3.10). */
  | { readonly type: 'skipped-record'; readonly bytes: Bytes }
  | { readonly type: 'operation'; readonly scope: number; readonly operation: Operation }
  | { readonly type: 'work'; readonly scope: number; readonly work: Work; readonly path?: PathResult }
  | { readonly type: 'facts'; readonly scope: number; readonly facts: Facts }
  | {
      readonly type: 'secret';
      readonly label: KeyLogLabel;
      readonly clientRandom: Bytes;
      readonly secret: Value;
    }
  | { readonly type: 'negotiated'; readonly scope: number; readonly values: NegotiatedValues }
  | { readonly type: 'failed'; readonly scope: number; readonly error: TlsError }
  | { readonly type: 'connected' }
  | { readonly type: 'closed' };

export interface NegotiatedValues {
  readonly version?: number;
  readonly suite?: number;
  readonly group?: number;
  readonly signatureScheme?: number;
  readonly clientSignatureScheme?: number;
  readonly alpn?: string;
  readonly helloRetryRequest?: boolean;
  /** What stood in for certificates: the ticket of an earlier connection, or a key both held. */
  readonly psk?: 'resumption' | 'external';
  /** Whether the PSK came with a key exchange. */
  readonly pskMode?: 'psk_ke' | 'psk_dhe_ke';
  /** What became of 0-RTT data, where the client sent some. */
  readonly earlyData?: 'accepted' | 'rejected';
  /** TLS 1.2 only, where neither is a matter of course. */
  readonly extendedMainSecret?: boolean;
  readonly encryptThenMac?: boolean;
  /** The keys come from an earlier connection. */
  readonly resumed?: boolean;
}
