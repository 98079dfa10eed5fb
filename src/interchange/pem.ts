/**
 * PEM, RFC 7468: DER as text between BEGIN and END lines.
 *
 * Encodes strictly (64 characters a line). Parses as files come: any line length, text around the
 * blocks, either line ending; but what stands inside a block must be base64 to the last bit, and
 * every complaint names its line.
 */
import { concat } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';

export interface PemBlock {
  /** 'CERTIFICATE', 'PRIVATE KEY', … */
  readonly label: string;
  readonly bytes: Bytes;
  /** Line of the BEGIN, from 1. */
  readonly line: number;
}

export type PemErrorCode =
  /** The text has no BEGIN line. */
  | 'no-block'
  /** An END without a BEGIN before it. */
  | 'stray-end'
  /** A BEGIN inside a block, or no END behind it. */
  | 'missing-end'
  /** END names another label than BEGIN. */
  | 'label-mismatch'
  /** 'Proc-Type: 4,ENCRYPTED' and the like, RFC 1421: an encrypted key. */
  | 'headers'
  | 'bad-character'
  /** Characters behind the padding, or a count that is no base64. */
  | 'bad-padding'
  | 'empty';

export interface PemError {
  readonly code: PemErrorCode;
  /** From 1. */
  readonly line: number;
  /** From 1; for bad characters. */
  readonly column?: number;
  /** English, for logs and tests. */
  readonly detail: string;
}

export type ParsedPem =
  | { readonly ok: true; readonly blocks: readonly PemBlock[] }
  | { readonly ok: false; readonly error: PemError };

/** One block, with a final line feed. */
export function encodePem(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** All blocks of a text, or the first fault in it. */
export function parsePem(text: string): ParsedPem {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly line: number; readonly body: Line[] } | undefined;
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = i + 1;
    const boundary = /^-----(BEGIN|END) ([^-]*(?:-[^-]+)*)-----\s*$/.exec(raw.replace(/^\uFEFF/, ''));
    const label = boundary?.[2] ?? '';
    if (boundary?.[1] === 'BEGIN') {
      if (open)
        return fault(
          'missing-end',
          line,
          `BEGIN ${label}, but the ${open.label} of line ${open.line} has no END yet`,
        );
      open = { label, line, body: [] };
    } else if (boundary) {
      if (open === undefined) return fault('stray-end', line, `END ${label} without BEGIN`);
      if (open.label !== label)
        return fault('label-mismatch', line, `END ${label}, but line ${open.line} says BEGIN ${open.label}`);
      const decoded = decodeBody(open.body, line);
      if ('code' in decoded) return { ok: false, error: decoded };
      blocks.push({ label, bytes: decoded.bytes, line: open.line });
      open = undefined;
    } else open?.body.push({ text: raw, line });
  }
  if (open) return fault('missing-end', open.line, `BEGIN ${open.label} has no END`);
  return blocks.length > 0 ? { ok: true, blocks } : fault('no-block', 1, 'no line says -----BEGIN …-----');
}

/** RFC 4648 §4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const left = bytes.length - at;
    for (let i = 0; i < 4; i++) text += i > left ? '=' : alphabet[(group >> (18 - 6 * i)) & 63];
  }
  return text;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(alphabet, (character, value) => [character, value]));

interface Line {
  readonly text: string;
  readonly line: number;
}

function fault(
  code: PemErrorCode,
  line: number,
  detail: string,
  column?: number,
): { readonly ok: false; readonly error: PemError } {
  return { ok: false, error: { code, line, detail, ...(column !== undefined && { column }) } };
}

function decodeBody(body: readonly Line[], endLine: number): { readonly bytes: Bytes } | PemError {
  const groups: Bytes[] = [];
  let pending: number[] = [];
  let padding = 0;
  for (const { text, line } of body) {
    if (/^[A-Za-z-]+: /.test(text))
      return { code: 'headers', line, detail: `"${text.slice(0, 40)}": encrypted blocks are not read` };
    for (const [i, character] of Array.from(text).entries()) {
      if (/\s/.test(character)) continue;
      const value = values.get(character);
      const column = i + 1;
      if (character === '=') padding += 1;
      else if (value === undefined)
        return { code: 'bad-character', line, column, detail: `"${character}" is not base64` };
      else if (padding > 0)
        return { code: 'bad-padding', line, column, detail: 'characters behind the padding' };
      else pending.push(value);
      if (padding > 0 && (pending.length < 2 || pending.length + padding > 4))
        return { code: 'bad-padding', line, column, detail: 'padding where none belongs' };
      if (padding === 0 && pending.length === 4) {
        groups.push(bytesOf(pending, 3));
        pending = [];
      }
    }
  }
  if (pending.length > 0 && pending.length + padding !== 4)
    return {
      code: 'bad-padding',
      line: endLine,
      detail: `${pending.length + padding} characters in the last group of four`,
    };
  // The bits that the padding cuts off must be zero, so that each value has one text.
  const cut = pending.length === 2 ? 0x0f : 0x03;
  if (pending.length > 0 && ((pending.at(-1) ?? 0) & cut) !== 0)
    return { code: 'bad-padding', line: endLine, detail: 'bits are set behind the last octet' };
  if (pending.length > 0) groups.push(bytesOf(pending, pending.length - 1));
  const bytes = concat(...groups);
  return bytes.length > 0
    ? { bytes }
    : { code: 'empty', line: endLine, detail: 'nothing between BEGIN and END' };
}

/** The first `count` octets of up to four sextets. */
function bytesOf([a = 0, b = 0, c = 0, d = 0]: readonly number[], count: number): Bytes {
  const group = (a << 18) | (b << 12) | (c << 6) | d;
  return Uint8Array.of(group >> 16, (group >> 8) & 0xff, group & 0xff).slice(0, count);
}
