import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateFaults, clientCertificateKinds } from '../lab/certificate-faults.ts';
import { presetOrder, presets } from '../lab/presets.ts';
import { toHex } from '../bytes/hex.ts';
import { closingQuestions } from '../lesson/lessons/closing/questions.ts';
import { lessonSlugs } from '../lesson/lessons/lessons.ts';
import type { NetworkAct, Scenario } from '../lab/scenario.ts';
import { longestTyped, toWire } from '../view/configure-fields.ts';
import { frameOf, linkTo, pageLink, parseLink } from './link.ts';
import type { LinkProblem, Upgrader } from './link.ts';
import { largest } from './pages/learn.ts';
import { initialViews } from './pages/pages.ts';
import type { LinkedView } from './store.ts';

const rootIds = ['lakeside', 'harbour', 'meridian', 'northgate', 'alderbrook', 'fennick'] as const;
const chain = ['leaf', 'sub-ca', 'intermediate', 'cross-sign', 'root', 'unrelated'] as const;
const codes = fc.uniqueArray(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
const names = fc.array(fc.string({ maxLength: 40, unit: 'binary' }), { maxLength: 5 });
const protocols = fc.array(fc.stringMatching(/^[\x21-\x2b\x2d-\x7e]{1,40}$/), { maxLength: 5 });
const text = fc.string({ maxLength: 200, unit: 'binary' });

const steps = fc.constantFrom('client_hello', 'server_hello', 'application_data_1');
const hex = fc.uint8Array({ maxLength: 20 }).map((bytes) => toHex(bytes));
const undone = fc.constantFrom({}, { undone: true as const });
const offset = fc.integer({ min: 0, max: 99_999 });
const acts: fc.Arbitrary<readonly NetworkAct[]> = fc.array(
  fc.oneof(
    ...(
      [
        fc.record({ act: fc.constant('flip' as const), at: offset, mask: fc.integer({ min: 0, max: 255 }) }),
        fc.record({ act: fc.constant('overwrite' as const), at: offset, bytes: hex }),
        fc.record({
          act: fc.constant('set' as const),
          path: fc.constantFrom('ClientHello.extensions.[0].key_share', 'ServerHello.random'),
          bytes: hex,
        }),
        fc.record({ act: fc.constant('truncate' as const), to: offset }),
        fc.record({ act: fc.constantFrom('drop' as const, 'duplicate' as const, 'cut' as const) }),
        fc.record({ act: fc.constant('delay' as const), until: steps }),
        fc.record({ act: fc.constant('replay' as const), after: steps }),
        fc.record({ act: fc.constant('inject' as const), bytes: hex }),
        fc.record({ act: fc.constant('reconnect' as const), seconds: offset }),
      ] as fc.Arbitrary<NetworkAct>[]
    ).map((act) => fc.tuple(act, steps, undone).map(([a, on, mark]) => ({ ...a, on, ...mark }))),
  ),
  { maxLength: 4 },
);

const sharedKeys = fc.option(
  fc.record({
    identity: fc.string({ minLength: 1, maxLength: 40 }),
    key: fc.uint8Array({ minLength: 1, maxLength: 48 }).map((bytes) => toHex(bytes)),
  }),
);

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  preset: fc.constantFrom(...presetOrder),
  clock: fc.option(fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2999, 0) })),
  keyUpdate: fc.boolean(),
  network: acts,
  resume: fc.constantFrom('none', 'ticket', 'session-id'),
  resumeAfter: fc.nat(999_999_999),
  browser: fc.record({
    versions: codes,
    extendedMainSecret: fc.boolean(),
    encryptThenMac: fc.boolean(),
    fallbackScsv: fc.boolean(),
    suites: codes,
    groups: codes,
    keyShares: codes,
    signatureSchemes: codes,
    serverName: fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()),
    sni: fc.boolean(),
    alpn: protocols,
    grease: fc.boolean(),
    compatibilityMode: fc.boolean(),
    padding: fc.integer({ min: 0, max: 16_384 }),
    roots: fc.subarray([...rootIds, 'own' as const]),
    compromised: fc.subarray([...rootIds, 'own' as const]),
    cached: fc.subarray([...chain]),
    aia: fc.boolean(),
    statusRequest: fc.boolean(),
    revocation: fc.constantFrom('off', 'soft-fail', 'hard-fail'),
    clientCertificate: fc.constantFrom(...clientCertificateKinds),
    pskModes: codes,
    psk: sharedKeys,
    earlyData: fc.boolean(),
    postHandshakeAuth: fc.boolean(),
    ownCertificate: fc.constantFrom('', '00ff', '4d40357b'),
    clickThrough: fc.boolean(),
    hsts: fc.boolean(),
    renegotiate: fc.boolean(),
    request: text,
  }),
  server: fc.record({
    versions: codes,
    extendedMainSecret: fc.boolean(),
    encryptThenMac: fc.boolean(),
    dhGroup: fc.constantFrom('ffdhe2048', 'ffdhe3072', 'modp1024'),
    suites: codes,
    groups: codes,
    signatureSchemes: codes,
    preference: fc.constantFrom('server', 'browser'),
    alpn: protocols,
    keyType: fc.constantFrom('ecdsa', 'rsa', 'ed25519', 'dsa', 'ecdh', 'mldsa65'),
    names,
    validity: fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -99_999, max: 99_999 })),
    issuer: fc.constantFrom(...rootIds, 'own'),
    faults: fc.subarray([...certificateFaults]),
    sends: fc.shuffledSubarray([...chain]),
    ownCertificate: fc.constantFrom('', '4d40'),
    staple: fc.constantFrom('none', 'good', 'revoked', 'stale'),
    responder: fc.constantFrom('issuer', 'delegated'),
    repository: fc.boolean(),
    clientRoots: fc.subarray(['staff', 'partner'] as const),
    clientAuth: fc.constantFrom('none', 'request', 'require'),
    postHandshakeAuth: fc.boolean(),
    pskModes: codes,
    psk: sharedKeys,
    tickets: fc.nat(8),
    earlyData: fc.constantFrom('off', 'accept', 'refuse'),
    antiReplay: fc.constantFrom('list', 'single-use', 'off'),
    cookie: fc.boolean(),
    padding: fc.integer({ min: 0, max: 16_384 }),
    response: text,
  }),
});

