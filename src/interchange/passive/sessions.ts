/**
 * Sessions of TLS 1.2 that go on in another connection of the same capture. Not every program writes a line into its
 * key log for those; the main secret is that of the connection in which the session began (RFC 5246 §7.3, RFC 5077 §3).
 */
import { concat, equal, toHex } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { find } from '../../tls/extensions.ts';
import { decodeHandshake, handshakeTypes, peekHandshakeLength } from '../../tls/messages/handshake.ts';
import { contentTypes, headerLength } from '../../tls/record/view.ts';
import type { ConnectionSecrets, KeyLog } from '../capture/key-log.ts';
import type { TlsConnection } from './connections.ts';

/** Secrets of a connection, or of the session that it resumes; of it or of an earlier one in the file. */
export function secretsFor(
  keyLog: KeyLog,
  connection: TlsConnection,
  siblings: readonly TlsConnection[] = [],
): ConnectionSecrets {
  const { hello } = connection;
  const own = hello && keyLog.connections.get(toHex(hello.random));
  if (own !== undefined || hello === undefined || connection.version !== 0x0303) return own ?? none;
  const before = siblings.find((one) => one !== connection && goesOn(one, connection));
  const main = before?.hello && keyLog.connections.get(toHex(before.hello.random))?.get('CLIENT_RANDOM');
  return main === undefined ? none : new Map([['CLIENT_RANDOM', main]]);
}

const none: ConnectionSecrets = new Map();

/** The second resumes what the first began: the same session id, or the ticket that the first was given. */
function goesOn(first: TlsConnection, second: TlsConnection): boolean {
  const { hello, answer } = second;
  if (first.version !== 0x0303 || hello === undefined || answer === undefined) return false;
  const id = first.answer?.legacySessionIdEcho;
  const echoes =
    answer.legacySessionIdEcho.length > 0 && equal(answer.legacySessionIdEcho, hello.legacySessionId);
  if (echoes && id !== undefined && equal(id, hello.legacySessionId)) return true;
  const offered = find(hello.extensions, 'session_ticket')?.ticket;
  const given = offered && offered.length > 0 ? ticketOf(first) : undefined;
  return given !== undefined && offered !== undefined && equal(given, offered);
}

const tickets = new WeakMap<TlsConnection, { readonly ticket: Bytes | undefined }>();

function ticketOf(connection: TlsConnection): Bytes | undefined {
  const known = tickets.get(connection) ?? { ticket: readTicket(connection) };
  tickets.set(connection, known);
  return known.ticket;
}

/** From NewSessionTicket, which TLS 1.2 sends before the server changes its keys: in the clear. */
function readTicket({ items }: TlsConnection): Bytes | undefined {
  const parts: Bytes[] = [];
  for (const item of items) {
    if (item.side !== 'server' || item.kind !== 'record') continue;
    const [type] = item.bytes;
    if (type !== contentTypes.handshake) break;
    parts.push(item.bytes.subarray(headerLength));
  }
  const bytes = concat(...parts);
  for (let at = 0; at < bytes.length;) {
    const length = peekHandshakeLength(bytes.subarray(at, at + 4));
    if (length === undefined || at + length > bytes.length) return undefined;
    if (bytes[at] === handshakeTypes.new_session_ticket) {
      const decoded = decodeHandshake(bytes.slice(at, at + length), dialect);
      const message = decoded.ok ? decoded.value : undefined;
      return message?.type === 'tls12_new_session_ticket' ? message.ticket : undefined;
    }
    at += length;
  }
  return undefined;
}

/** Its key exchange has no say in a ticket. */
const dialect = { version: 0x0303, keyExchange: 'ECDHE' } as const;
