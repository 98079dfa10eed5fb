/** The faults of a TLS 1.2 peer, provoked: who notices, what it is called, which alert goes out under which keys. */
import './tls12/parts.ts';
import { describe, expect, it, vi } from 'vitest';
import { fromHex, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { tls12ClientDefaults } from './client/config.ts';
import type { Level } from './connection/events.ts';
import { faults, type FaultCode } from './failure.ts';
import type { Extension } from './messages/model.ts';
import { encodeHandshake, type Dialect } from './messages/handshake.ts';
import { alertCodes } from './registry/alerts.ts';
import type { KeyExchangeName } from './registry/suite-parts.ts';
import { tls12ServerDefaults } from './server/config.ts';
import { statusPromise } from './status-request.ts';
import { Pair, type PairOptions, type Side, type Tamper } from './testing/pair.ts';
import { anyKeyUsage, credentialOf } from './testing/pki.ts';
import { flipped, handshakePiece, replace, rewrite, withExtensions } from './testing/tamper.ts';
import { tls12FaultCodes } from './testing/tls12-fault-codes.ts';

vi.setConfig({ testTimeout: 30_000 });

const provider = await createProvider();

interface Case {
  readonly name: string;
  readonly code: FaultCode;
  readonly by: Side;
  readonly level: Level;
  readonly suite?: number;
  readonly options?: Omit<PairOptions, 'provider' | 'tamper'>;
  readonly tamper?: () => Tamper;
}

const gcm = 0xc02b;
const rsaCbc = 0x003c;
const dialect = (keyExchange: KeyExchangeName): Dialect => ({ version: 0x0303, keyExchange });
const drop = (type: Extension['type']) => (extensions: readonly Extension[]) =>
  extensions.filter((one) => one.type !== type);
const add = (extension: Extension) => (extensions: readonly Extension[]) => [...extensions, extension];
const done = encodeHandshake({ type: 'server_hello_done' }, dialect('ECDHE')).bytes as Bytes;
const staple = encodeHandshake(
  { type: 'certificate_status', response: Uint8Array.of(0x30, 0) },
  dialect('ECDHE'),
).bytes as Bytes;
const stapling = { client: { statusRequest: true }, server: { staple: Uint8Array.of(0x30, 0) } };
const psk = { identity: utf8('shop'), key: fromHex('00112233445566778899aabbccddeeff') as Bytes };
const both13 = { client: { versions: [0x0304, 0x0303] }, server: { versions: [0x0304, 0x0303] } };
const ccs = { contentType: 20, content: Uint8Array.of(1), level: 'plaintext' } as const;

const cases: readonly Case[] = [
  {
    name: 'TLS 1.3 struck from the offer of two that speak it',
    code: 'downgrade-detected',
    by: 'client',
    level: 'plaintext',
    options: { ...both13, client: { ...both13.client, suites: [0x1301, gcm] } },
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => withExtensions(hello, drop('supported_versions'))),
  },
  {
    name: 'a fallback to TLS 1.2 at a server of TLS 1.3',
    code: 'inappropriate-fallback',
    by: 'server',
    level: 'plaintext',
    options: {
      client: { tls12: { ...tls12ClientDefaults, fallbackScsv: true } },
      server: { versions: [0x0304, 0x0303] },
    },
  },
  {
    name: 'a client of TLS 1.0',
    code: 'no-common-version',
    by: 'server',
    level: 'plaintext',
    options: { client: { versions: [0x0301] } },
  },
  {
    name: 'a server of TLS 1.1',
    code: 'no-common-version',
    by: 'client',
    level: 'plaintext',
    options: { server: { versions: [0x0302] } },
  },
  {
    name: 'a session ID echoed that stands for no session',
    code: 'unoffered-session',
    by: 'client',
    level: 'plaintext',
    options: { client: { versions: [0x0304, 0x0303], suites: [0x1301, gcm] } },
    tamper: () => {
      let id: Bytes = new Uint8Array();
      const listen = rewrite('client', 'client_hello', (hello) => {
        id = hello.legacySessionId;
        return hello;
      });
      const echo = rewrite('server', 'server_hello', (hello) => ({ ...hello, legacySessionIdEcho: id }));
      return async (sent) => (sent.from === 'client' ? listen(sent) : echo(sent));
    },
  },
  {
    name: 'renegotiation_info with something in it, from the server',
    code: 'wrong-renegotiation-info',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) => [
          ...drop('renegotiation_info')(list),
          { type: 'renegotiation_info', renegotiatedConnection: Uint8Array.of(1) },
        ]),
      ),
  },
  {
    name: 'renegotiation_info with something in it, from the client',
    code: 'wrong-renegotiation-info',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) => [
          ...drop('renegotiation_info')(list),
          { type: 'renegotiation_info', renegotiatedConnection: Uint8Array.of(1) },
        ]),
      ),
  },
  {
    name: 'a stapled response promised to a client that did not ask',
    code: 'unsolicited-extension',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) => [...list, statusPromise()]),
      ),
  },
  {
    name: 'a stapled response without a promise',
    code: 'unexpected-message',
    by: 'client',
    level: 'plaintext',
    options: { client: { statusRequest: true } },
    tamper: () => replace('server', 'Certificate', (sent) => [sent, handshakePiece('plaintext', staple)]),
  },
  {
    name: 'two stapled responses',
    code: 'unexpected-message',
    by: 'client',
    level: 'plaintext',
    options: stapling,
    tamper: () => replace('server', 'CertificateStatus', (sent) => [sent, sent]),
  },
  {
    // The client takes the silence and goes on; what differs is the transcript of a server that did speak.
    name: 'a stapled response that is lost on the way',
    code: 'bad-record-mac',
    by: 'server',
    level: 'plaintext',
    options: stapling,
    tamper: () => replace('server', 'CertificateStatus', () => []),
  },
  {
    name: 'a prime of 256 bits',
    code: 'illegal-dh-parameters',
    by: 'client',
    level: 'plaintext',
    suite: 0x009e,
    options: {
      credential: 'rsa',
      server: {
        tls12: {
          ...tls12ServerDefaults,
          dhGroup: { name: 'tiny', p: new Uint8Array(32).fill(0xff), g: Uint8Array.of(2) },
        },
      },
    },
  },
  {
    name: 'a CertificateRequest of an anonymous server',
    code: 'anonymous-certificate-request',
    by: 'client',
    level: 'plaintext',
    suite: 0x0034,
    tamper: () =>
      replace('server', 'ServerHelloDone', (sent) => {
        const request = encodeHandshake(
          { type: 'tls12_certificate_request', certificateTypes: [1], schemes: [0x0401], authorities: [] },
          dialect('DH_anon'),
        );
        return [{ ...sent, content: request.bytes as Bytes }, sent];
      }),
  },
  {
    name: 'a suite that the certificate cannot serve',
    code: 'certificate-does-not-fit-suite',
    by: 'client',
    level: 'plaintext',
    options: { client: { suites: [gcm, 0xc02f] }, server: { suites: [gcm] } },
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, cipherSuite: 0xc02f })),
  },
  {
    name: 'a flipped bit in the signature of ServerKeyExchange',
    code: 'bad-server-key-exchange',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      replace('server', 'ServerKeyExchange', (sent) => [{ ...sent, content: flipped(sent.content) }]),
  },
  {
    name: 'another public key in ServerKeyExchange, Mallory’s',
    code: 'bad-server-key-exchange',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite(
        'server',
        'server_key_exchange',
        (message) =>
          message.params?.kind === 'ecdhe'
            ? { ...message, params: { ...message.params, point: new Uint8Array(32).fill(9) } }
            : message,
        undefined,
        dialect('ECDHE'),
      ),
  },
  {
    name: 'another curve in ServerKeyExchange than any offered',
    code: 'unoffered-group',
    by: 'client',
    level: 'plaintext',
    suite: 0xc018,
    tamper: () =>
      rewrite(
        'server',
        'server_key_exchange',
        (message) =>
          message.params?.kind === 'ecdhe'
            ? { ...message, params: { ...message.params, group: 0x0019 } }
            : message,
        undefined,
        dialect('ECDH_anon'),
      ),
  },
  {
    name: 'a PSK that the server does not have',
    code: 'unknown-psk-identity',
    by: 'server',
    level: 'plaintext',
    suite: 0x00a8,
    options: {
      client: { tls12: { ...tls12ClientDefaults, psk } },
      server: { tls12: { ...tls12ServerDefaults, psks: [{ ...psk, identity: utf8('bank') }] } },
    },
  },
  {
    name: 'no client certificate although one is required',
    code: 'client-certificate-missing',
    by: 'server',
    level: 'plaintext',
    options: { server: { clientAuth: 'require' } },
  },
  {
    name: 'a flipped bit in the signature of CertificateVerify',
    code: 'bad-certificate-verify',
    by: 'server',
    level: 'plaintext',
    options: { server: { clientAuth: 'require' }, client: { credential: credentialOf('client') } },
    tamper: () =>
      replace('client', 'CertificateVerify', (sent) => [{ ...sent, content: flipped(sent.content) }]),
  },
  {
    name: 'TLS 1.3’s key_share in a ServerHello of TLS 1.2',
    code: 'misplaced-extension',
    by: 'client',
    level: 'plaintext',
    options: { client: { versions: [0x0304, 0x0303], suites: [0x1301, gcm] } },
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(
          hello,
          add({ type: 'key_share', shares: [{ group: 0x1d, keyExchange: new Uint8Array(32) }] }),
        ),
      ),
  },
  {
    name: 'an answer nobody asked for',
    code: 'unsolicited-extension',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, add({ type: 'unknown', code: 0x0005, data: new Uint8Array() })),
      ),
  },
  {
    name: 'an extension twice',
    code: 'duplicate-extension',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, add({ type: 'extended_master_secret' })),
      ),
  },
  {
    name: 'a suite of TLS 1.3 in a ServerHello of TLS 1.2',
    code: 'unoffered-cipher-suite',
    by: 'client',
    level: 'plaintext',
    options: { client: { versions: [0x0304, 0x0303], suites: [0x1301, gcm] } },
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, cipherSuite: 0x1301 })),
  },
  {
    name: 'ServerHelloDone before ServerKeyExchange',
    code: 'unexpected-message',
    by: 'client',
    level: 'plaintext',
    tamper: () => replace('server', 'ServerKeyExchange', () => [handshakePiece('plaintext', done)]),
  },
  {
    name: 'ChangeCipherSpec before ClientKeyExchange (CVE-2014-0224)',
    code: 'unexpected-message',
    by: 'server',
    level: 'plaintext',
    tamper: () => replace('client', 'ClientKeyExchange', (sent) => [ccs, sent]),
  },
  {
    name: 'Finished without ChangeCipherSpec, in the clear',
    code: 'unexpected-message',
    by: 'server',
    level: 'plaintext',
    tamper: () => {
      let held = false;
      return (sent) => {
        if (sent.from !== 'client' || sent.name !== 'ChangeCipherSpec') return [sent];
        held = true;
        const finished = encodeHandshake({ type: 'finished', verifyData: new Uint8Array(12) });
        return held ? [handshakePiece('plaintext', finished.bytes)] : [];
      };
    },
  },
  {
    name: 'a ChangeCipherSpec of two bytes',
    code: 'unexpected-change-cipher-spec',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      replace('client', 'ChangeCipherSpec', (sent) => [{ ...sent, content: Uint8Array.of(1, 1) }]),
  },
  {
    name: 'a Finished with another MAC',
    code: 'bad-finished',
    by: 'server',
    level: 'plaintext',
    tamper: () => replace('client', 'Finished', (sent) => [{ ...sent, content: flipped(sent.content) }]),
  },
  {
    name: 'a changed hello that no signature covers, found by Finished',
    code: 'bad-finished',
    by: 'server',
    level: 'plaintext',
    suite: rsaCbc,
    options: {
      credential: 'rsa',
      client: { tls12: { ...tls12ClientDefaults, extendedMainSecret: false } },
    },
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => ({
        ...hello,
        cipherSuites: [...hello.cipherSuites, 0x0035],
      })),
  },
  ...(['aead', 'mac-then-encrypt', 'encrypt-then-mac'] as const).map((form): Case => {
    const options = {
      client: { tls12: { ...tls12ClientDefaults, encryptThenMac: form === 'encrypt-then-mac' } },
    };
    return {
      name: `a flipped bit in a record, ${form}`,
      code: 'bad-record-mac',
      by: 'server',
      level: 'plaintext',
      suite: form === 'aead' ? gcm : 0xc023,
      options,
      tamper: () => replace('client', 'Finished', (sent) => [{ ...sent, wire: (record) => flipped(record) }]),
    };
  }),
  {
    name: 'a premaster secret that is none: the server does not say so (RFC 5246 §7.4.7.1)',
    code: 'bad-record-mac',
    by: 'server',
    level: 'plaintext',
    suite: rsaCbc,
    options: { credential: 'rsa' },
    tamper: () =>
      replace('client', 'ClientKeyExchange', (sent) => [{ ...sent, content: flipped(sent.content, 60) }]),
  },
  {
    name: 'a premaster secret with another version: the same, and no other words',
    code: 'bad-record-mac',
    by: 'server',
    level: 'plaintext',
    suite: rsaCbc,
    options: { credential: 'rsa' },
    tamper: () => rewrite('client', 'client_hello', (hello) => ({ ...hello, legacyVersion: 0x0304 })),
  },
];

