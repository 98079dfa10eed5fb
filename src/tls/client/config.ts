/** What a client is told before it starts. */
import type { Bytes } from '../../crypto/port.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { TrustPolicy } from '../proofs.ts';
import type { PreSharedKey } from '../psk.ts';
import type { Tls12Psk } from '../tls12/key-exchange.ts';
import type { ClientSession } from '../tls12/session.ts';

/** A chain to present, leaf first, with the leaf's private key. */
export interface Credential {
  readonly certificates: readonly Bytes[];
  readonly leaf: Certificate;
  /** PKCS#8. */
  readonly privateKey: Bytes;
}

export interface ClientConfig {
  /** Versions offered. Without TLS 1.3 and 1.2 the hello is that of an old client, which nobody answers any more. */
  readonly versions: readonly number[];
  /** Code points in order of preference, of TLS 1.3 and older versions in one list. */
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  /** Groups that get a share in the first ClientHello. */
  readonly keyShares: readonly number[];
  readonly signatureSchemes: readonly number[];
  /** Name for server_name; absent: the extension is not sent. */
  readonly serverName?: string;
  readonly alpn: readonly string[];
  readonly grease: boolean;
  readonly compatibilityMode: boolean;
  /** Ask for a stapled OCSP response about the server's certificate, RFC 6066 §8. */
  readonly statusRequest?: boolean;
  readonly trust: TrustPolicy;
  /** What to answer a CertificateRequest with; absent: an empty Certificate message. */
  readonly credential?: Credential;
  /** PskKeyExchangeMode values; none: psk_key_exchange_modes is not sent, no PSK offered and no ticket asked for. */
  readonly pskModes?: readonly number[];
  /** The PSK to offer, where it can be used. */
  readonly psk?: PreSharedKey;
  /** 0-RTT data, sent behind the ClientHello where the PSK allows it. Whoever records it can send it again. */
  readonly earlyData?: Bytes;
  /** Offer to answer a CertificateRequest after the handshake, RFC 9846 §4.3.6. */
  readonly postHandshakeAuth?: boolean;
  /** Milliseconds since 1970 UTC, for the age of tickets; default: the time that certificates are checked for. */
  readonly clock?: () => number;
  readonly tls12: Tls12ClientOptions;
}

/** What a client says and does in TLS 1.2 only. */
export interface Tls12ClientOptions {
  /** RFC 7627. */
  readonly extendedMainSecret: boolean;
  /** RFC 7366. */
  readonly encryptThenMac: boolean;
  /** Ask for a ticket, RFC 5077. */
  readonly tickets: boolean;
  /** Say that a better version was tried before and failed, RFC 7507. */
  readonly fallbackScsv: boolean;
  /** To resume, by its ticket or its ID. */
  readonly session?: ClientSession;
  /** For the suites with PSK in their name. */
  readonly psk?: Tls12Psk;
}

export const tls12ClientDefaults: Tls12ClientOptions = {
  extendedMainSecret: true,
  encryptThenMac: true,
  tickets: true,
  fallbackScsv: false,
};
