/**
 * A scenario: everything a run depends on, as plain data. It fits in a link.
 *
 * Code points are wire values (`0x1301`), so a scenario can name what this engine does not know.
 */

import type { RootId } from '../authority/pki.ts';

export type { RootId };

export type ScenarioId =
  | 'tls13'
  | 'rsa-certificate'
  | 'client-certificate'
  | 'client-certificate-none'
  | 'hello-retry-request'
  | 'missing-intermediate'
  | 'expired'
  | 'wrong-host'
  | 'untrusted-root'
  | 'no-common-suite';

export type CertificateKeyType = 'ecdsa' | 'rsa' | 'ed25519';

export interface BrowserConfig {
  /** In order of preference. */
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
  /** Roots switched on in the store. */
  readonly roots: readonly RootId[];
  /** What the browser answers to a CertificateRequest. */
  readonly clientCertificate: 'none' | 'valid';
  /** Application data it sends, typed by the learner. */
  readonly request: string;
}

export interface ServerConfig {
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
  readonly issuer: RootId | 'own';
  readonly sends: { readonly leaf: boolean; readonly intermediate: boolean; readonly root: boolean };
  readonly clientAuth: 'none' | 'request' | 'require';
  /** Ask for a cookie in a HelloRetryRequest, RFC 9846 §4.3.2. */
  readonly cookie: boolean;
  readonly padding: number;
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
  /** The connection is closed behind the message: nothing arrives any more. */
  | { readonly act: 'cut' }
);