const views: fc.Arbitrary<LinkedView> = fc.record({
  scenario: scenarios,
  step: fc.integer({ min: 0, max: 9998 }),
  tab: fc.constantFrom('bytes', 'crypto', 'certificates', 'keys', 'checks', 'ledger', 'fields'),
  byteView: fc.constantFrom('wire', 'plain'),
  selectedField: fc.option(fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }), { nil: undefined }),
  eve: fc.boolean(),
  answer: fc.option(fc.constantFrom('shown', 'nobody', 'browser@verify_signature'), { nil: undefined }),
});

const start: LinkedView = {
  scenario: presets.tls13,
  step: 0,
  tab: 'bytes',
  byteView: 'plain',
  selectedField: undefined,
  eve: true,
  answer: undefined,
};

describe('round trip', () => {
  test('any view comes back as it was', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseLink(linkTo(view, presets), presets)).toEqual({ kind: 'view', page: 'lab', view });
        expect(parseLink(linkTo(view, presets, 'attack'), presets)).toEqual({
          kind: 'view',
          page: 'attack',
          view,
        });
      }),
    );
  });

  test('a link is printable ASCII without spaces', () => {
    fc.assert(fc.property(views, (view) => /^#\/lab\?[!-~]+$/.test(linkTo(view, presets))));
  });

  test.each(presetOrder)('preset %s needs no settings', (preset) => {
    expect(linkTo({ ...start, scenario: presets[preset] }, presets)).toBe(`#/lab?v=1&s=${preset}&step=1`);
  });
});

test('what people read in the address bar', () => {
  const view: LinkedView = {
    ...start,
    step: 5,
    tab: 'checks',
    selectedField: 'Certificate.certificate_list.[0].cert_data',
    scenario: {
      ...presets['missing-intermediate'],
      clock: Date.UTC(2026, 10, 23, 19, 17),
      server: { ...presets['missing-intermediate'].server, suites: [0x1302, 0x1301], validity: [-97, -7] },
    },
  };
  expect(linkTo(view, presets)).toBe(
    '#/lab?v=1&s=missing-intermediate&step=6&tab=checks&f=Certificate.certificate_list.[0].cert_data' +
      '&clock=2026-11-23T19:17:00.000Z&server.suites=1302,1301&server.validity=-97..-7',
  );
});

test('the longest text that may be typed fits into a link', () => {
  const request = encodeURIComponent(toWire('\n'.repeat(longestTyped)));
  expect(parseLink(`#/lab?v=1&browser.request=${request}`, presets).kind).toBe('view');
});

