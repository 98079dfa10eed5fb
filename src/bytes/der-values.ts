/**
 * Values of DER elements. Every reader looks at the content alone, so it serves IMPLICIT tags too;
 * which tag stands before it is the caller's to check (`isUniversal`, `isContext`).
 *
 * Content that is not DER for its type ends in a DecodeFailure, which `catchDecode` turns into a value.
 */
import { contentOf, universal, type DerNode } from './der-node.ts';
import type { FieldValue } from './field.ts';
import { toHex } from './hex.ts';
import { DecodeFailure } from './reader.ts';
import { spec } from './spec.ts';
import { type Said, say } from './say.ts';

/** X.690 §8.2, §11.1: one octet, 0x00 or 0xff. */
export function booleanOf(node: DerNode, bytes: Uint8Array, path = 'BOOLEAN'): boolean {
  const content = contentOf(node, bytes);
  const value = content[0];
  if (content.length !== 1 || (value !== 0x00 && value !== 0xff)) {
    refuse(node, path, say('{} is not 00 or ff', toHex(content)));
  }
  return value === 0xff;
}

/** X.690 §8.3: two's complement, no superfluous first octet. Any size. */
export function integerOf(node: DerNode, bytes: Uint8Array, path = 'INTEGER'): bigint {
  const content = integerBytes(node, bytes, path);
  const value = BigInt(`0x${toHex(content)}`);
  return (content[0] ?? 0) >= 0x80 ? value - (1n << BigInt(8 * content.length)) : value;
}

/** An INTEGER that fits 32 bits, as a number. */
export function smallIntegerOf(node: DerNode, bytes: Uint8Array, path = 'INTEGER'): number {
  const content = integerBytes(node, bytes, path);
  if (content.length > 4) refuse(node, path, say('{} octets, at most 4 are expected', content.length));
  return content.reduce((value, byte) => value * 256 + byte, (content[0] ?? 0) >= 0x80 ? -1 : 0);
}

/** X.690 §8.19: dotted text. Arcs may have any size up to 140 bits (UUID arcs have 128). */
export function oidOf(node: DerNode, bytes: Uint8Array, path = 'OBJECT IDENTIFIER'): string {
  const oid = oidFromContent(contentOf(node, bytes));
  if (oid === undefined) refuse(node, path, say('not an object identifier'));
  return oid;
}

export interface BitString {
  /** Bits at the end of the last octet that do not count, 0 to 7. */
  readonly unusedBits: number;
  /** As a view. */
  readonly bytes: Uint8Array;
}

/** X.690 §8.6, §11.2.1: unused bits are zero. */
export function bitStringOf(node: DerNode, bytes: Uint8Array, path = 'BIT STRING'): BitString {
  const content = contentOf(node, bytes);
  const unusedBits = content[0];
  const last = content.at(-1) ?? 0;
  const bits = content.subarray(1);
  if (unusedBits === undefined || unusedBits > 7 || (bits.length === 0 && unusedBits > 0)) {
    // X.690 §8.6.2.
    refuse(node, path, say('no valid count of unused bits'));
  }
  if (bits.length > 0 && (last & ((1 << unusedBits) - 1)) !== 0) {
    refuse(node, path, say('unused bits are not zero'));
  }
  return { unusedBits, bytes: bits };
}

