import { useEffect, useState } from 'react';
import type { LadderRow } from '../../view/ladder.ts';
import { heightOf, type Metrics } from './metrics.ts';

/** Up to so many rows are all drawn; a captured download has thousands. */
const fewRows = 200;
/** Rows are added before they come into sight, and not at every pixel. */
const margin = 1200;
const stride = 400;

export interface RowsInSight {
  readonly rows: readonly LadderRow[];
  /** Pixels that the rows before and behind would take. */
  readonly above: number;
  readonly below: number;
}

/** The rows that the scroller shows, and some around them. */
export function useRowsInSight(
  box: HTMLElement | undefined,
  rows: readonly LadderRow[],
  current: number,
  metrics: Metrics,
): RowsInSight {
  const [top, setTop] = useState(0);
  const isLong = rows.length > fewRows;
  useEffect(() => {
    if (!box || !isLong) return undefined;
    const onScroll = (): void => setTop(Math.floor(box.scrollTop / stride) * stride);
    onScroll();
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => box.removeEventListener('scroll', onScroll);
  }, [box, isLong]);
  if (!isLong) return { rows, above: 0, below: 0 };
  const from = top - margin;
  const to = top + (box?.clientHeight ?? 0) + margin;
  const shown: LadderRow[] = [];
  let [at, above, below] = [0, 0, 0];
  for (const row of rows) {
    const height = heightOf(row, current, metrics);
    if (at + height < from) above += height;
    else if (at > to) below += height;
    else shown.push(row);
    at += height;
  }
  return { rows: shown, above, below };
}
