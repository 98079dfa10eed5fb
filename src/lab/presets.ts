/** The scenarios of the combobox. Each is the default run with one thing different. */
import { attackChanges, attackScenarioIds, type AttackScenarioId } from './attacks.ts';
import {
  aes128,
  aes256,
  chacha20,
  curves,
  ecdhe12,
  preset,
  secp256r1,
  secp384r1,
  signatureSchemes,
  tls12,
  tls12Scenario,
  tls13,
  tls13Scenario,
} from './base-scenarios.ts';
import type { Scenario, ScenarioId, SharedKey } from './scenario.ts';
import {
  trustChanges,
  type TrustGroup,
  trustGroups,
  type TrustScenarioId,
  trustWorks,
} from './trust-scenarios.ts';

const mldsa65 = 0x0905;

/** TLS_RSA_WITH_AES_128_CBC_SHA256. */
const rsaAes128CbcSha256 = 0x003c;

/** TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256, then the same without a key exchange. */
const pskSuites = [0xd001, 0x00a8];

const tls10 = 0x0301;

const pskDheKe = [0x01];
const comesBack = {
  resume: 'ticket',
  browser: { pskModes: pskDheKe },
  server: { pskModes: pskDheKe, tickets: 1 },
} as const;
const early = (earlyData: 'accept' | 'refuse') =>
  ({
    resume: 'ticket',
    browser: { ...comesBack.browser, earlyData: true },
    server: { ...comesBack.server, earlyData },
  }) as const;
/** Invented, and in every copy of this page. */
export const demoKey: SharedKey = {
  identity: 'sensor-7',
  key: '8f3a61c40b5d92e7714ce08fa25b36d90e47c18ab3f05d6297e81b4cd03a5f62',
};

export const presets: Readonly<Record<ScenarioId, Scenario>> = {
  tls13: tls13Scenario,
  'rsa-certificate': preset('rsa-certificate', { server: { keyType: 'rsa', issuer: 'harbour' } }),
  'client-certificate': preset('client-certificate', {
    browser: { clientCertificate: 'valid' },
    server: { clientAuth: 'require' },
  }),
  'client-certificate-none': preset('client-certificate-none', { server: { clientAuth: 'request' } }),
  'hello-retry-request': preset('hello-retry-request', { server: { groups: [secp256r1] } }),
  'post-quantum-certificate': preset('post-quantum-certificate', {
    browser: { signatureSchemes: [mldsa65, ...signatureSchemes] },
    server: { keyType: 'mldsa65', signatureSchemes: [mldsa65, ...signatureSchemes] },
  }),
  'key-update': preset('key-update', { keyUpdate: true }),
  resumption: preset('resumption', comesBack),
  'early-data': preset('early-data', early('accept')),
  'early-data-rejected': preset('early-data-rejected', early('refuse')),
  'external-psk': preset('external-psk', {
    browser: { pskModes: pskDheKe, psk: demoKey },
    server: { pskModes: pskDheKe, psk: demoKey },
  }),
  'external-psk-wrong-key': preset('external-psk-wrong-key', {
    browser: { pskModes: pskDheKe, psk: { ...demoKey, key: demoKey.key.replace('8f', '9f') } },
    server: { pskModes: pskDheKe, psk: demoKey },
  }),
  'post-handshake-auth': preset('post-handshake-auth', {
    browser: { postHandshakeAuth: true, clientCertificate: 'valid' },
    server: { clientAuth: 'require', postHandshakeAuth: true },
  }),
  'no-common-suite': preset('no-common-suite', {
    browser: { suites: [aes128] },
    server: { suites: [aes256] },
  }),
  tls12: tls12Scenario,
  'tls12-rsa-key-exchange': preset('tls12-rsa-key-exchange', {
    browser: {
      versions: [tls12],
      suites: [rsaAes128CbcSha256, 0x009c, 0x002f],
      groups: curves,
      keyShares: [],
      grease: false,
    },
    server: {
      versions: [tls12],
      suites: [rsaAes128CbcSha256, 0x009c, 0x002f],
      groups: curves,
      keyType: 'rsa',
      issuer: 'harbour',
    },
  }),
  'tls12-client-certificate': preset('tls12-client-certificate', {
    browser: {
      versions: [tls13, tls12],
      suites: [aes128, aes256, chacha20, ...ecdhe12],
      clientCertificate: 'valid',
    },
    server: { versions: [tls12], suites: ecdhe12, groups: curves, clientAuth: 'require' },
  }),
  'tls12-resumption': preset('tls12-resumption', {
    resume: 'ticket',
    browser: { versions: [tls12], suites: ecdhe12, groups: curves, keyShares: [] },
    server: { versions: [tls12], suites: ecdhe12, groups: curves, tickets: 1 },
  }),
  'tls12-psk': preset('tls12-psk', {
    browser: { versions: [tls12], suites: pskSuites, groups: curves, keyShares: [], psk: demoKey },
    server: { versions: [tls12], suites: pskSuites, groups: curves, psk: demoKey },
  }),
  'legacy-client': preset('legacy-client', {
    browser: {
      versions: [tls10],
      suites: [0x002f, 0x0035, 0x000a, 0x0005],
      groups: [secp256r1, secp384r1],
      keyShares: [],
      alpn: [],
      grease: false,
    },
    server: { versions: [tls13, tls12], suites: [aes128, aes256, chacha20, ...ecdhe12] },
  }),
  'legacy-server': preset('legacy-server', {
    browser: {
      versions: [tls13, tls12],
      suites: [aes128, aes256, chacha20, ...ecdhe12, 0x002f],
    },
    server: {
      versions: [tls10],
      suites: [0x0035, 0x002f, 0x000a],
      groups: curves,
      keyType: 'rsa',
      issuer: 'harbour',
    },
  }),
  ...trustPresets(),
  ...attackPresets(),
};

