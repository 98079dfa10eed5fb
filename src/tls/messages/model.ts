/** TLS 1.3 messages as plain data (RFC 9846 §4). Codecs in this folder turn them into bytes and back. */
import type { Bytes } from '../../crypto/port.ts';

export interface KeyShareEntry {
  readonly group: number;
  readonly keyExchange: Bytes;
}

/** A PSK the client offers: the ticket of an earlier connection, or the name of a key both hold (RFC 9846 §4.3.11). */
export interface PskIdentity {
  readonly identity: Bytes;
  /** Age of the ticket in milliseconds plus ticket_age_add, modulo 2^32; 0 where the PSK is no ticket's. */
  readonly obfuscatedTicketAge: number;
}

/** Extensions this engine understands are typed; all others survive as bytes. */
export type Extension =
  /** `null` in EncryptedExtensions, where the server only acknowledges. */
  | { readonly type: 'server_name'; readonly hostName: string | null }
  | { readonly type: 'supported_groups'; readonly groups: readonly number[] }
  | { readonly type: 'signature_algorithms'; readonly schemes: readonly number[] }
  | { readonly type: 'signature_algorithms_cert'; readonly schemes: readonly number[] }
  | { readonly type: 'application_layer_protocol_negotiation'; readonly protocols: readonly string[] }
  /** ClientHello: a list. ServerHello and HelloRetryRequest: the one selected, as a list of one. */
  | { readonly type: 'supported_versions'; readonly versions: readonly number[] }
  | { readonly type: 'cookie'; readonly cookie: Bytes }
  /** ClientHello: client_shares. ServerHello: exactly one. */
  | { readonly type: 'key_share'; readonly shares: readonly KeyShareEntry[] }
  /** HelloRetryRequest only. */
  | { readonly type: 'key_share_retry'; readonly selectedGroup: number }
  | { readonly type: 'psk_key_exchange_modes'; readonly modes: readonly number[] }
  /** ClientHello: the OfferedPsks, one binder for each identity. Always the last extension. */
  | {
      readonly type: 'pre_shared_key';
      readonly identities: readonly PskIdentity[];
      readonly binders: readonly Bytes[];
    }
  /** ServerHello only. */
  | { readonly type: 'pre_shared_key_selected'; readonly selectedIdentity: number }
  /** Empty: in ClientHello "0-RTT data follows", in EncryptedExtensions "taken". */
  | { readonly type: 'early_data' }
  /** NewSessionTicket only. */
  | { readonly type: 'early_data_size'; readonly maxEarlyDataSize: number }
  | { readonly type: 'post_handshake_auth' }
  | { readonly type: 'certificate_authorities'; readonly authorities: readonly Bytes[] }
  | { readonly type: 'padding'; readonly length: number }
  | { readonly type: 'unknown'; readonly code: number; readonly data: Bytes };

export interface ClientHello {
  readonly type: 'client_hello';
  readonly legacyVersion: number;
  readonly random: Bytes;
  readonly legacySessionId: Bytes;
  readonly cipherSuites: readonly number[];
  readonly legacyCompressionMethods: readonly number[];
  /** Empty and absent differ on the wire: `null` is a hello without an extensions block. */
  readonly extensions: readonly Extension[] | null;
}

export interface ServerHello {
  readonly type: 'server_hello';
  readonly legacyVersion: number;
  readonly random: Bytes;
  readonly legacySessionIdEcho: Bytes;
  readonly cipherSuite: number;
  readonly legacyCompressionMethod: number;
  readonly extensions: readonly Extension[] | null;
}

/** A ServerHello whose random is the SHA-256 of "HelloRetryRequest", RFC 9846 §4.2.3. */
export interface HelloRetryRequest extends Omit<ServerHello, 'type'> {
  readonly type: 'hello_retry_request';
}

export interface EncryptedExtensions {
  readonly type: 'encrypted_extensions';
  readonly extensions: readonly Extension[];
}

export interface CertificateRequest {
  readonly type: 'certificate_request';
  readonly context: Bytes;
  readonly extensions: readonly Extension[];
}

export interface CertificateEntry {
  readonly certData: Bytes;
  readonly extensions: readonly Extension[];
}

export interface CertificateMessage {
  readonly type: 'certificate';
  readonly context: Bytes;
  readonly entries: readonly CertificateEntry[];
}

export interface CertificateVerify {
  readonly type: 'certificate_verify';
  readonly scheme: number;
  readonly signature: Bytes;
}

export interface Finished {
  readonly type: 'finished';
  readonly verifyData: Bytes;
}

export interface NewSessionTicket {
  readonly type: 'new_session_ticket';
  readonly lifetime: number;
  readonly ageAdd: number;
  readonly nonce: Bytes;
  readonly ticket: Bytes;
  readonly extensions: readonly Extension[];
}

export interface KeyUpdate {
  readonly type: 'key_update';
  readonly updateRequested: boolean;
}

/** Ends 0-RTT data, under the keys it ends: RFC 9846 §4.6. */
export interface EndOfEarlyData {
  readonly type: 'end_of_early_data';
}

export type HandshakeMessage =
  | ClientHello
  | ServerHello
  | HelloRetryRequest
  | EncryptedExtensions
  | CertificateRequest
  | CertificateMessage
  | CertificateVerify
  | Finished
  | NewSessionTicket
  | EndOfEarlyData
  | KeyUpdate;

export interface AlertMessage {
  /** 1 warning, 2 fatal; ignored in TLS 1.3 (RFC 9846 §6). */
  readonly level: number;
  readonly description: number;
}
