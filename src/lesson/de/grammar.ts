/** German for counts, parties and dates. */
import type { Party } from '../../lab/trace.ts';
import type { Rich, RichInput } from '../rich.ts';
import { listOf, rich } from '../rich.ts';
import type { Place, SharePart } from '../step-facts.ts';

const nouns: Readonly<Record<Party, string>> = { browser: 'Browser', server: 'Server' };

/** 'der Browser', the nominative; both parties are masculine. */
export function der(who: Party): string {
  return `der ${nouns[who]}`;
}

/** The nominative at the start of a sentence. */
export function Der(who: Party): string {
  return `Der ${nouns[who]}`;
}

/** 'den Browser', the accusative. */
export function den(who: Party): string {
  return `den ${nouns[who]}`;
}

/** 'dem Browser', the dative. */
export function dem(who: Party): string {
  return `dem ${nouns[who]}`;
}

/** 'beim Browser'. */
export function beim(who: Party): string {
  return `beim ${nouns[who]}`;
}

/** 'vom Browser'. */
export function vom(who: Party): string {
  return `vom ${nouns[who]}`;
}

/** 'des Browsers', the genitive. */
export function des(who: Party): string {
  return `des ${nouns[who]}s`;
}

export function other(who: Party): Party {
  return who === 'browser' ? 'server' : 'browser';
}

/** '1 Gruppe', '2 Gruppen'. */
export function count(n: number, one: RichInput, many: RichInput): Rich {
  return rich`${n} ${n === 1 ? one : many}`;
}

/** '1 Byte', '32 Bytes', in every case but the genitive. */
export function bytes(n: number): Rich {
  return count(n, 'Byte', 'Bytes');
}

export function and(items: readonly RichInput[]): Rich {
  return listOf(items, 'und');
}

export function or(items: readonly RichInput[]): Rich {
  return listOf(items, 'oder');
}

/** '3 Cipher Suites und 1 GREASE-Wert': reserved values are entries, but no offers. */
export function list(
  facts: { readonly count?: number; readonly grease: number },
  one: RichInput,
  many: RichInput,
): Rich {
  const { grease } = facts;
  const real = count(Math.max(0, (facts.count ?? 0) - grease), one, many);
  return grease === 0 ? real : rich`${real} und ${count(grease, 'GREASE-Wert', 'GREASE-Werte')}`;
}

/** 'Platz 2 von 5'. */
export function place({ place: at, of }: Place): Rich {
  return rich`Platz ${at} von ${of}`;
}

/** 'ein ML-KEM-768-Ciphertext und ein öffentlicher X25519-Schlüssel', the nominative. */
export function shareContents(parts: readonly SharePart[]): Rich {
  const words: Record<SharePart['holds'], (algorithm: string) => string> = {
    'public-key': (algorithm) => `ein öffentlicher ${algorithm}-Schlüssel`,
    'encapsulation-key': (algorithm) => `ein Encapsulation Key für ${algorithm}`,
    ciphertext: (algorithm) => `ein ${algorithm}-Ciphertext`,
  };
  return and(parts.map((part) => words[part.holds](part.algorithm)));
}

/** '30.12.2026', in UTC as certificates count. */
export function date(milliseconds: number): string {
  return day.format(milliseconds);
}

/** '30.12.2026, 12:00 UTC'. */
export function dateTime(milliseconds: number): string {
  return `${minute.format(milliseconds)} UTC`;
}

const day = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});
const minute = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