it('provokes every fault that only TLS 1.2 has', () => {
  const provoked = new Set(cases.map(({ code }) => code));
  const resumed: readonly FaultCode[] = ['extended-main-secret-changed'];
  expect(tls12FaultCodes.filter((code) => !provoked.has(code))).toEqual(resumed);
});

describe.each(cases)('$code: $name', ({ code, by, level, suite = gcm, options = {}, tamper }) => {
  it(`ends in ${faults[code][1]}`, async () => {
    const { client, server, ...rest } = options;
    const pair = new Pair({
      provider,
      ...rest,
      ...(tamper && { tamper: tamper() }),
      client: {
        versions: [0x0303],
        suites: [suite],
        grease: false,
        signatureSchemes: schemes,
        trust: anyKeyUsage,
        ...client,
      },
      server: { versions: [0x0303], suites: [suite], signatureSchemes: schemes, ...server },
    });
    await pair.handshake();
    const alert = faults[code][1];
    const other = by === 'client' ? 'server' : 'client';
    expect(pair[by].state).toMatchObject({ state: 'failed', error: { code, alert, fault: faults[code][0] } });
    expect(pair.alertOf(by)).toEqual({ level, description: alertCodes[alert] });
    expect(pair[other].state).toMatchObject({
      state: 'failed',
      error: { fault: 'peer-alerted', code: `received-${alert}` },
    });
  });
});

const schemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807];
