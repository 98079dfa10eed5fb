import type { Rich } from '../../lesson/rich.ts';

const closings = /^[.,;:!?)»”’…]+/;
const openings = /[(«„“‚‘]+$/;

/**
 * The parts of a text one by one, but a term together with the marks that open and close it: a line must neither
 * begin with the ones nor end with the others.
 */
export function withMarks(text: Rich): readonly Rich[] {
  const groups: Rich[] = [];
  for (const part of text) {
    const last = groups.at(-1);
    const term = last?.find((one) => typeof one === 'object' && 'term' in one);
    if (typeof part === 'string') {
      const closing = term && closings.exec(part)?.[0];
      if (last && closing !== undefined) groups[groups.length - 1] = [...last, closing];
      const rest = part.slice(closing?.length ?? 0);
      if (rest !== '') groups.push([rest]);
      continue;
    }
    const before = last?.length === 1 && typeof last[0] === 'string' ? last[0] : '';
    const opening = 'term' in part ? openings.exec(before)?.[0] : undefined;
    if (opening === undefined) {
      groups.push([part]);
      continue;
    }
    groups.pop();
    if (before.length > opening.length) groups.push([before.slice(0, -opening.length)]);
    groups.push([opening, part]);
  }
  return groups;
}
