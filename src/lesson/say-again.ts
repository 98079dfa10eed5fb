/**
 * A trace holds what was found as an English sentence made from a pattern (bytes/say.ts). Here the pattern is
 * recognised and filled in another language, with the same values in the same order.
 */
import type { Sentence } from '../bytes/say.ts';

interface Pattern {
  readonly matches: RegExp;
  readonly other: string;
}

/** Says a sentence again. One that no pattern made (a trace from elsewhere) comes back as it is. */
export function sayAgainIn(table: Readonly<Record<Sentence, string>>): (said: string) => string {
  let patterns: readonly Pattern[] | undefined;
  const again = (said: string): string => {
    patterns ??= patternsOf(table);
    for (const { matches, other } of patterns) {
      const values = matches.exec(said)?.slice(1);
      if (!values) continue;
      let next = 0;
      // A value may be a sentence itself: what the first bytes look like, what a decoder says.
      return other.replace(/\{\}/g, () => again(values[next++] ?? ''));
    }
    return said;
  };
  return again;
}

/** The pattern that says most by itself comes first: '{}: {} bytes, {} expected' before '{} bytes, {} expected'. */
function patternsOf(table: Readonly<Record<Sentence, string>>): readonly Pattern[] {
  const own = (sentence: string): number => sentence.replaceAll('{}', '').length;
  return Object.entries(table)
    .toSorted(([a], [b]) => own(b) - own(a))
    .map(([sentence, other]) => ({
      matches: new RegExp(
        `^${sentence
          .split('{}')
          .map((text) => text.replace(/[.*+?^$()[\]\\|]/g, '\\$&'))
          .join('(.*?)')}$`,
        's',
      ),
      other,
    }));
}
