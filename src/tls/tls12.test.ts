/** Whole TLS 1.2 handshakes of our client with our server. */
import { describe, expect, it, vi } from 'vitest';
import { concat, toHex, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { tls12ClientDefaults, type Tls12ClientOptions } from './client/config.ts';
import { tls12ServerDefaults, type Tls12ServerOptions } from './server/config.ts';
import type { ClientSession, ServerSession } from './tls12/session.ts';
import { Pair, type PairOptions } from './testing/pair.ts';
import { anyKeyUsage } from './testing/pki.ts';

vi.setConfig({ testTimeout: 30_000 });

const provider = await createProvider();
const tls12 = [0x0303];
const schemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807];

async function check(options: Omit<PairOptions, 'provider'>): Promise<Pair> {
  const { client, server, ...rest } = options;
  const pair = await new Pair({
    provider,
    ...rest,
    client: { versions: tls12, signatureSchemes: schemes, trust: anyKeyUsage, ...client },
    server: { versions: tls12, signatureSchemes: schemes, ...server },
  }).handshake();
  expect(pair.client.state).toMatchObject({ state: 'connected', version: 0x0303 });
  expect(pair.server.state).toMatchObject({ state: 'connected', version: 0x0303 });
  await pair.client.send(utf8('ping'));
  await pair.server.send(utf8('pong'));
  await pair.settle();
  expect(concat(...pair.received.client)).toEqual(utf8('pong'));
  expect(concat(...pair.received.server)).toEqual(utf8('ping'));
  await pair.client.close();
  await pair.settle();
  expect([pair.client.state.state, pair.server.state.state]).toEqual(['closed', 'closed']);
  return pair;
}

const only = (code: number): Pick<PairOptions, 'client' | 'server'> => ({
  client: { suites: [code] },
  server: { suites: [code] },
});

describe('handshakes that succeed', () => {
  it.each([
    ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 0xc02b, 'ecdsa'],
    ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 0xc02f, 'rsa'],
    ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 0xcca9, 'ecdsa'],
    ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 0xc02c, 'ed25519'],
    ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', 0xc023, 'ecdsa'],
    ['TLS_RSA_WITH_AES_128_CBC_SHA256', 0x003c, 'rsa'],
    ['TLS_RSA_WITH_NULL_SHA256', 0x003b, 'rsa'],
    ['TLS_RSA_WITH_RC4_128_SHA', 0x0005, 'rsa'],
    ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 0x009e, 'rsa'],
    ['TLS_DH_anon_WITH_AES_128_CBC_SHA', 0x0034, 'rsa'],
    ['TLS_ECDH_anon_WITH_AES_128_CBC_SHA', 0xc018, 'rsa'],
    ['TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256', 0xc02d, 'ecdsa'],
  ] as const)('%s', async (_, code, credential) => {
    await check({ credential, ...only(code) });
  });
});

describe('resumption', () => {
  const ticketKey = { name: utf8('tickets of 2026.'), key: new Uint8Array(16).fill(7) };
  const kept = new Map<string, ServerSession>();
  const sessions = {
    get: (id: Uint8Array) => kept.get(toHex(id)),
    put: (id: Uint8Array, session: ServerSession) => void kept.set(toHex(id), session),
  };
  const suites = { suites: [0xc02b] };
  const visit = async (
    keeper: Partial<Tls12ServerOptions>,
    client: Partial<Tls12ClientOptions> = {},
  ): Promise<Pair> =>
    new Pair({
      provider,
      client: {
        versions: tls12,
        signatureSchemes: schemes,
        ...suites,
        tls12: { ...tls12ClientDefaults, ...client },
      },
      server: {
        versions: tls12,
        signatureSchemes: schemes,
        ...suites,
        tls12: { ...tls12ServerDefaults, ...keeper },
      },
    }).handshake();
  const sessionOf = ({ client: { tls12Session } }: Pair): ClientSession => {
    if (tls12Session === undefined) throw new Error('nothing to resume with');
    return tls12Session;
  };

  it.each([
    ['by ticket', { ticketKey }],
    ['by session ID', { sessions }],
  ])('%s: no certificate, no key exchange, the same main secret, other keys', async (_, keeper) => {
    const first = await visit(keeper);
    const again = await visit(keeper, { session: sessionOf(first) });
    expect(again.client.state).toMatchObject({ state: 'connected', resumed: true });
    expect(again.server.state).toMatchObject({ state: 'connected', resumed: true });
    const names = again.events.client.flatMap((event) => (event.type === 'message' ? [event.message] : []));
    expect(names).not.toContain('Certificate');
    expect(names).not.toContain('ClientKeyExchange');
    const keys = (pair: Pair): string[] =>
      pair.events.client.flatMap((event) =>
        event.type === 'operation' && event.operation.name === 'cut'
          ? event.operation.outputs.map(({ bytes }) => toHex(bytes))
          : [],
      );
    expect(keys(again)).not.toEqual(keys(first));
    expect(sessionOf(again).mainSecret.bytes).toEqual(sessionOf(first).mainSecret.bytes);
    await again.client.send(utf8('ping'));
    await again.settle();
    expect(again.received.server).toEqual([utf8('ping')]);
  });

  it('a ticket of another server, or changed, is passed over: a full handshake follows', async () => {
    const session = sessionOf(await visit({ ticketKey }));
    const other = { name: ticketKey.name, key: new Uint8Array(16).fill(8) };
    const again = await visit({ ticketKey: other }, { session });
    expect(again.client.state).toMatchObject({ state: 'connected', resumed: false });
  });

  it('a session with extended main secret is not resumed without it (RFC 7627 §5.3)', async () => {
    const session = sessionOf(await visit({ ticketKey }));
    const again = await visit({ ticketKey }, { session, extendedMainSecret: false });
    expect(again.server.state).toMatchObject({
      state: 'failed',
      error: { code: 'extended-main-secret-changed', alert: 'handshake_failure' },
    });
  });
});

describe('renegotiation', () => {
  it('is refused with a warning by both sides, and the connection goes on', async () => {
    for (const [by, type] of [
      ['client', 'hello_request'],
      ['server', 'client_hello'],
    ] as const) {
      let hello: Bytes = new Uint8Array();
      const other = by === 'client' ? 'server' : 'client';
      const pair = await new Pair({
        provider,
        client: { versions: tls12, signatureSchemes: schemes, suites: [0xc02b] },
        server: { versions: tls12, signatureSchemes: schemes, suites: [0xc02b] },
        tamper: (sent) => {
          if (sent.name === 'ClientHello') hello = sent.content;
          return [sent];
        },
      }).handshake();
      const asks = type === 'hello_request' ? Uint8Array.of(0, 0, 0, 0) : hello;
      // Instead of its data the other side seems to ask for a new handshake.
      pair.tamper = (sent) =>
        sent.name === 'ApplicationData' ? [{ ...sent, contentType: 22, content: asks }] : [sent];
      await pair[other].send(utf8('x'));
      await pair.settle();
      expect(pair.alertOf(by)).toMatchObject({ description: 100 });
      expect(pair[by].state.state).toBe('connected');
      pair.tamper = (sent) => [sent];
      await pair[by].send(utf8('still here'));
      await pair.settle();
      expect(pair.received[other].at(-1)).toEqual(utf8('still here'));
    }
  });
});
