import type { ReactNode } from 'react';
import { sentenceWords } from '../../lesson/sentences.ts';
import { trustWords } from '../../lesson/trust.ts';
import { alertCodeOf, type ChecksView } from '../../view/trust.ts';
import { useWords } from '../use-lab.ts';
import { SpecLink } from './spec-link.tsx';
import styles from './lists.module.css';

/** A fault that is about no list and no path: what, where, what was found, by which rule. */
export function FaultCard({
  view: { error, noticedBy },
}: {
  readonly view: Extract<ChecksView, { kind: 'fault' }>;
}) {
  const { fault: words } = useWords(trustWords);
  const sentences = useWords(sentenceWords);
  const row = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <section>
      <h2 className={styles.title}>{words.title}</h2>
      <dl className={styles.facts}>
        {row(words.rows.code, <code>{error.code}</code>)}
        {row(words.rows.by, words.by[noticedBy])}
        {error.at !== '' && row(words.rows.at, <code>{error.at}</code>)}
        {error.detail !== '' && row(words.rows.detail, sentences.of(error.detail))}
        {row(words.rows.spec, <SpecLink spec={error.spec} />)}
        {row(words.rows.alert, <code>{words.alert(error.alert, alertCodeOf(error))}</code>)}
      </dl>
    </section>
  );
}
