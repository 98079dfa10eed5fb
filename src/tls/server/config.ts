/** What a server is told before it starts. */
import { ffdheGroup } from '../../crypto/ffdhe.ts';
import type { Bytes, FfdhGroup } from '../../crypto/port.ts';
import type { Credential } from '../client/config.ts';
import type { TrustPolicy } from '../proofs.ts';
import type { ExternalPsk } from '../psk.ts';
import type { TicketVault } from '../ticket-vault.ts';
import type { Tls12Psk } from '../tls12/key-exchange.ts';
import type { SessionCache } from '../tls12/session.ts';
import type { TicketKey } from '../tls12/tickets.ts';

export interface ServerConfig {
  /** In order of preference: the first that the client offers is spoken. */
  readonly versions: readonly number[];
  /** Code points in order of preference, of TLS 1.3 and older versions in one list. */
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  readonly signatureSchemes: readonly number[];
  /** Whose order decides about suites and groups. */
  readonly preference: 'server' | 'client';
  /** In order of preference; empty: ALPN is ignored. */
  readonly alpn: readonly string[];
  readonly credential: Credential;
  /** OCSPResponse about the leaf, for clients that ask (RFC 6066 §8); absent: they ask in vain. */
  readonly staple?: Bytes;
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
  readonly tls12: Tls12ServerOptions;
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

/**
 * How a server keeps recorded early data from being taken twice: each ticket is good for one connection (RFC 9846
 * §8.1), or it keeps a list of the hellos whose early data it has taken (§8.2). Off leaves the ticket's age (§8.3).
 */
export type AntiReplay = 'single-use' | 'list' | 'off';

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
  /** Off is what a replay needs. */
  readonly antiReplay: AntiReplay;
}

/** What a server says and does in TLS 1.2 only. */
export interface Tls12ServerOptions {
  /** RFC 7627. */
  readonly extendedMainSecret: boolean;
  /** RFC 7366. */
  readonly encryptThenMac: boolean;
  /** The group of DHE suites, unless the client asks for another by RFC 7919. */
  readonly dhGroup: FfdhGroup;
  /** Sessions to resume by ID; absent: none are kept. */
  readonly sessions?: SessionCache;
  /** Seals tickets (RFC 5077); absent: none are given. */
  readonly ticketKey?: TicketKey;
  /** Seconds that a ticket says it is good for. */
  readonly ticketLifetime: number;
  /** Keys for the suites with PSK in their name; none: these suites are passed over. */
  readonly psks: readonly Tls12Psk[];
  readonly pskIdentityHint?: Bytes;
}

export const tls12ServerDefaults: Tls12ServerOptions = {
  extendedMainSecret: true,
  encryptThenMac: true,
  get dhGroup() {
    return ffdheGroup('ffdhe2048');
  },
  ticketLifetime: 7_200,
  psks: [],
};
