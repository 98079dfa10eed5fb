import { describe, expect, test } from 'vitest';
import { presetOrder } from '../../lab/presets.ts';
import { ladderRows } from '../../view/ladder.ts';
import { runPreset } from '../../view/testing/runs.ts';
import { bandOf, heightOf, metricsFor, totalHeight, windowOf } from './metrics.ts';

const rows = ladderRows(await runPreset('tls13'));

describe('density', () => {
  test.each([
    ['more room than needed', 2000, 44],
    ['exactly the roomy rows', totalHeight(rows, metricsFor('gutters', rows, 2000)), 44],
    ['none', 0, 38],
  ])('%s', (_, available, message) => {
    expect(metricsFor('gutters', rows, available).message).toBe(message);
  });

  test('in between, all rows fit', () => {
    for (let available = 640; available < 760; available += 10) {
      const metrics = metricsFor('gutters', rows, available);
      if (metrics.message > 38) expect(totalHeight(rows, metrics)).toBeLessThanOrEqual(available);
    }
  });
});

test.each(presetOrder)('%s: the band of every step lies on its row', async (preset) => {
  const all = ladderRows(await runPreset(preset));
  const metrics = metricsFor('gutters', all, 700);
  const last = Math.max(...all.map((row) => ('index' in row ? row.index : 0)));
  for (let current = 0; current <= last; current++) {
    const band = bandOf(all, current, metrics);
    const at = all.findIndex((row) => 'index' in row && row.index === current);
    const until = all.slice(0, at + 1).reduce((sum, row) => sum + heightOf(row, current, metrics), 12);
    expect(band.top + band.height).toBe(until);
    expect(band.height).toBeGreaterThan(0);
  }
});

test.each([
  [0, 5, [0, 1, 2, 3, 4]],
  [4, 5, [2, 3, 4, 5, 6]],
  [13, 5, [9, 10, 11, 12, 13]],
  [4, 6, [2, 3, 4, 5, 6, 7]],
  [1, 99, rows.flatMap((row) => ('index' in row ? [row.index] : []))],
])('around step %i, %i rows', (current, count, expected) => {
  expect(windowOf(rows, current, count).flatMap((row) => ('index' in row ? [row.index] : []))).toEqual(
    expected,
  );
});
