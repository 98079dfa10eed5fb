import { expect, test } from 'vitest';
import { noProgress, parseProgress, progressText, readProgress } from './lesson-progress.ts';

test('what is written is read again: parts, answers and the closing check', () => {
  const progress = {
    done: ['what-for/wire'],
    answers: { 'what-for/wire': true },
    check: { 'what-for': true, 'thirty-years': false },
  };
  expect(parseProgress(progressText(progress))).toEqual(progress);
});

test('a file from before there was a closing check is one without answers in it', () => {
  const text = JSON.stringify({ version: 1, done: ['what-for/wire'], answers: {} });
  expect(parseProgress(text)).toEqual({ done: ['what-for/wire'], answers: {}, check: {} });
});

test.each([
  'no JSON',
  '[]',
  JSON.stringify({ version: 2, done: [], answers: {} }),
  JSON.stringify({ version: 1, done: ['<b>'], answers: {} }),
  JSON.stringify({ version: 1, done: [], answers: { 'what-for/wire': 1 } }),
  JSON.stringify({ version: 1, done: [], answers: {}, check: { 'what-for/wire': true } }),
  JSON.stringify({ version: 1, done: [], answers: {}, check: [true] }),
])('%s is no progress', (text) => {
  expect(parseProgress(text)).toBeUndefined();
  const storage = { getItem: () => text, setItem: () => {}, removeItem: () => {} };
  expect(readProgress(storage)).toEqual(noProgress);
});
