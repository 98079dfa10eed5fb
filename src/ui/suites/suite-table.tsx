import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { suitesWords } from '../../lesson/suites.ts';
import type { SuiteRow } from '../../view/suites/rows.ts';
import { useWords } from '../use-lab.ts';
import { SuiteTableRow } from './suite-table-row.tsx';
import styles from './suite-table.module.css';

export interface SuiteTableProps {
  readonly rows: readonly SuiteRow[];
  readonly selected: number;
  readonly onSelect: (code: number) => void;
}

/** The registry as rows. Arrows move the selection, Tab goes on to its run button; rows out of sight are not laid out. */
export function SuiteTable({ rows, selected, onSelect }: SuiteTableProps) {
  const { table: words, none } = useWords(suitesWords);
  const body = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ code }) => code === selected);
  // Without its row in sight, the first one takes the focus.
  const reachable = rows[Math.max(0, at)]?.code;

  useEffect(() => {
    reveal(body.current?.querySelector<HTMLElement>('[data-selected]'));
    // Once, when the table appears; later selections are made in it.
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const row = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!row) return;
    event.preventDefault();
    onSelect(row.code);
    const next = body.current?.querySelector<HTMLElement>(`[data-code="${row.code}"]`);
    reveal(next?.closest<HTMLElement>('[role=row]'));
    next?.focus({ preventScroll: true });
  };

  return (
    <div role="table" aria-label={words.label} aria-rowcount={rows.length + 1} className={styles.table}>
      <div role="row" className={styles.head}>
        <span role="columnheader">{words.code}</span>
        <span role="columnheader">{words.name}</span>
        <span role="columnheader" className={styles.wide}>
          {words.version}
        </span>
        <span role="columnheader" className={styles.wide}>
          {words.secrecy[0]} {words.secrecy[1]}
        </span>
        <span role="columnheader" className={styles.wide}>
          {words.aead}
        </span>
        <span role="columnheader" className={styles.widest}>
          {words.recommended[0]} {words.recommended[1]}
        </span>
        <span role="columnheader">{words.status}</span>
        <span role="columnheader" className={styles.widest}>
          {words.note}
        </span>
        <span role="columnheader">{words.run}</span>
      </div>
      {/* Keys come from the buttons inside, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={body} role="rowgroup" onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <SuiteTableRow
            key={row.code}
            row={row}
            selected={row.code === selected}
            reachable={row.code === reachable}
            onSelect={onSelect}
          />
        ))}
      </div>
      {rows.length === 0 && <p className={styles.none}>{none}</p>}
    </div>
  );
}

const headHeight = 44;

/** Scrolls the list, and nothing around it, until the row is in sight. */
function reveal(row: HTMLElement | null | undefined): void {
  const list = row?.closest('[role=table]')?.parentElement;
  if (!row || !list) return;
  const top = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const below = top + row.offsetHeight - list.clientHeight;
  if (top < headHeight) list.scrollTop += top - headHeight;
  else if (below > 0) list.scrollTop += below;
}
