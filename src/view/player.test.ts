import { expect, it } from 'vitest';
import { runAll } from '../lesson/testing/runs.ts';
import { flights } from './player.ts';

it('a flight of thousands of steps has a tick for several, and all steps have one', async () => {
  const run = (await runAll()).get('tls13')!;
  const data = run.steps.at(-2)!;
  const before = run.steps.slice(0, -2);
  const steps = [
    ...before,
    ...Array.from({ length: 3_000 }, (_, i) => ({ ...data, index: before.length + i })),
  ];
  const groups = flights({ ...run, steps });
  expect(groups.every(({ ticks }) => ticks.length <= 40)).toBe(true);
  const covered = groups.flatMap(({ ticks }) => ticks).flatMap(({ index, to }) => [index, to]);
  expect(covered[0]).toBe(0);
  expect(covered.at(-1)).toBe(steps.length - 1);
  for (let i = 1; i + 1 < covered.length; i += 2) expect(covered[i + 1]).toBe(covered[i]! + 1);
  // Where they have room, each step has its own.
  for (const { ticks } of flights(run)) for (const { index, to } of ticks) expect(to).toBe(index);
});
