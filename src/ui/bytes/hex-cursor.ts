/** Where a pointer is, and where a key goes, in a hex view. */
import { columnOf } from './hex-row.tsx';

/**
 * Offset of the byte under the pointer. `ruler` is an empty element as wide as the offset column that
 * starts at the first row: its font gives the width of a character. Undefined beside the bytes.
 */
export function byteUnder(
  event: { readonly clientX: number; readonly clientY: number },
  ruler: HTMLElement | null,
  width: number,
  rowHeight: number,
): number | undefined {
  if (!ruler) return undefined;
  const box = ruler.getBoundingClientRect();
  // The ruler is 40 characters wide and starts where the bytes start.
  const character = box.width / 40;
  const row = Math.floor((event.clientY - box.top) / rowHeight);
  const column = (event.clientX - box.left) / character;
  if (row < 0 || column < -0.5) return undefined;
  for (let at = width - 1; at >= 0; at--) {
    const left = columnOf(at, width);
    // The gap behind a byte belongs to it, so that the pointer finds no holes.
    if (column >= left - 0.5) return column <= left + 4 ? row * width + at : undefined;
  }
  return undefined;
}

/** The byte a key moves to; undefined for keys that do not move. */
export function movedCursor(
  key: string,
  from: number,
  last: number,
  width: number,
  page: number,
): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - width,
    ArrowDown: from + width,
    PageUp: from - width * Math.max(1, page),
    PageDown: from + width * Math.max(1, page),
    Home: 0,
    End: last,
  };
  const to = moves[key];
  if (to === undefined) return undefined;
  // Up and down stop in the first and last row instead of changing the column.
  if ((key === 'ArrowUp' && to < 0) || (key === 'ArrowDown' && to > last)) return from;
  return Math.min(Math.max(to, 0), last);
}
