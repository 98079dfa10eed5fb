/**
 * The chains of every scenario, as files in front of the openssl command: the same verdict, wherever both
 * ask the same question. Where they do not, the difference is named here.
 */
import { describe, expect, test } from 'vitest';
import { presets } from '../lab/presets.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import { runPreset } from '../view/testing/runs.ts';
import type { Bytes } from '../crypto/port.ts';
import { certificate } from './testing/forge.ts';
import { parseIp } from './ip.ts';
import type { PathResult } from './path/result.ts';
import { hasOpenssl, inDirectory, opensslSucceeds, writePem } from './testing/openssl.ts';

/** Failures that the command does not look for: it reads on, so it may trust where the browser does not. */
const notAsked: ReadonlySet<string> = new Set([
  'leaf-is-a-ca',
  'no-digital-signature',
  // Keys that have fallen are a list of the browser's own.
  'distrusted',
  // Without -crl_check nothing is asked, and a staple is the connection's.
  'revoked',
  'staple-missing',
  'bad-staple',
]);
/** A commonName does where there is no subjectAltName; for addresses nothing does. */
const commonNameDoes = (code: string, host: string): boolean =>
  code === 'no-names' && parseIp(host) === undefined;

/** Scenarios in which it asks for more: the key identifier is a condition. */
const asksMore: ReadonlySet<string> = new Set(['other-key-id']);

const canRead = (der: Bytes): boolean =>
  inDirectory((path) => opensslSucceeds(['x509', '-in', writePem(path('one'), [der]), '-noout', '-pubkey']));

const chainOf = (trace: Trace): PathResult | undefined =>
  trace.steps.flatMap((step) =>
    step.kind === 'local' && step.work === 'validate_chain' && step.path ? [step.path] : [],
  )[0];

describe.skipIf(!hasOpenssl)('openssl verify', () => {
  test.each(Object.keys(presets) as ScenarioId[])('%s', async (id) => {
    const trace = await runPreset(id);
    const result = chainOf(trace);
    if (result === undefined || trace.trust === undefined) return;
    const { store, cached, fetched } = trace.trust.browser;
    const sent = trace.certificates.filter(({ owner, ref }) => owner === 'server' && ref.from === 'sent');
    const [leaf, ...more] = sent.toSorted((a, b) => a.ref.index - b.ref.index).map(({ der }) => der);
    if (leaf === undefined) return;
    const host = trace.scenario.browser.serverName;
    // OpenSSL knows ML-DSA from 3.5 on.
    if (certificate(leaf).publicKey.algorithm === 'ML-DSA' && !canRead(leaf)) return;
    const roots = store.map(({ der }) => der);
    const others = [...more, ...cached, ...fetched.map(({ der }) => der)];
    const trusted = inDirectory((path) => {
      const [files, all, own] = [path('store'), path('more'), path('leaf')];
      const at = String(Math.floor(trace.clock / 1000));
      const name = parseIp(host) ? '-verify_ip' : '-verify_hostname';
      const asked = ['-attime', at, '-purpose', 'sslserver', '-auth_level', '2', name, host];
      const known = ['-CAfile', writePem(files, roots), '-no-CApath', '-no-CAstore'];
      return opensslSucceeds([
        'verify',
        ...asked,
        ...known,
        '-untrusted',
        writePem(all, others),
        writePem(own, [leaf]),
      ]);
    });
    const codes = result.checks.filter(({ verdict }) => verdict === 'failed').map(({ code }) => code);
    const expected =
      codes.every((code) => notAsked.has(code) || commonNameDoes(code, host)) && !asksMore.has(id);
    expect({ codes, openssl: trusted }).toEqual({ codes, openssl: expected });
  });
});
