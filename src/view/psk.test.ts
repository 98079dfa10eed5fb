/** What the screens say of runs that begin with a key both sides have. */
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeTrace, encodeTrace } from '../lab/serialize.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import { keySchedule } from './crypto-graph.ts';
import { keyRows } from './keys.ts';
import { ladderRows } from './ladder.ts';
import { ledgerColumns } from './ledger.ts';
import { runPreset } from './testing/runs.ts';
import { valueNames } from '../lesson/en/value-names.ts';

const ids = ['resumption', 'early-data', 'early-data-rejected', 'external-psk'] as const;
const traces = new Map<ScenarioId | 'passed-over', Trace>();

beforeAll(async () => {
  for (const id of ids) traces.set(id, await runPreset(id));
  traces.set(
    'passed-over',
    await runPreset('external-psk', { server: { psk: { identity: 'another', key: '00' } } }),
  );
}, 30_000);

const traceOf = (id: (typeof ids)[number] | 'passed-over'): Trace => traces.get(id) ?? expect.fail(id);
const known = (trace: Trace, name: string): unknown =>
  trace.secrets.find((secret) => secret.name === name)?.knownTo;

describe.each(ids)('%s', (id) => {
  it('both sides had the PSK, and Eve cannot have it or what follows from it', () => {
    const trace = traceOf(id);
    const psk = id === 'external-psk' ? 'external_psk' : 'resumption_psk';
    expect(known(trace, psk)).toMatchObject({ browser: { how: 'had' }, server: { how: 'had' } });
    for (const { name, secrecy, knownTo } of trace.secrets)
      if (secrecy === 'secret') expect(knownTo.eavesdropper, name).toBeUndefined();
  });

  it('the schedule starts from the PSK, with binder and early secrets beside it', () => {
    const trace = traceOf(id);
    const graph =
      keySchedule(trace, { index: trace.steps.length - 1 }, valueNames) ?? expect.fail('no graph');
    expect(graph.inputs[0]).toMatchObject({ kind: 'psk' });
    const names = graph.nodes.map((node) => node.id);
    expect(names).toContain('binder_key');
    expect(names.includes('client_early_traffic_secret')).toBe(id.startsWith('early'));
    for (const a of graph.nodes)
      for (const b of graph.nodes)
        if (a !== b && a.x === b.x)
          expect(a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} over ${b.id}`).toBe(true);
  });

  it('the lock closes with the Finished of the server, and no certificate is missed', () => {
    const trace = traceOf(id);
    const finished = trace.steps.find((step) => step.id === 'finished') ?? expect.fail('no Finished');
    expect(trace.steps[finished.index - 1]?.lock).toBe('open');
    expect(finished).toMatchObject({ lock: 'verified', serverAuthenticated: true });
    expect(ladderRows(trace).filter((row) => row.kind === 'optional')).toEqual([]);
  });

  it('the file holds it all', () => {
    expect(decodeTrace(encodeTrace(traceOf(id)))).toStrictEqual(traceOf(id));
  });
});

it('the server has the early keys only where it takes the early data', () => {
  const secret = 'client_early_traffic_secret';
  expect(known(traceOf('early-data'), secret)).toMatchObject({ browser: {}, server: {} });
  expect(known(traceOf('early-data-rejected'), secret)).not.toHaveProperty('server');
  expect(ledgerColumns(traceOf('early-data')).map(({ id }) => id)).toContain('c-early');
  expect(ledgerColumns(traceOf('resumption')).map(({ id }) => id)).not.toContain('c-early');
});

it('the key log has the early secrets, at the step that makes them', () => {
  const { keyLog, steps } = traceOf('early-data');
  const made = steps.find((step) => step.id === 'derive_early_keys')?.index;
  const early = keyLog.filter(({ level }) => level === 'early');
  expect(early.map(({ line }) => line.split(' ')[0])).toEqual([
    'CLIENT_EARLY_TRAFFIC_SECRET',
    'EARLY_EXPORTER_SECRET',
  ]);
  expect(early.every(({ step }) => step === made)).toBe(true);
});

it('the key of a ticket is the PSK of the next connection', () => {
  const trace = traceOf('resumption');
  const given = trace.previous?.secrets.find(({ name }) => name === 'resumption_psk_1');
  expect(given?.bytes).toEqual(trace.secrets.find(({ name }) => name === 'resumption_psk')?.bytes);
  const rows = keyRows(trace, { index: trace.steps.length - 1 });
  expect(rows.find(({ id }) => id === 'psk')?.cells.eavesdropper).toEqual({ kind: 'cannot' });
  expect(rows.find(({ id }) => id === 'ticket-key')?.cells.browser).toEqual({ kind: 'cannot' });
});

describe('a PSK that the server does not know', () => {
  it('leaves a full handshake that starts from zeros, which Eve has too', () => {
    const trace = traceOf('passed-over');
    expect(trace.negotiated).not.toHaveProperty('psk');
    expect(trace.steps.some(({ id }) => id === 'certificate')).toBe(true);
    expect(known(trace, 'early_secret_without_psk')).toMatchObject({ eavesdropper: { how: 'constant' } });
    expect(known(trace, 'early_secret')).not.toHaveProperty('server');
  });

  it('has two Early Secrets in its drawing, and one of them leads on', () => {
    const trace = traceOf('passed-over');
    const graph =
      keySchedule(trace, { index: trace.steps.length - 1 }, valueNames) ?? expect.fail('no graph');
    const first = graph.nodes.filter(({ kind }) => kind === 'extract').map(({ id }) => id);
    expect(first).toEqual(['early_secret', 'early_secret_without_psk', 'handshake_secret', 'main_secret']);
    expect(graph.edges.filter(({ id }) => id.endsWith(' salt')).map(({ id }) => id)).toEqual([
      'handshake_secret salt',
      'main_secret salt',
    ]);
  });
});
