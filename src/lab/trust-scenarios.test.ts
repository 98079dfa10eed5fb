/** Every scenario about certificates: which checks its fault flips, and that it leaves the others alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createProvider } from '../crypto/provider/web.ts';
import type { Provider } from '../crypto/port.ts';
import { runPreset } from '../view/testing/runs.ts';
import { hasOpenssl, inDirectory, opensslSucceeds, writePem } from '../x509/testing/openssl.ts';
import { certificatesIn } from './certificates.ts';
import { askClients } from './clients/ask.ts';
import { presets } from './presets.ts';
import type { LocalStep, Trace } from './trace.ts';
import { trustChanges, type TrustScenarioId } from './trust-scenarios.ts';

/** The codes of the failed checks in their order, and the alert; nothing where the run is completed. */
const flips: Readonly<Record<TrustScenarioId, readonly [codes: readonly string[], alert?: string]>> = {
  'missing-intermediate': [['issuer-not-found'], 'unknown_ca'],
  'intermediate-cached': [[]],
  'intermediate-fetched': [[]],
  'chain-out-of-order': [[]],
  'unrelated-sent': [[]],
  'untrusted-root': [['root-not-trusted'], 'unknown_ca'],
  'untrusted-root-sent': [['root-not-trusted'], 'unknown_ca'],
  'self-signed': [['self-signed'], 'unknown_ca'],
  expired: [['expired'], 'certificate_expired'],
  'not-yet-valid': [['not-yet-valid'], 'certificate_expired'],
  'intermediate-expired': [['expired'], 'certificate_expired'],
  'root-expired': [['expired'], 'certificate_expired'],
  'wrong-host': [['name-mismatch'], 'bad_certificate'],
  'wildcard-too-deep': [['name-mismatch'], 'bad_certificate'],
  'address-without-name': [['no-names'], 'bad_certificate'],
  'no-san': [['no-names'], 'bad_certificate'],
  sha1: [['weak-algorithm'], 'bad_certificate'],
  'weak-key': [['weak-key'], 'bad_certificate'],
  tampered: [['bad-signature'], 'bad_certificate'],
  impostor: [['bad-signature'], 'bad_certificate'],
  'other-issuer-name': [['issuer-not-found'], 'unknown_ca'],
  'other-key-id': [[]],
  'critical-extension': [['unknown-critical-extension'], 'certificate_unknown'],
  'leaf-is-ca': [['leaf-is-a-ca'], 'bad_certificate'],
  'client-purpose': [['wrong-purpose'], 'unsupported_certificate'],
  'no-signing': [['no-digital-signature'], 'unsupported_certificate'],
  revoked: [['revoked'], 'certificate_revoked'],
  stapled: [[]],
  'stapled-tls12': [[]],
  'stapled-revoked': [['revoked'], 'certificate_revoked'],
  'stapled-stale': [['bad-staple'], 'bad_certificate_status_response'],
  'must-staple': [['staple-missing'], 'bad_certificate_status_response'],
  // No CA, and so neither the flag nor the usage of one.
  'intermediate-not-ca': [['not-a-ca', 'no-key-cert-sign'], 'unknown_ca'],
  // Without the extension cA is FALSE, and keyCertSign contradicts that.
  'intermediate-no-constraints': [['not-a-ca', 'key-cert-sign-without-ca'], 'unknown_ca'],
  'intermediate-no-cert-sign': [['no-key-cert-sign'], 'bad_certificate'],
  'intermediate-tampered': [['bad-signature'], 'bad_certificate'],
  'path-length': [['path-too-long'], 'unknown_ca'],
  'name-constraints': [['name-not-permitted'], 'bad_certificate'],
  'root-compromised': [['distrusted'], 'unknown_ca'],
  'cross-signed': [[]],
  'cross-signed-modern': [[]],
  'cross-signed-old': [['expired'], 'certificate_expired'],
  'expired-wrong-host': [['expired', 'name-mismatch'], 'bad_certificate'],
  'expired-untrusted-root': [['root-not-trusted', 'expired'], 'unknown_ca'],
  'untrusted-root-wrong-host': [['root-not-trusted', 'name-mismatch'], 'unknown_ca'],
  'expired-untrusted-root-wrong-host': [['root-not-trusted', 'expired', 'name-mismatch'], 'unknown_ca'],
  'client-certificate-required': [[], 'certificate_required'],
  'client-certificate-expired': [['expired'], 'certificate_expired'],
  'client-certificate-not-yet-valid': [['not-yet-valid'], 'certificate_expired'],
  'client-certificate-unknown-issuer': [['issuer-not-found'], 'unknown_ca'],
  'client-certificate-wrong-purpose': [['wrong-purpose'], 'unsupported_certificate'],
  'client-certificate-revoked': [['revoked'], 'certificate_revoked'],
};

