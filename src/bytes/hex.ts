/** Hexadecimal text and small helpers on byte arrays. */

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex without separators. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** Bytes of a hex text; white space and colons are skipped. Throws a SyntaxError that names the place. */
export function fromHex(text: string): Uint8Array {
  const clean = text.replace(/[\s:]/g, '');
  const wrong = clean.search(/[^0-9a-fA-F]/);
  if (wrong >= 0) throw new SyntaxError(`not a hex digit: "${clean[wrong]}" at position ${wrong}`);
  if (clean.length % 2 !== 0) throw new SyntaxError(`odd number of hex digits: ${clean.length}`);
  const bytes = new Uint8Array(clean.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(clean.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Byte equality. Not constant-time: nothing in this teaching tool is. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return ascii(text) ?? encoder.encode(text);
}

/** Labels and names, nearly all that is asked for: a call of the platform would cost more than these few steps. */
function ascii(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return undefined;
    bytes[i] = unit;
  }
  return bytes;
}

/** Text of UTF-8 bytes; malformed sequences become U+FFFD. A byte order mark stays. */
export function fromUtf8(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

/**
 * Text of bytes that are UTF-8 in practice and anything by definition (protocol and host names), such
 * that `bytesOfText` gives back the very same bytes. Bytes that are not UTF-8 are read one by one: below
 * 0x80 as ASCII, above as the lone surrogate U+DC00 + byte, which no UTF-8 text contains.
 */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return String.fromCharCode(...Array.from(bytes, (byte) => (byte < 0x80 ? byte : 0xdc00 + byte)));
  }
}

/** The inverse of `textOfBytes`; any other text becomes UTF-8. */
export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  const simple = ascii(text);
  if (simple !== undefined) return simple;
  // With the u flag, the class matches surrogates that stand alone.
  if (!/[\uDC80-\uDCFF]/u.test(text)) return encoder.encode(text);
  const bytes: Uint8Array[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes.push(point >= 0xdc80 && point <= 0xdcff ? Uint8Array.of(point - 0xdc00) : utf8(character));
  }
  return concat(...bytes);
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
