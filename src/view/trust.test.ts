import { describe, expect, it } from 'vitest';
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import type { LocalStep, Trace } from '../lab/trace.ts';
import { languages } from '../lesson/catalog.ts';
import { trust } from '../lesson/en/trust.ts';
import { loadLanguage } from '../lesson/load-language.ts';
import { leftovers } from '../lesson/testing/quality.ts';
import { trustWords } from '../lesson/trust.ts';
import { failureCodes } from '../x509/path/codes.ts';
import type { PathResult } from '../x509/path/result.ts';
import { shownCandidate } from '../x509/path/shown.ts';
import { chainOf } from './certificates.ts';
import { checkRows, tally } from './trust-checks.ts';
import { candidateRows, pathPicture } from './trust-path.ts';
import { alertSent, checksView, failedStep } from './trust.ts';
import { runPreset } from './testing/runs.ts';

function pathOf(trace: Trace): PathResult {
  const step = trace.steps.find(
    (one): one is LocalStep => one.kind === 'local' && one.work === 'validate_chain',
  );
  if (!step?.path) throw new Error('no chain was judged');
  return step.path;
}

/** The alert that went out: name, code, level of protection, bytes. */
const alerts: readonly (readonly [ScenarioId, string, number, string, string])[] = [
  ['missing-intermediate', 'unknown_ca', 48, 'handshake', '02 30'],
  ['expired', 'certificate_expired', 45, 'handshake', '02 2d'],
  ['wrong-host', 'bad_certificate', 42, 'handshake', '02 2a'],
  ['untrusted-root', 'unknown_ca', 48, 'handshake', '02 30'],
  ['no-common-suite', 'handshake_failure', 40, 'plaintext', '02 28'],
];

it.each(alerts)('%s ends in %s', async (id, name, code, level, bytes) => {
  const alert = alertSent(await runPreset(id));
  expect(alert).toMatchObject({ name, code, level, bytes, fatal: true });
});

it('has no alert of a failure in a run that completed', async () => {
  expect(alertSent(await runPreset('tls13'))).toBeUndefined();
});

/** Lines of the failed checks, in English. */
const lines: readonly (readonly [string, ScenarioId, ScenarioPatch, readonly string[]])[] = [
  [
    'missing intermediate',
    'missing-intermediate',
    {},
    ['No path. Lakeside TLS Issuing CA R2 was not sent and is not one of the 5 roots switched on.'],
  ],
  ['expired', 'expired', {}, ['shop.example ended on 16 Nov 2026, now 23 Nov 2026.']],
  [
    'not yet valid',
    'tls13',
    { server: { validity: [3, 90] } },
    ['shop.example starts on 26 Nov 2026, now 23 Nov 2026.'],
  ],
  ['wrong host', 'wrong-host', {}, ['shop.example is not among www.shop.example, static.shop.example.']],
  [
    'untrusted root',
    'untrusted-root',
    {},
    ['The path ends at Workbench Root CA, which is not one of the 5 roots switched on.'],
  ],
  [
    'no names',
    'tls13',
    { server: { names: [] } },
    ['subjectAltName has no dNSName; the common name does not count.'],
  ],
  ['no certificate', 'tls13', { server: { sends: [] } }, []],
];

describe('what the failed checks say', () => {
  it.each(lines)('%s', async (_, id, patch, expected) => {
    const trace = await runPreset(id, patch);
    const step = failedStep(trace);
    const path = step?.kind === 'local' ? step.path : undefined;
    const rows = path ? checkRows(trace, path, 'server').filter(({ verdict }) => verdict === 'failed') : [];
    expect(rows.map((row) => trust.line(row.id, row.code, row.facts))).toEqual(expected);
  });
});

it.each(languages)('has a line for every failure there is: %s', async (language) => {
  await loadLanguage(language);
  const facts = {
    atLeaf: true,
    expected: [],
    actual: [],
    clock: 0,
    roots: 5,
    count: 1,
    hostIsAddress: false,
  };
  const { line } = trustWords[language];
  const bare = Object.keys(failureCodes).filter((code) => line('trust-anchor', code, facts) === code);
  expect(bare).toEqual([]);
  if (language !== 'de') return;
  const every = [...Object.keys(failureCodes), ...Object.keys(trust.checks), 'needs-issuer', 'given-up'];
  expect(every.flatMap((code) => leftovers(line(code, code, facts)))).toEqual([]);
});

it('puts failures first and counts them all', async () => {
  const trace = await runPreset('wrong-host');
  const path = pathOf(trace);
  expect(checkRows(trace, path, 'server')[0]).toMatchObject({ id: 'host-name', verdict: 'failed' });
  expect(tally(path)).toMatchObject({ failed: 1, passed: path.checks.length - 1 - tally(path).notReached });
  expect(tally(pathOf(await runPreset('missing-intermediate')))).toEqual({
    passed: 12,
    failed: 1,
    notReached: 5,
  });
});

