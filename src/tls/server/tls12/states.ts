/** The server's states in TLS 1.2, RFC 5246 §7.3. As at the client, each holds only what is known there. */
import type { Bytes } from '../../../crypto/port.ts';
import type { Value } from '../../../crypto/recorder.ts';
import type { Certificate } from '../../../x509/certificate.ts';
import type { ClientHello } from '../../messages/model.ts';
import type { VerifiedChain } from '../../proofs.ts';
import type { Tls12Suite } from '../../registry/suite-parts.ts';
import type { ConnectionKeys, Randoms } from '../../schedule/tls12.ts';
import type { OwnHalf } from '../../tls12/key-exchange.ts';
import type { Transcript } from '../../transcript.ts';

/** What both hellos have settled. */
export interface ServerAgreed {
  readonly version: 0x0303;
  readonly suite: Tls12Suite;
  readonly hello: ClientHello;
  readonly randoms: Randoms;
  /** Under which the session is kept; empty: it is not. */
  readonly sessionId: Bytes;
  readonly transcript: Transcript;
  readonly extendedMainSecret: boolean;
  readonly encryptThenMac: boolean;
  readonly ticketPromised: boolean;
  readonly serverName: string | undefined;
}

/** The flight is out. `half` is the server's own, where the key exchange is a Diffie-Hellman. */
export interface Waiting extends ServerAgreed {
  readonly half: OwnHalf | undefined;
}

export interface WaitClientCertificate12 extends Waiting {
  readonly state: 'tls12_wait_client_certificate';
}

/** `chain` is absent where no certificate was asked for, or none was sent and none is required. */
export interface WaitClientKeyExchange12 extends Waiting {
  readonly state: 'tls12_wait_client_key_exchange';
  readonly chain: VerifiedChain | undefined;
}

/** The keys are made. */
export interface ServerKeyed extends ServerAgreed {
  readonly mainSecret: Value;
  readonly keys: ConnectionKeys;
}

export interface WaitClientCertificateVerify12 extends ServerKeyed {
  readonly state: 'tls12_wait_client_certificate_verify';
  readonly chain: VerifiedChain;
}

export interface WaitClientChangeCipherSpec12 extends ServerKeyed {
  readonly state: 'tls12_wait_client_change_cipher_spec';
  /** The certificate whose private key the client proved to have, here or in the session that is resumed. */
  readonly client: Certificate | undefined;
  /** The server has finished already: the handshake is an abbreviated one. */
  readonly resumed: boolean;
}

export interface WaitClientFinished12 extends Omit<WaitClientChangeCipherSpec12, 'state'> {
  readonly state: 'tls12_wait_client_finished';
}

export interface ServerConnected12 {
  readonly state: 'connected';
  readonly version: 0x0303;
  readonly suite: Tls12Suite;
  readonly client: Certificate | undefined;
  readonly resumed: boolean;
}

export type ServerHandshaking12 =
  | WaitClientCertificate12
  | WaitClientKeyExchange12
  | WaitClientCertificateVerify12
  | WaitClientChangeCipherSpec12
  | WaitClientFinished12;
