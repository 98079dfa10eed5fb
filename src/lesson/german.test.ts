/** German says everything that English says, in the form that all German texts keep to. */
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, type Catalog } from './catalog.ts';
import type { AppearanceWords } from './appearance.ts';
import { appearance } from './en/appearance.ts';
import { decimal } from './de/numbers.ts';
import { loadLanguage } from './load-language.ts';

const folder = new URL('./', import.meta.url);
const sources = (under: string): readonly string[] =>
  readdirSync(new URL(under, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

/** Every catalog of the folder, by the name it is exported under. */
async function catalogs(): Promise<readonly (readonly [name: string, catalog: Catalog<unknown>])[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(
    files.map((name) => import(new URL(name, folder).href) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(
      (entry): entry is [string, Catalog<unknown>] =>
        typeof entry[1] === 'object' && entry[1] !== null && 'follows' in entry[1],
    );
}

/** Paths of the texts in an object; functions are texts, lists count their entries. */
function textsOf(words: unknown, at = ''): readonly string[] {
  return typeof words === 'object' && words !== null && !Array.isArray(words)
    ? Object.entries(words).flatMap(([key, value]) => textsOf(value, `${at}.${key}`))
    : [at];
}

test('before it is loaded, asking for it fails by name', () => {
  const { follows } = catalog<AppearanceWords>('appearance', appearance);
  expect(follows?.('de')).toBe(true);
  expect(follows?.('en')).toBe(false);
  expect(() => catalog<AppearanceWords>('appearance', appearance).de).toThrow('appearance');
});

test('has the texts of every area, none more and none less', async () => {
  await loadLanguage('de');
  const all = await catalogs();
  expect(all.length).toBeGreaterThan(25);
  for (const [name, words] of all) expect(textsOf(words.de), name).toEqual(textsOf(words.en));
});

test('keeps to its quotation marks, and shouts at nobody', () => {
  const bad = sources('de/').flatMap((name) => {
    const text = readFileSync(new URL(`de/${name}`, folder), 'utf8').replaceAll(
      /\/\*[^]*?\*\/|\/\/.*$/gmu,
      '',
    );
    return [...text.matchAll(/[”’]|(?<=[\s(`'])“|\p{L}!(?![=\w])/gu)].map(
      ({ index }) => `${name}: ${text.slice(Math.max(0, index - 30), index + 10)}`,
    );
  });
  expect(bad).toEqual([]);
});

test('writes decimals with a comma', () => {
  expect(decimal(1.25, 1)).toBe('1,3');
  expect(decimal(12, 2)).toBe('12,00');
});
