import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfText, concat, equal, fromHex, fromUtf8, textOfBytes, toHex, utf8 } from './hex.ts';

it('reads hex with white space and colons', () => {
  expect(fromHex('00 01\n0a:FF')).toEqual(Uint8Array.of(0, 1, 10, 255));
});

it.each([
  ['0', 'odd number of hex digits: 1'],
  ['0g', 'not a hex digit: "g" at position 1'],
])('refuses %s', (text, message) => {
  expect(() => fromHex(text)).toThrow(new SyntaxError(message));
});

it('gives back what it wrote', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => equal(fromHex(toHex(bytes)), bytes)));
});

it('joins and compares', () => {
  const joined = concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3));
  expect(joined).toEqual(Uint8Array.of(1, 2, 3));
  expect(equal(joined, Uint8Array.of(1, 2, 4))).toBe(false);
  expect(equal(joined, Uint8Array.of(1, 2))).toBe(false);
});

it('keeps a byte order mark', () => {
  expect(utf8(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)))).toEqual(
    Uint8Array.of(0xef, 0xbb, 0xbf, 0x61),
  );
});

it.each([
  ['ASCII', 'h2', '6832'],
  ['UTF-8', 'é', 'c3a9'],
  ['a GREASE protocol name', '\uDC8A\uDC8A', '8a8a'],
  ['text and a stray byte', 'a\uDCFF', '61ff'],
  ['a real surrogate pair', '\u{1F512}', 'f09f9492'],
])('reads %s so that the bytes come back', (_, text, hex) => {
  expect(textOfBytes(fromHex(hex))).toBe(text);
  expect(toHex(bytesOfText(text))).toBe(hex);
});

it('loses no byte as text', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => equal(bytesOfText(textOfBytes(bytes)), bytes)));
});
