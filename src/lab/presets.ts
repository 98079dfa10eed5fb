/** The scenarios of the combobox. Each is the default run with one thing different. */
import { attackChanges, attackScenarioIds, type AttackScenarioId } from './attacks.ts';
import type { BrowserConfig, Scenario, ScenarioId, ServerConfig, SharedKey } from './scenario.ts';
import {
  trustChanges,
  type TrustGroup,
  trustGroups,
  type TrustScenarioId,
  trustWorks,
} from './trust-scenarios.ts';

const aes128 = 0x1301;
const aes256 = 0x1302;
const chacha20 = 0x1303;
const x25519mlkem768 = 0x11ec;
const x25519 = 0x001d;
const secp256r1 = 0x0017;
const secp384r1 = 0x0018;
const secp521r1 = 0x0019;
/** What TLS 1.2 can use of them. */
const curves = [x25519, secp256r1, secp384r1, secp521r1];

/** ecdsa_secp256r1_sha256, rsa_pss_rsae_sha256, rsa_pkcs1_sha256, …: as browsers send them, and ed25519. */
const signatureSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807];

const mldsa65 = 0x0905;

/** TLS_ECDHE_ECDSA_… and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, then 256 bits, then ChaCha20: as browsers offer them. */
const ecdhe12 = [0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8];
/** TLS_RSA_WITH_AES_128_CBC_SHA256. */
const rsaAes128CbcSha256 = 0x003c;

/** TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256, then the same without a key exchange. */
const pskSuites = [0xd001, 0x00a8];

const tls13 = 0x0304;
const tls12 = 0x0303;
const tls10 = 0x0301;

const browser: BrowserConfig = {
  versions: [tls13],
  suites: [aes128, aes256, chacha20],
  groups: [x25519mlkem768, x25519, secp256r1, secp384r1],
  keyShares: [x25519mlkem768, x25519],
  signatureSchemes,
  serverName: 'shop.example',
  sni: true,
  alpn: ['h2', 'http/1.1'],
  grease: true,
  compatibilityMode: true,
  padding: 0,
  extendedMainSecret: true,
  encryptThenMac: true,
  fallbackScsv: false,
  roots: ['lakeside', 'northgate', 'harbour', 'alderbrook', 'meridian'],
  compromised: [],
  cached: [],
  aia: false,
  statusRequest: false,
  revocation: 'off',
  clientCertificate: 'none',
  pskModes: [],
  psk: null,
  earlyData: false,
  postHandshakeAuth: false,
  ownCertificate: '',
  clickThrough: false,
  hsts: false,
  renegotiate: false,
  request: 'GET /cart HTTP/1.1\r\nHost: shop.example\r\nAccept: text/html\r\n\r\n',
};

const server: ServerConfig = {
  versions: [tls13],
  suites: [aes128, aes256, chacha20],
  groups: [x25519mlkem768, x25519, secp256r1, secp384r1, secp521r1],
  signatureSchemes,
  preference: 'server',
  alpn: ['http/1.1'],
  keyType: 'ecdsa',
  names: ['shop.example', 'www.shop.example'],
  validity: [-53, 37],
  issuer: 'lakeside',
  faults: [],
  sends: ['leaf', 'intermediate'],
  ownCertificate: '',
  staple: 'none',
  responder: 'issuer',
  repository: true,
  clientAuth: 'none',
  clientRoots: ['staff'],
  postHandshakeAuth: false,
  pskModes: [],
  psk: null,
  tickets: 0,
  earlyData: 'off',
  antiReplay: 'list',
  cookie: false,
  padding: 0,
  extendedMainSecret: true,
  encryptThenMac: true,
  dhGroup: 'ffdhe2048',
  response:
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 44\r\n\r\n<!doctype html><title>Your cart</title>empty',
};

function preset(
  id: ScenarioId,
  {
    browser: ofBrowser,
    server: ofServer,
    ...shared
  }: Partial<Pick<Scenario, 'keyUpdate' | 'resume' | 'network'>> & {
    readonly browser?: Partial<BrowserConfig>;
    readonly server?: Partial<ServerConfig>;
  } = {},
): Scenario {
  return {
    preset: id,
    clock: null,
    browser: { ...browser, ...ofBrowser },
    server: { ...server, ...ofServer },
    keyUpdate: false,
    resume: 'none',
    resumeAfter: 240,
    network: [],
    ...shared,
  };
}

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
  tls13: preset('tls13'),
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
  tls12: preset('tls12', {
    browser: { versions: [tls13, tls12], suites: [aes128, aes256, chacha20, ...ecdhe12] },
    server: { versions: [tls12], suites: ecdhe12, groups: curves },
  }),
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
