/**
 * Tickets that hold the server's own state, sealed for itself: the server keeps nothing per client (RFC 9846 §4.7.1,
 * and for their form RFC 5077 §4).
 *
 *     key_name (16) || nonce (12) || AES-128-GCM(ticket_key, nonce, key_name, state)
 */
import { decodeWith, encode, type Description } from '../bytes/codec.ts';
import { concat, equal } from '../bytes/hex.ts';
import { spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import { publicValue, type Recorder } from '../crypto/recorder.ts';
import { keyNameLength, type TicketVault } from './ticket-vault.ts';

export async function sealTicket(recorder: Recorder, vault: TicketVault, state: Bytes): Promise<Bytes> {
  const nonce = recorder.random('ticket_seal_nonce', nonceLength, spec(5077, '4'));
  const sealed = await recorder.seal(
    'session_ticket',
    'AES-128-GCM',
    vault.key,
    nonce,
    publicValue('ticket_key_name', vault.keyName),
    { name: 'ticket_state', bytes: state, secrecy: 'secret' },
    spec(9846, '4.7.1'),
  );
  return concat(vault.keyName, nonce.bytes, sealed.bytes);
}

/** Undefined for a ticket of another key, or one that somebody changed: RFC 9846 §4.3.11 says to pass over those. */
export async function openTicket(
  recorder: Recorder,
  vault: TicketVault,
  ticket: Bytes,
): Promise<Bytes | undefined> {
  if (!equal(ticket.subarray(0, keyNameLength), vault.keyName)) return undefined;
  if (ticket.length < keyNameLength + nonceLength) return undefined;
  const opened = await recorder.open(
    'ticket_state',
    'AES-128-GCM',
    vault.key,
    publicValue('ticket_seal_nonce', ticket.slice(keyNameLength, keyNameLength + nonceLength)),
    publicValue('ticket_key_name', vault.keyName),
    publicValue('session_ticket', ticket.slice(keyNameLength + nonceLength)),
    spec(9846, '4.3.11'),
  );
  return opened?.bytes;
}

/** What a TLS 1.3 server wants to know again when a ticket comes back. */
export interface TicketState {
  readonly suite: number;
  readonly psk: Bytes;
  /** Milliseconds since 1970 UTC. */
  readonly issuedAt: number;
  /** Seconds. */
  readonly lifetime: number;
  readonly ageAdd: number;
  readonly maxEarlyData: number;
  /** Empty: none. */
  readonly protocol: Bytes;
  readonly serverName: Bytes;
  /** The client has shown a certificate; a resumed connection speaks for the same client. */
  readonly clientAuthenticated: boolean;
}

export function encodeTicketState(state: TicketState): Bytes {
  return encode('TicketState', ticketState, state).bytes as Bytes;
}

export function decodeTicketState(bytes: Bytes): TicketState | undefined {
  const decoded = decodeWith('TicketState', ticketState, bytes);
  return decoded.ok ? decoded.value : undefined;
}

const ticketState: Description<TicketState> = (c, s) => ({
  suite: c.u16('cipher_suite', s?.suite),
  psk: c.opaqueVector('psk', 1, {}, s?.psk),
  issuedAt: time(
    c.u32('issued_high', s && Math.floor(s.issuedAt / 2 ** 32)),
    c.u32('issued_low', s && s.issuedAt % 2 ** 32),
  ),
  lifetime: c.u32('ticket_lifetime', s?.lifetime),
  ageAdd: c.u32('ticket_age_add', s?.ageAdd),
  maxEarlyData: c.u32('max_early_data_size', s?.maxEarlyData),
  protocol: c.opaqueVector('protocol', 1, {}, s?.protocol),
  serverName: c.opaqueVector('server_name', 1, {}, s?.serverName),
  clientAuthenticated: c.u8('client_authenticated', s && Number(s.clientAuthenticated)) === 1,
});

function time(high: number, low: number): number {
  return high * 2 ** 32 + low;
}

const nonceLength = 12;
