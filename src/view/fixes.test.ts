import { describe, expect, it } from 'vitest';
import { presetOrder, presets, presetWorks } from '../lab/presets.ts';
import { applyPatch, type ScenarioPatch } from '../lab/scenario-patch.ts';
import { isAttack, type ScenarioId } from '../lab/scenario.ts';
import { trust } from '../lesson/en/trust.ts';
import { loadLanguage } from '../lesson/load-language.ts';
import { leftovers } from '../lesson/testing/quality.ts';
import { trustWords } from '../lesson/trust.ts';
import { clockPatch } from './configure-clock.ts';
import { fixFor } from './fixes.ts';
import { runPreset, runScenario, wallClock } from './testing/runs.ts';

/** What Mallory did on the wire cannot be mended at either end. */
const failing = presetOrder.filter((id) => !presetWorks(id) && !isAttack(id));
/** Faults can be stacked: each press mends one. */
const mostPresses = 3;
const day = 86_400_000;

describe('one press mends every failing preset', () => {
  it.each(failing)('%s', async (id) => {
    let trace = await runPreset(id);
    expect(trace.outcome.kind).toBe('failed');
    for (let presses = 0; presses < mostPresses && trace.outcome.kind === 'failed'; presses++) {
      const fix = fixFor(trace, wallClock);
      expect(fix).toBeDefined();
      trace = await runScenario(applyPatch(trace.scenario, fix?.patch ?? {}));
    }
    expect(trace.outcome).toEqual({ kind: 'completed' });
  });
});

/** Failures that the Configure sheet can make: the fix, and that it mends. */
const cases: readonly (readonly [string, ScenarioId, ScenarioPatch, string])[] = [
  ['root switched off', 'tls13', { browser: { roots: ['harbour', 'meridian'] } }, 'trust-root'],
  ['weak root, off', 'tls13', { server: { issuer: 'fennick' } }, 'stronger-root'],
  [
    'weak root, on',
    'tls13',
    { server: { issuer: 'fennick' }, browser: { roots: ['fennick'] } },
    'stronger-root',
  ],
  ['own root, lakeside off', 'untrusted-root', { browser: { roots: [] } }, 'public-ca'],
  ['not yet valid', 'tls13', { server: { validity: [3, 90] } }, 'issue-now'],
  ['clock a year ahead', 'tls13', clockPatch(presets.tls13, wallClock + 365 * day, wallClock), 'set-clock'],
  ['clock a year behind', 'tls13', clockPatch(presets.tls13, wallClock - 365 * day, wallClock), 'set-clock'],
  ['expired whatever the clock says', 'expired', { clock: wallClock + day }, 'renew'],
  ['an address, not a name', 'tls13', { browser: { serverName: '192.0.2.7' } }, 'add-name'],
  ['no names at all', 'tls13', { server: { names: [] } }, 'add-name'],
  ['no certificate at all', 'tls13', { server: { sends: [] } }, 'send-leaf'],
  ['no common group', 'tls13', { server: { groups: [0x0019] } }, 'accept-group'],
  ['no group at all', 'tls13', { server: { groups: [] } }, 'accept-group'],
  ['no common protocol', 'tls13', { server: { alpn: ['h3'] } }, 'accept-protocol'],
  ['no scheme for the key', 'tls13', { browser: { signatureSchemes: [0x0804] } }, 'offer-schemes'],
  [
    'no client certificate',
    'client-certificate',
    { browser: { clientCertificate: 'none' } },
    'present-certificate',
  ],
];

describe('failures that the sheet can make', () => {
  it.each(cases)('%s', async (_, id, patch, expected) => {
    const trace = await runPreset(id, patch);
    const fix = fixFor(trace, wallClock);
    expect(fix?.id).toBe(expected);
    expect((await runScenario(applyPatch(trace.scenario, fix?.patch ?? {}))).outcome).toEqual({
      kind: 'completed',
    });
  });
});

it('has nothing to mend in a run that completed', async () => {
  expect(fixFor(await runPreset('tls13'), wallClock)).toBeUndefined();
});

it('shows the configuration before and after', async () => {
  const fix = fixFor(await runPreset('no-common-suite'), wallClock);
  if (!fix) throw new Error('no fix');
  expect(trust.fix.text(fix.id, fix.facts).servers?.nginx).toEqual([
    { kind: 'remove', text: 'ssl_conf_command Ciphersuites TLS_AES_256_GCM_SHA384;' },
    { kind: 'add', text: 'ssl_conf_command Ciphersuites TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256;' },
  ]);
});

it('a new key goes into the configuration with its certificate', async () => {
  const fix = fixFor(await runPreset('weak-key'), wallClock);
  if (!fix) throw new Error('no fix');
  expect(trust.fix.text(fix.id, fix.facts).servers?.nginx).toEqual([
    { kind: 'remove', text: 'ssl_certificate old/fullchain.pem;' },
    { kind: 'add', text: 'ssl_certificate new/fullchain.pem;' },
    { kind: 'remove', text: 'ssl_certificate_key site.key;' },
    { kind: 'add', text: 'ssl_certificate_key new.key;' },
  ]);
});

it('asks for an address as certbot takes it', async () => {
  const fix = fixFor(await runPreset('address-without-name'), wallClock);
  if (!fix) throw new Error('no fix');
  expect(trust.fix.text(fix.id, fix.facts).lines).toEqual([
    {
      kind: 'add',
      text: 'certbot certonly --standalone --preferred-profile shortlived --ip-address 192.0.2.7 -d shop.example -d www.shop.example',
    },
  ]);
});

it('says the same in German, with the same commands', async () => {
  await loadLanguage('de');
  for (const id of failing) {
    const fix = fixFor(await runPreset(id), wallClock);
    if (!fix) throw new Error(`no fix for ${id}`);
    const { text, button, ...commands } = trustWords.de.fix.text(fix.id, fix.facts);
    const english = trust.fix.text(fix.id, fix.facts);
    expect(english, id).toMatchObject(commands);
    expect(text, id).not.toBe(english.text);
    expect([...leftovers(text), ...leftovers(button)]).toEqual([]);
  }
});
