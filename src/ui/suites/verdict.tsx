import { suitesWords } from '../../lesson/suites.ts';
import type { SuiteRow } from '../../view/suites/rows.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { useWords } from '../use-lab.ts';
import styles from './verdict.module.css';

/** What is known against the selected suite, and why it does not run. */
export function Verdict({ row }: { readonly row: SuiteRow }) {
  const { weaknesses: words, whyNot } = useWords(suitesWords);
  return (
    <section aria-label={words.title} className={styles.verdict}>
      <ul className={styles.list}>
        {row.weaknesses.length === 0 && row.anatomy.family !== 'signal' && <li>{words.none}</li>}
        {row.weaknesses.map(({ id, year, source, spec, weight }) => (
          <li key={id}>
            <b className={weight === 'broken' ? styles.broken : undefined}>
              {words.text[id].title}
              {year !== undefined && ` (${year})`}
            </b>{' '}
            {words.text[id].text} {source !== undefined && <code>{source}</code>}{' '}
            {spec && <RfcLink spec={spec} />}
          </li>
        ))}
        {row.whyNot && (
          <li className={styles.why}>
            <b>{whyNot.title}.</b> {whyNot.text[row.whyNot]}
          </li>
        )}
      </ul>
    </section>
  );
}
