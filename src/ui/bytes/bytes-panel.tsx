import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { MessageStep, Negotiated } from '../../lab/trace.ts';
import { findNode, indexBytes, pathEndingIn, rangeOf } from '../../view/bytes.ts';
import { phone, useMedia } from '../inspector/use-media.ts';
import { useActions, useLab } from '../use-lab.ts';
import { Detail } from './detail.tsx';
import { Elbow } from './elbow.tsx';
import { FieldTree } from './field-tree.tsx';
import { HexView, keepInSight } from './hex-view.tsx';
import styles from './bytes.module.css';

export interface BytesPanelProps {
  readonly step: MessageStep;
  /** What the whole run agreed on. */
  readonly negotiated: Negotiated;
  /** On a phone hex and fields are tabs of their own. */
  readonly only?: 'hex' | 'fields' | undefined;
  /** Always as on the wire. */
  readonly wire?: boolean;
}

/** Hex and field tree of one message, linked both ways. */
export function BytesPanel({ step, negotiated, only, wire = false }: BytesPanelProps) {
  const { selectField } = useActions();
  const byteView = useLab((state) => state.byteView);
  const selected = useLab((state) => state.selectedField);
  const isPhone = useMedia(phone);
  const view = byteView === 'plain' && !wire ? (step.plain ?? step.wire) : step.wire;
  const index = indexBytes(view);
  const [hover, setHover] = useState<{ readonly index: unknown; readonly path: string | undefined }>();
  const hovered = hover?.index === index ? hover.path : undefined;
  const panel = useRef<HTMLDivElement>(null);
  const hex = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);

  const onHover = useCallback(
    (path: string | undefined) =>
      setHover((was) => (was?.index === index && was.path === path ? was : { index, path })),
    [index],
  );
  const filled = useMemo(
    () => (selected === undefined ? undefined : rangeOf(index, selected)),
    [index, selected],
  );
  const outlined = useMemo(
    () => (hovered === undefined ? undefined : rangeOf(index, hovered)),
    [index, hovered],
  );
  const failed = useMemo(() => {
    const at = step.error?.at;
    const path = at === undefined || at === '' ? undefined : pathEndingIn(index, at);
    return path === undefined ? undefined : rangeOf(index, path);
  }, [index, step.error]);
  const node = selected === undefined ? undefined : findNode(index, selected);
  const level = node?.level ?? step.level;
  const width = isPhone ? 8 : 16;

  useEffect(() => {
    if (filled === undefined) return;
    const rowHeight = width === 16 ? 20 : 22;
    if (width === 8 && hex.current) {
      // The stage scrolls around the panel there: what is selected stands at its top.
      hex.current.scrollTop = Math.floor(filled.start / width) * rowHeight;
      return;
    }
    // Last row first: where the field is longer than the view, its start wins.
    keepInSight(
      hex.current,
      Math.floor(Math.max(filled.start, filled.end - 1) / width) * rowHeight,
      rowHeight,
    );
    keepInSight(hex.current, Math.floor(filled.start / width) * rowHeight, rowHeight);
  }, [filled, width]);

  // Stepping paints bytes first; the tree of a long message may follow a frame later.
  const treeIndex = useDeferredValue(index);
  const showHex = only !== 'fields';
  const showTree = only !== 'hex';
  const version = node && `${node.path} ${selected} ${byteView} ${step.index} ${index.view.bytes.length}`;
  return (
    <div ref={panel} className={styles.panel} data-only={only}>
      {showHex && (
        <div
          className={styles.hexArea}
          data-level={levelOf(index, hovered) ?? level}
          data-protected={step.level === 'plaintext' ? undefined : ''}
        >
          <HexView
            {...{ index, width, selected, filled, failed, onHover }}
            hovered={outlined}
            scroller={hex}
            onSelect={selectField}
          />
        </div>
      )}
      {showTree && (
        <div className={styles.treeArea}>
          <FieldTree
            index={treeIndex}
            selected={selected}
            hovered={hovered}
            scroller={tree}
            onHover={onHover}
            onSelect={selectField}
          />
        </div>
      )}
      {showHex && showTree && <Elbow panel={panel} hex={hex} tree={tree} version={version} level={level} />}
      <Detail {...{ index, step, negotiated }} path={hovered ?? (node && selected)} />
    </div>
  );
}

function levelOf(index: ReturnType<typeof indexBytes>, path: string | undefined) {
  return path === undefined ? undefined : findNode(index, path)?.level;
}
