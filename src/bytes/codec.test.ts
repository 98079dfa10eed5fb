import { expect, it } from 'vitest';
import { decodeWith, encode, type Description } from './codec.ts';
import { fromHex, toHex } from './hex.ts';
import { assertTiles } from './testing/tiles.ts';

interface Sample {
  readonly kind: number;
  readonly time: number;
  readonly id: Uint8Array<ArrayBuffer>;
  readonly items: readonly number[];
  readonly note: Uint8Array<ArrayBuffer>;
  readonly extra: number | null;
}

const sample: Description<Sample> = (c, m) => ({
  kind: c.u8('kind', m?.kind, { registry: (code) => (code === 1 ? 'one' : undefined) }),
  time: c.u32('time', m?.time),
  id: c.opaque('id', 2, m?.id),
  items: c.vector('items', 2, { max: 8 }, (list) =>
    list.list(m?.items, (item, value) => item.u16('item', value)),
  ),
  note: c.opaqueVector('note', 1, {}, m?.note, { value: (bytes) => ({ type: 'text', value: toHex(bytes) }) }),
  extra: c.optional(m?.extra, (inner, value) => inner.u8('extra', value)),
});

const full: Sample = { kind: 1, time: 5, id: bytes('abcd'), items: [1, 2], note: bytes('ff'), extra: 9 };

it.each([
  ['everything', full, '0100000005abcd00040001000201ff09'],
  ['nothing optional', { ...full, items: [], note: bytes(''), extra: null }, '0100000005abcd000000'],
  ['an unknown code', { ...full, kind: 2 }, '0200000005abcd00040001000201ff09'],
])('one description writes and reads %s', (_, value, hex) => {
  const written = encode('Sample', sample, value);
  expect(toHex(written.bytes)).toBe(hex);
  assertTiles(written.field, written.bytes.length);
  expect(decodeWith('Sample', sample, written.bytes)).toEqual({ ok: true, value, field: written.field });
});

it('a code without a name stays a code', () => {
  const [kind] = encode('Sample', sample, { ...full, kind: 2 }).field.children ?? [];
  expect(kind?.value).toEqual({ type: 'code', value: 2, width: 1 });
});

it('bounds hold for reading alone, so that faults can be sent', () => {
  const { bytes: wire } = encode('Sample', sample, { ...full, items: [1, 2, 3, 4, 5] });
  expect(decodeWith('Sample', sample, wire)).toMatchObject({
    error: { code: 'bad-length', path: 'Sample.items' },
  });
});

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return fromHex(hex) as Uint8Array<ArrayBuffer>;
}
