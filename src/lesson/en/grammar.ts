/** English for counts, parties and dates. */
import type { Party } from '../../lab/trace.ts';
import type { Rich, RichInput } from '../rich.ts';
import { listOf, rich } from '../rich.ts';
import type { Place, SharePart } from '../step-facts.ts';

export function party(who: Party): string {
  return who === 'browser' ? 'the browser' : 'the server';
}

/** At the start of a sentence. */
export function Party(who: Party): string {
  return who === 'browser' ? 'The browser' : 'The server';
}

export function other(who: Party): Party {
  return who === 'browser' ? 'server' : 'browser';
}

/** '1 record', '2 records'. */
export function count(n: number, one: RichInput, many: RichInput): Rich {
  return rich`${n} ${n === 1 ? one : many}`;
}

export function and(items: readonly RichInput[]): Rich {
  return listOf(items, 'and');
}

export function or(items: readonly RichInput[]): Rich {
  return listOf(items, 'or');
}

/** '3 cipher suites and 1 GREASE value': reserved values are entries, but no offers. */
export function list(
  facts: { readonly count?: number; readonly grease: number },
  one: RichInput,
  many: RichInput,
): Rich {
  const { grease } = facts;
  const real = count(Math.max(0, (facts.count ?? 0) - grease), one, many);
  return grease === 0 ? real : rich`${real} and ${count(grease, 'GREASE value', 'GREASE values')}`;
}

/** 'place 2 of 5'. */
export function place({ place: at, of }: Place): Rich {
  return rich`place ${at} of ${of}`;
}

/** 'an ML-KEM-768 ciphertext and an X25519 public key'. */
export function shareContents(parts: readonly SharePart[]): Rich {
  const words: Record<SharePart['holds'], string> = {
    'public-key': 'public key',
    'encapsulation-key': 'encapsulation key',
    ciphertext: 'ciphertext',
  };
  return and(
    parts.map(
      (part) => `${/^[MX]/u.test(part.algorithm) ? 'an' : 'a'} ${part.algorithm} ${words[part.holds]}`,
    ),
  );
}

/** '30 Dec 2026', in UTC as certificates count. */
export function date(milliseconds: number): string {
  return day.format(milliseconds);
}

/** '30 Dec 2026, 12:00 UTC'. */
export function dateTime(milliseconds: number): string {
  return `${minute.format(milliseconds)} UTC`;
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
