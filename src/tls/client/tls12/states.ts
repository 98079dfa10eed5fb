/**
 * The client's states in TLS 1.2, RFC 5246 §7.3. Each holds what is known there and nothing that comes later;
 * what a check must have proved is held as a proof.
 */
import type { Bytes } from '../../../crypto/port.ts';
import type { Value } from '../../../crypto/recorder.ts';
import type { ClientHello, ServerParams, Tls12CertificateRequest } from '../../messages/model.ts';
import type { ServerIdentity, VerifiedChain } from '../../proofs.ts';
import type { Tls12Suite } from '../../registry/suite-parts.ts';
import type { ConnectionKeys, Randoms } from '../../schedule/tls12.ts';
import type { ClientSession } from '../../tls12/session.ts';
import type { Transcript } from '../../transcript.ts';
import type { Certificate } from '../../../x509/certificate.ts';

/** What both hellos have settled. */
export interface Agreed {
  readonly version: 0x0303;
  readonly suite: Tls12Suite;
  readonly hello: ClientHello;
  readonly randoms: Randoms;
  readonly sessionId: Bytes;
  readonly transcript: Transcript;
  readonly extendedMainSecret: boolean;
  readonly encryptThenMac: boolean;
  /** The server will send a ticket, RFC 5077 §3.2. */
  readonly ticketPromised: boolean;
  /** The server may send a CertificateStatus, RFC 6066 §8. */
  readonly statusPromised: boolean;
}

export interface WaitCertificate12 extends Agreed {
  readonly state: 'tls12_wait_certificate';
}

/**
 * The server promised a CertificateStatus, and may still leave it out: the chain is judged when it is here, or
 * when something else comes in its place (RFC 6066 §8).
 */
export interface WaitCertificateStatus12 extends Agreed {
  readonly state: 'tls12_wait_certificate_status';
  readonly certificates: readonly Certificate[];
}

/** `chain` is there where the key exchange has a certificate. */
export interface WaitServerKeyExchange12 extends Agreed {
  readonly state: 'tls12_wait_server_key_exchange';
  readonly chain: VerifiedChain | undefined;
}

/** The server's half of the key exchange, and who vouches for it. */
export interface ServerHalf {
  readonly server: ServerIdentity;
  readonly params: ServerParams | undefined;
  readonly pskIdentityHint: Bytes | undefined;
}

export interface WaitServerHelloDone12 extends Agreed, ServerHalf {
  readonly state: 'tls12_wait_server_hello_done';
  readonly request: Tls12CertificateRequest | undefined;
}

/** The keys are made; what is left is to prove that both sides have them. */
export interface Keyed extends Agreed {
  readonly mainSecret: Value;
  readonly keys: ConnectionKeys;
  readonly server: ServerIdentity;
  /** This side's Finished is still to be sent: the handshake is an abbreviated one. */
  readonly resumed: ClientSession | undefined;
  readonly ticket: Bytes | undefined;
}

export interface WaitTicket12 extends Keyed {
  readonly state: 'tls12_wait_ticket';
}

export interface WaitChangeCipherSpec12 extends Keyed {
  readonly state: 'tls12_wait_change_cipher_spec';
}

export interface WaitFinished12 extends Keyed {
  readonly state: 'tls12_wait_finished';
}

export interface Connected12 {
  readonly state: 'connected';
  readonly version: 0x0303;
  readonly suite: Tls12Suite;
  readonly server: ServerIdentity;
  /** To come back with; absent where the server gave neither an ID nor a ticket. */
  readonly session: ClientSession | undefined;
  readonly resumed: boolean;
}

export type Handshaking12 =
  | WaitCertificate12
  | WaitCertificateStatus12
  | WaitServerKeyExchange12
  | WaitServerHelloDone12
  | WaitTicket12
  | WaitChangeCipherSpec12
  | WaitFinished12;
