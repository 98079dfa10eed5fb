/** What a client is told before it starts. */
import type { Bytes } from '../../crypto/port.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { TrustPolicy } from '../proofs.ts';
import type { PreSharedKey } from '../psk.ts';

/** A chain to present, leaf first, with the leaf's private key. */
export interface Credential {
  readonly certificates: readonly Bytes[];
  readonly leaf: Certificate;
  /** PKCS#8. */
  readonly privateKey: Bytes;
}

export interface ClientConfig {
  /** Code points in order of preference. */
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
}
