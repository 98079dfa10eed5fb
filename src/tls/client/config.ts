/** What a client is told before it starts. */
import type { Bytes } from '../../crypto/port.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { TrustPolicy } from '../proofs.ts';

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
}
