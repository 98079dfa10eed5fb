/** What every text must keep to (voice): used by the tests of all catalogs. */
import { plainText, type Rich } from '../rich.ts';

const banned: readonly RegExp[] = [
  /!/u,
  /\b(simply|just|easy|easily|obviously|of course)\b/iu,
  /SSL certificate/iu,
  /secure (web)?site/iu,
  /encrypts? with (the|its|his|her) private key/iu,
  /session keys?/iu,
  /\b(einfach|leicht|offensichtlich|selbstverständlich|natürlich)\b/iu,
  /\b(du|dein|deine[mnrs]?)\b/iu,
  /(?<!„)SSL-Zertifikat/iu,
  /mit (dem|seinem|ihrem) privaten Schlüssel (verschlüssel|ver- )/iu,
  /Sitzungsschlüssel/iu,
  /undefined|NaN|\[object|\$\{/u,
  /\p{Extended_Pictographic}/u,
  /  |\s[,.;:](\s|$)|\(\s|\s\)|\.\./u,
];

/** 'master secret' only where the old name is explained, or inside a label of the wire. */
const historic = /call(ed)? (it )?master secret|“master”|hei(ß|ßt) es Master Secret|„master“/u;

/** What is wrong with a text; empty when nothing is. */
export function complaints(text: Rich | string, sentencesAtMost = 4): readonly string[] {
  const plain = typeof text === 'string' ? text : plainText(text);
  const key = `${sentencesAtMost} ${plain}`;
  const known = judged.get(key) ?? judge(text, plain, sentencesAtMost);
  judged.set(key, known);
  return known;
}

/** The same sentence stands in many runs; it is judged once. */
const judged = new Map<string, readonly string[]>();

function judge(text: Rich | string, plain: string, sentencesAtMost: number): readonly string[] {
  const found = banned.filter((pattern) => pattern.test(plain)).map(String);
  if (/(?<!pre)master secret/iu.test(plain) && !historic.test(plain)) found.push('master secret');
  if (plain === '') found.push('empty');
  if (!/[.?”“)]$/u.test(plain)) found.push('does not end');
  const first = typeof text === 'string' ? text : text[0];
  if (typeof first === 'string' && /^[a-z]/u.test(first) && !/^[a-z]+_/u.test(first))
    found.push('starts small');
  if (sentenceCount(text) > sentencesAtMost) found.push(`${sentenceCount(text)} sentences`);
  return found.map((why) => `${why}: ${plain}`);
}

/** English words that were left in a German text; names in code do not count. */
export function leftovers(text: Rich | string): readonly string[] {
  const words = proseOf(text).match(
    /(?<![-\p{L}„])(the|of|and|with|from|which|that|is|are|not|or|to|by|for|only|both)(?![-\p{L}])/gu,
  );
  return words === null ? [] : [`English (${words.join(', ')}): ${proseOf(text)}`];
}

/** Full stops inside code ('shop.example', 'HTTP/1.1') do not count. */
export function sentenceCount(text: Rich | string): number {
  return (proseOf(text).match(/[.?](?=\s+[\p{Lu}\d“„]|$)/gu) ?? []).length;
}

function proseOf(text: Rich | string): string {
  return typeof text === 'string'
    ? text
    : plainText(text.map((part) => (typeof part !== 'string' && 'code' in part ? 'x' : part)));
}
