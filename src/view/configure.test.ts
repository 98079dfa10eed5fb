import { describe, expect, it } from 'vitest';
import { presets } from '../lab/presets.ts';
import { applyPatch, type ScenarioPatch } from '../lab/scenario-patch.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import { configure } from '../lesson/en/configure.ts';
import { changeChips, revertChange } from './configure-changes.ts';
import { clockPatch } from './configure-clock.ts';
import {
  clockText,
  readClock,
  readHost,
  readNames,
  readProtocol,
  readWhole,
  toField,
  toWire,
} from './configure-fields.ts';
import { groupLists, keyChange, moved, schemeLists, suiteLists } from './configure-lists.ts';
import { runLine } from './configure-run-line.ts';
import { rootRows, toggledRoot } from './root-store.ts';
import { runPreset, wallClock } from './testing/runs.ts';

const day = 86_400_000;
const preset = presets.tls13;

/** A change of the default scenario, and the chips it makes. */
const chips: readonly (readonly [ScenarioPatch, readonly string[]])[] = [
  [{}, []],
  [{ server: { suites: [0x1303, 0x1301, 0x1302] } }, ['ChaCha20 first at the server']],
  [{ browser: { suites: [0x1301, 0x1303, 0x1302] } }, ['Browser suites in another order']],
  [{ browser: { suites: [0x1302] } }, ['Browser suites: AES-256-GCM only']],
  [{ server: { suites: [] } }, ['Server suites: none']],
  [{ server: { groups: [0x0017] } }, ['Server groups: secp256r1 only']],
  [{ browser: { groups: [0x11ec, 0x001d, 0x0017] } }, ['Browser groups without secp384r1']],
  [{ browser: { groups: [0x11ec, 0x001d, 0x0017, 0x0018, 0x0019] } }, ['Browser groups with secp521r1']],
  [{ browser: { keyShares: [] } }, ['Key shares: none']],
  [{ server: { preference: 'browser' } }, ['Browser’s order decides']],
  [{ server: { alpn: ['h2', 'http/1.1'] } }, ['Server ALPN with h2']],
  [{ browser: { sni: false, grease: false } }, ['SNI off', 'GREASE off']],
  [{ browser: { roots: ['northgate', 'harbour', 'alderbrook', 'meridian'] } }, ['Roots without Lakeside']],
  [{ server: { sends: ['leaf'] } }, ['Sends: leaf only']],
  [{ server: { issuer: 'own' } }, ['Issued under its own root']],
  [
    { server: { keyType: 'ed25519' }, browser: { request: 'GET /\r\n' } },
    ['Request: 7 bytes', 'Certificate key: Ed25519'],
  ],
  [{ keyUpdate: true }, ['KeyUpdate on']],
  [{ clock: wallClock }, ['Clock: 23 Nov 2026, 19:17 UTC']],
];

describe('the change list', () => {
  it.each(chips)('%j', (patch, expected) => {
    const list = changeChips(applyPatch(preset, patch), preset);
    expect(list.map(({ path, form }) => configure.change(path, form))).toEqual(expected);
  });

  it.each(chips)('%j can be taken back', (patch) => {
    let scenario = applyPatch(preset, patch);
    for (const { path } of changeChips(scenario, preset))
      scenario = revertChange(scenario, preset, path, wallClock);
    expect(scenario).toEqual(preset);
  });

  it('keeps key shares a subset of the groups', () => {
    const without = applyPatch(preset, { browser: { groups: [0x0017], keyShares: [] } });
    expect(revertChange(without, preset, 'browser.keyShares', wallClock).browser.keyShares).toEqual([]);
  });
});

it('moves the clock and leaves the certificate its dates', () => {
  const later = applyPatch(preset, clockPatch(preset, wallClock + 365 * day, wallClock));
  expect(later).toMatchObject({ clock: wallClock + 365 * day, server: { validity: [-53 - 365, 37 - 365] } });
  expect(revertChange(later, preset, 'clock', wallClock)).toEqual(preset);
  expect(applyPatch(later, clockPatch(later, null, wallClock))).toEqual(preset);
});

