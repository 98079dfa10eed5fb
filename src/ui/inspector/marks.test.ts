import { expect, it } from 'vitest';
import { withMarks } from './marks.ts';

const term = { term: 'root', text: 'root' } as const;

it('keeps the marks that open and close a term with it, and the rest of the text apart', () => {
  expect(withMarks(['A ', term, '. It is (', term, '), then (', { code: 'x' }, ')'])).toEqual([
    ['A '],
    [term, '.'],
    [' It is '],
    ['(', term, '),'],
    [' then ('],
    [{ code: 'x' }],
    [')'],
  ]);
});

it('loses nothing of a text', () => {
  const text = [term, '.', { code: 'x' }, ', y', term, ' z', term] as const;
  expect(withMarks(text).flat()).toEqual([...text.slice(0, 2), ...text.slice(2)]);
});
