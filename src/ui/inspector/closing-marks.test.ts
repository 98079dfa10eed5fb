import { expect, it } from 'vitest';
import { withClosingMarks } from './closing-marks.ts';

const term = { term: 'root', text: 'root' } as const;

it('keeps the marks that close a term with it, and the rest of the text apart', () => {
  expect(withClosingMarks(['A ', term, '. It is ', term, '), then'])).toEqual([
    ['A '],
    [term, '.'],
    [' It is '],
    [term, '),'],
    [' then'],
  ]);
});

it('loses nothing of a text', () => {
  const text = [term, '.', { code: 'x' }, ', y', term, ' z', term] as const;
  expect(withClosingMarks(text).flat()).toEqual([...text.slice(0, 2), ...text.slice(2)]);
});
