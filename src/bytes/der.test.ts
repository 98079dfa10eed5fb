import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentOf, type DerNode } from './der-node.ts';
import {
  bitAt,
  bitStringOf,
  booleanOf,
  encodeOid,
  integerOf,
  oidOf,
  smallIntegerOf,
  stringOf,
  timeOf,
} from './der-values.ts';
import { parseDer } from './der.ts';
import { concat, fromHex, toHex, utf8 } from './hex.ts';
import { outline } from './testing/outline.ts';
import { assertTiles } from './testing/tiles.ts';

it('parses nested elements, and every byte has a field', () => {
  const bytes = fromHex('3020 0603550403 a003020105 0101ff 030205a0 170d3236303931353132303030305a');
  const parsed = parseDer(bytes, { name: 'Sample' });
  if (!parsed.ok) throw new Error(parsed.error.detail);
  assertTiles(parsed.field, bytes.length);
  expect(`\n${outline(bytes, parsed.field)}\n`).toMatchInlineSnapshot(`
    "
                                                      | Sample (5)
    30                                                |   tag: 0x30 SEQUENCE
    20                                                |   length: 32
                                                      |   OBJECT IDENTIFIER: 2.5.4.3
    06                                                |     tag: 0x06 OBJECT IDENTIFIER
    03                                                |     length: 3
    55 04 03                                          |     value: 2.5.4.3
                                                      |   [0] (1)
    a0                                                |     tag: 0xa0 [0]
    03                                                |     length: 3
                                                      |     INTEGER: 5
    02                                                |       tag: 0x02 INTEGER
    01                                                |       length: 1
    05                                                |       value: 5
                                                      |   BOOLEAN: true
    01                                                |     tag: 0x01 BOOLEAN
    01                                                |     length: 1
    ff                                                |     value: true
                                                      |   BIT STRING
    03                                                |     tag: 0x03 BIT STRING
    02                                                |     length: 2
    05                                                |     unused_bits: 5
    a0                                                |     value
                                                      |   UTCTime: 2026-09-15T12:00:00.000Z
    17                                                |     tag: 0x17 UTCTime
    0d                                                |     length: 13
    32 36 30 39 31 35 31 32 30 30 30 30 5a            |     value: 2026-09-15T12:00:00.000Z
    "
  `);
});

it('parses a range and keeps the offsets of the whole', () => {
  const bytes = fromHex('ffff0201 05ff');
  const parsed = parseDer(bytes, { start: 2, end: 5 });
  expect(parsed).toMatchObject({
    ok: true,
    value: { start: 2, headerLength: 2, end: 5 },
    field: { start: 2, end: 5 },
  });
});

it.each([
  ['nothing', '', 'truncated', 0],
  ['a tag alone', '30', 'truncated', 1],
  ['content beyond the end', '020201', 'truncated', 1],
  ['content beyond its parent', '30030202 0101', 'truncated', 3],
  ['a second element', '0500 0500', 'trailing-data', 2],
  ['indefinite length', '3080 0500 0000', 'bad-length', 1],
  ['a long length that is short', '04810100', 'bad-length', 1],
  ['a length with leading zero', '0482008' + '0'.repeat(257), 'bad-length', 1],
  ['a length of five octets', '04850100000000', 'bad-length', 1],
  ['a constructed INTEGER', '2203020101', 'bad-value', 0],
  ['a primitive SEQUENCE', '1000', 'bad-value', 0],
  ['end-of-contents', '0000', 'bad-value', 0],
  ['a long tag that is short', '9f1e00', 'bad-value', 0],
  ['a long tag with leading zeros', '9f801f00', 'bad-value', 0],
  ['an endless tag', '9fffffffffffffff', 'bad-value', 0],
])('refuses %s', (_, hex, code, offset) => {
  const bytes = fromHex(hex);
  const parsed = parseDer(bytes);
  expect(parsed).toMatchObject({ ok: false, error: { code, offset } });
  assertTiles(parsed.field, bytes.length);
});

it('reads long tags', () => {
  expect(parseDer(fromHex('9f8100 00'))).toMatchObject({
    ok: true,
    value: { tagClass: 'context', tag: 128, headerLength: 4 },
  });
});

it('has limits on depth and on the number of elements', () => {
  const nested = (depth: number): Uint8Array =>
    depth === 0
      ? fromHex('0500')
      : concat(fromHex(`30${toHex(Uint8Array.of(2 * depth))}`), nested(depth - 1));
  expect(parseDer(nested(24)).ok).toBe(true);
  expect(parseDer(nested(25))).toMatchObject({ error: { detail: 'nested deeper than 24' } });
  const many = fromHex(`300a${'0500'.repeat(5)}`);
  expect(parseDer(many, { maxNodes: 6 }).ok).toBe(true);
  expect(parseDer(many, { maxNodes: 5 })).toMatchObject({ error: { code: 'bad-value' } });
});

