/** The glossary as rows: in the order of the alphabet, narrowed to what is looked for. */
import type { GlossaryWords } from '../lesson/glossary.ts';
import type { GlossaryId } from '../lesson/glossary-ids.ts';
import { type GlossaryPlace, glossaryPlaces } from '../lesson/glossary-places.ts';
import { linkTerms, type TermNames } from '../lesson/link-terms.ts';
import type { Rich } from '../lesson/rich.ts';
import type { Spec } from '../bytes/spec.ts';

export interface GlossaryRow extends GlossaryPlace {
  readonly id: GlossaryId;
  readonly name: string;
  /** With links to the entries it mentions. */
  readonly text: Rich;
  readonly spec: Spec;
  readonly confusion: string | undefined;
  /** Its name in the other language; undefined while that is not there. */
  readonly other: string | undefined;
}

export interface GlossarySources {
  readonly words: GlossaryWords;
  readonly confusions: Readonly<Partial<Record<GlossaryId, string>>>;
  readonly others: GlossaryWords | undefined;
  /** BCP 47, for the order. */
  readonly language: string;
}

export function glossaryRows({
  words,
  confusions,
  others,
  language,
}: GlossarySources): readonly GlossaryRow[] {
  const ids = Object.keys(words) as GlossaryId[];
  const names = Object.fromEntries(ids.map((id) => [id, words[id].name])) as unknown as TermNames;
  const order = new Intl.Collator(language, { sensitivity: 'base' });
  return ids
    .map((id) => ({
      id,
      ...glossaryPlaces[id],
      name: words[id].name,
      text: linkTerms(words[id].text, names, id),
      spec: words[id].spec,
      confusion: confusions[id],
      // German entries often give the English word as well.
      other: others?.[id].name.replace(` (${words[id].name})`, ''),
    }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}

/** Rows that have every word of the query in a name, the text or what it is confused with. */
export function findTerms(
  rows: readonly GlossaryRow[],
  words: GlossaryWords,
  query: string,
): readonly GlossaryRow[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ id, name, rfc, confusion = '', other = '' }) => {
    const text = [name, rfc, other, words[id].text, confusion].join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
