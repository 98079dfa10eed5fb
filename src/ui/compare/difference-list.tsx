import { compareWords } from '../../lesson/compare.ts';
import type { Difference, DifferenceList as Group } from '../../view/compare/differences.ts';
import { Seal } from '../icons/seal.tsx';
import { SpecLink } from '../trust/spec-link.tsx';
import { useWords } from '../use-lab.ts';
import styles from './difference-list.module.css';
import { differenceText } from './thing-text.ts';

export interface DifferenceListProps {
  readonly groups: readonly Group[];
  /** Pointing at a row marks its messages in both ladders. */
  readonly onPoint: (difference: Difference | undefined) => void;
}

export function DifferenceList({ groups, onPoint }: DifferenceListProps) {
  const words = useWords(compareWords);
  if (groups.length === 0) return <p className={styles.same}>{words.differences.same}</p>;
  return (
    <>
      {groups.map(({ group, rows }) => (
        <section key={group} className={styles.group}>
          <h2>
            {group === 'encrypted' && <Seal kind="handshake" />}
            {words.differences[group]}
          </h2>
          <ul>
            {rows.map((row) => {
              const { what, how } = differenceText(words, row);
              return (
                <li
                  key={`${what} ${row.change}`}
                  onPointerEnter={() => onPoint(row)}
                  onPointerLeave={() => onPoint(undefined)}
                >
                  <p>
                    <b>{what}</b>
                    {row.spec && <SpecLink spec={row.spec} short />}
                  </p>
                  <small>{how}</small>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
