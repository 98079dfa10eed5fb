import { expect, it } from 'vitest';
import { concat, fromHex, toHex } from './hex.ts';
import { decode, type Reader } from './reader.ts';
import { spec } from './spec.ts';
import { assertTiles } from './testing/tiles.ts';
import { write, type Writer } from './writer.ts';

/** The same struct in both directions, written twice on purpose: the two must agree on the tree. */
function writeSample(w: Writer): void {
  w.u8('kind', 7);
  w.u16('version', 0x0303, { name: 'TLS 1.2', spec: spec(9846, '4.2.2') });
  w.u24('size', 0x010203);
  w.u32('time', 0xfffefdfc);
  w.measured('Sample', 1, (w) => w.opaque('random', fromHex('aabb')));
  w.vector('suites', 2, (w) => [0x1301, 0x1302].forEach((code) => w.u16('suite', code)));
  w.opaqueVector('cookie', 1, fromHex('0102'), { spec: spec(9846, '4.3.2') });
  w.opaqueVector('empty', 3, new Uint8Array());
  w.struct('inner', (w) => w.opaque('rest', fromHex('ff')), { type: 'Inner' });
}

function readSample(r: Reader): void {
  r.u8('kind');
  r.u16('version', { name: 'TLS 1.2', spec: spec(9846, '4.2.2') });
  r.u24('size');
  r.u32('time');
  r.measured('Sample', 1, {}, (r) => r.opaque('random', 2));
  r.vector('suites', 2, { min: 2, max: 6 }, (r) => r.list((r) => r.u16('suite')));
  r.opaqueVector('cookie', 1, { min: 1 }, { spec: spec(9846, '4.3.2') });
  r.opaqueVector('empty', 3, {});
  r.struct('inner', (r) => r.rest('rest'), { type: 'Inner' });
}

const hex = '07 0303 010203 fffefdfc 02aabb 000413011302 020102 000000 ff'.replaceAll(' ', '');

it('writer and reader make the same bytes and the same tree', () => {
  const written = write('Sample', writeSample);
  expect(toHex(written.bytes)).toBe(hex);
  assertTiles(written.field, written.bytes.length);
  const read = decode(written.bytes, 'Sample', readSample);
  expect(read.field).toEqual(written.field);
  expect(read.ok).toBe(true);
});

it('keys of prose are type and name', () => {
  const keys = write('Sample', writeSample).field.children?.map((field) => field.key);
  expect(keys?.slice(0, 3)).toEqual(['Sample.kind', 'Sample.version', 'Sample.size']);
  expect(keys?.at(-1)).toBe('Inner');
});

it.each([
  ['a field beyond the end', '07 03', 'truncated', 'Sample.version', 1],
  ['a length beyond the end', hex.slice(0, 20) + '03aabb', 'truncated', 'Sample', 10],
  ['a length that is cut', hex.slice(0, 26) + '00', 'truncated', 'Sample.suites.length', 13],
  ['a vector too short', hex.slice(0, 26) + '0000', 'bad-length', 'Sample.suites', 13],
  ['a vector too long', hex.slice(0, 26) + '00081301130213031304', 'bad-length', 'Sample.suites', 13],
  ['half an item', hex.slice(0, 26) + '0003130113', 'truncated', 'Sample.suites.suite', 17],
  ['measured bytes left over', hex.slice(0, 20) + '03aabbcc', 'trailing-data', 'Sample', 13],
  ['bytes behind the last field', hex, 'trailing-data', 'Sample', 25],
])('%s: error and tree up to the broken byte', (name, input, code, path, offset) => {
  const bytes = fromHex(input);
  const read = decode(
    bytes,
    'Sample',
    name.startsWith('bytes') ? (r) => void r.opaque('almost', 25) : readSample,
  );
  assertTiles(read.field, bytes.length);
  expect(read).toMatchObject({ ok: false, error: { code, path, offset } });
});

it('cites the innermost paragraph it knows', () => {
  const read = decode(
    fromHex('00'),
    'Outer',
    (r) => r.struct('Inner', (r) => r.u16('x'), { spec: spec(9846, '6') }),
    {
      spec: spec(9846, '4'),
    },
  );
  expect(read).toMatchObject({ error: { spec: { rfc: 9846, section: '6' } } });
});

it('bugs of a decoder are thrown, not reported', () => {
  expect(() =>
    decode(new Uint8Array(), 'Sample', () => {
      throw new TypeError('a bug');
    }),
  ).toThrow('a bug');
});

it.each([
  ['a value', (w: Writer) => w.u8('x', 256), 'x: 256 does not fit 1 bytes'],
  [
    'a vector',
    (w: Writer) => w.opaqueVector('x', 1, new Uint8Array(256)),
    'x: 256 bytes do not fit a 1-byte length',
  ],
])('writing %s too large is a bug', (_, body, message) => {
  expect(() => write('Sample', body)).toThrow(new RangeError(message));
});

it('writes beyond its first buffer', () => {
  const long = new Uint8Array(1_000).map((_, i) => i);
  const { bytes, field } = write('Long', (w) => {
    w.opaqueVector('a', 2, long);
    w.opaqueVector('b', 2, long);
  });
  assertTiles(field, 2_004);
  expect(bytes).toEqual(concat(fromHex('03e8'), long, fromHex('03e8'), long));
});
