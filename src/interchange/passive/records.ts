/**
 * TLS records out of one side's bytes as captured. Where TLS begins late (STARTTLS, a capture that missed the
 * beginning) or bytes are missing, the next place that can only be a record is found again; what lies before
 * it is counted and left out.
 */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Chunk, Side } from '../capture/streams.ts';
import { contentTypeName, contentTypes, headerLength } from '../../tls/record/view.ts';

export type Item =
  /** `unsure`: it follows missing bytes, so records may have been lost before it. */
  | (Place & { readonly kind: 'record'; readonly bytes: Bytes; readonly unsure: boolean })
  /** Bytes that the capture has not, or that are no TLS. */
  | (Place & { readonly kind: 'gap' | 'other'; readonly length: number })
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

export function itemsOf(chunks: readonly Chunk[], side: Side): readonly Item[] {
  const items: Item[] = [];
  let buffer: Bytes = new Uint8Array();
  let state: 'searching' | 'in step' = 'searching';
  let first = true;
  let unsure = false;
  let place: Place = { side, time: 0, packet: 0 };
  const add = (kind: 'gap' | 'other', length: number): void => {
    if (length > 0) items.push({ ...place, kind, length });
  };
  for (const chunk of chunks) {
    place = { side, time: chunk.time, packet: chunk.packet };
    if (chunk.gap > 0) {
      add('other', buffer.length);
      add('gap', chunk.gap);
      buffer = new Uint8Array();
      state = 'searching';
      unsure = true;
    }
    // Before TLS begins each chunk stands for itself: text of another protocol ends with its packet.
    if (state === 'searching' && first) {
      add('other', buffer.length);
      buffer = chunk.bytes;
    } else buffer = concat(buffer, chunk.bytes);
    for (;;) {
      if (state === 'searching') {
        const start = first && !unsure ? openingAt(buffer, side) : findRecord(buffer);
        if (start === undefined) {
          // Whatever it is, a record would have shown by now.
          const old = Math.max(0, buffer.length - headerLength - longestFragment);
          if (!first || unsure) {
            add('other', old);
            buffer = buffer.slice(old);
          }
          break;
        }
        add('other', start);
        buffer = buffer.slice(start);
        state = 'in step';
        first = false;
      }
      if (buffer.length < headerLength) break;
      if (!isHeader(buffer, 0)) {
        state = 'searching';
        unsure = true;
        // Not here, or it would be found again and again.
        add('other', 1);
        buffer = buffer.slice(1);
        continue;
      }
      const size = headerLength + lengthAt(buffer, 0);
      if (buffer.length < size) break;
      items.push({ ...place, kind: 'record', bytes: buffer.slice(0, size), unsure });
      unsure = false;
      buffer = buffer.slice(size);
    }
  }
  if (state === 'in step' && buffer.length > 0) {
    const announced = buffer.length < headerLength ? headerLength : headerLength + lengthAt(buffer, 0);
    items.push({ ...place, kind: 'cut', length: buffer.length, announced });
  } else add('other', buffer.length);
  return items;
}

/** Both sides in the order of their packets. */
export function inOrder(...sides: readonly (readonly Item[])[]): readonly Item[] {
  return sides.flat().toSorted((a, b) => a.packet - b.packet);
}

/** A connection begins with a handshake record (or an alert from the server) at the start of a packet. */
function openingAt(bytes: Bytes, side: Side): number | undefined {
  if (!isHeader(bytes, 0)) return undefined;
  const [type] = bytes;
  if (type === contentTypes.handshake) {
    const message = bytes[headerLength];
    return message === undefined || message === (side === 'client' ? 1 : 2) || message === 0 ? 0 : undefined;
  }
  return type === contentTypes.alert && lengthAt(bytes, 0) === 2 ? 0 : undefined;
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

function isHeader(bytes: Bytes, at: number): boolean {
  const [type = 0, major, minor = 255] = bytes.subarray(at, at + 3);
  const length = lengthAt(bytes, at);
  return (
    contentTypeName(type) !== undefined &&
    major === 3 &&
    minor <= 4 &&
    length <= longestFragment &&
    (length > 0 || type === contentTypes.application_data)
  );
}

function lengthAt(bytes: Bytes, at: number): number {
  return (bytes[at + 3] ?? 0) * 256 + (bytes[at + 4] ?? 0);
}
