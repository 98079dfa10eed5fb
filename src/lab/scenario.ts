/**
 * A scenario: everything a run depends on, as plain data. It fits in a link.
 *
 * Code points are wire values (`0x1301`), so a scenario can name what this engine does not know.
 */

import type { AttackScenarioId } from './attacks.ts';
import type {
  AnchorId,
  CertificateFault,
  CertificateKeyType,
  ChainItem,
  ClientCertificateKind,
  ClientRootId,
  RootId,
  StapleKind,
} from '../authority/pki.ts';
import type { AntiReplay } from '../tls/server/config.ts';
import type { RevocationMode } from '../x509/path/input.ts';
import type { TrustScenarioId } from './trust-scenarios.ts';

export type {
  AnchorId,
  AntiReplay,
  CertificateFault,
  CertificateKeyType,
  ChainItem,
  ClientCertificateKind,
  ClientRootId,
  RootId,
  StapleKind,
};

export type ScenarioId =
  | 'tls13'
  | 'rsa-certificate'
  | 'client-certificate'
  | 'client-certificate-none'
  | 'hello-retry-request'
  | 'post-quantum-certificate'
  | 'key-update'
  | 'resumption'
  | 'early-data'
  | 'early-data-rejected'
  | 'external-psk'
  | 'external-psk-wrong-key'
  | 'post-handshake-auth'
  | 'no-common-suite'
  | 'tls12'
  | 'tls12-rsa-key-exchange'
  | 'tls12-client-certificate'
  | 'tls12-resumption'
  | 'tls12-psk'
  | 'legacy-client'
  | 'legacy-server'
  | TrustScenarioId
  | AttackScenarioId;

/** Whether a preset is a scenario of attack: the names of these, and no others, begin so. */
export function isAttack(preset: string): preset is AttackScenarioId {
  return preset.startsWith('attack-');
}

/** A key agreed on outside of TLS (RFC 9846 §2.2). It stands in links: a secret of the laboratory only. */
export interface SharedKey {
  /** The name both sides know it by. */
  readonly identity: string;
  /** Hex without spaces. */
  readonly key: string;
}

/** Groups of finite-field Diffie-Hellman for DHE suites: RFC 7919's, and one that was common before it. */
export type DhGroupId = 'ffdhe2048' | 'ffdhe3072' | 'modp1024';

export interface BrowserConfig {
  /** Versions offered, best first. Without TLS 1.3 and 1.2 the hello is that of an old client. */
  readonly versions: readonly number[];
  /** In order of preference; suites of TLS 1.3 and of older versions in one list. */
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  /** Groups for which the ClientHello carries a share; a subset of `groups`. */
  readonly keyShares: readonly number[];
  readonly signatureSchemes: readonly number[];
  /** The name in the address bar; checked against the certificate. */
  readonly serverName: string;
  /** Whether server_name is sent (RFC 6066 §3). */
  readonly sni: boolean;
  /** Protocol names in order of preference; empty: no extension. */
  readonly alpn: readonly string[];
  /** Reserved values by RFC 8701. */
  readonly grease: boolean;
  /** Dummy ChangeCipherSpec and a legacy session id, RFC 9846 §E.4. */
  readonly compatibilityMode: boolean;
  /** Zero bytes added to every protected record, RFC 9846 §5.4. */
  readonly padding: number;
  /** TLS 1.2: offer to bind the main secret to the whole handshake, RFC 7627. */
  readonly extendedMainSecret: boolean;
  /** TLS 1.2: offer to put the MAC outside the encryption of CBC suites, RFC 7366. */
  readonly encryptThenMac: boolean;
  /** Say that a better version was tried before, RFC 7507. */
  readonly fallbackScsv: boolean;
  /** Roots switched on in the store; 'own' was added by the learner. */
  readonly roots: readonly AnchorId[];
  /** Roots whose key has fallen: every path through one of them is refused, switched on or not. */
  readonly compromised: readonly AnchorId[];
  /** Certificates kept from earlier visits. */
  readonly cached: readonly ChainItem[];
  /** Whether it fetches a missing issuer from the address in the certificate (AIA, RFC 5280 §4.2.2.1). */
  readonly aia: boolean;
  /** Asks the server for a stapled OCSP response, RFC 6066 §8. */
  readonly statusRequest: boolean;
  /** What it makes of revocation lists and staples: nothing, what they say, or no trust without a good word. */
  readonly revocation: RevocationMode;
  /** What the browser answers to a CertificateRequest. */
  readonly clientCertificate: ClientCertificateKind;
  /** PskKeyExchangeMode values it offers, RFC 9846 §4.3.9; none: no PSK is offered, and no ticket wanted. */
  readonly pskModes: readonly number[];
  /** External PSK it offers, where it does not come back with a ticket. */
  readonly psk: SharedKey | null;
  /** Send the request as 0-RTT data, where the ticket permits it (RFC 9846 §2.3). */
  readonly earlyData: boolean;
  /** Offer to show a certificate after the handshake, RFC 9846 §4.3.6. */
  readonly postHandshakeAuth: boolean;
  /** Serial number of a certificate of this browser's workshop that it answers with instead; empty: none. */
  readonly ownCertificate: string;
  /** Whoever sits in front of it opens sites it warns of, where it offers that: a second connection, with an exception. */
  readonly clickThrough: boolean;
  /** The site has said to be reached by TLS only, so warnings offer no way past (RFC 6797 §12.1). */
  readonly hsts: boolean;
  /** TLS 1.2, after the data: the hello of another browser is put into the connection, as if it asked for a new handshake. */
  readonly renegotiate: boolean;
  /** Application data it sends, typed by the learner. */
  readonly request: string;
}

