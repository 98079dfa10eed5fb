/** What a server is told before it starts. */
import type { Bytes } from '../../crypto/port.ts';
import type { Credential } from '../client/config.ts';
import type { TrustPolicy } from '../proofs.ts';
import type { ExternalPsk } from '../psk.ts';
import type { TicketVault } from '../tickets.ts';

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
  /** Ask only after the handshake, of clients that offered to be asked then; of all others in it. */
  readonly askLate?: boolean;
  /** What client certificates are validated against; also sent as certificate_authorities. */
  readonly clientTrust?: TrustPolicy;
  /** DER of the subject names to send in certificate_authorities. */
  readonly certificateAuthorities: readonly Bytes[];
  /** Absent: PSKs are passed over, and no tickets given. */
  readonly psk?: PskPolicy;
}

export interface PskPolicy {
  /** PskKeyExchangeMode values, favourite first. */
  readonly modes: readonly number[];
  readonly external: readonly ExternalPsk[];
  readonly tickets?: TicketPolicy;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
}

export interface TicketPolicy {
  readonly vault: TicketVault;
  /** How many to hand out at the end of a handshake. */
  readonly count: number;
  /** Seconds. */
  readonly lifetime: number;
  /** 'refuse' hands out tickets that allow early data, and then does not take it, as a server may at any time. */
  readonly earlyData: 'off' | 'accept' | 'refuse';
  /** Bytes. */
  readonly maxEarlyData: number;
  /** Remember hellos whose early data was taken, RFC 9846 §8.2. Off is what an attack needs. */
  readonly replayProtection: boolean;
}
