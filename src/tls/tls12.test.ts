/** Whole TLS 1.2 handshakes of our client with our server. */
import { describe, expect, it, vi } from 'vitest';
import { concat, utf8 } from '../bytes/hex.ts';
import { createProvider } from '../crypto/provider/web.ts';
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