const ids = Object.keys(trustChanges) as TrustScenarioId[];
const traces = new Map<TrustScenarioId, Trace>();
let provider: Provider;

beforeAll(async () => {
  provider = await createProvider();
  for (const id of ids) traces.set(id, await runPreset(id));
});

describe('a fault flips the checks it should and leaves the others alone', () => {
  it.each(ids)('%s', (id) => {
    const trace = traceOf(id);
    const [codes, alert] = flips[id];
    const judged = trace.steps.filter(
      (step): step is LocalStep => step.kind === 'local' && step.path !== undefined,
    );
    const checks = judged.at(-1)?.path?.checks ?? [];
    expect(checks.filter(({ verdict }) => verdict === 'failed').map(({ code }) => code)).toEqual(codes);
    // The others pass, or say what they wait for.
    for (const { verdict, code } of checks)
      if (verdict === 'not-reached') expect(code).toMatch(/^(needs-|not-asked$)/);
    expect(trace.outcome.kind === 'failed' ? trace.outcome.error.alert : undefined).toBe(alert);
    // Every earlier chain of the run is good: what the client shows is judged after the server's.
    for (const step of judged.slice(0, -1)) expect(step.path?.verdict).toBe('trusted');
  });
});

it.skipIf(!hasOpenssl)('openssl itself agrees with its profile, chain by chain', async () => {
  const differ: string[] = [];
  for (const id of ids) {
    const trace = traceOf(id);
    const survey = await askClients(trace, {
      verify: async (algorithm, key, data, signature) =>
        (await provider.verify(algorithm, key, data, signature)).value,
      digest: async (hash, data) => (await provider.digest(hash, data)).value,
    });
    const answer = survey?.answers.find(({ client }) => client === 'openssl');
    // A compromised root is one that was taken out of the store; openssl has no other word for it.
    const accepted = opensslVerifies(trace);
    if (accepted !== (answer?.verdict === 'connects')) differ.push(`${id}: openssl says ${accepted}`);
  }
  expect(differ).toEqual([]);
});

function opensslVerifies(trace: Trace): boolean {
  const [leaf, ...rest] = certificatesIn(trace, 'server');
  const held = trace.trust?.browser;
  if (leaf === undefined || held === undefined) throw new Error('no chain was sent');
  const { serverName } = trace.scenario.browser;
  const fallen = held.compromised.map(({ id }) => id);
  return inDirectory((path) => {
    const store = writePem(
      path('store'),
      held.store.filter(({ id }) => !fallen.includes(id)).map(({ der }) => der),
    );
    const untrusted = rest.length > 0 ? ['-untrusted', writePem(path('untrusted'), rest)] : [];
    const name = /^[\d.]+$/.test(serverName) ? '-verify_ip' : '-verify_hostname';
    return opensslSucceeds([
      'verify',
      '-CAfile',
      store,
      '-no-CApath',
      '-no-CAstore',
      ...untrusted,
      name,
      serverName,
      '-attime',
      String(Math.floor(trace.clock / 1000)),
      '-purpose',
      'sslserver',
      '-auth_level',
      '2',
      writePem(path('leaf'), [leaf]),
    ]);
  });
}

function traceOf(id: TrustScenarioId): Trace {
  const trace = traces.get(id);
  if (trace === undefined) throw new Error(`${id} did not run`);
  expect(trace.scenario.preset).toBe(presets[id].preset);
  return trace;
}
