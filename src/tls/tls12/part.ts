/**
 * What TLS 1.2 adds to what every connection reads: the forms of its messages, and its suites. Most connections do
 * without, so it is not there until parts.ts has been loaded: by the engine of TLS 1.2 (door.ts), and by whoever
 * reads recorded messages.
 */
import type { Bodies } from '../messages/handshake.ts';
import type { KeyExchangeName, Tls12Suite } from '../registry/suite-parts.ts';

export interface Tls12Part {
  /** Undefined for suites that TLS 1.2 does not have, or that do not run here. */
  readonly suiteByCode: (code: number) => Tls12Suite | undefined;
  /** `old`: of TLS 1.1 and older. */
  readonly bodies: (keyExchange: KeyExchangeName, old?: boolean) => Bodies;
}

let part: Tls12Part | undefined;

/** For parts.ts. */
export function addTls12Part(added: Tls12Part): void {
  part = added;
}

export function tls12Part(): Tls12Part {
  if (part === undefined) throw new Error('TLS 1.2 is read before tls12/parts.ts is loaded');
  return part;
}
