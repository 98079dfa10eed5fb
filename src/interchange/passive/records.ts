/**
 * TLS records out of one side's bytes as captured. Where TLS begins late (STARTTLS, a capture that missed the
 * beginning) or bytes are missing, the next place that can only be a record is found again; what lies before
 * it is counted and left out.
 */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Chunk, Side } from '../capture/streams.ts';
import { contentTypes, headerLength } from '../../tls/record/view.ts';

export type Item =
  | (Place & { readonly kind: 'record'; readonly bytes: Bytes })
  /** Bytes that the capture has not, that belong to records of which a part is missing, or that are no TLS. */
  | (Place & { readonly kind: 'gap' | 'torn' | 'other'; readonly length: number })
  /** The capture ends in the middle of a record. */
  | (Place & { readonly kind: 'cut'; readonly length: number; readonly announced: number });

interface Place {
  readonly side: Side;
  readonly time: number;
  /** The packet that completed it. */
  readonly packet: number;
}

/** Most bytes of a protected fragment in any version, RFC 5246 §6.2.3. */
const longestFragment = 2 ** 14 + 2048;

/** `midway`: the capture began when the records had been following each other for a while. */
export function itemsOf(chunks: readonly Chunk[], side: Side, midway = false): readonly Item[] {
  const items: Item[] = [];
  let buffer: Bytes = noBytes;
  // Before TLS begins; in step with the records; out of step, behind missing bytes or foreign ones.
  let state: 'before' | 'in step' | 'torn' | 'other' = midway ? 'torn' : 'before';
  let place: Place = { side, time: 0, packet: 0 };
  const drop = (kind: 'gap' | 'torn' | 'other', length: number): void => {
    if (length > 0) items.push({ ...place, kind, length });
    if (kind !== 'gap') buffer = buffer.subarray(length);
  };
  for (const chunk of chunks) {
    place = { side, time: chunk.time, packet: chunk.packet };
    if (chunk.gap > 0) {
      drop(state === 'before' || state === 'other' ? 'other' : 'torn', buffer.length);
      drop('gap', chunk.gap);
      state = 'torn';
    }
    // Before TLS begins each chunk stands for itself: text of another protocol ends with its packet.
    if (state === 'before' && !mayBegin(buffer)) drop('other', buffer.length);
    buffer = buffer.length === 0 ? chunk.bytes : concat(buffer, chunk.bytes);
    for (;;) {
      if (state !== 'in step') {
        const start: number | undefined = state === 'before' ? openingAt(buffer, side) : findRecord(buffer);
        // No place in what was searched can be the beginning of a record, but for the last ones.
        if (start === undefined) {
          if (state !== 'before') drop(state, Math.max(0, buffer.length - headerLength + 1));
          break;
        }
        drop(state === 'torn' ? 'torn' : 'other', start);
        state = 'in step';
      }
      if (buffer.length < headerLength) break;
      if (!isHeader(buffer, 0)) {
        state = 'other';
        // Not here, or it would be found again and again.
        drop('other', 1);
        continue;
      }
      const size = headerLength + lengthAt(buffer, 0);
      if (buffer.length < size) break;
      items.push({ ...place, kind: 'record', bytes: buffer.slice(0, size) });
      buffer = buffer.subarray(size);
    }
  }
  if (state === 'in step' && buffer.length > 0) {
    const announced = buffer.length < headerLength ? headerLength : headerLength + lengthAt(buffer, 0);
    items.push({ ...place, kind: 'cut', length: buffer.length, announced });
  } else drop(state === 'torn' ? 'torn' : 'other', buffer.length);
  return items;
}

/** Both sides in the order of their packets. */
export function inOrder(...sides: readonly (readonly Item[])[]): readonly Item[] {
  return sides.flat().toSorted((a, b) => a.packet - b.packet);
}

const noBytes: Bytes = new Uint8Array();

/** A connection begins with a handshake record (or an alert from the server) at the start of a packet. */
function openingAt(bytes: Bytes, side: Side): number | undefined {
  if (!isHeader(bytes, 0)) return helloAt(bytes, side);
  const [type] = bytes;
  if (type === contentTypes.handshake) {
    const message = bytes[headerLength];
    return message === undefined || message === helloOf(side) || message === 0 ? 0 : undefined;
  }
  return type === contentTypes.alert && lengthAt(bytes, 0) === 2 ? 0 : undefined;
}

function helloOf(side: Side): number {
  return side === 'client' ? 1 : 2;
}

/** Less than a header, and so far nothing against it: some send their hello in tiny pieces. */
function mayBegin(bytes: Bytes): boolean {
  const [type, major = 3, minor = 0] = bytes;
  return bytes.length < headerLength && type === contentTypes.handshake && major === 3 && minor <= 4;
}

/** Behind a line of another protocol in the same packet: a hello that fills its record says so three times. */
function helloAt(bytes: Bytes, side: Side): number | undefined {
  for (let at = 1; at + 11 <= bytes.length; at++) {
    if (bytes[at] !== contentTypes.handshake || !isHeader(bytes, at)) continue;
    const message = at + headerLength;
    const long = (bytes[message + 1] ?? 0) > 0;
    const fills = lengthAt(bytes, at) === 4 + lengthAt(bytes, message - 1);
    const version = bytes[message + 4] === 3 && (bytes[message + 5] ?? 255) <= 4;
    if (bytes[message] === helloOf(side) && !long && fills && version) return at;
  }
  return undefined;
}

/** The first offset from which records follow each other to the end of what is there. */
function findRecord(bytes: Bytes): number | undefined {
  for (let at = 0; at + headerLength <= bytes.length; at++) {
    if (!isHeader(bytes, at)) continue;
    const next = at + headerLength + lengthAt(bytes, at);
    if (next + headerLength > bytes.length || isHeader(bytes, next)) return at;
  }
  return undefined;
}

/** Heartbeats (RFC 6520) are records too, if none that TLS 1.3 knows. */
const heartbeat = 24;

function isHeader(bytes: Bytes, at: number): boolean {
  const type = bytes[at] ?? 0;
  if (bytes[at + 1] !== 3 || type < contentTypes.change_cipher_spec || type > heartbeat) return false;
  const length = lengthAt(bytes, at);
  return (
    (bytes[at + 2] ?? 255) <= 4 &&
    length <= longestFragment &&
    (length > 0 || type === contentTypes.application_data)
  );
}

function lengthAt(bytes: Bytes, at: number): number {
  return (bytes[at + 3] ?? 0) * 256 + (bytes[at + 4] ?? 0);
}
