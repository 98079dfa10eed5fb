import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface TreeRow {
  readonly id: string;
  /** From 1. */
  readonly level: number;
  /** Absent for leaves. */
  readonly expanded?: boolean | undefined;
  readonly position: number;
  readonly siblings: number;
}

export interface TreeProps<Row extends TreeRow> {
  readonly label: string;
  /** Unique on the page; rows get the ids `${name}-${index}`. */
  readonly name: string;
  /** The rows that show, top to bottom. */
  readonly rows: readonly Row[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onToggle: (id: string, expanded: boolean) => void;
  readonly renderRow: (row: Row) => ReactNode;
  readonly className?: string | undefined;
  readonly rowClassName?: ((row: Row, selected: boolean) => string | undefined) | undefined;
}

/**
 * WAI-ARIA tree over rows that are already flat: one focus stop, arrows move, right and left open,
 * close and climb. Selection follows the focus.
 */
export function Tree<Row extends TreeRow>({
  label,
  name,
  rows,
  selected,
  onSelect,
  onToggle,
  renderRow,
  className,
  rowClassName,
}: TreeProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const at = rows.findIndex((row) => row.id === selected);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    const select = (to: number): void => {
      const target = rows[Math.min(Math.max(to, 0), rows.length - 1)];
      if (!target) return;
      onSelect(target.id);
      list.current?.children[rows.indexOf(target)]?.scrollIntoView({ block: 'nearest' });
    };
    const page = 10;
    if (event.key === 'ArrowDown') select(at + 1);
    else if (event.key === 'ArrowUp') select(at - 1);
    else if (event.key === 'PageDown') select(at + page);
    else if (event.key === 'PageUp') select(at - page);
    else if (event.key === 'Home') select(0);
    else if (event.key === 'End') select(rows.length - 1);
    else if (event.key === 'ArrowRight') {
      if (row?.expanded === false) onToggle(row.id, true);
      else if (row?.expanded === true) select(at + 1);
    } else if (event.key === 'ArrowLeft') {
      if (row?.expanded === true) onToggle(row.id, false);
      else if (row) select(parentOf(rows, at));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (row?.expanded !== undefined) onToggle(row.id, !row.expanded);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ul
      ref={list}
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={at >= 0 ? `${name}-${at}` : undefined}
      className={className}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        // Keys are handled by the tree, which has the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={row.id}
          id={`${name}-${index}`}
          role="treeitem"
          aria-level={row.level}
          aria-expanded={row.expanded}
          aria-selected={row.id === selected}
          aria-setsize={row.siblings}
          aria-posinset={row.position}
          data-id={row.id}
          className={rowClassName?.(row, row.id === selected)}
          onClick={() => onSelect(row.id)}
        >
          {renderRow(row)}
        </li>
      ))}
    </ul>
  );
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let above = at - 1; above >= 0; above--) if ((rows[above]?.level ?? 1) < level) return above;
  return at;
}
