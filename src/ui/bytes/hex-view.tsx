import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent, PointerEvent, RefObject } from 'react';
import { inspectorWords } from '../../lesson/inspector.ts';
import { hexRowCount, leafAt, pathAt } from '../../view/bytes.ts';
import type { ByteIndex, ByteRange } from '../../view/bytes.ts';
import { offsetText } from '../../view/bytes-text.ts';
import { useWords } from '../use-lab.ts';
import { HexRow } from './hex-row.tsx';
import { byteUnder, movedCursor } from './hex-cursor.ts';
import { useWindow } from './use-window.ts';
import styles from './hex.module.css';

export interface HexViewProps {
  readonly index: ByteIndex;
  /** Bytes per row: 16, or 8 with a text column. */
  readonly width: 8 | 16;
  /** Path of the selected field; a click inside it goes one level deeper. */
  readonly selected: string | undefined;
  readonly filled: ByteRange | undefined;
  readonly hovered: ByteRange | undefined;
  readonly failed: ByteRange | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onHover: (path: string | undefined) => void;
  readonly onSelect: (path: string) => void;
}

/** One focus stop: arrows move by byte, Enter selects the field under the cursor. */
export const HexView = memo(function HexView({
  index,
  width,
  selected,
  filled,
  hovered,
  failed,
  scroller,
  onHover,
  onSelect,
}: HexViewProps) {
  const words = useWords(inspectorWords).bytes;
  const rowHeight = width === 16 ? 20 : 22;
  const count = hexRowCount(index.view, width);
  const shown = useWindow(scroller, count, rowHeight);
  const ruler = useRef<HTMLSpanElement>(null);
  // A cursor belongs to one message.
  const [cursor, setCursor] = useState({ index, at: -1 });
  const [focused, setFocused] = useState(false);
  const last = index.view.bytes.length - 1;
  const at = cursor.index === index ? Math.min(cursor.at, last) : -1;
  const moveTo = (to: number): void => setCursor({ index, at: to });

  useEffect(() => {
    // A new message starts at its top; a selection is brought into sight by the panel.
    if (index.leaves.length > 0) keepInSight(scroller.current, 0, 0);
  }, [index, scroller]);

  const pathUnder = (event: MouseEvent): string | undefined => {
    const offset = byteUnder(event, ruler.current, width, rowHeight);
    return offset === undefined ? undefined : pathAt(index, offset, selected);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') onHover(pathUnder(event));
  };
  const onClick = (event: MouseEvent): void => {
    const offset = byteUnder(event, ruler.current, width, rowHeight);
    const path = offset === undefined ? undefined : pathAt(index, offset, selected);
    if (offset === undefined || path === undefined) return;
    moveTo(offset);
    onSelect(path);
    onHover(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = Math.max(0, at >= 0 ? at : (filled?.start ?? 0));
    if (event.key === 'Enter' || event.key === ' ') {
      const path = pathAt(index, from, selected);
      if (path !== undefined) onSelect(path);
      onHover(undefined);
    } else {
      const to = movedCursor(
        event.key,
        from,
        last,
        width,
        Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight),
      );
      if (to === undefined) return;
      moveTo(to);
      onHover(pathAt(index, to, selected));
      keepInSight(scroller.current, Math.floor(to / width) * rowHeight, rowHeight);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const rows = [];
  for (let row = shown.first; row < shown.end; row++) {
    const start = row * width;
    const [filledFrom, filledTo] = clipped(filled, start, width);
    const [hoverFrom, hoverTo] = clipped(hovered, start, width);
    const [failedFrom, failedTo] = clipped(failed, start, width);
    const here = focused && at >= start && at < start + width ? at : -1;
    rows.push(
      <HexRow
        key={row}
        {...{ index, row, width, filledFrom, filledTo, hoverFrom, hoverTo, failedFrom, failedTo }}
        cursor={here}
        text={width === 8}
      />,
    );
  }

  const spoken = useMemo(() => {
    if (at < 0) return '';
    const byte = (index.view.bytes[at] ?? 0).toString(16).padStart(2, '0');
    return words.spoken(offsetText(at), byte, leafAt(index, at)?.path ?? '');
  }, [at, index, words]);

  return (
    <div className={styles.hex} data-width={width}>
      <div className={styles.head} aria-hidden="true">
        {Array.from({ length: width }, (_, i) => (i === width / 2 ? ' ' : '') + '·' + i.toString(16)).join(
          ' ',
        )}
      </div>
      {/* One focus stop with keys of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="application"
        aria-roledescription={words.hexRole}
        aria-label={words.hexLabel(index.view.bytes.length)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => onHover(undefined)}
        onFocus={() => {
          setFocused(true);
          if (at < 0) moveTo(filled?.start ?? 0);
        }}
        onBlur={() => {
          setFocused(false);
          onHover(undefined);
        }}
        onClick={onClick}
      >
        <div className={styles.sizer} style={{ '--rows': count } as CSSProperties}>
          <span ref={ruler} className={styles.ruler} />
          <div style={{ transform: `translateY(${shown.first * rowHeight}px)` }}>{rows}</div>
        </div>
      </div>
      <div className="spoken" aria-live="polite">
        {focused ? spoken : ''}
      </div>
    </div>
  );
});

/** The part of a range that lies in the row at `start`; [-1, -1] for none. */
function clipped(range: ByteRange | undefined, start: number, width: number): readonly [number, number] {
  if (!range || range.end <= start || range.start >= start + width) return [-1, -1];
  return [Math.max(range.start, start), Math.min(range.end, start + width)];
}

/** Scrolls by as little as shows the row at `top`. */
export function keepInSight(scroller: HTMLElement | null, top: number, rowHeight: number): void {
  if (!scroller) return;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + rowHeight - scroller.clientHeight;
}
