/** What a server is told before it starts. */
import type { Bytes } from '../../crypto/port.ts';
import type { Credential } from '../client/config.ts';
import type { TrustPolicy } from '../proofs.ts';

export interface ServerConfig {
  /** Code points in order of preference. */
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  readonly signatureSchemes: readonly number[];
  /** Whose order decides about suites and groups. */
  readonly preference: 'server' | 'client';
  /** In order of preference; empty: ALPN is ignored. */
  readonly alpn: readonly string[];
  readonly credential: Credential;
  readonly compatibilityMode: boolean;
  /** Ask every client for a cookie first, RFC 9846 §4.3.2. */
  readonly cookie: boolean;
  readonly clientAuth: 'none' | 'request' | 'require';
  /** What client certificates are validated against; also sent as certificate_authorities. */
  readonly clientTrust?: TrustPolicy;
  /** DER of the subject names to send in certificate_authorities. */
  readonly certificateAuthorities: readonly Bytes[];
}
