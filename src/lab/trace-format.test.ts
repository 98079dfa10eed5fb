/** docs/trace-format.md names every field that a trace can have. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from './presets.ts';
import { run } from './run.ts';
import type { ScenarioId } from './scenario.ts';
import { encodeTrace } from './serialize.ts';

const page = read('../../docs/trace-format.md');
const named = new Set([...page.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));

it('names every field that a file is checked for', () => {
  const shapes = read('./trace-shape.ts').replaceAll(/^(import|export|function|const) .*$|\bas \{.*$/gm, '');
  const keys = [...shapes.matchAll(/(?<![\w.])'?([a-zA-Z][\w-]*)'?(?=: )/g)].map(([, key]) => key ?? '');
  expect(keys).toEqual(expect.arrayContaining(['source', 'nameComparisonBudget', 'unfinished-message']));
  // Parameters of a function in between.
  const parameters = new Set(['Uint8Array']);
  expect([...new Set(keys)].filter((key) => !named.has(key) && !parameters.has(key))).toEqual([]);
});

it.each<ScenarioId>([
  'client-certificate',
  'hello-retry-request',
  'early-data-rejected',
  'tls12-resumption',
  'tls12-client-certificate',
  'expired',
  'attack-early-replay-open',
])('names every field and fact of a run: %s', async (id) => {
  const provider = await createProvider();
  const ring = new KeyRing({ provider, subtle: crypto.subtle });
  const trace = await run(presets[id], {
    provider,
    now: () => performance.now(),
    wallClock: () => Date.UTC(2026, 10, 23, 19, 17),
    issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
  });
  const keys = new Set<string>();
  JSON.parse(encodeTrace(trace), (key, value: unknown) => {
    if (!/^\d*$/.test(key) && key !== '$hex') keys.add(key);
    return value;
  });
  expect(keys.size).toBeGreaterThan(100);
  expect([...keys].filter((key) => !named.has(key))).toEqual([]);
});

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
