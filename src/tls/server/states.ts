/** The server's states, RFC 9846 §A.2. As at the client, each holds only what is known there. */
import type { Bytes } from '../../crypto/port.ts';
import type { Value } from '../../crypto/recorder.ts';
import type { ClientHello } from '../messages/model.ts';
import type { VerifiedChain, VerifiedPeer } from '../proofs.ts';
import type { RecordProtection } from '../record/protection.ts';
import type { NamedGroup } from '../registry/groups.ts';
import type { CipherSuite } from '../registry/suites.ts';
import type { MainSecrets } from '../schedule/tls13.ts';
import type { Transcript } from '../transcript.ts';
import type { OldFlightSent } from './old.ts';
import type { ServerHandshaking12 } from './tls12/states.ts';

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

/** A question for a certificate is out: what its answer is judged by, in the handshake as after it. */
export interface ClientAuthentication {
  readonly suite: CipherSuite;
  readonly transcript: Transcript;
  /** certificate_request_context of the question; empty in the handshake. */
  readonly context: Bytes;
}

/** What was agreed on with the client, and lasts. */
export interface Agreed {
  readonly protocol: string | undefined;
  readonly serverName: string | undefined;
  /** The client takes tickets for a mode of PSKs that this server has. */
  readonly resumes: boolean;
  /** The client may be asked for a certificate later. */
  readonly mayBeAsked: boolean;
}

/** The server's flight is out; what is left is the client's. */
export interface ClientFlight extends ClientAuthentication {
  readonly clientHandshakeTrafficSecret: Value;
  readonly main: MainSecrets;
  readonly agreed: Agreed;
}

/** Early data is being taken, up to EndOfEarlyData; then come the handshake's keys (RFC 9846 §4.6). */
export interface WaitEndOfEarlyData extends ClientFlight {
  readonly state: 'wait_end_of_early_data';
  readonly next: RecordProtection;
  /** Bytes that may still come. */
  readonly left: number;
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
  readonly version: 0x0304;
  readonly suite: CipherSuite;
  readonly client: VerifiedPeer | undefined;
  readonly readSecret: Value;
  readonly writeSecret: Value;
  readonly keyUpdates: number;
  readonly protocol: string | undefined;
  readonly serverName: string | undefined;
  readonly mayBeAsked: boolean;
  /** Everything up to the client's Finished. */
  readonly transcript: Transcript;
  readonly resumptionSecret: Value;
  /** A certificate was asked for after the handshake, and how far its answer has come (RFC 9846 §4.7.2). */
  readonly question: LateQuestion | undefined;
}

export type LateQuestion =
  | (ClientAuthentication & { readonly waits: 'certificate' })
  | (ClientAuthentication & { readonly waits: 'certificate_verify'; readonly chain: VerifiedChain })
  | (ClientAuthentication & { readonly waits: 'finished'; readonly client: VerifiedPeer | undefined });

export type ServerHandshaking =
  | WaitClientHello
  | WaitSecondClientHello
  | WaitEndOfEarlyData
  | WaitClientCertificate
  | WaitClientCertificateVerify
  | WaitClientFinished
  | ServerHandshaking12
  | OldFlightSent;
