import { describe, expect, it } from 'vitest';
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import type { Observer, Trace } from '../lab/trace.ts';
import { keyLogLines, keyRows } from './keys.ts';
import { ledgerColumns, ledgerRows } from './ledger.ts';
import { runPreset } from './testing/runs.ts';

const ended: ScenarioPatch = { server: { validity: [-97, -7] } };

/** What somebody has after the last step but `back`. */
function knows(trace: Trace, who: Observer, back = 0): readonly string[] {
  const step = trace.steps.at(-1 - back) ?? expect.fail('no such step');
  const row = ledgerRows(trace, step).find(({ observer }) => observer === who);
  return (row?.cells ?? []).filter(({ state }) => state !== 'unknown').map(({ column }) => column.id);
}

describe('a run that the browser ends while the server’s flight is under way', () => {
  it('says that the server has what it signed and derived for that flight', async () => {
    const trace = await runPreset('expired');
    expect(trace.unread.map(({ message }) => message)).toEqual(['CertificateVerify', 'Finished']);
    expect(knows(trace, 'server', 1)).toEqual([
      'hellos',
      'server-key',
      'shared-secret',
      'c-hs',
      's-hs',
      'signing-key',
    ]);
    expect(knows(trace, 'server')).toEqual([
      ...knows(trace, 'server', 1).slice(0, -1),
      'c-ap',
      's-ap',
      'signing-key',
    ]);
    expect(knows(trace, 'browser')).not.toContain('c-ap');
    expect(knows(trace, 'eavesdropper')).toEqual(['hellos']);
  });

  it('calls its signing key by its kind, though nobody opened what it signed', async () => {
    const kind = async (patch: ScenarioPatch) => {
      const trace = await runPreset('expired', patch);
      const rows = keyRows(trace, trace.steps.at(-1) ?? expect.fail('no step'));
      return rows.find(({ id }) => id === 'signing-key')?.algorithms;
    };
    expect(await kind({})).toEqual(['P-256']);
    expect(await kind({ server: { keyType: 'rsa', issuer: 'harbour' } })).toEqual(['RSA 2048']);
  });

  it('has no line in the key log before the secret is there', async () => {
    const trace = await runPreset('expired');
    const labels = trace.steps.map((step) => keyLogLines(trace, step).map(({ label }) => label));
    expect(labels[0]).toEqual([]);
    expect(labels.at(-2)).toEqual(['CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_HANDSHAKE_TRAFFIC_SECRET']);
    expect(labels.at(-1)).toEqual([
      'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
      'SERVER_HANDSHAKE_TRAFFIC_SECRET',
      'CLIENT_TRAFFIC_SECRET_0',
      'SERVER_TRAFFIC_SECRET_0',
      'EXPORTER_SECRET',
    ]);
  });

  it('in TLS 1.2: the server’s key pair was made, and its public key read on the wire', async () => {
    const trace = await runPreset('tls12', ended);
    expect(trace.outcome.kind).toBe('failed');
    expect(ledgerColumns(trace).map(({ id }) => id)).toEqual([
      'hellos',
      'browser-key',
      'server-key',
      'main-secret',
      'c-write',
      's-write',
      'signing-key',
    ]);
    expect(knows(trace, 'server')).toEqual(['hellos', 'server-key', 'signing-key']);
    const share = trace.secrets.find(({ name }) => /^server_.*public_key$/.test(name));
    expect(share?.knownTo).toMatchObject({ server: { how: 'made' }, eavesdropper: { how: 'sees' } });
    expect(share?.knownTo).not.toHaveProperty('browser');
  });
});

it('has no column for a key that nobody used, nor for secrets of a version nobody speaks', async () => {
  const noSuite = ledgerColumns(await runPreset('no-common-suite')).map(({ id }) => id);
  expect(noSuite).not.toContain('signing-key');
  expect(noSuite).toContain('c-ap');
  expect(ledgerColumns(await runPreset('legacy-client')).map(({ id }) => id)).toEqual([
    'hellos',
    'main-secret',
    'c-write',
    's-write',
  ]);
});
