import type { Rich } from '../../lesson/rich.ts';
import { GlossaryTerm } from './glossary-term.tsx';

/** Prose with terms, code and strong words. */
export function RichText({ text }: { readonly text: Rich }) {
  return text.map((part, i) => {
    if (typeof part === 'string') return part;
    if ('code' in part) return <code key={i}>{part.code}</code>;
    if ('strong' in part) return <strong key={i}>{part.strong}</strong>;
    return (
      <GlossaryTerm key={i} id={part.term}>
        {part.text}
      </GlossaryTerm>
    );
  });
}
