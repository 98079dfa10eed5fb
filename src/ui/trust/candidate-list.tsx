import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { trustWords } from '../../lesson/trust.ts';
import { candidateRows } from '../../view/trust-path.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import type { PathProps } from './check-list.tsx';
import styles from './path.module.css';

/** Every way from the leaf that was tried, and what dropped it. */
export function CandidateList({ trace, path, presenter }: PathProps) {
  const words = useWords(trustWords);
  const rows = candidateRows(trace, path, presenter);
  if (rows.length === 0) return null;
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.candidates.title}
        <small>{words.candidates.count(rows.length)}</small>
      </h2>
      <ol className={styles.candidates}>
        {rows.map((row, at) => (
          <li key={at} className={row.accepted ? styles.accepted : styles.dropped}>
            <span className={styles.index}>{at + 1}</span>
            <span className={styles.way}>
              {row.names.map((name, place) => (
                <span key={place}>
                  {place > 0 && <i aria-hidden="true">←</i>} {name}{' '}
                  <small>{words.path.from[row.from[place] ?? 'sent']}</small>
                </span>
              ))}
            </span>
            <span className={styles.fate}>
              <Icon of={row.accepted ? Check : X} size={14} strokeWidth={2} />
              {row.accepted ? words.candidates.accepted : words.candidates.dropped}
              {row.dropped && (
                <em>{words.candidates.why(words.checks[row.dropped.check], row.dropped.name)}</em>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
