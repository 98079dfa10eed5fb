/** Small shapes of the command's output: hex blocks, times, numbers, an inner element as nodes. */
import type { DerNode } from '../../bytes/der-node.ts';
import { integerOf } from '../../bytes/der-values.ts';
import { parseDer } from '../../bytes/der.ts';
import { DecodeFailure } from '../../bytes/reader.ts';

/** 'a1:b2:c3'. */
export function colons(bytes: Uint8Array, upper = false): string {
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
  return upper ? text.toUpperCase() : text;
}

/** Lines of `perLine` bytes; every line but the last ends in a colon. */
export function hexBlock(
  bytes: Uint8Array,
  perLine: number,
  indent: string,
  upper = false,
): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += perLine) {
    const more = at + perLine < bytes.length;
    lines.push(`${indent}${colons(bytes.subarray(at, at + perLine), upper)}${more ? ':' : ''}`);
  }
  return lines;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 'Nov  3 09:05:00 2026 GMT'. */
export function timeText(milliseconds: number, withFraction = false): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  const fraction = withFraction ? `.${String(date.getUTCMilliseconds()).padStart(3, '0')}` : '';
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${months[date.getUTCMonth()]} ${day} ${clock}${fraction} ${date.getUTCFullYear()} GMT`;
}

/** The element that fills `bytes`. Throws a DecodeFailure where there is none. */
export function rootOf(bytes: Uint8Array): DerNode {
  const parsed = parseDer(bytes);
  if (!parsed.ok) throw new DecodeFailure(parsed.error);
  return parsed.value;
}

/** '65537 (0x10001)', and the octets where 64 bits do not hold it. */
export function numberText(node: DerNode, bytes: Uint8Array): string {
  const value = integerOf(node, bytes);
  return `${value} (0x${value.toString(16)})`;
}

/** Printable characters; the rest becomes a dot, line ends stay. */
export function dotted(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte > 0x7e || (byte < 0x20 && byte !== 0x0a && byte !== 0x0d) ? '.' : String.fromCharCode(byte),
  ).join('');
}

/** An INTEGER of any size as sign and magnitude; `octets` are those of the magnitude, at least one. */
export function magnitude(content: Uint8Array): {
  readonly negative: boolean;
  readonly value: bigint;
  readonly octets: readonly string[];
} {
  const negative = (content[0] ?? 0) >= 0x80;
  const whole = content.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const value = negative ? (1n << BigInt(8 * content.length)) - whole : whole;
  const hex = value.toString(16);
  return { negative, value, octets: hex.padStart(hex.length + (hex.length % 2), '0').match(/../g) ?? [] };
}
