import type { Rich } from '../../lesson/rich.ts';

const marks = /^[.,;:!?)»”’…]+/;

/** The parts of a text one by one, but a term together with the marks that close it: a line must not begin with them. */
export function withClosingMarks(text: Rich): readonly Rich[] {
  const groups: Rich[] = [];
  for (const part of text) {
    const before = groups.at(-1)?.[0];
    const closing =
      typeof part === 'string' && typeof before === 'object' && 'term' in before
        ? marks.exec(part)?.[0]
        : undefined;
    if (typeof part !== 'string' || before === undefined || closing === undefined) {
      groups.push([part]);
      continue;
    }
    groups[groups.length - 1] = [before, closing];
    if (part.length > closing.length) groups.push([part.slice(closing.length)]);
  }
  return groups;
}
