import type { CompareWords } from '../../lesson/compare.ts';
import type { Difference } from '../../view/compare/differences.ts';
import { messageTitle } from '../../view/ladder.ts';

/** What is different, and in one phrase how. */
export function differenceText(
  { differences: words }: CompareWords,
  { thing, change, before, after, roundTrips }: Difference,
): { readonly what: string; readonly how: string } {
  return { what: nameOf(), how: phrase() };

  function nameOf(): string {
    switch (thing.kind) {
      case 'message':
        return words.thing.message(messageTitle(thing.message), thing.from);
      case 'extension':
        return words.thing.extension(thing.name);
      case 'encrypted-secret':
        return words.thing['encrypted-secret'];
      case 'key-share':
      case 'signature':
        return words.thing[thing.kind](thing.from);
    }
  }

  function phrase(): string {
    switch (change) {
      case 'moved':
        return words.moves(before?.container ?? '', after?.container ?? '');
      case 'earlier':
        return words.earlier(roundTrips);
      case 'later':
        return words.later(roundTrips);
      case 'vanished':
        return words.vanishes[thing.kind](
          thing.kind === 'message' ? thing.message : (before?.container ?? ''),
        );
      case 'new':
        return words.appears[thing.kind](thing.kind === 'message' ? thing.message : (after?.container ?? ''));
      case 'encrypted':
        return thing.kind === 'message' ? words.encrypts.message(thing.message) : words.encrypts.other;
      case 'clear':
        return words.clear;
    }
  }
}