export interface ServerConfig {
  /** Versions spoken: the first of them that the browser offers is chosen. */
  readonly versions: readonly number[];
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  readonly signatureSchemes: readonly number[];
  /** Whose order of suites and groups decides. */
  readonly preference: 'server' | 'browser';
  /** Empty: ALPN is ignored. */
  readonly alpn: readonly string[];
  readonly keyType: CertificateKeyType;
  /** dNSNames (or IP addresses) in the leaf. */
  readonly names: readonly string[];
  /** Validity of the leaf in days relative to the clock: [notBefore, notAfter], e.g. [-53, 37] or [-97, -7]. */
  readonly validity: readonly [number, number];
  /** Under which root the chain hangs; 'own' is a root that no store has. */
  readonly issuer: AnchorId;
  /** What is wrong with the certificates; any number at once. */
  readonly faults: readonly CertificateFault[];
  /** The Certificate message, in order. What the server does not have is left out. */
  readonly sends: readonly ChainItem[];
  /** Serial number of a certificate of this browser's workshop that is the leaf, with its chain; empty: issued for the run. */
  readonly ownCertificate: string;
  /** OCSP response about the leaf that it staples for browsers that ask; a stale one was good until its time was over. */
  readonly staple: StapleKind | 'none';
  /** Who signed that response: the issuer, or a responder that the issuer certified for it (RFC 6960 §4.2.2.2). */
  readonly responder: 'issuer' | 'delegated';
  /** Whether something answers at the AIA addresses. Modelled in the page: nothing is requested anywhere. */
  readonly repository: boolean;
  readonly clientAuth: 'none' | 'request' | 'require';
  /** Roots under which client certificates are accepted. */
  readonly clientRoots: readonly ClientRootId[];
  /** Ask for the certificate only when a request has come, of browsers that offered this (RFC 9846 §4.7.2). */
  readonly postHandshakeAuth: boolean;
  /** PskKeyExchangeMode values it takes part in, favourite first. */
  readonly pskModes: readonly number[];
  /** External PSK it knows. */
  readonly psk: SharedKey | null;
  /** How many tickets it hands out, RFC 9846 §4.7.1. */
  readonly tickets: number;
  /** Whether its tickets permit 0-RTT data, and whether it then takes it. */
  readonly earlyData: 'off' | 'accept' | 'refuse';
  /** How it tells a hello with early data from its copy, RFC 9846 §8. */
  readonly antiReplay: AntiReplay;
  /** Ask for a cookie in a HelloRetryRequest, RFC 9846 §4.3.2. */
  readonly cookie: boolean;
  readonly padding: number;
  readonly extendedMainSecret: boolean;
  readonly encryptThenMac: boolean;
  /** TLS 1.2: the group of DHE suites. */
  readonly dhGroup: DhGroupId;
  /** Application data it answers with. */
  readonly response: string;
}

export interface Scenario {
  /** The preset it started from. */
  readonly preset: ScenarioId;
  /** Milliseconds since 1970 UTC; null follows the real clock. */
  readonly clock: number | null;
  readonly browser: BrowserConfig;
  readonly server: ServerConfig;
  /** After the data: one KeyUpdate by the browser (RFC 9846 §4.7.3). */
  readonly keyUpdate: boolean;
  /** A run of two connections: the second comes back with what the first one left. */
  readonly resume: 'none' | 'ticket' | 'session-id';
  /** Seconds between the two. */
  readonly resumeAfter: number;
  /** What whoever holds the wire does to the messages of the run, in this order. */
  readonly network: readonly NetworkAct[];
}

/**
 * One thing the network does. Messages go by the ids of their steps, as sent. Offsets count from the first
 * byte of the message's first record, header included; bytes are hex without spaces.
 */
export type NetworkAct = {
  readonly on: string;
  /** Taken back by the learner: stays in the list, does nothing. */
  readonly undone?: true;
} & (
  | { readonly act: 'flip'; readonly at: number; readonly mask: number }
  | { readonly act: 'overwrite'; readonly at: number; readonly bytes: string }
  /** A field of a message in the clear gets other content, of any length; prefixes around it follow. */
  | { readonly act: 'set'; readonly path: string; readonly bytes: string }
  /** Only the first bytes arrive. */
  | { readonly act: 'truncate'; readonly to: number }
  | { readonly act: 'drop' }
  | { readonly act: 'duplicate' }
  /** Held back until that message has passed. */
  | { readonly act: 'delay'; readonly until: string }
  /** Sent once more behind that message. */
  | { readonly act: 'replay'; readonly after: string }
  /** Bytes of the network's own, behind the message, to the same receiver. */
  | { readonly act: 'inject'; readonly bytes: string }
  /** All that the browser had sent up to here, once more, over a new connection to the server, so many seconds later. */
  | { readonly act: 'reconnect'; readonly seconds: number }
  /** The connection is closed behind the message: nothing arrives any more. */
  | { readonly act: 'cut' }
);
