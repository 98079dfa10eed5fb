import { type ReactNode, useEffect, useRef } from 'react';
import AppWindow from 'lucide-react/icons/app-window';
import Check from 'lucide-react/icons/check';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Server from 'lucide-react/icons/server';
import X from 'lucide-react/icons/x';
import type { StepOperation } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import type { OperationRow } from '../../view/crypto.ts';
import { keepInSight } from '../bytes/hex-view.tsx';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './crypto.module.css';

export interface OperationListProps {
  readonly rows: readonly OperationRow[];
  readonly selected: StepOperation | undefined;
  readonly onSelect: (operation: StepOperation) => void;
  /** Drawn under the row that is selected. */
  readonly opened?: ReactNode;
  /** At the foot of the operation panel. */
  readonly small?: boolean;
}

/** Every operation of the step, with who did it, what called what, and how long it took. */
export function OperationList({ rows, selected, onSelect, opened, small = false }: OperationListProps) {
  const words = useWords(inspectorWords);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // By hand: scrollIntoView would move everything around the list, too.
    const row = selected && list.current?.querySelector<HTMLElement>('[aria-current]');
    if (small && row && list.current) keepInSight(list.current, row.offsetTop, row.offsetHeight);
  }, [selected, small]);
  if (rows.length === 0) return <p className={styles.none}>{words.crypto.none}</p>;
  return (
    <ol
      ref={list}
      className={`${styles.list} ${small ? styles.small : ''}`}
      aria-label={words.crypto.listLabel}
    >
      {rows.map((row) => {
        const isCurrent = row.operation === selected;
        const failed = row.verdict === false;
        return (
          <li key={row.id}>
            <button
              type="button"
              aria-current={isCurrent || undefined}
              className={styles.operation}
              onClick={() => onSelect(row.operation)}
            >
              <Icon
                of={isCurrent ? ChevronRight : failed ? X : Check}
                size={13}
                className={failed ? styles.bad : undefined}
              />
              <span className={styles.what}>
                {words.crypto.operation(row.title, row.operation.name, row.operation.algorithm)}
                {row.result !== '' && row.result !== row.title && `, ${row.result}`}
              </span>
              <span className={styles.who} title={words.parties[row.party]}>
                <Icon of={row.party === 'browser' ? AppWindow : Server} size={13} />
                <span className="spoken">{words.parties[row.party]}</span>
              </span>
              <code>{row.call}</code>
              <u>{words.crypto.milliseconds(row.milliseconds)}</u>
            </button>
            {isCurrent && opened}
          </li>
        );
      })}
    </ol>
  );
}