test.each(['', '#', '#/'])('no link at all: %j', (fragment) => {
  expect(parseLink(fragment, presets)).toEqual({ kind: 'none' });
});

const bad: readonly (readonly [fragment: string, problem: Omit<LinkProblem, 'page'>])[] = [
  ['#/nowhere', { reason: 'unknown-page', parameter: 'page', value: '/nowhere' }],
  ['#/Suites', { reason: 'unknown-page', parameter: 'page', value: '/Suites' }],
  ['#/constructor', { reason: 'unknown-page', parameter: 'page', value: '/constructor' }],
  ['#/lab?', { reason: 'no-version', parameter: 'v', value: '' }],
  ['#/lab?s=tls13', { reason: 'no-version', parameter: 'v', value: '' }],
  ['#/lab?v=2&s=tls13', { reason: 'newer-version', parameter: 'v', value: '2' }],
  ['#/lab?v=x', { reason: 'bad-value', parameter: 'v', value: 'x' }],
  ['#/lab?v=0', { reason: 'bad-value', parameter: 'v', value: '0' }],
  ['#/lab?v=1&s=tls14', { reason: 'bad-value', parameter: 's', value: 'tls14' }],
  ['#/lab?v=1&s=toString', { reason: 'bad-value', parameter: 's', value: 'toString' }],
  ['#/lab?v=1&step=0', { reason: 'bad-value', parameter: 'step', value: '0' }],
  ['#/lab?v=1&step=1e3', { reason: 'bad-value', parameter: 'step', value: '1e3' }],
  ['#/lab?v=1&tab=byte', { reason: 'bad-value', parameter: 'tab', value: 'byte' }],
  ['#/lab?v=1&view=both', { reason: 'bad-value', parameter: 'view', value: 'both' }],
  ['#/lab?v=1&f=', { reason: 'bad-value', parameter: 'f', value: '' }],
  ['#/lab?v=1&eve=yes', { reason: 'bad-value', parameter: 'eve', value: 'yes' }],
  ['#/lab?v=1&color=red', { reason: 'unknown-parameter', parameter: 'color', value: 'red' }],
  ['#/lab?v=1&__proto__=1', { reason: 'unknown-parameter', parameter: '__proto__', value: '1' }],
  ['#/lab?v=1&server.suites=1301,13', { reason: 'bad-value', parameter: 'server.suites', value: '1301,13' }],
  [
    '#/lab?v=1&server.suites=1301,1301',
    { reason: 'bad-value', parameter: 'server.suites', value: '1301,1301' },
  ],
  ['#/lab?v=1&browser.alpn=', { reason: 'bad-value', parameter: 'browser.alpn', value: '' }],
  [
    `#/lab?v=1&server.alpn=${'h'.repeat(256)}`,
    { reason: 'bad-value', parameter: 'server.alpn', value: 'h'.repeat(256) },
  ],
  ['#/lab?v=1&server.keyType=ecc', { reason: 'bad-value', parameter: 'server.keyType', value: 'ecc' }],
  [
    '#/lab?v=1&server.sends=leaf,stem',
    { reason: 'bad-value', parameter: 'server.sends', value: 'leaf,stem' },
  ],
  ['#/lab?v=1&server.validity=1', { reason: 'bad-value', parameter: 'server.validity', value: '1' }],
  ['#/lab?v=1&browser.padding=99999', { reason: 'bad-value', parameter: 'browser.padding', value: '99999' }],
  [
    '#/lab?v=1&clock=9999-12-31T00:00',
    { reason: 'bad-value', parameter: 'clock', value: '9999-12-31T00:00' },
  ],
  [
    '#/lab?v=1&server.validity=-999999..1',
    { reason: 'bad-value', parameter: 'server.validity', value: '-999999..1' },
  ],
  [
    '#/lab?v=1&browser.serverName=bad%20name!',
    { reason: 'bad-value', parameter: 'browser.serverName', value: 'bad name!' },
  ],
  ['#/lab?v=1&clock=yesterday', { reason: 'bad-value', parameter: 'clock', value: 'yesterday' }],
  ['#/lab?v=1&browser.sni=true', { reason: 'bad-value', parameter: 'browser.sni', value: 'true' }],
  ['#/lab?v=1&f=100%', { reason: 'unreadable', parameter: 'f', value: '100%' }],
];

test.each(bad)('%s', (fragment, problem) => {
  expect(parseLink(fragment, presets)).toEqual({ kind: 'problem', problem: { ...problem, page: 'lab' } });
});