it('never throws, and every tree tiles', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
      assertTiles(parseDer(bytes).field, bytes.length);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

/** Content octets behind a tag, as an element. */
function element(tag: number, content: Uint8Array): { node: DerNode; bytes: Uint8Array } {
  const bytes = concat(Uint8Array.of(tag, content.length), content);
  const parsed = parseDer(bytes);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  return { node: parsed.value, bytes };
}

function read<T>(tag: number, hex: string, reader: (node: DerNode, bytes: Uint8Array) => T): T {
  const { node, bytes } = element(tag, fromHex(hex));
  return reader(node, bytes);
}

it.each([
  ['00', 0n],
  ['7f', 127n],
  ['0080', 128n],
  ['ff', -1n],
  ['80', -128n],
  ['ff7f', -129n],
  ['00ffffffffffffffffff', 2n ** 72n - 1n],
])('INTEGER %s is %s', (hex, value) => {
  expect(read(2, hex, integerOf)).toBe(value);
  if (hex.length <= 8) expect(read(2, hex, smallIntegerOf)).toBe(Number(value));
});

it.each(['', '0001', '007f', 'ff80', 'ffff'])('INTEGER "%s" is refused', (hex) => {
  expect(() => read(2, hex, integerOf)).toThrow('bad-value');
});

it('an INTEGER beyond 32 bits is no small one', () => {
  expect(() => read(2, '0100000000', smallIntegerOf)).toThrow('at most 4');
});

it.each([
  ['2a8648ce3d040302', '1.2.840.10045.4.3.2'],
  ['550403', '2.5.4.3'],
  ['00', '0.0'],
  ['27', '0.39'],
  ['4f', '1.39'],
  ['883703', '2.999.3'],
])('OBJECT IDENTIFIER %s is %s', (hex, oid) => {
  expect(read(6, hex, oidOf)).toBe(oid);
  expect(toHex(encodeOid(oid))).toBe(hex);
});

it.each(['', '80', '2a80', '2a8001', `2a${'ff'.repeat(20)}7f`])(
  'OBJECT IDENTIFIER "%s" is refused',
  (hex) => {
    expect(() => read(6, hex, oidOf)).toThrow('not an object identifier');
  },
);

it.each(['3.1', '0.40', '1', '1.-2'])('%s is no OID to encode', (oid) => {
  expect(() => encodeOid(oid)).toThrow(`not an OID: ${oid}`);
});

it('OIDs come back, with arcs of any size', () => {
  const arc = fc.bigInt({ min: 0n, max: 2n ** 128n });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 39 }),
      fc.array(arc, { maxLength: 5 }),
      (first, second, rest) => {
        const oid = [first, second, ...rest].join('.');
        const { node, bytes } = element(6, encodeOid(oid));
        expect(oidOf(node, bytes)).toBe(oid);
      },
    ),
  );
});

it.each([
  ['ff', true],
  ['00', false],
])('BOOLEAN %s is %s', (hex, value) => {
  expect(read(1, hex, booleanOf)).toBe(value);
});

it.each(['', '01', '0000'])('BOOLEAN "%s" is refused', (hex) => {
  expect(() => read(1, hex, booleanOf)).toThrow('is not 00 or ff');
});

it('BIT STRING: named bits count from the front', () => {
  const bits = read(3, '05a0', bitStringOf);
  expect([0, 1, 2, 3, 99].map((i) => bitAt(bits, i))).toEqual([true, false, true, false, false]);
  expect(bits.unusedBits).toBe(5);
});

it.each([
  ['', 'unused bits'],
  ['01', 'unused bits'],
  ['08ff', 'unused bits'],
  ['05b0', 'unused bits are not zero'],
  ['01ff', 'unused bits are not zero'],
])('BIT STRING "%s" is refused', (hex, message) => {
  expect(() => read(3, hex, bitStringOf)).toThrow(message);
});

it.each([
  [23, '260915120000Z', '2026-09-15T12:00:00.000Z'],
  [23, '491231235959Z', '2049-12-31T23:59:59.000Z'],
  [23, '500101000000Z', '1950-01-01T00:00:00.000Z'],
  [24, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
  [24, '00500101000000Z', '0050-01-01T00:00:00.000Z'],
  [24, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  [24, '20240229000000Z', '2024-02-29T00:00:00.000Z'],
])('time %i %s is %s', (tag, text, iso) => {
  expect(new Date(read(tag, toHex(utf8(text)), timeOf)).toISOString()).toBe(iso);
});

it.each([
  [23, '2609151200Z'],
  [23, '260915120000+0000'],
  [23, '20260915120000Z'],
  [24, '20260915120000.5Z'],
  [24, '260915120000Z'],
  [24, '20230229000000Z'],
  [24, '20231301000000Z'],
  [24, '20230100000000Z'],
  [24, '20230101240000Z'],
  [24, '20230101006000Z'],
])('time %i %s is refused', (tag, text) => {
  expect(() => read(tag, toHex(utf8(text)), timeOf)).toThrow('bad-value');
});

it.each([
  ['UTF8String', 12, 'c3a9', 'é'],
  ['PrintableString', 19, '4e61', 'Na'],
  ['IA5String', 22, '61', 'a'],
  ['TeletexString', 20, 'e9', 'é'],
  ['BMPString', 30, '00e9d83d', 'é\uD83D'],
  ['UniversalString', 28, '0001f512', '\u{1F512}'],
])('%s', (_, tag, hex, text) => {
  expect(read(tag, hex, stringOf)).toBe(text);
});

it.each([
  ['UTF8String with bad UTF-8', 12, 'c3'],
  ['PrintableString with a high byte', 19, 'e9'],
  ['BMPString of odd length', 30, '00'],
  ['UniversalString beyond Unicode', 28, '00110000'],
])('%s is refused', (_, tag, hex) => {
  expect(() => read(tag, hex, stringOf)).toThrow('characters outside');
});

it('content that is not of its type is shown as bytes', () => {
  const bytes = fromHex('02020001');
  const parsed = parseDer(bytes);
  expect(parsed.field.value).toEqual({ type: 'bytes' });
  if (parsed.ok) expect(toHex(contentOf(parsed.value, bytes))).toBe('0001');
});
