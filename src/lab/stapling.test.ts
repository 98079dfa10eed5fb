/** Stapling in whole runs: what is asked, what comes back and where, and when the chain is judged. */
import { describe, expect, it } from 'vitest';
import type { Field } from '../bytes/field.ts';
import { runPreset } from '../view/testing/runs.ts';
import { staplesIn } from './certificates.ts';
import type { ScenarioPatch } from './scenario-patch.ts';
import type { Trace } from './trace.ts';

/** The steps up to the server's proof, in order. */
function order({ steps }: Trace): readonly string[] {
  const names = steps.map((step) => (step.kind === 'message' ? step.message : step.work));
  return names.slice(0, names.indexOf('verify_signature'));
}

function keysIn({ steps }: Trace, message: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const walk = (field: Field): void => {
    keys.add(field.key);
    for (const child of field.children ?? []) walk(child);
  };
  for (const step of steps)
    if (step.kind === 'message' && step.message === message) walk((step.plain ?? step.wire).field);
  return keys;
}

describe('TLS 1.3', () => {
  it('the answer stands in the entry of the leaf, with a name for every field', async () => {
    const trace = await runPreset('stapled');
    expect(trace.outcome.kind).toBe('completed');
    expect(keysIn(trace, 'ClientHello')).toContain('CertificateStatusRequest.responder_id_list');
    const keys = keysIn(trace, 'Certificate');
    for (const key of ['CertificateStatus.response', 'SingleResponse.certStatus', 'Extension.ocspNocheck'])
      expect(keys).toContain(key);
    expect(staplesIn(trace).map((staple) => staple !== undefined)).toEqual([true, false]);
  });

  it('nobody asks: nothing is stapled, and nothing promised is missed', async () => {
    const quiet = { browser: { statusRequest: false } };
    expect(staplesIn(await runPreset('stapled', { ...quiet, server: { staple: 'good' } }))).toEqual([]);
    expect((await runPreset('must-staple', quiet)).outcome.kind).toBe('completed');
  });
});

describe('TLS 1.2', () => {
  it('the answer follows the Certificate, and the chain is judged when it is there', async () => {
    const trace = await runPreset('stapled-tls12');
    expect(trace.outcome.kind).toBe('completed');
    expect(order(trace)).toEqual([
      'ClientHello',
      'ServerHello',
      'Certificate',
      'CertificateStatus',
      'validate_chain',
      'ServerKeyExchange',
    ]);
    expect(keysIn(trace, 'CertificateStatus')).toContain('SingleResponse.certStatus');
  });

  it.each<[name: string, patch: ScenarioPatch, code: string, alert: string]>([
    ['revoked', { server: { staple: 'revoked' } }, 'revoked', 'certificate_revoked'],
    ['stale', { server: { staple: 'stale' } }, 'bad-staple', 'bad_certificate_status_response'],
    ['none', { server: { staple: 'none' } }, 'status-unknown', 'certificate_unknown'],
    [
      'none, although promised',
      { browser: { revocation: 'soft-fail' }, server: { staple: 'none', faults: ['must-staple'] } },
      'staple-missing',
      'bad_certificate_status_response',
    ],
  ])('%s', async (_, patch, code, alert) => {
    const { outcome } = await runPreset('stapled-tls12', patch);
    expect(outcome).toMatchObject({ kind: 'failed', noticedBy: 'browser', error: { code, alert } });
  });
});

it('soft fail lets a stale answer pass, but not bad news', async () => {
  const browser = { revocation: 'soft-fail' } as const;
  expect((await runPreset('stapled-stale', { browser })).outcome.kind).toBe('completed');
  expect((await runPreset('stapled-revoked', { browser })).outcome.kind).toBe('failed');
});