function trustPresets(): Readonly<Record<TrustScenarioId, Scenario>> {
  const entries = Object.entries(trustChanges).map(([id, changes]) => [
    id,
    preset(id as TrustScenarioId, changes),
  ]);
  return Object.fromEntries(entries) as Record<TrustScenarioId, Scenario>;
}

function attackPresets(): Readonly<Record<AttackScenarioId, Scenario>> {
  const entries = attackScenarioIds.map((id) => [id, preset(id, attackChanges[id])]);
  return Object.fromEntries(entries) as Record<AttackScenarioId, Scenario>;
}

export type PresetGroup = 'works' | 'negotiation' | 'attacks' | TrustGroup;

/** In the order of the combobox. */
export const presetGroups: readonly {
  readonly group: PresetGroup;
  readonly presets: readonly ScenarioId[];
}[] = [
  {
    group: 'works',
    presets: [
      'tls13',
      'rsa-certificate',
      'post-quantum-certificate',
      'client-certificate',
      'client-certificate-none',
      'post-handshake-auth',
      'hello-retry-request',
      'key-update',
      'resumption',
      'early-data',
      'early-data-rejected',
      'external-psk',
      'tls12',
      'tls12-rsa-key-exchange',
      'tls12-client-certificate',
      'tls12-resumption',
      'tls12-psk',
    ],
  },
  ...trustGroups,
  {
    group: 'negotiation',
    presets: ['no-common-suite', 'external-psk-wrong-key', 'legacy-client', 'legacy-server'],
  },
  { group: 'attacks', presets: attackScenarioIds },
];

/** Whether the run of a preset, unchanged, is completed. */
export function presetWorks(id: ScenarioId): boolean {
  return trustWorks.has(id) || unnoticed.has(id) || presetGroups[0]?.presets.includes(id) === true;
}

/** Attacks that nobody notices: the handshake is completed all the same. */
const unnoticed: ReadonlySet<ScenarioId> = new Set<AttackScenarioId>([
  'attack-renegotiation',
  'attack-impostor-installed',
  'attack-click-through',
  'attack-look-alike',
  'attack-stolen-key-rsa',
  'attack-stolen-key-ecdhe',
  'attack-null',
  'attack-rc4',
  'attack-weak-dh',
]);

export const presetOrder: readonly ScenarioId[] = presetGroups.flatMap((group) => group.presets);
