/** What may be typed into the fields of the Configure sheet, and what it means. */
import { utf8 } from '../bytes/hex.ts';

/** A DNS name in LDH form (RFC 1123 §2.1), or an IPv4 or IPv6 address; undefined for anything else. */
export function readHost(text: string): string | undefined {
  const host = text.trim().toLowerCase().replace(/\.$/, '');
  if (host.length === 0 || host.length > 253) return undefined;
  if (host.includes(':')) return /^[0-9a-f:.]+$/.test(host) ? host : undefined;
  return host
    .split('.')
    .every((label) => label.length <= 63 && /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label))
    ? host
    : undefined;
}

/** Names for a certificate: hosts, where the first label may be `*`. Separated by commas or spaces. */
export function readNames(text: string): readonly string[] | undefined {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const names = parts.map((part) =>
    part.startsWith('*.') ? prefixed('*.', readHost(part.slice(2))) : readHost(part),
  );
  return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

/** A protocol name of ALPN: 1 to 255 bytes (RFC 7301 §3.1); here printable characters without commas. */
export function readProtocol(text: string): string | undefined {
  const name = text.trim();
  return /^[\x21-\x2b\x2d-\x7e]{1,255}$/.test(name) ? name : undefined;
}

/** Characters of application data that a field takes; a link has to hold them. */
export const longestTyped = 20_000;

/** Typed text as it is sent: every line ends in CR LF (RFC 9112 §2.1). */
export function toWire(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

/** Application data as a text field shows it. */
export function toField(data: string): string {
  return data.replaceAll('\r\n', '\n');
}

export function byteCount(text: string): number {
  return utf8(text).length;
}

/** '2026-11-23 19:17' in UTC. */
export function clockText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

/** Certificates can say years up to 9999 (RFC 5280 §4.1.2.5), and those of an authority end long after the clock. */
export function isClock(milliseconds: number): boolean {
  return milliseconds >= Date.UTC(1950, 0) && milliseconds < Date.UTC(3000, 0);
}

/** The time a field names, in milliseconds since 1970 UTC; undefined for what is no time a clock can show. */
export function readClock(text: string): number | undefined {
  const match = /^\s*(\d{4})-(\d\d?)-(\d\d?)(?:[\sT]+(\d\d?):(\d\d)(?::(\d\d))?)?\s*Z?\s*$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(time);
  // 31 February rolls over into March: not what was written.
  const isDate =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return isDate && hour < 24 && minute < 60 && isClock(time) ? time : undefined;
}

/** A whole number within bounds; undefined for anything else. */
export function readWhole(text: string, from: number, to: number): number | undefined {
  const clean = text.trim().replace('\u2212', '-');
  const value = Number(clean);
  return /^[+-]?\d{1,6}$/.test(clean) && value >= from && value <= to ? value : undefined;
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}
