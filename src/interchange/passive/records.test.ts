import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Chunk } from '../capture/streams.ts';
import { itemsOf, type Item } from './records.ts';

const record = (type: number, content: Bytes): Bytes =>
  concat(Uint8Array.of(type, 3, 3, content.length >> 8, content.length & 0xff), content);
/** As much of a ClientHello as tells what it is. */
const hello = record(22, Uint8Array.of(1, 0, 0, 40, 3, 3, ...Array.from({ length: 38 }, (_, i) => i)));
const data = (length: number): Bytes =>
  record(
    23,
    Uint8Array.from({ length }, (_, i) => 0x80 | (i * 7)),
  );

const chunks = (...parts: readonly (Bytes | number)[]): readonly Chunk[] => {
  let gap = 0;
  return parts.flatMap((part, packet) => {
    if (typeof part === 'number') {
      gap = part;
      return [];
    }
    const chunk = { side: 'client', time: 0, packet, bytes: part, gap } as const;
    gap = 0;
    return [chunk];
  });
};

/** What lies around the records is told in pieces, as it was searched. */
const told = (items: readonly Item[]): readonly string[] => {
  const lines: { kind: string; length: number }[] = [];
  for (const item of items) {
    const length = item.kind === 'record' ? item.bytes.length : item.length;
    const last = lines.at(-1);
    if (last?.kind === item.kind && item.kind !== 'record') last.length += length;
    else lines.push({ kind: item.kind, length });
  }
  return lines.map(({ kind, length }) => `${kind} ${length}`);
};
const read = (...parts: readonly (Bytes | number)[]): readonly string[] =>
  told(itemsOf(chunks(...parts), 'client'));

describe('records in a stream', () => {
  it('may arrive byte by byte, from the first one on', () => {
    const bytes = Array.from(hello, (byte) => Uint8Array.of(byte));
    expect(read(...bytes, data(9))).toEqual(['record 49', 'record 14']);
  });

  it('begin behind another protocol, in a packet of their own or in the same one', () => {
    expect(read(utf8('STARTTLS\r\n'), hello)).toEqual(['other 10', 'record 49']);
    expect(read(concat(utf8('PROXY TCP4 192.0.2.1\r\n'), hello))).toEqual(['other 22', 'record 49']);
    expect(read(utf8('\u0016 is no beginning'), hello)).toEqual(['other 17', 'record 49']);
  });

  it('are found again behind a gap, and what a gap tore is counted apart from it', () => {
    const torn = data(200);
    expect(read(hello, torn.slice(0, 50), 100, torn.slice(150), data(9), data(8))).toEqual([
      'record 49',
      'torn 50',
      'gap 100',
      'torn 55',
      'record 14',
      'record 13',
    ]);
  });

  it('are found in a capture that begins inside of one', () => {
    const items = itemsOf(chunks(data(300).slice(20), data(9), data(8)), 'client', true);
    expect(told(items)).toEqual(['torn 285', 'record 14', 'record 13']);
  });

  it('of heartbeats are records too', () => {
    expect(read(hello, record(24, Uint8Array.of(1, 0, 3)), data(9))).toEqual([
      'record 49',
      'record 8',
      'record 14',
    ]);
  });

  it('are not looked for over and over in megabytes of something else', () => {
    const noise = Uint8Array.from({ length: 1460 }, (_, i) => (i % 2 === 0 ? 23 : 64));
    const many = Array.from({ length: 4000 }, () => noise);
    const began = performance.now();
    const items = itemsOf(chunks(...many), 'client', true);
    expect(items.some(({ kind }) => kind === 'record')).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
