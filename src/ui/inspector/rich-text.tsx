import type { Rich } from '../../lesson/rich.ts';
import { withClosingMarks } from './closing-marks.ts';
import { GlossaryTerm } from './glossary-term.tsx';
import styles from './glossary-term.module.css';

/** Prose with terms, code and strong words. */
export function RichText({ text }: { readonly text: Rich }) {
  return withClosingMarks(text).map(([part, closing], i) => {
    if (part === undefined || typeof part === 'string') return part;
    if ('code' in part) return <code key={i}>{part.code}</code>;
    if ('strong' in part) return <strong key={i}>{part.strong}</strong>;
    const term = (
      <GlossaryTerm key={i} id={part.term}>
        {part.text}
      </GlossaryTerm>
    );
    if (typeof closing !== 'string') return term;
    return (
      <span key={i} className={styles.together}>
        {term}
        {closing}
      </span>
    );
  });
}