describe('the two lists', () => {
  const negotiated = (
    list: readonly { readonly name: string; readonly negotiated: boolean }[],
  ): readonly string[] => list.filter((entry) => entry.negotiated).map(({ name }) => name);

  const cases: readonly (readonly [string, ScenarioPatch, string, string | undefined])[] = [
    [
      'server decides',
      { server: { suites: [0x1303, 0x1301] } },
      'server-order',
      'TLS_CHACHA20_POLY1305_SHA256',
    ],
    [
      'browser decides',
      { server: { suites: [0x1303, 0x1301], preference: 'browser' } },
      'browser-order',
      'TLS_AES_128_GCM_SHA256',
    ],
    ['one in common', { server: { suites: [0x1302] } }, 'only-common', 'TLS_AES_256_GCM_SHA384'],
    ['none in common', { server: { suites: [] } }, 'nothing-common', undefined],
    ['ended before', { server: { groups: [] } }, 'not-reached', undefined],
  ];
  it.each(cases)('suites: %s', async (_, patch, rule, chosen) => {
    const trace = await runPreset('tls13', patch);
    const lists = suiteLists(trace.scenario, trace);
    expect(lists.rule).toBe(rule);
    expect(lists.chosen).toBe(chosen);
    const filled = chosen === undefined ? [] : [chosen];
    expect(negotiated(lists.browser)).toEqual(filled);
    expect(negotiated(lists.server)).toEqual(filled);
  });

  it('groups: the cure for a HelloRetryRequest is the share that was missing', async () => {
    const trace = await runPreset('hello-retry-request');
    const lists = groupLists(trace.scenario, trace);
    expect(lists.retry).toEqual({ code: 0x0017, name: 'secp256r1' });
    expect(lists.browser.map(({ name, share, shareBytes }) => [name, share, shareBytes])).toEqual([
      ['X25519MLKEM768', true, 1216],
      ['x25519', true, 32],
      ['secp256r1', false, 65],
      ['secp384r1', false, 97],
    ]);
    expect(lists.spare.browser.map(({ name }) => name)).toEqual([
      'secp521r1',
      'SecP256r1MLKEM768',
      'x448',
      'ffdhe2048',
      'ffdhe3072',
      'ffdhe4096',
      'ffdhe6144',
      'ffdhe8192',
    ]);
  });

  it('signature schemes: the browser’s order decides among those that fit the key', async () => {
    const trace = await runPreset('tls13', {
      server: { keyType: 'rsa', signatureSchemes: [0x0806, 0x0805] },
    });
    const lists = schemeLists(trace.scenario, trace);
    expect(lists).toMatchObject({ chosen: 'rsa_pss_rsae_sha384', rule: 'fits-key', grey: true });
    expect(negotiated(lists.browser)).toEqual(['rsa_pss_rsae_sha384']);
    expect(lists.spare.browser.map(({ name }) => name)).toContain('rsa_pss_pss_sha256');
  });

  it('another key brings the schemes that it signs with; the browser has to offer them', async () => {
    const { server } = presets.tls13;
    expect(keyChange(server, 'rsa')).toEqual({ keyType: 'rsa', signatureSchemes: server.signatureSchemes });
    const patch = keyChange(server, 'rsa-pss');
    expect(patch.signatureSchemes.slice(-3)).toEqual([0x0809, 0x080a, 0x080b]);
    expect(keyChange(server, 'dsa').signatureSchemes.slice(-1)).toEqual([0x0402]);
    const refused = await runPreset('tls13', { server: patch });
    expect(refused.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-common-signature-scheme' } });
    expect(schemeLists(refused.scenario, refused).rule).toBe('not-reached');
    const offered = { signatureSchemes: patch.signatureSchemes };
    const taken = await runPreset('tls13', { server: patch, browser: offered });
    expect(taken.negotiated.signatureScheme).toBe(0x0809);
  });

  it('groups: a retry for a cookie alone needs no other share', async () => {
    const trace = await runPreset('tls13', { server: { cookie: true } });
    expect(trace.negotiated.helloRetryRequest).toBe(true);
    expect(groupLists(trace.scenario, trace).retry).toBeUndefined();
  });

  it('moves one entry and nothing else', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    const same = ['a', 'b'];
    expect(moved(same, 0, -1)).toBe(same);
    expect(moved(same, 5, 0)).toBe(same);
  });
});

