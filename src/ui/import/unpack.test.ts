import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tooLarge, unpackGzip } from './unpack.ts';

const content = Uint8Array.from({ length: 200_000 }, (_, i) => Math.imul(i, i * 2_654_435) >> 13);
const packed = new Uint8Array(gzipSync(content));

describe('files packed with gzip', () => {
  it('come out as they went in', async () => {
    expect(await unpackGzip(new Blob([packed]), 1_000_000)).toEqual(content);
  });

  it('cut off, keep what was readable', async () => {
    const part = await unpackGzip(new Blob([packed.slice(0, -500)]), 1_000_000);
    if (!(part instanceof Uint8Array)) throw new Error('nothing readable');
    expect(part.length).toBeGreaterThan(100_000);
    expect(part).toEqual(content.slice(0, part.length));
  });

  it('that unpack to too much are given up early', async () => {
    expect(await unpackGzip(new Blob([packed]), 100_000)).toBe(tooLarge);
    const bomb = new Uint8Array(gzipSync(new Uint8Array(50_000_000)));
    expect(await unpackGzip(new Blob([bomb]), 1_000_000)).toBe(tooLarge);
  });

  it('that are none yield nothing', async () => {
    expect(await unpackGzip(new Blob([Uint8Array.of(0x1f, 0x8b, 8, 0, 1)]), 100)).toBeUndefined();
  });
});
