/** Heights of ladder rows, as numbers: the band, the scroll position and the density come from them. */
import type { LadderRow } from '../../view/ladder.ts';

export type LadderLayout = 'gutters' | 'folded' | 'phone';

export interface Metrics {
  readonly message: number;
  /** A message with its note folded under the wire. */
  readonly noted: number;
  readonly local: number;
  readonly optional: number;
  /** Dummy ChangeCipherSpec records. */
  readonly small: number;
  /** The current message. */
  readonly current: number;
}

const roomy: Metrics = { message: 44, noted: 44, local: 32, optional: 28, small: 20, current: 62 };
const dense: Metrics = { message: 38, noted: 38, local: 30, optional: 24, small: 18, current: 56 };
const folded: Metrics = { message: 36, noted: 48, local: 28, optional: 24, small: 18, current: 66 };
const phone: Metrics = { message: 40, noted: 40, local: 30, optional: 0, small: 0, current: 44 };

/** Above the first row, inside the scroller; `padding-top` of the rows has the same. */
const rowsTop = 12;

/** The roomiest heights with which all rows fit into `available` pixels; the dense ones if none do. */
export function metricsFor(layout: LadderLayout, rows: readonly LadderRow[], available: number): Metrics {
  if (layout !== 'gutters') return layout === 'folded' ? folded : phone;
  for (let eighths = 8; eighths > 0; eighths--) {
    const metrics = between(dense, roomy, eighths / 8);
    if (totalHeight(rows, metrics) <= available) return metrics;
  }
  return dense;
}

export function totalHeight(rows: readonly LadderRow[], metrics: Metrics): number {
  const plain = rows.reduce((sum, row) => sum + heightOf(row, -1, metrics), rowsTop);
  return plain + metrics.current - metrics.message;
}

/** `current` is the index of the current step. */
export function heightOf(row: LadderRow, current: number, metrics: Metrics): number {
  if (row.kind === 'optional') return metrics.optional;
  // The first one carries the note that it was never opened.
  if (row.kind === 'unread') return row.first ? metrics.noted : metrics.message;
  if (row.kind === 'local') return metrics.local;
  const small = row.compatibility.length * metrics.small;
  if (row.index === current) return small + metrics.current;
  return small + (row.note ? metrics.noted : metrics.message);
}

/** Where the band of the current step stands. */
export function bandOf(
  rows: readonly LadderRow[],
  current: number,
  metrics: Metrics,
): { readonly top: number; readonly height: number } {
  let top = rowsTop;
  for (const row of rows) {
    const height = heightOf(row, current, metrics);
    if ('index' in row && row.index === current) {
      const small = row.kind === 'message' ? row.compatibility.length * metrics.small : 0;
      return { top: top + small, height: height - small };
    }
    top += height;
  }
  return { top, height: 0 };
}

/** The rows around the current one, for ladders that show only a few: `count` numbered ones. */
export function windowOf(rows: readonly LadderRow[], current: number, count: number): readonly LadderRow[] {
  const last = rows.reduce((index, row) => ('index' in row ? Math.max(index, row.index) : index), 0);
  const from = Math.max(0, Math.min(current - Math.floor((count - 1) / 2), last - count + 1));
  return rows.filter((row) => {
    const index = 'index' in row ? row.index : row.before - 0.5;
    return index >= from && index <= from + count - 1;
  });
}

function between(from: Metrics, to: Metrics, share: number): Metrics {
  const mix = (name: keyof Metrics): number => Math.round(from[name] + (to[name] - from[name]) * share);
  return {
    message: mix('message'),
    noted: mix('noted'),
    local: mix('local'),
    optional: mix('optional'),
    small: mix('small'),
    current: mix('current'),
  };
}