describe('the run line', () => {
  const cases: readonly (readonly [ScenarioId, ScenarioPatch, object])[] = [
    ['tls13', {}, { kind: 'completes', steps: 14, difference: 0, because: [] }],
    [
      'tls13',
      { server: { groups: [0x0017] } },
      { kind: 'completes', steps: 16, difference: 2, because: ['retry'] },
    ],
    [
      'tls13',
      { server: { clientAuth: 'request' } },
      { kind: 'completes', steps: 16, difference: 2, because: ['client-auth'] },
    ],
    [
      'expired',
      {},
      {
        kind: 'fails',
        step: 6,
        work: 'validate_chain',
        closedBy: 'browser',
        alert: 'certificate_expired',
        alertCode: 45,
      },
    ],
    [
      'no-common-suite',
      {},
      {
        kind: 'fails',
        step: 1,
        message: 'ClientHello',
        closedBy: 'server',
        alert: 'handshake_failure',
        alertCode: 40,
      },
    ],
  ];
  it.each(cases)('%s %j', async (id, patch, expected) => {
    expect(runLine(await runPreset(id, patch), presets[id], 14)).toEqual(expected);
  });

  it('compares with nothing that was not counted', async () => {
    expect(runLine(await runPreset('tls13'), preset, undefined)).toEqual({
      kind: 'completes',
      steps: 14,
      because: [],
    });
    expect(runLine(undefined, preset, 14)).toEqual({ kind: 'running' });
  });
});

describe('what may be typed', () => {
  it.each([
    ['Shop.Example.', 'shop.example'],
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['shop example', undefined],
    ['-shop.example', undefined],
    ['shop..example', undefined],
    ['', undefined],
  ])('host %j', (text, expected) => expect(readHost(text)).toBe(expected));

  it.each([
    ['a.example, b.example  *.c.example', ['a.example', 'b.example', '*.c.example']],
    ['a.example,', ['a.example']],
    ['', []],
    ['a.example, *', undefined],
  ])('names %j', (text, expected) => expect(readNames(text)).toEqual(expected));

  it.each([
    ['h2', 'h2'],
    [' http/1.1 ', 'http/1.1'],
    ['a,b', undefined],
    ['', undefined],
  ])('protocol %j', (text, expected) => expect(readProtocol(text)).toBe(expected));

  it.each([
    ['2026-11-23 19:17', Date.UTC(2026, 10, 23, 19, 17)],
    ['2026-11-23', Date.UTC(2026, 10, 23)],
    ['2026-11-23T19:17:05Z', Date.UTC(2026, 10, 23, 19, 17, 5)],
    ['2026-02-31', undefined],
    ['2026-11-23 25:00', undefined],
    ['9999-12-31', undefined],
    ['0060-01-01', undefined],
    ['tomorrow', undefined],
  ])('time %j', (text, expected) => expect(readClock(text)).toBe(expected));

  it('shows a time as it reads it', () => expect(readClock(clockText(wallClock))).toBe(wallClock));

  it.each([
    ['−53', -53],
    ['+7', 7],
    ['1.5', undefined],
    ['99', undefined],
  ])('whole number %j', (text, expected) => expect(readWhole(text, -60, 60)).toBe(expected));

  it('sends line ends as CR LF and shows them as one', () => {
    expect(toWire('a\nb\r\nc')).toBe('a\r\nb\r\nc');
    expect(toField(toWire('a\nb\n'))).toBe('a\nb\n');
  });
});

it('switches one root and keeps the order of the store', () => {
  const { roots } = preset.browser;
  expect(toggledRoot(toggledRoot(roots, 'lakeside'), 'lakeside')).toEqual(roots);
  expect(
    rootRows(roots)
      .filter(({ on }) => !on)
      .map(({ name }) => name),
  ).toEqual(['Fennick Root CA']);
});
