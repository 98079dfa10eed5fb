/** The scenarios of the combobox. Each is the default run with one thing different. */
import type { BrowserConfig, Scenario, ScenarioId, ServerConfig } from './scenario.ts';

const aes128 = 0x1301;
const aes256 = 0x1302;
const chacha20 = 0x1303;
const x25519mlkem768 = 0x11ec;
const x25519 = 0x001d;
const secp256r1 = 0x0017;
const secp384r1 = 0x0018;
const secp521r1 = 0x0019;

/** ecdsa_secp256r1_sha256, rsa_pss_rsae_sha256, rsa_pkcs1_sha256, …: as browsers send them, and ed25519. */
const signatureSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807];

const browser: BrowserConfig = {
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
  roots: ['lakeside', 'northgate', 'harbour', 'alderbrook', 'meridian'],
  clientCertificate: 'none',
  request: 'GET /cart HTTP/1.1\r\nHost: shop.example\r\nAccept: text/html\r\n\r\n',
};

const server: ServerConfig = {
  suites: [aes128, aes256, chacha20],
  groups: [x25519mlkem768, x25519, secp256r1, secp384r1, secp521r1],
  signatureSchemes,
  preference: 'server',
  alpn: ['http/1.1'],
  keyType: 'ecdsa',
  names: ['shop.example', 'www.shop.example'],
  validity: [-53, 37],
  issuer: 'lakeside',
  sends: { leaf: true, intermediate: true, root: false },
  clientAuth: 'none',
  cookie: false,
  padding: 0,
  response:
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 44\r\n\r\n<!doctype html><title>Your cart</title>empty',
};

function preset(
  id: ScenarioId,
  changes: { browser?: Partial<BrowserConfig>; server?: Partial<ServerConfig> } = {},
): Scenario {
  return {
    preset: id,
    clock: null,
    browser: { ...browser, ...changes.browser },
    server: { ...server, ...changes.server },
    keyUpdate: false,
    network: [],
  };
}

export const presets: Readonly<Record<ScenarioId, Scenario>> = {
  tls13: preset('tls13'),
  'rsa-certificate': preset('rsa-certificate', { server: { keyType: 'rsa', issuer: 'harbour' } }),
  'client-certificate': preset('client-certificate', {
    browser: { clientCertificate: 'valid' },
    server: { clientAuth: 'require' },
  }),
  'client-certificate-none': preset('client-certificate-none', { server: { clientAuth: 'request' } }),
  'hello-retry-request': preset('hello-retry-request', { server: { groups: [secp256r1] } }),
  'missing-intermediate': preset('missing-intermediate', {
    server: { sends: { leaf: true, intermediate: false, root: false } },
  }),
  expired: preset('expired', { server: { validity: [-97, -7] } }),
  'wrong-host': preset('wrong-host', { server: { names: ['www.shop.example', 'static.shop.example'] } }),
  'untrusted-root': preset('untrusted-root', { server: { issuer: 'own' } }),
  'no-common-suite': preset('no-common-suite', {
    browser: { suites: [aes128] },
    server: { suites: [aes256] },
  }),
};

/** In the order of the combobox. */
export const presetGroups: readonly {
  readonly group: 'works' | 'fails';
  readonly presets: readonly ScenarioId[];
}[] = [
  {
    group: 'works',
    presets: [
      'tls13',
      'rsa-certificate',
      'client-certificate',
      'client-certificate-none',
      'hello-retry-request',
    ],
  },
  {
    group: 'fails',
    presets: ['missing-intermediate', 'expired', 'wrong-host', 'untrusted-root', 'no-common-suite'],
  },
];

export const presetOrder: readonly ScenarioId[] = presetGroups.flatMap((group) => group.presets);
