import { expect, it } from 'vitest';
import fc from 'fast-check';
import { concat } from '../../bytes/hex.ts';
import { InputBuffer } from './buffer.ts';

it('gives back what came in, in order, whatever the portions', () => {
  const portions = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 30 });
  fc.assert(
    fc.property(portions, fc.array(fc.nat(60), { maxLength: 60 }), (pushed, wishes) => {
      const buffer = new InputBuffer();
      const taken: Uint8Array[] = [];
      const wished = wishes[Symbol.iterator]();
      for (const portion of pushed) {
        buffer.push(Uint8Array.from(portion));
        const wish = wished.next().value ?? 0;
        taken.push(buffer.take(Math.min(wish, buffer.length)));
      }
      expect(buffer.content.length).toBe(buffer.length);
      taken.push(buffer.take(buffer.length));
      // What was taken early is still what it was.
      expect(concat(...taken)).toEqual(concat(...pushed));
      expect(buffer.length).toBe(0);
    }),
    { numRuns: 500 },
  );
});

it('a whole portion is passed on as it came, and a Buffer as the plain bytes it is', () => {
  const buffer = new InputBuffer();
  const portion = Uint8Array.of(1, 2, 3);
  buffer.push(portion);
  expect(buffer.take(3)).toBe(portion);
  buffer.push(Buffer.from([4, 5, 6]));
  const taken = buffer.take(2);
  expect(taken.constructor).toBe(Uint8Array);
  expect(taken).toEqual(Uint8Array.of(4, 5));
});
