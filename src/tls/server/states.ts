/** The server's states, RFC 9846 §A.2. As at the client, each holds only what is known there. */
import type { Bytes } from '../../crypto/port.ts';
import type { Value } from '../../crypto/recorder.ts';
import type { ClientHello } from '../messages/model.ts';
import type { VerifiedChain, VerifiedPeer } from '../proofs.ts';
import type { NamedGroup } from '../registry/groups.ts';
import type { CipherSuite } from '../registry/suites.ts';
import type { MainSecrets } from '../schedule/tls13.ts';
import type { Transcript } from '../transcript.ts';

export interface WaitClientHello {
  readonly state: 'wait_client_hello';
}

/** A HelloRetryRequest is out; the next ClientHello must do what it asked. */
export interface WaitSecondClientHello {
  readonly state: 'wait_second_client_hello';
  readonly first: ClientHello;
  readonly suite: CipherSuite;
  /** The group whose share was asked for; absent when only a cookie was. */
  readonly group: NamedGroup | undefined;
  readonly cookie: Bytes | undefined;
  /** message_hash and HelloRetryRequest. */
  readonly transcript: Transcript;
}

/** The server's flight is out; what is left is the client's. */
export interface ClientFlight {
  readonly suite: CipherSuite;
  readonly transcript: Transcript;
  readonly clientHandshakeTrafficSecret: Value;
  readonly main: MainSecrets;
}

export interface WaitClientCertificate extends ClientFlight {
  readonly state: 'wait_client_certificate';
}

export interface WaitClientCertificateVerify extends ClientFlight {
  readonly state: 'wait_client_certificate_verify';
  readonly chain: VerifiedChain;
}

/** `client` is absent where none was asked for, or none was sent and none is required. */
export interface WaitClientFinished extends ClientFlight {
  readonly state: 'wait_client_finished';
  readonly client: VerifiedPeer | undefined;
}

export interface ServerConnected {
  readonly state: 'connected';
  readonly suite: CipherSuite;
  readonly client: VerifiedPeer | undefined;
  readonly readSecret: Value;
  readonly writeSecret: Value;
  readonly keyUpdates: number;
}

export type ServerHandshaking =
  | WaitClientHello
  | WaitSecondClientHello
  | WaitClientCertificate
  | WaitClientCertificateVerify
  | WaitClientFinished;
