import type { Rich, RichPart } from '../../lesson/rich.ts';
import { withMarks } from './marks.ts';
import { GlossaryTerm } from './glossary-term.tsx';
import styles from './glossary-term.module.css';

/** Prose with terms, code and strong words. */
export function RichText({ text }: { readonly text: Rich }) {
  return withMarks(text).map((group, i) => {
    const [first] = group;
    if (group.length === 1 && typeof first === 'string') return first;
    if (group.length === 1) return <Part key={i} part={first ?? ''} />;
    return (
      <span key={i} className={styles.together}>
        {group.map((part, at) => (
          <Part key={at} part={part} />
        ))}
      </span>
    );
  });
}

function Part({ part }: { readonly part: RichPart }) {
  if (typeof part === 'string') return part;
  if ('code' in part) return <code>{part.code}</code>;
  if ('strong' in part) return <strong>{part.strong}</strong>;
  return <GlossaryTerm id={part.term}>{part.text}</GlossaryTerm>;
}
