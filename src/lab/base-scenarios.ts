/** What every scenario is a change of: the default run; and the plain run of TLS 1.2, which Compare sets beside it. */
import type { BrowserConfig, Scenario, ScenarioId, ServerConfig } from './scenario.ts';

export const aes128 = 0x1301;
export const aes256 = 0x1302;
export const chacha20 = 0x1303;
const x25519mlkem768 = 0x11ec;
const x25519 = 0x001d;
export const secp256r1 = 0x0017;
export const secp384r1 = 0x0018;
const secp521r1 = 0x0019;
/** What TLS 1.2 can use of them. */
export const curves = [x25519, secp256r1, secp384r1, secp521r1];

/** ecdsa_secp256r1_sha256, rsa_pss_rsae_sha256, rsa_pkcs1_sha256, …: as browsers send them, and ed25519. */
export const signatureSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807];

/** TLS_ECDHE_ECDSA_… and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, then 256 bits, then ChaCha20: as browsers offer them. */
export const ecdhe12 = [0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8];
export const tls13 = 0x0304;
export const tls12 = 0x0303;

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

export function preset(
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

export const tls13Scenario = preset('tls13');

export const tls12Scenario = preset('tls12', {
  browser: { versions: [tls13, tls12], suites: [aes128, aes256, chacha20, ...ecdhe12] },
  server: { versions: [tls12], suites: ecdhe12, groups: curves },
});