/** Bit `index` of a named bit list; bit 0 is the first (highest) one. Bits beyond the end are zero. */
export function bitAt(bits: BitString, index: number): boolean {
  return (((bits.bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

/**
 * UTCTime or GeneralizedTime, by the node's universal tag, in the only forms RFC 5280 §4.1.2.5
 * allows (seconds present, Z, no fraction). Milliseconds since 1970 UTC.
 */
export function timeOf(node: DerNode, bytes: Uint8Array, path = 'Time'): number {
  const text = ascii(contentOf(node, bytes));
  const short = node.tag === universal.UTCTime;
  const at = spec(5280, short ? '4.1.2.5.1' : '4.1.2.5.2');
  if (!(short ? /^\d{12}Z$/ : /^\d{14}Z$/).test(text)) {
    refuse(
      node,
      path,
      say('"{}" is not {}', text.slice(0, 40), short ? 'YYMMDDHHMMSSZ' : 'YYYYMMDDHHMMSSZ'),
      at,
    );
  }
  const numbers = (text.slice(short ? 2 : 4).match(/\d\d/g) ?? []).map(Number);
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
  const written = Number(text.slice(0, short ? 2 : 4));
  // Two digits: 50 to 99 are 19xx, 00 to 49 are 20xx.
  const year = short ? written + (written >= 50 ? 1900 : 2000) : written;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days || hour > 23 || minute > 59 || second > 59)
    refuse(node, path, say('"{}" is no date', text), at);
  // Date.UTC reads years below 100 as 19xx; the calendar repeats every 400 years.
  return Date.UTC(year + 400, month - 1, day, hour, minute, second) - millisecondsIn400Years;
}

/** Text of any ASN.1 string type, by the node's universal tag; other tags are read as IA5String. */
export function stringOf(node: DerNode, bytes: Uint8Array, path = 'String'): string {
  const text = textOf(node.tagClass === 'universal' ? node.tag : universal.IA5String, contentOf(node, bytes));
  if (text === undefined) refuse(node, path, say('characters outside the string type'));
  return text;
}

/** Content octets of an OID. Throws a RangeError where the text is no OID: that is the caller's bug. */
export function encodeOid(oid: string): Uint8Array {
  if (!/^\d+(\.\d+)+$/.test(oid)) throw new RangeError(`not an OID: ${oid}`);
  const arcs = oid.split('.').map(BigInt);
  const [first = 3n, second = 0n] = arcs;
  if (first > 2n || (first < 2n && second > 39n)) throw new RangeError(`not an OID: ${oid}`);
  const out: number[] = [];
  for (const arc of [first * 40n + second, ...arcs.slice(2)]) {
    const groups = [Number(arc & 0x7fn)];
    for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) groups.unshift(Number(rest & 0x7fn) | 0x80);
    out.push(...groups);
  }
  return Uint8Array.from(out);
}

/** What a primitive element of universal type means; opaque bytes where the content is not DER for it. */
export function defaultValue(node: DerNode, bytes: Uint8Array): FieldValue {
  const content = contentOf(node, bytes);
  if (content.length === 0) return { type: 'empty' };
  if (node.tagClass !== 'universal') return { type: 'bytes' };
  try {
    switch (node.tag) {
      case universal.BOOLEAN:
        return { type: 'boolean', value: booleanOf(node, bytes) };
      case universal.INTEGER:
      case universal.ENUMERATED:
        return content.length > 4
          ? { type: 'bytes' }
          : { type: 'number', value: smallIntegerOf(node, bytes) };
      case universal.OBJECT_IDENTIFIER:
        return { type: 'oid', oid: oidOf(node, bytes) };
      case universal.UTCTime:
      case universal.GeneralizedTime:
        return { type: 'time', value: timeOf(node, bytes) };
      default:
        return stringTags.has(node.tag) ? { type: 'text', value: stringOf(node, bytes) } : { type: 'bytes' };
    }
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
    return { type: 'bytes' };
  }
}

/** Universal tags of string types that `stringOf` reads. */
export const stringTags: ReadonlySet<number> = new Set([12, 18, 19, 20, 22, 26, 28, 30]);

const millisecondsIn400Years = 146_097 * 86_400_000;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const maxArcOctets = 20;

function integerBytes(node: DerNode, bytes: Uint8Array, path: string): Uint8Array {
  const content = contentOf(node, bytes);
  const [first, second = 0] = content;
  if (first === undefined) refuse(node, path, say('no content'));
  if (content.length > 1 && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    refuse(node, path, say('first nine bits are all alike'));
  }
  return content;
}

function oidFromContent(content: Uint8Array): string | undefined {
  if (content.length === 0 || (content.at(-1) ?? 0) >= 0x80) return undefined;
  const arcs: string[] = [];
  let arc = 0n;
  let octets = 0;
  for (const byte of content) {
    if (octets === 0 && byte === 0x80) return undefined;
    if (++octets > maxArcOctets) return undefined;
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) {
      const first = arc < 80n ? arc / 40n : 2n;
      arcs.push(String(first));
      arc -= first * 40n;
    }
    arcs.push(String(arc));
    arc = 0n;
    octets = 0;
  }
  return arcs.join('.');
}

function textOf(tag: number, content: Uint8Array): string | undefined {
  switch (tag) {
    case universal.UTF8String:
      try {
        return strictUtf8.decode(content);
      } catch {
        return undefined;
      }
    case universal.BMPString:
      return wideText(content, 2);
    case universal.UniversalString:
      return wideText(content, 4);
    case universal.TeletexString:
      // T.61 in name, Latin-1 in practice.
      return ascii(content);
    default:
      return content.every((byte) => byte < 0x80) ? ascii(content) : undefined;
  }
}

function wideText(content: Uint8Array, width: 2 | 4): string | undefined {
  if (content.length % width !== 0) return undefined;
  let text = '';
  for (let at = 0; at < content.length; at += width) {
    let point = 0;
    for (let i = 0; i < width; i++) point = point * 256 + (content[at + i] ?? 0);
    if (point > 0x10_ffff) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}

function ascii(content: Uint8Array): string {
  let text = '';
  for (const byte of content) text += String.fromCharCode(byte);
  return text;
}

function refuse(node: DerNode, path: string, detail: Said, at = spec(5280, '4.1')): never {
  throw new DecodeFailure({
    code: 'bad-value',
    path,
    offset: node.start + node.headerLength,
    detail,
    spec: at,
  });
}
