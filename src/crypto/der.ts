/**
 * Just enough DER (X.690) for keys and signatures: definite, minimal lengths and low tag numbers.
 * Undefined means: not DER.
 */
import { concat } from '../bytes/hex.ts';
import type { Bytes } from './port.ts';

export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  /** [0] IMPLICIT over a primitive type. */
  context0: 0x80,
} as const;

export interface Element {
  readonly tag: number;
  readonly content: Bytes;
  /** Offset of the byte behind the element. */
  readonly end: number;
}

/** The element at `at`. */
export function readElement(bytes: Bytes, at: number): Element | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count === 0 || count > 3 || start + count > bytes.length) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    // DER wants the shortest form.
    if (length < 0x80 || (count > 1 && bytes[start] === 0)) return undefined;
    start += count;
  }
  const end = start + length;
  return end > bytes.length ? undefined : { tag, content: bytes.slice(start, end), end };
}

/** The elements inside a constructed one. */
export function children(element: Element): readonly Element[] | undefined {
  const inner: Element[] = [];
  for (let at = 0; at < element.content.length;) {
    const child = readElement(element.content, at);
    if (child === undefined) return undefined;
    inner.push(child);
    at = child.end;
  }
  return inner;
}

/** Magnitude of a positive INTEGER without leading zero bytes; minimal encoding only. */
export function integerBytes(element: Element, zeroAllowed = false): Bytes | undefined {
  const { tag, content } = element;
  const [first, second] = content;
  if (tag !== tags.integer || first === undefined || first >= 0x80) return undefined;
  if (first !== 0) return content;
  if (second === undefined) return zeroAllowed ? content : undefined;
  return second >= 0x80 ? content.slice(1) : undefined;
}

/** `content` behind tag and length; content of less than 64 KiB. */
export function writeElement(tag: number, content: Uint8Array): Bytes {
  const { length } = content;
  const prefix =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concat(Uint8Array.of(tag, ...prefix), content);
}
