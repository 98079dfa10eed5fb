import { beforeAll, describe, expect, it, vi } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presetOrder, presets } from './presets.ts';
import { run } from './run.ts';
import type { ScenarioId } from './scenario.ts';
import { decodeTrace, encodeTrace, isProblem } from './serialize.ts';
import type { Trace } from './trace.ts';

// Keys take time to make where many tests share few cores.
vi.setConfig({ testTimeout: 30_000 });

const clock = Date.UTC(2026, 10, 23, 19, 17);
const traces = new Map<ScenarioId, Trace>();
beforeAll(async () => {
  const provider = await createProvider();
  const ring = new KeyRing({ provider, subtle: crypto.subtle });
  for (const id of presetOrder) {
    const environment = {
      provider,
      now: () => performance.now(),
      wallClock: () => clock,
      issue: (scenario: Parameters<typeof run>[0], at: number) =>
        issueDemoPki(ring, { ...scenario, clock: at }),
    };
    traces.set(id, await run(presets[id], environment));
  }
}, 60_000);

it.each(presetOrder)('gives back the same trace: %s', (id) => {
  const trace = traces.get(id)!;
  const text = encodeTrace(trace);
  const decoded = decodeTrace(text);
  if (id === 'client-certificate' || id === 'expired') expect(decoded).toStrictEqual(trace);
  expect(encodeTrace(decoded as Trace)).toBe(text);
});

it('reads a trace of version 1, whose scenario has fewer settings', () => {
  const trace = JSON.parse(encodeTrace(traces.get('expired')!)) as Record<string, Record<string, object>>;
  const { browser, server, resume: _, resumeAfter: __, ...scenario } = trace['scenario']!;
  const { pskModes: ___, psk: ____, earlyData: _____, ...old } = browser as Record<string, unknown>;
  const sends = { leaf: true, intermediate: true, root: false };
  const oldServer = { ...server, sends };
  const text = JSON.stringify({
    ...trace,
    version: 1,
    scenario: { ...scenario, browser: old, server: oldServer },
  });
  expect(decodeTrace(text)).toStrictEqual(traces.get('expired'));
});

it('a run of two connections holds the first one', () => {
  const { previous } = traces.get('resumption')!;
  expect(previous?.outcome).toEqual({ kind: 'completed' });
  expect(previous?.steps.map(({ id }) => id)).toContain('new_session_ticket');
  expect(previous?.previous).toBeUndefined();
});

describe('text that is no trace', () => {
  it.each([
    ['', /^This is no trace: the text is not JSON/],
    ['CLIENT_RANDOM 00 11', /^This is no trace: the text is not JSON/],
    ['[]', /not an object with a version/],
    ['null', /not an object with a version/],
    ['"trace"', /not an object with a version/],
    ['{}', /not an object with a version/],
    ['{"version":"1"}', /its version is "1", not a number/],
    ['{"version":0}', /its version is 0/],
    ['{"version":4}', /version 4; this Handshake Lab reads version 3\. A newer one made it/],
    ['{"version":3}', /^This trace is damaged: trace: source is missing/],
    ['{"version":3,"__proto__":{}}', /trace: has a field named __proto__/],
    [`{"version":3,"x":${'['.repeat(200)}${']'.repeat(200)}}`, /nested more than 100 deep/],
    ['{"version":1}', /^This trace is damaged: trace: source is missing/],
  ])('%j', (text, problem) => {
    const decoded = decodeTrace(text);
    expect(isProblem(decoded) && decoded.problem).toMatch(problem);
  });
});

/** Any JSON at all, walked and changed by hand. */
type Json = { [key: string]: Json } & Json[];

