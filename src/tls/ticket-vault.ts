/** What a server keeps to make and open tickets (tickets.ts): the key, and which of them it has taken already. */
import type { Bytes } from '../crypto/port.ts';
import type { Value } from '../crypto/recorder.ts';

export const keyNameLength = 16;

export interface TicketVault {
  /** 16 random bytes by which the server tells its tickets from others. */
  readonly keyName: Bytes;
  readonly key: Value;
  /** Binders of the hellos whose early data was taken, in hex: RFC 9846 §8.2. */
  readonly seen: Set<string>;
  /** Tickets that were taken, in hex, where each is good for one connection: RFC 9846 §8.1. */
  readonly used: Set<string>;
}

/** A vault of its own for each server; whoever shares it can resume, and read, each other's sessions. */
export function createTicketVault(random: (length: number) => Bytes): TicketVault {
  return {
    keyName: random(keyNameLength),
    key: { name: 'ticket_key', bytes: random(16), secrecy: 'secret' },
    seen: new Set(),
    used: new Set(),
  };
}
