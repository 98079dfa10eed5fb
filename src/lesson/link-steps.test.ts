import { expect, it } from 'vitest';
import { splitAtSteps } from './link-steps.ts';

it.each([
  ['In step 7 the server signs 72 bytes.', [7]],
  ['Steps 3 and 5, in the clear.', [3, 5]],
  ['Both speak in steps 1, 2 and 12.', [1, 2, 12]],
  ['Schritt 6 enthält 256 Bytes; in den Schritten 8 und 9 folgt der Rest.', [6, 8, 9]],
  ['In 5 steps, of which step by step none is named.', []],
])('%s', (text, steps) => {
  const pieces = splitAtSteps(text);
  expect(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.step]))).toEqual(steps);
  expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.step)).join('')).toBe(text);
});
