/**
 * Messages as plain data: TLS 1.3's (RFC 9846 §4) and those that only TLS 1.2 has (RFC 5246 §7.4). Codecs in
 * this folder turn them into bytes and back.
 */
import type { Bytes } from '../../crypto/port.ts';
import type { KeyExchangeName } from '../registry/suite-parts.ts';

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
  /** RFC 5746 §3.2; empty unless a connection is renegotiated, which this engine refuses. */
  | { readonly type: 'renegotiation_info'; readonly renegotiatedConnection: Bytes }
  /** RFC 7627 §5.1. The registry keeps the old name of what RFC 9846 calls the extended main secret. */
  | { readonly type: 'extended_master_secret' }
  /** RFC 7366 §2. */
  | { readonly type: 'encrypt_then_mac' }
  /** RFC 5077 §3.2; empty where none is offered, and in a ServerHello. */
  | { readonly type: 'session_ticket'; readonly ticket: Bytes }
  /** RFC 8422 §5.1.2. */
  | { readonly type: 'ec_point_formats'; readonly formats: readonly number[] }
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

/** Asks for a renegotiation, RFC 5246 §7.4.1.1. No part of any transcript. */
export interface HelloRequest {
  readonly type: 'hello_request';
}

/** Parameters of a Diffie-Hellman exchange that a TLS 1.2 server chooses. */
export type ServerParams =
  /** ServerDHParams, RFC 5246 §7.4.3. */
  | { readonly kind: 'dhe'; readonly p: Bytes; readonly g: Bytes; readonly y: Bytes }
  /** ServerECDHParams with a named curve, RFC 8422 §5.4. */
  | { readonly kind: 'ecdhe'; readonly group: number; readonly point: Bytes };

/**
 * RFC 5246 §7.4.3; with a PSK RFC 4279 §2 to §4 and RFC 5489 §2. What it holds is up to the key exchange,
 * which the bytes do not say.
 */
export interface ServerKeyExchange {
  readonly type: 'server_key_exchange';
  readonly keyExchange: KeyExchangeName;
  readonly pskIdentityHint: Bytes | undefined;
  readonly params: ServerParams | undefined;
  readonly signature: { readonly scheme: number; readonly signature: Bytes } | undefined;
}

/** RFC 5246 §7.4.4. */
export interface Tls12CertificateRequest {
  readonly type: 'tls12_certificate_request';
  readonly certificateTypes: readonly number[];
  readonly schemes: readonly number[];
  readonly authorities: readonly Bytes[];
}

/** RFC 5246 §7.4.5. */
export interface ServerHelloDone {
  readonly type: 'server_hello_done';
}

/** RFC 5246 §7.4.7; which fields are there is up to the key exchange. */
export interface ClientKeyExchange {
  readonly type: 'client_key_exchange';
  readonly keyExchange: KeyExchangeName;
  /** RFC 4279 §2. */
  readonly pskIdentity: Bytes | undefined;
  /** EncryptedPreMasterSecret, dh_Yc or ecdh_Yc; none with a bare PSK. */
  readonly exchange: Bytes | undefined;
}

/** A stapled OCSP response, RFC 6066 §8. */
export interface CertificateStatus {
  readonly type: 'certificate_status';
  readonly response: Bytes;
}

/** RFC 5077 §3.3. */
export interface Tls12NewSessionTicket {
  readonly type: 'tls12_new_session_ticket';
  /** Seconds; 0 says nothing. */
  readonly lifetimeHint: number;
  readonly ticket: Bytes;
}

export type Tls12OnlyMessage =
  | HelloRequest
  | ServerKeyExchange
  | Tls12CertificateRequest
  | ServerHelloDone
  | ClientKeyExchange
  | CertificateStatus
  | Tls12NewSessionTicket;

export type HandshakeMessage =
  | Tls12OnlyMessage
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
  /** 1 warning, 2 fatal; ignored in TLS 1.3 (RFC 9846 §6), but not in TLS 1.2 (RFC 5246 §7.2). */
  readonly level: number;
  readonly description: number;
}