test('another page: its name alone, and its problems with the page that opens instead', () => {
  expect(parseLink('#/suites', presets)).toEqual({ kind: 'page', page: 'suites', view: initialViews.suites });
  expect(parseLink('#/suites?v=1', presets)).toEqual(parseLink('#/suites', presets));
  expect(pageLink('suites', initialViews.suites, presets)).toBe('#/suites');
  const bad: readonly (readonly [string, Omit<LinkProblem, 'page'>])[] = [
    ['#/suites?v=2', { reason: 'newer-version', parameter: 'v', value: '2' }],
    ['#/suites?x=1', { reason: 'no-version', parameter: 'v', value: '' }],
    ['#/suites?v=1&x=1', { reason: 'unknown-parameter', parameter: 'x', value: '1' }],
    ['#/suites?v=1&x=%', { reason: 'unreadable', parameter: 'x', value: '%' }],
  ];
  for (const [fragment, problem] of bad)
    expect(parseLink(fragment, presets)).toEqual({
      kind: 'problem',
      problem: { ...problem, page: 'suites' },
    });
});

test('the frame of a link: theme and language for this visit, embedded or not', () => {
  expect(frameOf('#/lab?v=1&s=expired&theme=dark&lang=de')).toEqual({
    theme: 'dark',
    language: 'de',
    embedded: false,
  });
  expect(frameOf('#/suites?v=1&lang=fr&embed=1')).toEqual({ embedded: true });
  expect(parseLink('#/lab?v=1&s=expired&lang=de', presets)).toEqual(
    parseLink('#/lab?v=1&s=expired', presets),
  );
  expect(parseLink('#/lab?v=1&lang=fr', presets)).toMatchObject({
    kind: 'problem',
    problem: { reason: 'bad-value', parameter: 'lang', value: 'fr' },
  });
});

test('a link to the start page may say theme and language, and nothing else', () => {
  expect(parseLink('#/?lang=de', presets)).toEqual({ kind: 'none' });
  expect(parseLink('#/?v=1&theme=dark', presets)).toEqual({ kind: 'none' });
  expect(parseLink('#/?lang=fr', presets)).toMatchObject({ problem: { parameter: 'lang', value: 'fr' } });
  expect(parseLink('#/?v=1&step=5', presets)).toMatchObject({
    problem: { reason: 'unknown-parameter', parameter: 'step', value: '5' },
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.boolean(), (noise, lab) => {
      expect(['none', 'view', 'page', 'problem']).toContain(
        parseLink(lab ? `#/lab?v=1&${noise}` : noise, presets).kind,
      );
    }),
  );
});

describe('older versions', () => {
  const upgraders: Readonly<Record<number, Upgrader>> = {
    // Version 1 said "scenario", version 2 said "s" and counted steps from 0.
    1: (parameters) =>
      new Map([...parameters].map(([name, value]) => [name === 'scenario' ? 's' : name, value])),
    2: (parameters) =>
      new Map(
        [...parameters].map(([name, value]) => [name, name === 'step' ? String(Number(value) + 1) : value]),
      ),
  };

  test.each([
    ['#/lab?v=1&scenario=expired&step=3', 3],
    ['#/lab?v=2&s=expired&step=3', 3],
    ['#/lab?v=3&s=expired&step=4', 3],
  ])('%s', (fragment, step) => {
    expect(parseLink(fragment, presets, upgraders, 3)).toEqual({
      kind: 'view',
      page: 'lab',
      view: { ...start, scenario: presets.expired, step },
    });
  });
});

describe('Learn', () => {
  test('its link leads to every lesson and every question of the closing check, and to none beyond', () => {
    expect(largest.lesson).toBe(lessonSlugs.length);
    expect(largest.check).toBe(Object.keys(closingQuestions).length + 1);
    expect(parseLink('#/learn?v=1&lesson=12&part=2&from=3000', presets)).toMatchObject({
      kind: 'page',
      view: { lesson: 12, part: 2, from: 3000 },
    });
    for (const [parameter, value] of [
      ['lesson', '13'],
      ['lesson', '0'],
      ['check', '14'],
      ['from', '1e3'],
    ])
      expect(parseLink(`#/learn?v=1&${parameter}=${value}`, presets)).toMatchObject({
        kind: 'problem',
        problem: { reason: 'bad-value', parameter, value, page: 'learn' },
      });
  });
});
