/**
 * How words are reached. Each area of the screen has a catalog: an object of texts and of functions
 * of plain values, one object per language, all of one type. Areas are separate modules, so that a
 * panel that loads late brings its own words along.
 *
 *     // lesson/en/lab.ts            export const lab = { step: (n: number, of: number) => `Step ${n} of ${of}` };
 *     // lesson/de/lab.ts            export const lab: typeof english = { step: (n, of) => `Schritt ${n} von ${of}` };
 *     // lesson/lab.ts               export const labWords = catalog<LabWords>('lab', lab);
 *     // a component                 const words = useWords(labWords);
 *
 * English comes with the code that says it. German comes in two files that nobody else pays for: the frame of
 * the page (de/lab.ts) before anything is drawn, and everything else (de/index.ts, by area) right after it;
 * load-language.ts fetches them. Components that are drawn before their words are there wait in `useWords`;
 * other code awaits `loadLanguage` first. An area that German lacks, or a text of it, does not compile.
 *
 * Words that load with their lesson name both languages: `catalog({ en: chain, de: chainInGerman })`.
 */
import type { german as others } from './de/index.ts';
import type { lab } from './de/lab.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** One area's words in every language. */
export type Bilingual<Words> = Readonly<Record<Language, Words>>;

export type Catalog<Words> = Bilingual<Words> & {
  /** Whether the words of a language come in a file of their own, behind the code; absent where none do. */
  readonly follows?: (language: Language) => boolean;
};

/** Every area in German. */
export type German = { readonly lab: typeof lab } & typeof others;

/** Areas whose German says what `Words` asks for. */
type AreaOf<Words> = { [Area in keyof German]: German[Area] extends Words ? Area : never }[keyof German];

const german: Partial<German> = {};

/** Makes areas that have been fetched known to their catalogs. */
export function addGerman(areas: Partial<German>): void {
  Object.assign(german, areas);
}

/** The words of an area; the English object fixes the type. */
export function catalog<Words>(area: AreaOf<Words>, english: Words): Catalog<Words>;
export function catalog<Words>(both: Bilingual<Words>): Bilingual<Words>;
export function catalog<Words>(from: AreaOf<Words> | Bilingual<Words>, english?: Words): Catalog<Words> {
  if (typeof from === 'object') return from;
  return {
    en: english as Words,
    get de() {
      const words = german[from];
      if (!words) throw new Error(`${from} is not here in German yet`);
      return words as Words;
    },
    follows: (language) => language === 'de' && from !== 'lab',
  };
}

/** A whole number for the eye: thousands are set apart by a narrow space that does not break ("1 395"), in German as in English. */
export function grouped(value: number): string {
  const digits = Math.trunc(Math.abs(value)).toString();
  const parts = digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
  return value < 0 ? `\u2212${parts}` : parts;
}

/** "1 step", "2 steps"; "1 Schritt", "2 Schritte": the plural rule of English and German. */
export function plural(value: number, one: string, many: string): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}
