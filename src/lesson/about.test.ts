import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { aboutWords, standards } from './about.ts';

it('says what each library in the build is for', () => {
  for (const words of Object.values(aboutWords))
    expect(Object.keys(words.libraries.uses)).toEqual(Object.keys(manifest.dependencies));
});

it('names each standard once, in order', () => {
  const numbers = standards.map(([rfc]) => rfc);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});