describe('the picture of the path', () => {
  it('joins leaf, intermediate and root where all verified', async () => {
    const trace = await runPreset('tls13');
    const picture = pathPicture(trace, pathOf(trace), 'server');
    expect(
      picture.cards.map(
        (card) => card.kind === 'certificate' && [card.name, card.role, card.card !== undefined],
      ),
    ).toEqual([
      ['shop.example', 'leaf', true],
      ['Lakeside TLS Issuing CA R2', 'intermediate', true],
      ['Lakeside Root CA', 'root', true],
    ]);
    expect(picture.joints).toEqual(['verified', 'verified']);
    expect(picture.issuerUrl).toBeUndefined();
  });

  it('shows what is missing, where it was looked for, and the store that was not reached', async () => {
    const trace = await runPreset('missing-intermediate');
    const picture = pathPicture(trace, pathOf(trace), 'server');
    expect(picture.cards.map(({ kind }) => kind)).toEqual(['certificate', 'missing', 'store']);
    expect(picture.cards[1]).toMatchObject({
      name: 'Lakeside TLS Issuing CA R2',
      role: 'intermediate',
      found: { sent: 0, store: 0, cache: 0 },
    });
    expect(picture.joints).toEqual(['broken', 'not-reached']);
    expect(picture.issuerUrl).toBe('http://r2.lakeside.example/r2.der');
  });

  it('names the root that no store has', async () => {
    const trace = await runPreset('untrusted-root');
    const picture = pathPicture(trace, pathOf(trace), 'server');
    expect(picture.cards.map(({ kind }) => kind)).toEqual(['certificate', 'certificate', 'missing']);
    expect(picture.joints).toEqual(['verified', 'broken']);
  });

  it('marks the row that a failed check points at', async () => {
    const trace = await runPreset('expired');
    const [leaf] = pathPicture(trace, pathOf(trace), 'server').cards;
    expect(leaf?.kind === 'certificate' && leaf.marks).toEqual(['not-after']);
  });
});

it('keeps every path that was tried, with what dropped it', async () => {
  const trace = await runPreset('expired');
  expect(candidateRows(trace, pathOf(trace), 'server')).toEqual([
    {
      names: ['shop.example', 'Lakeside TLS Issuing CA R2', 'Lakeside Root CA'],
      from: ['sent', 'sent', 'store'],
      accepted: false,
      dropped: { check: 'validity', code: 'expired', name: 'shop.example' },
    },
  ]);
});

it('is about the same path when it was written to a file and read again', async () => {
  const path = pathOf(await runPreset('cross-signed-old'));
  const read = structuredClone({ ...path, checks: path.checks.map((check) => ({ ...check })) });
  expect(shownCandidate(read)?.path).toEqual(shownCandidate(path)?.path);
});

it('lists the anchor of a path that was dropped with what was sent', async () => {
  const trace = await runPreset('expired');
  const sent = trace.steps.find(({ id }) => id === 'certificate');
  if (sent?.kind !== 'message') throw new Error('no Certificate');
  expect(chainOf(trace, sent, sent.certificates).entries.map(({ name, from }) => [name, from])).toEqual([
    ['shop.example', 'sent'],
    ['Lakeside TLS Issuing CA R2', 'sent'],
    ['Lakeside Root CA', 'store'],
  ]);
});

it('tells an extension that is missing from one that says no', async () => {
  const says = async (id: ScenarioId): Promise<string | undefined> => {
    const trace = await runPreset(id);
    const row = checkRows(trace, pathOf(trace), 'server').find((one) => one.id === 'basic-constraints');
    return row && trust.line(row.id, row.code, row.facts);
  };
  expect(await says('intermediate-not-ca')).toContain('has cA FALSE');
  expect(await says('intermediate-no-constraints')).toContain('has no basicConstraints');
});

it('shows two lists where negotiation found nothing in common', async () => {
  const trace = await runPreset('no-common-suite');
  expect(checksView(trace, failedStep(trace))).toMatchObject({
    kind: 'lists',
    what: 'suites',
    browser: ['TLS_AES_128_GCM_SHA256'],
    server: ['TLS_AES_256_GCM_SHA384'],
  });
});

it('judges the browser’s chain from the server’s side', async () => {
  const trace = await runPreset('client-certificate');
  const step = trace.steps.find((one) => one.kind === 'local' && one.work === 'validate_client_chain');
  const view = checksView(trace, step);
  if (view?.kind !== 'path') throw new Error('no path');
  expect(view).toMatchObject({ presenter: 'browser', failed: false });
  expect(
    pathPicture(trace, view.path, 'browser').cards.map((card) => card.kind === 'certificate' && card.name),
  ).toEqual(['Kim Keller', 'Shop Staff Root CA']);
});

it('has no checks for steps that check nothing', async () => {
  const trace = await runPreset('tls13');
  expect(checksView(trace, trace.steps[0])).toBeUndefined();
});
