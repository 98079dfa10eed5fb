import { expect, test } from 'vitest';
import { readPreferences } from './preferences.ts';

const remembers = (language: string | null) => ({
  getItem: (key: string) => (key.endsWith('.language') ? language : null),
  setItem: () => undefined,
  removeItem: () => undefined,
});

test.each([
  ['de', null, ['de-AT', 'en']],
  ['en', null, ['en-GB', 'de']],
  ['de', null, ['fr', 'DE']],
  ['en', null, ['den', 'fr-CH']],
  ['en', null, []],
  ['en', 'en', ['de']],
  ['de', 'de', ['en']],
  ['de', 'klingon', ['de']],
] as const)('%s: remembered is %s, the browser asks for %j', (language, remembered, asked) => {
  expect(readPreferences(remembers(remembered), asked).language).toBe(language);
});
