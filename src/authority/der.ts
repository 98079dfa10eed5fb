/** Writing DER, X.690 §10: what the demo PKI needs of it. Reading is in bytes/der.ts. */
import { concat, utf8 } from '../bytes/hex.ts';
import { encodeOid } from '../bytes/der-values.ts';
import type { Bytes } from '../crypto/port.ts';

/** One element of less than 64 KiB: tag, definite length in as few octets as possible, content. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const content = concat(...parts);
  const { length } = content;
  const prefix =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concat(Uint8Array.of(tag, ...prefix), content);
}

export function sequence(...parts: readonly Uint8Array[]): Bytes {
  return element(0x30, ...parts);
}

/** A non-negative INTEGER of at most 127. */
export function smallInteger(value: number): Bytes {
  return element(0x02, Uint8Array.of(value));
}

/** An INTEGER by its content octets, which must be minimal. */
export function integer(content: Uint8Array): Bytes {
  return element(0x02, content);
}

/** A non-negative INTEGER of any size. */
export function number(value: number): Bytes {
  const hex = value.toString(16);
  const digits = hex.padStart(hex.length + (hex.length % 2), '0');
  const octets = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return (octets[0] ?? 0) >= 0x80 ? element(0x02, Uint8Array.of(0), octets) : element(0x02, octets);
}

/** An ENUMERATED of at most 127. */
export function enumerated(value: number): Bytes {
  return element(0x0a, Uint8Array.of(value));
}

export function set(...parts: readonly Uint8Array[]): Bytes {
  return element(0x31, ...parts);
}

export function bitString(bytes: Uint8Array, unusedBits = 0): Bytes {
  return element(0x03, Uint8Array.of(unusedBits), bytes);
}

export function octetString(...parts: readonly Uint8Array[]): Bytes {
  return element(0x04, ...parts);
}

export function oid(dotted: string): Bytes {
  return element(0x06, encodeOid(dotted));
}

export const booleanTrue: Bytes = element(0x01, Uint8Array.of(0xff));
export const nullValue: Bytes = element(0x05);

export function utf8String(text: string): Bytes {
  return element(0x0c, utf8(text));
}

export function printableString(text: string): Bytes {
  return element(0x13, utf8(text));
}

/** [number] IMPLICIT over a primitive type, or [number] EXPLICIT where `constructed`. */
export function context(number: number, content: Uint8Array, constructed = false): Bytes {
  return element((constructed ? 0xa0 : 0x80) | number, content);
}

/** UTCTime up to 2049, GeneralizedTime from 2050 on, to the second (RFC 5280 §4.1.2.5). */
export function time(milliseconds: number): Bytes {
  const digits = new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, '');
  const year = Number(digits.slice(0, 4));
  return year < 2050 ? element(0x17, utf8(digits.slice(2))) : element(0x18, utf8(digits));
}

/** GeneralizedTime in every year: OCSP knows no other (RFC 6960 §4.2.2.1). */
export function generalizedTime(milliseconds: number): Bytes {
  return element(0x18, utf8(new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, '')));
}

/** Named bits in as few octets as possible: trailing zero bits are left out (X.690 §11.2.2). */
export function namedBits(bits: readonly number[]): Bytes {
  const highest = Math.max(...bits);
  const octets = new Uint8Array(Math.floor(highest / 8) + 1);
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return bitString(octets, 7 - (highest % 8));
}
