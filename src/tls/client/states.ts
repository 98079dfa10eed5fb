/**
 * The client's states, RFC 9846 §A.1. Each holds what is known there and nothing that comes later;
 * what a check must have proved is held as a proof.
 */
import type { Bytes } from '../../crypto/port.ts';
import type { Value } from '../../crypto/recorder.ts';
import type { TlsError } from '../errors.ts';
import type { ClientShare } from '../key-exchange.ts';
import type { CertificateRequest, ClientHello, HelloRetryRequest } from '../messages/model.ts';
import type { SelectedPsk, VerifiedChain, VerifiedPeer } from '../proofs.ts';
import type { KeyedPsk, Session } from '../psk.ts';
import type { RecordProtection } from '../record/protection.ts';
import type { CipherSuite } from '../registry/suites.ts';
import type { Transcript } from '../transcript.ts';
import type { Handshaking12 } from './tls12/states.ts';

export interface WaitServerHello {
  readonly state: 'wait_server_hello';
  readonly hello: ClientHello;
  readonly shares: readonly ClientShare[];
  /** ClientHello as sent; the transcript starts with it once the hash is known. */
  readonly transcript: Transcript;
  /** The PSK that the hello offers. */
  readonly psk: KeyedPsk | undefined;
  readonly early: 'none' | 'sent' | 'rejected';
  /** Present after a HelloRetryRequest, which fixed the suite. */
  readonly retry?: { readonly request: HelloRetryRequest; readonly suite: CipherSuite };
}

/** The handshake traffic secrets are in place; known in every state behind ServerHello. */
export interface HandshakeKeys {
  readonly suite: CipherSuite;
  readonly hello: ClientHello;
  readonly transcript: Transcript;
  readonly handshakeSecret: Value;
  readonly clientHandshakeTrafficSecret: Value;
  readonly serverHandshakeTrafficSecret: Value;
  /** In its place the server proves itself with certificate and signature. */
  readonly psk: SelectedPsk | undefined;
  readonly early: 'none' | 'rejected' | EarlyDataOpen;
}

/** Early data was sent and not refused: its keys stay in use until EndOfEarlyData, then come these. */
export interface EarlyDataOpen {
  readonly next: RecordProtection;
}

/** EncryptedExtensions are read: what was agreed on there. */
export interface ServerParameters extends HandshakeKeys {
  readonly protocol: string | undefined;
}

export interface WaitEncryptedExtensions extends HandshakeKeys {
  readonly state: 'wait_encrypted_extensions';
}

export interface WaitCertificateOrRequest extends ServerParameters {
  readonly state: 'wait_certificate_or_request';
}

export interface WaitCertificate extends ServerParameters {
  readonly state: 'wait_certificate';
  readonly request: CertificateRequest;
}

export interface WaitCertificateVerify extends ServerParameters {
  readonly state: 'wait_certificate_verify';
  readonly request: CertificateRequest | undefined;
  readonly chain: VerifiedChain;
}

export interface WaitFinished extends ServerParameters {
  readonly state: 'wait_finished';
  readonly request: CertificateRequest | undefined;
  readonly server: VerifiedPeer | SelectedPsk;
}

export interface Connected {
  readonly state: 'connected';
  readonly version: 0x0304;
  readonly suite: CipherSuite;
  readonly server: VerifiedPeer | SelectedPsk;
  readonly protocol: string | undefined;
  /** Everything up to the client's Finished: what authentication after the handshake signs as well. */
  readonly transcript: Transcript;
  readonly resumptionSecret: Value;
  /** One for each ticket that came. */
  readonly sessions: readonly Session[];
  /** Contexts of the CertificateRequests that came after the handshake. */
  readonly answered: readonly Bytes[];
  readonly earlyData: 'none' | 'accepted' | 'rejected';
  readonly readSecret: Value;
  readonly writeSecret: Value;
  /** KeyUpdates seen since the last application data; a flood of them is refused. */
  readonly keyUpdates: number;
}

export interface Closed {
  readonly state: 'closed';
}

export interface Failed {
  readonly state: 'failed';
  readonly error: TlsError;
  /** Whether an alert goes out; not when the peer's own alert is the reason. */
  readonly tellPeer: boolean;
}

export type Handshaking =
  | { readonly state: 'start' }
  | WaitServerHello
  | WaitEncryptedExtensions
  | WaitCertificateOrRequest
  | WaitCertificate
  | WaitCertificateVerify
  | WaitFinished
  | Handshaking12;

export function failed(error: TlsError): Failed {
  return { state: 'failed', error, tellPeer: error.fault !== 'peer-alerted' };
}

/** A handshake message as it arrived: decoded, and the bytes for the transcript. */
export interface Arrived<M> {
  readonly message: M;
  readonly bytes: Bytes;
}
