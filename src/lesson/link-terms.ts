/** Terms in a plain text become links by themselves: the first mention of each. */
import type { GlossaryId } from './glossary-ids.ts';
import type { Rich, RichPart } from './rich.ts';

export type TermNames = Readonly<Record<GlossaryId, string>>;

/** The ways a term is written: 'certificate revocation list (CRL)' is two, 'Eve, the eavesdropper' is 'Eve'. */
function formsOf(name: string): readonly string[] {
  const [, plain = name, inner] = /^([^(]+?)\s*(?:\((.+)\))?$/.exec(name) ?? [];
  return [plain.split(',')[0] ?? plain, ...(inner === undefined ? [] : [inner])];
}

/**
 * `text` with links to the entries of `names`, longest name first, each entry once and `self` never. A plural
 * or genitive ending belongs to the word; a small first letter may also stand large.
 */
export function linkTerms(text: string, names: TermNames, self?: GlossaryId): Rich {
  const ids = new Map<string, GlossaryId>();
  for (const [id, name] of Object.entries(names) as [GlossaryId, string][])
    for (const form of formsOf(name)) ids.set(form, id);
  const forms = [...ids.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(${forms.map(anyCase).join('|')})(?:e?[sn])?(?![\\p{L}\\p{N}_-])`,
    'gu',
  );
  const done = new Set<GlossaryId | undefined>([self]);
  const parts: RichPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, form = ''] = match;
    const id = ids.get(form) ?? ids.get(form.charAt(0).toLowerCase() + form.slice(1));
    if (id === undefined || done.has(id)) continue;
    done.add(id);
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ term: id, text: whole });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function anyCase(form: string): string {
  const [first = '', ...others] = form;
  const rest = others.join('').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return /\p{Ll}/u.test(first) ? `[${first}${first.toUpperCase()}]${rest}` : `${first}${rest}`;
}
