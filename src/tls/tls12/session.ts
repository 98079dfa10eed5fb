/** What is left of a TLS 1.2 connection that may be resumed: by its session ID (RFC 5246 §7.3), or by a ticket (RFC 5077). */
import type { Bytes } from '../../crypto/port.ts';
import type { Value } from '../../crypto/recorder.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { ServerIdentity } from '../proofs.ts';

export interface Tls12Session {
  readonly suite: number;
  readonly mainSecret: Value;
  /** Resumption must not mix connections with and without it, RFC 7627 §5.3. */
  readonly extendedMainSecret: boolean;
  readonly encryptThenMac: boolean;
  readonly serverName: string | undefined;
}

/** A session as a client keeps it: with what it shows to resume it, and who the server was. */
export interface ClientSession extends Tls12Session {
  readonly sessionId: Bytes;
  readonly ticket: Bytes | undefined;
  readonly server: ServerIdentity;
}

/** A session as a server keeps it, or seals it into a ticket. */
export interface ServerSession extends Tls12Session {
  /** The certificate that the client proved to own. */
  readonly client: Certificate | undefined;
}

/** A server's memory of sessions by their ID. */
export interface SessionCache {
  get(sessionId: Bytes): ServerSession | undefined;
  put(sessionId: Bytes, session: ServerSession): void;
}
