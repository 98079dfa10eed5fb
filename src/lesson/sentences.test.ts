/** Every sentence of the engine's readers and checks is recognised with its values, and said in German. */
import { describe, expect, it } from 'vitest';
import { say, type Sentence } from '../bytes/say.ts';
import { table } from './de/sentences.ts';
import { loadLanguage } from './load-language.ts';
import { sentenceWords } from './sentences.ts';
import { leftovers } from './testing/quality.ts';

await loadLanguage('de');
const german = sentenceWords.de;

describe('each pattern is told from all others', () => {
  it.each(Object.entries(table))('%s', (sentence, other) => {
    const count = sentence.split('{}').length - 1;
    const values = ['0x1302', '17', 'key_share', 'P-256'].slice(0, count);
    let next = 0;
    expect(german.of(say(sentence as Sentence, ...values))).toBe(
      other.replaceAll('{}', () => values[next++] ?? ''),
    );
    expect(other.split('{}').length - 1).toBe(count);
    expect(leftovers(other)).toEqual([]);
  });
});

it.each([
  [
    'a sentence in a sentence',
    'bad-value at byte 7: 3 is not ocsp (1)',
    'bad-value bei Byte 7: 3 ist nicht ocsp (1)',
  ],
  [
    'what came instead of TLS',
    'an HTTP request ("GET / HTTP/1.1"), not a TLS record',
    'eine HTTP-Anfrage („GET / HTTP/1.1“), kein TLS-Record',
  ],
  ['an empty list', 'offered h2; accepted ', 'angeboten h2; akzeptiert '],
  ['from elsewhere', 'something else entirely', 'something else entirely'],
])('%s', (_, said, again) => {
  expect(german.of(said)).toBe(again);
  expect(sentenceWords.en.of(said)).toBe(said);
});
