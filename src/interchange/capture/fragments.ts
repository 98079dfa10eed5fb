/** IP datagrams out of their fragments, RFC 791 §3.2 and RFC 8200 §4.5. */
import type { Bytes } from '../../crypto/port.ts';

export interface Fragment {
  /** What fragments of one datagram share: addresses, identification, protocol. */
  readonly key: string;
  /** Offset of `bytes` in the payload of the datagram. */
  readonly offset: number;
  /** More of it is behind this one. */
  readonly more: boolean;
  readonly bytes: Bytes;
}

interface Datagram {
  readonly parts: Fragment[];
  /** Known once the last fragment is there. */
  length: number | undefined;
}

/** Most bytes in an IP datagram; an offset cannot say more. */
const longestDatagram = 0x1_0000;

/** Holds fragments until the datagram is whole. */
export class Fragments {
  readonly #datagrams = new Map<string, Datagram>();

  /** Fragments of datagrams that never became whole. */
  get waiting(): number {
    return [...this.#datagrams.values()].reduce((sum, { parts }) => sum + parts.length, 0);
  }

  /** The payload of the datagram that this fragment completes. */
  add(fragment: Fragment): Bytes | undefined {
    const { key, offset, more, bytes } = fragment;
    const datagram = this.#datagrams.get(key) ?? { parts: [], length: undefined };
    this.#datagrams.set(key, datagram);
    datagram.parts.push(fragment);
    if (!more) datagram.length = offset + bytes.length;
    const { length } = datagram;
    if (length === undefined || length > longestDatagram) return undefined;
    const whole = new Uint8Array(length);
    let end = 0;
    for (const part of datagram.parts.toSorted((a, b) => a.offset - b.offset)) {
      if (part.offset > end) return undefined;
      whole.set(part.bytes.subarray(0, Math.max(0, length - part.offset)), Math.min(part.offset, length));
      end = Math.max(end, part.offset + part.bytes.length);
    }
    if (end < length) return undefined;
    this.#datagrams.delete(key);
    return whole;
  }
}
