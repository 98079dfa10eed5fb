/** Ways to change what one side says, for the relay in pair.ts. */
import '../tls12/parts.ts';
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { decodeHandshake, encodeHandshake, type Dialect } from '../messages/handshake.ts';
import type { Extension, HandshakeMessage } from '../messages/model.ts';
import { contentTypes } from '../record/view.ts';
import type { Piece, Sent, Side, Tamper } from './pair.ts';

/** Messages of that name, from that side, become other pieces; everything else passes. `nth` counts from 1; default: all. */
export function replace(
  from: Side,
  name: Sent['name'],
  change: (sent: Sent) => readonly Piece[],
  nth?: number,
): Tamper {
  let seen = 0;
  return (sent) => {
    if (sent.from !== from || sent.name !== name) return [sent];
    seen++;
    return nth === undefined || seen === nth ? change(sent) : [sent];
  };
}

type Named<T extends HandshakeMessage['type']> = Extract<HandshakeMessage, { readonly type: T }>;

/** Messages of that type, from that side, are decoded, changed and encoded again. */
export function rewrite<T extends HandshakeMessage['type']>(
  from: Side,
  type: T,
  change: (message: Named<T>) => HandshakeMessage,
  nth?: number,
  dialect?: Dialect,
): Tamper {
  let seen = 0;
  return (sent) => {
    if (sent.from !== from || sent.contentType !== contentTypes.handshake) return [sent];
    const decoded = decodeHandshake(sent.content, dialect);
    if (!decoded.ok || decoded.value.type !== type) return [sent];
    seen++;
    if (nth !== undefined && seen !== nth) return [sent];
    return [{ ...sent, content: encodeHandshake(change(decoded.value as Named<T>), dialect).bytes as Bytes }];
  };
}

/** Everything that goes through passes `first`, then `second`. */
export function both(first: Tamper, second: Tamper): Tamper {
  return async (sent) => {
    const pieces: Piece[] = [];
    for (const piece of await first(sent)) pieces.push(...(await second({ ...sent, ...piece })));
    return pieces;
  };
}

export function withExtensions<M extends { readonly extensions: readonly Extension[] | null }>(
  message: M,
  change: (extensions: readonly Extension[]) => readonly Extension[],
): M {
  return { ...message, extensions: change(message.extensions ?? []) };
}

/** The same bytes with one bit turned; negative positions count from the end. */
export function flipped(bytes: Bytes, at = -1): Bytes {
  const copy = bytes.slice();
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}

export function handshakePiece(level: Piece['level'], ...messages: readonly Uint8Array[]): Piece {
  return { contentType: contentTypes.handshake, level, content: concat(...messages) };
}
