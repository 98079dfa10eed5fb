/**
 * Tickets of RFC 5077: the server's session, sealed under a key that only servers know, kept by the client.
 *
 * `key_name (16) || nonce (12) || AES-128-GCM(state)`. The form is the server's own business (§4); this one
 * uses an AEAD where the RFC, older than AEADs, recommends CBC and HMAC.
 */
import { decodeWith, encode, type Description } from '../../bytes/codec.ts';
import { concat, equal, fromUtf8, utf8 } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue, type Recorder, type Value } from '../../crypto/recorder.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import type { ServerSession } from './session.ts';

/** Key and name of the key that seals tickets. */
export interface TicketKey {
  readonly name: Bytes;
  /** 16 bytes. */
  readonly key: Bytes;
}

export async function sealTicket(rec: Recorder, key: TicketKey, session: ServerSession): Promise<Bytes> {
  const nonce = rec.random('ticket_nonce', nonceLength, at);
  const state: Value = { name: 'ticket_state', bytes: encodeState(session), secrecy: 'secret' };
  const aad = publicValue('ticket_key_name', key.name);
  const sealed = await rec.seal('session_ticket', 'AES-128-GCM', keyValue(key), nonce, aad, state, at);
  return concat(key.name, nonce.bytes, sealed.bytes);
}

/** Undefined for a ticket that is none of ours, or was changed: a full handshake follows, no alert (§3.4). */
export async function openTicket(
  rec: Recorder,
  key: TicketKey,
  ticket: Bytes,
): Promise<ServerSession | undefined> {
  const { length } = key.name;
  if (!equal(ticket.subarray(0, length), key.name)) return undefined;
  const opened = await rec.open(
    'ticket_state',
    'AES-128-GCM',
    keyValue(key),
    publicValue('ticket_nonce', ticket.slice(length, length + nonceLength)),
    publicValue('ticket_key_name', key.name),
    publicValue('session_ticket', ticket.slice(length + nonceLength)),
    at,
  );
  return opened && decodeState(opened.bytes);
}

const at = spec(5077, '4');
const nonceLength = 12;

function keyValue({ key }: TicketKey): Value {
  return { name: 'ticket_key', bytes: key, secrecy: 'secret' };
}

interface State {
  readonly suite: number;
  readonly flags: number;
  readonly mainSecret: Bytes;
  readonly serverName: Bytes;
  readonly certificate: Bytes;
}

const description: Description<State> = (c, m) => ({
  suite: c.u16('cipher_suite', m?.suite),
  flags: c.u8('flags', m?.flags),
  mainSecret: c.opaque('main_secret', 48, m?.mainSecret),
  serverName: c.opaqueVector('server_name', 2, {}, m?.serverName),
  certificate: c.opaqueVector('client_certificate', 3, {}, m?.certificate),
});

function encodeState(session: ServerSession): Bytes {
  const { extendedMainSecret, encryptThenMac, serverName, client } = session;
  const state: State = {
    suite: session.suite,
    flags: Number(extendedMainSecret) + 2 * Number(encryptThenMac) + 4 * Number(serverName !== undefined),
    mainSecret: session.mainSecret.bytes,
    serverName: utf8(serverName ?? ''),
    certificate: client?.der ?? new Uint8Array(),
  };
  return encode('StatePlaintext', description, state).bytes as Bytes;
}

function decodeState(bytes: Bytes): ServerSession | undefined {
  const decoded = decodeWith('StatePlaintext', description, bytes);
  if (!decoded.ok) return undefined;
  const { suite, flags, mainSecret, serverName, certificate } = decoded.value;
  const client = certificate.length > 0 ? decodeCertificate(certificate) : undefined;
  return {
    suite,
    mainSecret: { name: 'main_secret', bytes: mainSecret, secrecy: 'secret' },
    extendedMainSecret: (flags & 1) !== 0,
    encryptThenMac: (flags & 2) !== 0,
    serverName: (flags & 4) !== 0 ? fromUtf8(serverName) : undefined,
    client: client?.ok ? client.value : undefined,
  };
}
