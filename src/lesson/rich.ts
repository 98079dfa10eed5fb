/**
 * Rich text of the lesson: a flat list of parts, no markup strings. The UI decides how a term, a
 * piece of code or a strong word looks.
 */
import { grouped } from './catalog.ts';
import type { GlossaryId } from './glossary-ids.ts';

export type RichPart =
  | string
  /** Links to the glossary. */
  | { readonly term: GlossaryId; readonly text: string }
  /** Bytes, identifiers, wire names: set in mono. */
  | { readonly code: string }
  | { readonly strong: string };

export type Rich = readonly RichPart[];

/** What may stand in a `${}` of `rich`: whole numbers are grouped ('1 395'), `undefined` and '' vanish. */
export type RichInput = RichPart | Rich | number | undefined;

/** Tagged template: joins text, parts and numbers into one Rich; neighbouring strings are merged. */
export function rich(texts: TemplateStringsArray, ...inputs: readonly RichInput[]): Rich {
  return join(texts.flatMap((text, i) => (i < inputs.length ? [text, inputs[i]] : [text])));
}

/** One Rich out of many pieces, e.g. sentences with a space between them. */
export function join(inputs: readonly RichInput[], separator = ''): Rich {
  const parts: RichPart[] = [];
  const add = (part: RichPart): void => {
    const last = parts.at(-1);
    if (part === '') return;
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  inputs
    .filter((input) => input !== undefined)
    .filter((input) => input !== '')
    .forEach((input, i) => {
      if (i > 0) add(separator);
      if (typeof input === 'number') add(grouped(input));
      else if (isRich(input)) input.forEach(add);
      else add(input);
    });
  return parts;
}

/** Sentences, with a space between each two; undefined ones (facts that this run lacks) are left out. */
export function sentences(...inputs: readonly RichInput[]): Rich {
  return join(inputs, ' ');
}

/** A word that links to the glossary. Without `text` the id is shown with spaces for its dashes. */
export function term(id: GlossaryId, text: string = id.replaceAll('-', ' ')): RichPart {
  return { term: id, text };
}

export function code(text: string): RichPart {
  return { code: text };
}

/** 'a', 'a and b', 'a, b and c'; `and` is the word of the language. */
export function listOf(items: readonly RichInput[], and: string): Rich {
  const head = items.slice(0, -1);
  const last = items.at(-1);
  return head.length === 0 ? join([last]) : join([join(head, ', '), ` ${and} `, last]);
}

/** Plain text of a Rich, for titles, announcements and tests. */
export function plainText(text: Rich): string {
  return text
    .map((part) =>
      typeof part === 'string'
        ? part
        : 'code' in part
          ? part.code
          : 'strong' in part
            ? part.strong
            : part.text,
    )
    .join('');
}

function isRich(input: RichInput): input is Rich {
  return Array.isArray(input);
}
