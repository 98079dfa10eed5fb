/** Whole handshakes of our client with our server, over every choice both know. */
import { describe, expect, it, vi } from 'vitest';
import { concat, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { namedGroups } from './registry/groups.ts';
import { cipherSuites } from './registry/suites.ts';
import { Pair, type PairOptions } from './testing/pair.ts';
import { credentialOf } from './testing/pki.ts';

// Keys take time to make where many tests share few cores.
vi.setConfig({ testTimeout: 30_000 });

const provider = await createProvider();

async function check(options: Omit<PairOptions, 'provider'>): Promise<Pair> {
  const pair = await new Pair({ provider, ...options }).handshake();
  expect(pair.client.state).toMatchObject({ state: 'connected' });
  expect(pair.server.state).toMatchObject({ state: 'connected' });
  await pair.client.send(utf8('ping'));
  await pair.server.send(utf8('pong'));
  await pair.settle();
  expect(concat(...pair.received.client)).toEqual(utf8('pong'));
  expect(concat(...pair.received.server)).toEqual(utf8('ping'));
  return pair;
}

describe('handshakes that succeed', () => {
  for (const { name, code } of cipherSuites) {
    it(name, () => check({ client: { suites: [code] }, server: { suites: [code] } }));
  }
  for (const { name, code } of namedGroups) {
    it(name, () => check({ client: { groups: [code], keyShares: [code] }, server: { groups: [code] } }));
    it(`${name} after a HelloRetryRequest`, async () => {
      const other = code === 0x001d ? 0x0017 : 0x001d;
      const pair = await check({
        client: { groups: [other, code], keyShares: [other] },
        server: { groups: [code] },
      });
      const retries = pair.events.client.filter(
        (event) => event.type === 'message' && event.message === 'HelloRetryRequest',
      );
      expect(retries).toHaveLength(1);
    });
  }
  for (const credential of ['ecdsa', 'rsa', 'ed25519'] as const)
    it(`${credential} certificate`, () => check({ credential }));

  it.each([
    ['requested and sent', 'request', true],
    ['required and sent', 'require', true],
    ['requested and none sent', 'request', false],
  ] as const)('client certificate %s', async (_, clientAuth, has) => {
    const pair = await check({
      server: { clientAuth },
      client: has ? { credential: credentialOf('client') } : {},
    });
    const { state } = pair.server;
    expect(state.state === 'connected' && state.client !== undefined).toBe(has);
  });

  it('cookie', () => check({ server: { cookie: true } }));
  it('cookie and another share', () => check({ server: { cookie: true, groups: [0x0017] } }));
  it('without GREASE, compatibility mode, server_name and ALPN', () =>
    check({
      client: { grease: false, compatibilityMode: false, alpn: [] },
      server: { alpn: [], compatibilityMode: false },
    }));
  it('padding on every protected record', () => check({ padding: 333 }));
  it('records of 17 bytes', () => check({ fragment: 17 }));
  it('records of one byte', () => check({ fragment: 1 }));

  it.each([1, 5, 700, 16_000])('a whole flight as one string, cut into records of %i bytes', async (size) => {
    // EncryptedExtensions to Finished, as servers that collect before they send have it.
    let flight: Bytes[] = [];
    await check({
      server: { clientAuth: 'request' },
      tamper: (sent) => {
        if (sent.from !== 'server' || sent.level !== 'handshake') return [sent];
        flight.push(sent.content);
        if (sent.name !== 'Finished') return [];
        const joined = concat(...flight);
        flight = [];
        return Array.from({ length: Math.ceil(joined.length / size) }, (_, i) => ({
          ...sent,
          content: joined.slice(i * size, (i + 1) * size),
        }));
      },
    });
  });

  it('KeyUpdate by either side, asked back or not', async () => {
    const pair = await check({});
    for (const [side, asks] of [
      ['client', true],
      ['server', true],
      ['client', false],
      ['server', false],
    ] as const) {
      await pair[side].updateKeys(asks);
      await pair.settle();
      await pair.client.send(utf8(`up ${side}`));
      await pair.server.send(utf8(`down ${side}`));
      await pair.settle();
    }
    expect(pair.received.server.at(-1)).toEqual(utf8('up server'));
    expect(pair.received.client.at(-1)).toEqual(utf8('down server'));
    expect(pair.received.server).toHaveLength(5);
  });
});

describe('close_notify', () => {
  it('ends one direction: the peer may still send, and be heard', async () => {
    const pair = await check({});
    await pair.client.close();
    await pair.settle();
    expect(pair.server.peerClosed).toBe(true);
    await pair.server.send(utf8('one more thing'));
    await pair.settle();
    expect(pair.received.client.at(-1)).toEqual(utf8('one more thing'));
    await expect(pair.client.send(utf8('too late'))).rejects.toThrow('while the connection is not open');
    await pair.server.close();
    await pair.settle();
    expect([pair.client.state.state, pair.server.state.state]).toEqual(['closed', 'closed']);
  });

  it('is the last thing said: a KeyUpdate that asks back gets no answer, a fault no alert', async () => {
    const pair = await check({});
    await pair.client.close();
    await pair.settle();
    await pair.server.updateKeys(true);
    await pair.settle();
    expect(
      pair.events.client.filter((event) => event.type === 'message' && event.message === 'KeyUpdate'),
    ).toHaveLength(1);
    await pair.client.receive(Uint8Array.of(23, 3, 3, 0, 17, ...new Uint8Array(17)));
    expect(pair.client.state).toMatchObject({ state: 'failed', error: { code: 'bad-record-mac' } });
    expect(await pair.drain('client')).toHaveLength(0);
  });

  it('makes everything behind it unheard', async () => {
    const pair = await check({});
    await pair.server.close();
    await pair.settle();
    await pair.client.receive(utf8('GET / HTTP/1.0'));
    expect(pair.client.state.state).toBe('connected');
  });
});
