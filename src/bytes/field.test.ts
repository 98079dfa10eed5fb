import { expect, it } from 'vitest';
import type { Field } from './field.ts';
import { fieldsAt, leavesOf, shiftField } from './field.ts';
import { assertTiles } from './testing/tiles.ts';
import { write } from './writer.ts';

const sample = write('Message', (w) => {
  w.u16('version', 0x0303);
  w.opaqueVector('nothing', 1, new Uint8Array());
  w.vector('list', 2, (w) => {
    w.u16('item', 1);
    w.u16('item', 2);
  });
});

const names = (fields: readonly Field[]): string => fields.map((field) => field.name).join('.');

it.each([
  [0, 'Message.version'],
  [2, 'Message.nothing.length'],
  [3, 'Message.list.length'],
  [8, 'Message.list.item'],
  [9, ''],
  [-1, ''],
])('finds what byte %i means', (offset, path) => {
  expect(names(fieldsAt(sample.field, offset))).toBe(path);
});

it('lists leaves in byte order', () => {
  expect(leavesOf(sample.field).map(({ name, start, end }) => `${name} ${start}-${end}`)).toEqual([
    'version 0-2',
    'length 2-3',
    'length 3-5',
    'item 5-7',
    'item 7-9',
  ]);
});

it('moves a tree and leaves the original alone', () => {
  const moved = shiftField(sample.field, 10);
  expect([moved.start, moved.end, leavesOf(moved)[3]?.start]).toEqual([10, 19, 15]);
  expect(sample.field.start).toBe(0);
  expect(shiftField(sample.field, 0)).toBe(sample.field);
});

const leaf = (start: number, end: number): Field => ({
  name: `${start}`,
  key: '',
  role: 'value',
  start,
  end,
});
const root = (start: number, end: number, ...children: Field[]): Field => ({
  name: 'root',
  key: '',
  role: 'container',
  start,
  end,
  children,
});

it.each([
  ['a gap', root(0, 4, leaf(0, 1), leaf(2, 4)), 'root.2 starts at 2, not 1'],
  ['an overlap', root(0, 4, leaf(0, 3), leaf(2, 4)), 'root.2 starts at 2, not 3'],
  ['bytes behind', root(0, 3, leaf(0, 3)), 'root ends at 3, the bytes at 4'],
  ['a container beyond its children', root(0, 4, leaf(0, 3)), 'root ends at 4, its children at 3'],
  ['a leaf of no bytes', root(0, 4, leaf(0, 4), leaf(4, 4)), 'root.4 is a leaf of no bytes at 4'],
])('notices %s', (_, field, message) => {
  expect(() => assertTiles(field, 4)).toThrow(message);
});
