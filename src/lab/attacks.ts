/**
 * Scenarios of attack: a browser and a server as they are or were, and what the network does to their messages,
 * or what somebody who only listens gets out of them.
 */
import type { AntiReplay, BrowserConfig, NetworkAct, Scenario, ServerConfig } from './scenario.ts';

export const attackScenarioIds = [
  'attack-server-random',
  'attack-strip-suites',
  'attack-downgrade',
  'attack-server-key-exchange',
  'attack-certificate-verify',
  'attack-finished',
  'attack-record',
  'attack-replay',
  'attack-early-replay',
  'attack-early-replay-open',
  'attack-renegotiation',
  'attack-truncation',
  'attack-forged-alert',
  'attack-impostor',
  'attack-impostor-installed',
  'attack-other-key',
  'attack-plain-http',
  'attack-click-through',
  'attack-click-through-hsts',
  'attack-look-alike',
  'attack-stolen-key-rsa',
  'attack-stolen-key-ecdhe',
  'attack-null',
  'attack-rc4',
  'attack-weak-dh',
] as const satisfies readonly `attack-${string}`[];

export type AttackScenarioId = (typeof attackScenarioIds)[number];

export interface AttackChanges {
  readonly resume?: Scenario['resume'];
  readonly network?: readonly NetworkAct[];
  readonly browser?: Partial<BrowserConfig>;
  readonly server?: Partial<ServerConfig>;
}

const tls13 = 0x0304;
const tls12 = 0x0303;
const suites13 = [0x1301, 0x1302, 0x1303];
/** ECDHE with ECDSA and RSA certificates, AES-128-GCM. */
const ecdhe = [0xc02b, 0xc02f];
const curves = [0x001d, 0x0017, 0x0018];
/** Both sides speak TLS 1.2 only. */
const old = (suites: readonly number[], rsa: boolean): AttackChanges => ({
  browser: { versions: [tls12], suites, groups: curves, keyShares: [], grease: false },
  server: {
    versions: [tls12],
    suites,
    groups: curves,
    ...(rsa && { keyType: 'rsa', issuer: 'harbour' }),
  },
});
/** A browser comes back and sends an order as early data; Mallory records it and sends it to the server again. */
const recorded = (antiReplay: AntiReplay): AttackChanges => ({
  resume: 'ticket',
  browser: {
    pskModes: [0x01],
    earlyData: true,
    request: 'POST /orders HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 17\r\n\r\nitem=7&quantity=1',
  },
  server: {
    pskModes: [0x01],
    tickets: 1,
    earlyData: 'accept',
    antiReplay,
    response: 'HTTP/1.1 201 Created\r\nLocation: /orders/4711\r\nContent-Length: 0\r\n\r\n',
  },
  network: [{ on: 'early_data_1', act: 'reconnect', seconds: 1 }],
});
/** A certificate that its holder signed for itself, and a user who goes on after the warning. */
const clickThrough = (hsts: boolean): AttackChanges => ({
  browser: {
    clickThrough: true,
    hsts,
    request: 'GET /cart HTTP/1.1\r\nHost: shop.example\r\nCookie: session=8f3a61c4\r\n\r\n',
  },
  server: { faults: ['self-signed'], sends: ['leaf'] },
});
/** Whose authority nobody knows, unless somebody put it into the store. */
const impostor: AttackChanges = { server: { issuer: 'own' } };

export const attackChanges: Readonly<Record<AttackScenarioId, AttackChanges>> = {
  // The last byte of random's first half: no field of its own, only the transcript has it.
  'attack-server-random': { network: [{ on: 'server_hello', act: 'flip', at: 18, mask: 0x01 }] },
  'attack-strip-suites': {
    network: [{ on: 'client_hello', act: 'set', path: 'ClientHello.cipher_suites', bytes: '1303' }],
  },
  // Under another number, for private use, the extension is one that no server knows: TLS 1.3 is no longer offered.
  // A value of RFC 8701 would now and then be in the message twice.
  'attack-downgrade': {
    browser: { versions: [tls13, tls12], suites: [...suites13, ...ecdhe] },
    server: { versions: [tls13, tls12], suites: [...suites13, ...ecdhe] },
    network: [
      {
        on: 'client_hello',
        act: 'set',
        path: 'ClientHello.extensions.supported_versions.extension_type',
        bytes: 'ff7a',
      },
    ],
  },
  'attack-server-key-exchange': {
    ...old(ecdhe, false),
    network: [{ on: 'server_key_exchange', act: 'flip', at: 20, mask: 0x01 }],
  },
  'attack-certificate-verify': { network: [{ on: 'certificate_verify', act: 'flip', at: 40, mask: 0x01 }] },
  'attack-finished': { network: [{ on: 'client_finished', act: 'flip', at: 12, mask: 0x80 }] },
  // Where 'GET /cart' turns into another method, if nobody looked.
  'attack-record': { network: [{ on: 'application_data_1', act: 'flip', at: 5, mask: 0x17 }] },
  'attack-replay': { network: [{ on: 'application_data_1', act: 'replay', after: 'application_data_2' }] },
  'attack-early-replay': recorded('list'),
  'attack-early-replay-open': recorded('off'),
  // Mallory is a client herself; what she sends ends in the middle of a header.
  'attack-renegotiation': {
    ...old(ecdhe, false),
    browser: {
      ...old(ecdhe, false).browser,
      renegotiate: true,
      request: 'POST /orders?item=7&ship-to=mallory HTTP/1.1\r\nHost: shop.example\r\nX-Ignore: ',
    },
  },
  'attack-truncation': { network: [{ on: 'application_data_2', act: 'cut' }] },
  // A fatal handshake_failure, as anybody on the way can write it.
  'attack-forged-alert': { network: [{ on: 'client_hello', act: 'inject', bytes: '15030300020228' }] },
  'attack-impostor': impostor,
  'attack-impostor-installed': { ...impostor, browser: { roots: ['lakeside', 'meridian', 'own'] } },
  // Everybody can copy a certificate.
  'attack-other-key': { server: { keyType: 'rsa', issuer: 'harbour', faults: ['other-key'] } },
  // 'HTTP/1.1 400 Bad Request', an empty line.
  'attack-plain-http': {
    network: [
      { on: 'server_hello', act: 'drop' },
      {
        on: 'server_hello',
        act: 'inject',
        bytes: '485454502f312e31203430302042616420526571756573740d0a0d0a',
      },
    ],
  },
  'attack-click-through': clickThrough(false),
  'attack-click-through-hsts': clickThrough(true),
  'attack-look-alike': {
    browser: { serverName: 'sh0p.example' },
    server: { names: ['sh0p.example', 'www.sh0p.example'] },
  },
  'attack-stolen-key-rsa': old([0x003c], true),
  'attack-stolen-key-ecdhe': old([0xc02f], true),
  'attack-null': old([0x003b], true),
  'attack-rc4': old([0x0005], true),
  'attack-weak-dh': {
    ...old([0x0067], true),
    server: { ...old([0x0067], true).server, dhGroup: 'modp1024' },
  },
};
