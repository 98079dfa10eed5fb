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

  it('of several members are one content, also where the packed bytes look like a beginning', async () => {
    const beginning = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
    const members = [content.slice(0, 70_000), beginning, new Uint8Array(), content.slice(70_000)];
    const stored = members.map((part) => new Uint8Array(gzipSync(part, { level: 0 })));
    const expected = new Uint8Array(await new Blob(members).arrayBuffer());
    expect(await unpackGzip(new Blob(stored), 1_000_000)).toEqual(expected);
    expect(await unpackGzip(new Blob(stored), 100_000)).toBe(tooLarge);
    const many = Array.from({ length: 300 }, (_, i) => new Uint8Array(gzipSync(Uint8Array.of(i))));
    expect((await unpackGzip(new Blob(many), 1_000)) as Uint8Array).toHaveLength(300);
  });

  it('full of beginnings are not read over and over', async () => {
    const noise = new Uint8Array(400_000).map((_, i) => [0x1f, 0x8b, 8, 0][i % 4] ?? 0);
    const stored = new Uint8Array(gzipSync(noise, { level: 0 }));
    expect(await unpackGzip(new Blob([stored]), 1_000_000)).toEqual(noise);
  });

  it('with a damaged member keep the ones before it', async () => {
    const stored = [content.slice(0, 500), content.slice(500, 900)].map((part) => gzipSync(part));
    stored[1]![stored[1]!.length - 6] = (stored[1]![stored[1]!.length - 6] ?? 0) ^ 1;
    const kept = await unpackGzip(new Blob(stored.map((part) => new Uint8Array(part))), 1_000_000);
    expect((kept as Uint8Array).slice(0, 500)).toEqual(content.slice(0, 500));
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