describe('a trace with one thing wrong', () => {
  it.each<[string, (trace: Json) => void, RegExp]>([
    [
      'odd hex',
      (trace) => set(trace.certificates![0]!.der!, '$hex', '0'),
      /trace\.certificates\[0\]\.der: odd number of hex digits/,
    ],
    ['no hex', (trace) => set(trace.certificates![0]!.der!, '$hex', 1), /\$hex is not text/],
    [
      'truncated certificate',
      (trace) => set(trace.certificates![0]!.der!, '$hex', '3000'),
      /certificates\[0\]\.field: the tree covers \d+ of 2 bytes/,
    ],
    [
      'a gap in a tree',
      (trace) => set(trace.steps![0]!.wire!.field!.children![0]!, 'end', 0),
      /steps\[0\]\.wire\.field/,
    ],
    [
      'an unknown message',
      (trace) => set(trace.steps![0]!, 'message', 'HelloWorld'),
      /steps\[0\]\.message: "HelloWorld" where one of the known names/,
    ],
    [
      'an unknown kind',
      (trace) => set(trace.steps![0]!, 'kind', 'magic'),
      /steps\[0\]\.kind: "magic" where "message" or "local"/,
    ],
    [
      'a span beyond the end',
      (trace) => set(trace.steps![0]!.spans![0]!, 'end', 1_000_000),
      /steps\[0\]\.spans: reach beyond/,
    ],
    ['a wrong index', (trace) => set(trace.steps![1]!, 'index', 7), /steps\[1\]\.index: 7 where 1 should be/],
    [
      'an id twice',
      (trace) => set(trace.steps![1]!, 'id', 'client_hello'),
      /steps\[1\]\.id: client_hello is there twice/,
    ],
    [
      'a certificate that is not there',
      (trace) => set(trace, 'certificates', []),
      /names a certificate that is not there/,
    ],
    ['no steps', (trace) => set(trace, 'steps', []), /trace\.steps: there is none/],
    [
      'an outcome beyond the steps',
      (trace) => set(trace.outcome!, 'step', 99),
      /trace\.outcome\.step: there is no such step/,
    ],
    [
      'an alert nobody knows',
      (trace) => set(trace.outcome!.error!, 'alert', 'boom'),
      /outcome\.error\.alert: "boom"/,
    ],
    ['a clock beyond all time', (trace) => set(trace, 'clock', 1e16), /trace\.clock: is no time/],
    [
      'a preset nobody knows',
      (trace) => set(trace.scenario!, 'preset', 'toString'),
      /scenario\.preset: "toString"/,
    ],
    [
      'a secret without bytes',
      (trace) => set(trace.secrets![0]!, 'bytes', 'abc'),
      /secrets\[0\]\.bytes: "abc" where bytes/,
    ],
  ])('%s', (_, change, problem) => {
    const json = JSON.parse(encodeTrace(traces.get('expired')!)) as Json;
    change(json);
    const decoded = decodeTrace(JSON.stringify(json));
    expect(isProblem(decoded) && decoded.problem).toMatch(problem);
  });

  it('is found wherever a field is missing or of another type', () => {
    const text = encodeTrace(traces.get('tls13')!);
    let refused = 0;
    // Every field of every object of the first levels, taken away.
    for (const path of pathsOf(JSON.parse(text) as Json, 3)) {
      const json = JSON.parse(text) as Json;
      const parent = path.slice(0, -1).reduce((at, key) => at[key]!, json);
      set(parent, path.at(-1)!, { surprise: true });
      const decoded = decodeTrace(JSON.stringify(json));
      if (isProblem(decoded)) refused++;
      else throw new Error(`${path.join('.')} may be anything`);
    }
    expect(refused).toBeGreaterThan(30);
  });
});

function set(parent: Json, key: string, value: unknown): void {
  (parent as Record<string, unknown>)[key] = value;
}

/** Paths of the fields down to `depth`; of a list, its first entry; what may be free stays out. */
function pathsOf(value: Json, depth: number, at: readonly string[] = []): string[][] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, 1) : Object.entries(value);
  return entries
    .filter(([key]) => !['facts', 'knownTo', '$hex'].includes(key))
    .flatMap(([key, child]) => [[...at, key], ...pathsOf(child as Json, depth - 1, [...at, key])]);
}
