import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { MouseEvent, PointerEvent, ReactNode, RefObject } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { inspectorWords } from '../../lesson/inspector.ts';
import { ancestry, findNode, openAtFirst, visibleNodes } from '../../view/bytes.ts';
import type { ByteIndex, FieldNode } from '../../view/bytes.ts';
import { isHeader } from '../../view/bytes-shape.ts';
import { shortValue, sizeText } from '../../view/bytes-text.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { Tree } from '../primitives/tree.tsx';
import { useWords } from '../use-lab.ts';
import { keepInSight } from './hex-view.tsx';
import styles from './tree.module.css';

export interface FieldTreeProps {
  readonly index: ByteIndex;
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onHover: (path: string | undefined) => void;
  readonly onSelect: (path: string) => void;
}

const rowHeight = 20;
/** Rows that are open before anybody touched the tree. */
const rowBudget = 24;

export const FieldTree = memo(function FieldTree({
  index,
  selected,
  hovered,
  scroller,
  onHover,
  onSelect,
}: FieldTreeProps) {
  const words = useWords(inspectorWords);
  // What the learner opened or closed, by path; it holds for every message that has the path.
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const first = useMemo(() => openAtFirst(index, rowBudget), [index]);
  const node = selected === undefined ? undefined : findNode(index, selected);
  const rows = useMemo(() => {
    const above = new Set(
      node
        ? ancestry(node)
            .slice(0, -1)
            .map((at) => at.path)
        : [],
    );
    return visibleNodes(
      index.roots,
      (at) => above.has(at.path) || (touched.get(at.path) ?? first.has(at.path)),
    );
  }, [index, node, touched, first]);
  const open = useMemo(() => new Set(rows.map((row) => row.parent?.path)), [rows]);
  const hoverRow = useMemo(() => nearestShown(index, hovered, rows), [index, hovered, rows]);

  const toggle = useCallback((path: string, expanded: boolean) => {
    setTouched((was) => new Map(was).set(path, expanded));
  }, []);
  const onToggle = (path: string, expanded: boolean): void => {
    toggle(path, expanded);
    // Closing a row above the selection takes the selection with it.
    if (!expanded && node && node.path !== path && node.path.startsWith(`${path}.`)) onSelect(path);
  };

  useEffect(() => {
    const at = node ? rows.indexOf(node) : -1;
    if (at >= 0) keepInSight(scroller.current, at * rowHeight, rowHeight);
  }, [node, rows, scroller]);

  const treeRows = useMemo(
    () =>
      rows.map((row) => {
        const siblings = row.parent?.children ?? index.roots;
        return {
          id: row.path,
          level: row.depth + 1,
          expanded: row.children.length === 0 ? undefined : open.has(row.path),
          position: siblings.indexOf(row) + 1,
          siblings: siblings.length,
          node: row,
        };
      }),
    [rows, open, index],
  );

  const renderRow = (row: (typeof treeRows)[number]): ReactNode => (
    <FieldRow
      row={row.node}
      value={shortValue(row.node, index.view.bytes, words.values)}
      expanded={row.expanded}
      onToggle={onToggle}
    />
  );
  // Moves only: a tree that appears under a resting pointer is not pointed at.
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    onHover((event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id']);
  };

  return (
    <div className={styles.column}>
      <div className={styles.head} aria-hidden="true">
        <span>{words.bytes.field}</span>
        <span>{words.bytes.value}</span>
        <span>{words.bytes.size}</span>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        onPointerMove={onPointerMove}
        onPointerLeave={() => onHover(undefined)}
      >
        <Tree
          label={words.bytes.treeLabel}
          name="field"
          rows={treeRows}
          selected={node?.path}
          onSelect={onSelect}
          onToggle={onToggle}
          renderRow={renderRow}
          className={styles.tree}
          rowClassName={(row, isSelected) =>
            [
              styles.row,
              styles[row.node.level],
              isSelected && styles.selected,
              row.node === hoverRow && styles.hovered,
            ]
              .filter(Boolean)
              .join(' ')
          }
        />
      </div>
    </div>
  );
});

interface FieldRowProps {
  readonly row: FieldNode;
  readonly value: string;
  readonly expanded: boolean | undefined;
  readonly onToggle: (path: string, expanded: boolean) => void;
}

function FieldRow({ row, value, expanded, onToggle }: FieldRowProps) {
  const onTwist = (event: MouseEvent): void => {
    event.stopPropagation();
    onToggle(row.path, expanded !== true);
  };
  return (
    <>
      <span
        className={styles.name}
        data-depth={Math.min(row.depth, 9)}
        data-struct={expanded !== undefined || undefined}
      >
        {expanded !== undefined && (
          // The tree's arrow keys do the same.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
          <i className={styles.twist} onClick={onTwist}>
            <Icon of={expanded ? ChevronDown : ChevronRight} size={11} />
          </i>
        )}
        <b>{row.name}</b>
        {row.depth === 0 && isHeader(row.field) && <Seal kind={row.level} size={10} />}
      </span>
      <span className={styles.value}>{value}</span>
      <span className={styles.size}>{sizeText(row)}</span>
    </>
  );
}

/** The row that shows what `path` names: its own, or that of a closed container around it. */
function nearestShown(
  index: ByteIndex,
  path: string | undefined,
  rows: readonly FieldNode[],
): FieldNode | undefined {
  let at = path === undefined ? undefined : findNode(index, path);
  while (at !== undefined && !rows.includes(at)) at = at.parent;
  return at;
}
