import { expect, test } from 'vitest';
import { stepAfterRun } from './follow.ts';

const ids = (text: string): { id: string }[] => text.split(' ').map((id) => ({ id }));

test.each([
  ['the same run', 'ch sh cert fin', 2, 'ch sh cert fin', 2],
  ['steps came in before it', 'ch sh cert fin', 2, 'ch hrr ch2 sh cert fin', 4],
  ['it is gone: the nearest earlier one', 'ch sh req cert fin', 2, 'ch sh cert fin', 1],
  ['all behind the failure is gone', 'ch sh cert check fin', 4, 'ch sh cert check alert', 3],
  ['nothing is left of it', 'a b c', 2, 'x y', 0],
])('%s', (_, before, index, after, expected) => {
  expect(stepAfterRun(ids(before), index, ids(after))).toBe(expected);
});
