/**
 * How words are reached. Each area of the screen has a catalog: an object of texts and of functions
 * of plain values, one object per language, all of one type. Areas are separate modules, so that a
 * panel that loads late brings its own words along.
 *
 *     // lesson/en/lab.ts            export const lab = { step: (n: number, of: number) => `Step ${n} of ${of}` };
 *     // lesson/lab.ts               export const labWords = catalog({ en: lab });
 *     // a component                 const words = useWords(labWords);
 *
 * A further language is a member of `Language`; every catalog without it then fails to compile.
 */

export type Language = 'en';

export type Catalog<Words> = Readonly<Record<Language, Words>>;

/** One area's words in every language; the English object fixes the type. */
export function catalog<Words>(byLanguage: Catalog<Words>): Catalog<Words> {
  return byLanguage;
}

/** A whole number for the eye: thousands are set apart by a thin space ("1 395"). */
export function grouped(value: number): string {
  const digits = Math.trunc(Math.abs(value)).toString();
  const parts = digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009');
  return value < 0 ? `\u2212${parts}` : parts;
}

/** "1 step", "2 steps": the English plural rule, for the English catalogs. */
export function plural(value: number, one: string, many: string): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}
