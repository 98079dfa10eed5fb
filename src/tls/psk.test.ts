/** Pre-shared keys, tickets, early data and late authentication between our client and our server. */
import { describe, expect, it, vi } from 'vitest';
import { concat, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import type { ClientConfig } from './client/config.ts';
import { decodeHandshake } from './messages/handshake.ts';
import type { Session } from './psk.ts';
import type { PskPolicy, TicketPolicy } from './server/config.ts';
import { Pair, type PairOptions, type Side } from './testing/pair.ts';
import { credentialOf, serverTrust, validAt } from './testing/pki.ts';
import { createTicketVault, type TicketVault } from './ticket-vault.ts';

vi.setConfig({ testTimeout: 30_000 });

const provider = await createProvider();
const dhe = [1];
const external = {
  kind: 'external',
  identity: utf8('device 7'),
  key: new Uint8Array(32).fill(7),
  hash: 'SHA-256',
} as const;

function policy(changes: Partial<PskPolicy> = {}, tickets?: Partial<TicketPolicy>): PskPolicy {
  return {
    modes: dhe,
    external: [],
    clock: () => validAt,
    ...(tickets && {
      tickets: {
        vault: createTicketVault((length) => provider.random(length)),
        count: 1,
        lifetime: 7200,
        earlyData: 'off',
        maxEarlyData: 16_384,
        antiReplay: 'list',
        ...tickets,
      },
    }),
    ...changes,
  };
}

async function connect(options: Omit<PairOptions, 'provider'>): Promise<Pair> {
  const pair = await new Pair({ provider, ...options }).handshake();
  for (const side of ['client', 'server'] as const)
    expect(pair[side].state, side).toMatchObject({ state: 'connected' });
  await pair.client.send(utf8('ping'));
  await pair.server.send(utf8('pong'));
  await pair.settle();
  expect(pair.received.client.at(-1)).toEqual(utf8('pong'));
  expect(pair.received.server.at(-1)).toEqual(utf8('ping'));
  return pair;
}

function sessionOf(pair: Pair, number = 0): Session {
  const { state } = pair.client;
  const session =
    state.state === 'connected' && state.version === 0x0304 ? state.sessions[number] : undefined;
  if (session === undefined) throw new Error('no ticket came');
  return session;
}

/** Handshake messages and data of one side, in order. */
function said(pair: Pair, side: Side): string[] {
  return pair.events[side].flatMap((event) =>
    event.type === 'message' && event.direction === 'sent' ? [`${event.level} ${event.message}`] : [],
  );
}

function extensionsOf(pair: Pair, side: Side, name: 'ClientHello' | 'EncryptedExtensions'): string[] {
  return pair.events[side].flatMap((event) => {
    if (event.type !== 'message' || event.direction !== 'sent' || event.message !== name) return [];
    const decoded = decodeHandshake(event.content);
    if (!decoded.ok || !('extensions' in decoded.value)) throw new Error(`${name} cannot be read`);
    return (decoded.value.extensions ?? []).map(({ type }) => type);
  });
}

function negotiatedOf(pair: Pair, side: Side): Record<string, unknown> {
  return Object.assign(
    {},
    ...pair.events[side].map((event) => (event.type === 'negotiated' ? event.values : {})),
  ) as Record<string, unknown>;
}

async function twice(
  server: PskPolicy,
  second: { client?: Partial<ClientConfig>; server?: PairOptions['server'] } = {},
  first: Partial<ClientConfig> = {},
): Promise<Pair> {
  const one = await connect({ client: { pskModes: dhe, ...first }, server: { psk: server } });
  return connect({
    client: { pskModes: dhe, psk: sessionOf(one), ...second.client },
    server: { psk: server, ...second.server },
  });
}

describe('tickets', () => {
  it.each([
    ['psk_dhe_ke', [1], 'psk_dhe_ke'],
    ['psk_ke', [0], 'psk_ke'],
    ['both, the server likes the exchange better', [0, 1], 'psk_dhe_ke'],
  ])('%s', async (_, modes, pskMode) => {
    const pair = await twice(policy({ modes: [1, 0] }, {}), { client: { pskModes: modes } });
    for (const side of ['client', 'server'] as const)
      expect(negotiatedOf(pair, side)).toMatchObject({ psk: 'resumption', pskMode });
    expect(said(pair, 'server').slice(0, 4)).toEqual([
      'plaintext ServerHello',
      'handshake EncryptedExtensions',
      'handshake Finished',
      'application NewSessionTicket',
    ]);
  });

  it('psk_ke without any group', async () => {
    const client = { pskModes: [0], groups: [], keyShares: [] };
    const pair = await twice(policy({ modes: [0] }, {}), { client }, { pskModes: [0] });
    expect(negotiatedOf(pair, 'client')).toMatchObject({ pskMode: 'psk_ke' });
  });

  it('psk_ke of a client that names no group, not even GREASE, and is told of none', async () => {
    const client = { pskModes: [0], groups: [], keyShares: [], grease: false };
    const pair = await twice(policy({ modes: [0] }, {}), { client }, { pskModes: [0] });
    expect(extensionsOf(pair, 'client', 'ClientHello')).not.toContain('supported_groups');
    expect(extensionsOf(pair, 'client', 'ClientHello')).not.toContain('key_share');
    expect(extensionsOf(pair, 'server', 'EncryptedExtensions')).toEqual([
      'server_name',
      'application_layer_protocol_negotiation',
    ]);
  });

  it('give each ticket a key of its own, and each resumed connection tickets again', async () => {
    const server = policy({}, { count: 3 });
    const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
    const keys = [0, 1, 2].map((number) => sessionOf(one, number).key);
    expect(new Set(keys.map(String)).size).toBe(3);
    const two = await connect({ client: { pskModes: dhe, psk: sessionOf(one, 2) }, server: { psk: server } });
    const three = await connect({ client: { pskModes: dhe, psk: sessionOf(two) }, server: { psk: server } });
    expect(negotiatedOf(three, 'server')['psk']).toBe('resumption');
  });

  it('with a HelloRetryRequest and a cookie: the binder is made anew', async () => {
    const pair = await twice(policy({}, {}), { server: { cookie: true, groups: [0x0017] } });
    expect(negotiatedOf(pair, 'client')).toMatchObject({ psk: 'resumption', helloRetryRequest: true });
  });

  it('goes with SHA-384 as well', async () => {
    const pair = await twice(policy({}, {}), { client: { suites: [0x1302] } }, { suites: [0x1302] });
    expect(negotiatedOf(pair, 'client')).toMatchObject({ psk: 'resumption', suite: 0x1302 });
  });

  it.each([
    ['of another server', policy({}, {}), {}],
    ['that is too old for the server', undefined, { clock: validAt + 7_200_000 }],
    ['where a client certificate is insisted on', undefined, { clientAuth: 'require' }],
    ['without a mode in common', undefined, { modes: [0] }],
    ['of another hash', undefined, { suites: [0x1302] }],
  ] as const)('is passed over: a ticket %s', async (_, other, change) => {
    const server = policy({}, {});
    const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
    const changed: PskPolicy = {
      ...(other ?? server),
      ...('clock' in change && { clock: () => change.clock }),
      ...('modes' in change && { modes: change.modes }),
    };
    const pair = await connect({
      client: { pskModes: dhe, psk: sessionOf(one), credential: credentialOf('client') },
      server: {
        psk: changed,
        ...('clientAuth' in change && { clientAuth: change.clientAuth }),
        ...('suites' in change && { suites: change.suites }),
      },
    });
    expect(negotiatedOf(pair, 'client')['psk']).toBeUndefined();
    expect(said(pair, 'client')[0]).toBe('plaintext ClientHello');
    expect(said(pair, 'server')).toContain('handshake Certificate');
  });

  it.each([
    ['past its lifetime', { clock: () => validAt + 7_200_000 }],
    ['for another name', { serverName: 'www.shop.example', trust: { ...serverTrust, name: undefined } }],
    ['where modes are not offered', { pskModes: [] }],
    ['of a hash that is not offered', { suites: [0x1302] }],
  ])('is not offered: a ticket %s', async (_, change) => {
    const server = policy({}, {});
    const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
    const pair = await new Pair({
      provider,
      client: { pskModes: dhe, psk: sessionOf(one), ...(change as Partial<ClientConfig>) },
      server: { psk: server },
    }).handshake();
    expect(pair.events.server.some((e) => e.type === 'work' && e.work === 'verify_binder')).toBe(false);
  });

  it('reports its age in disguise', async () => {
    const server = policy({}, {});
    const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
    const clock = () => validAt + 90_000;
    const pair = await connect({
      client: { pskModes: dhe, psk: sessionOf(one), clock },
      server: { psk: { ...server, clock } },
    });
    const facts = Object.fromEntries(
      pair.events.server.flatMap((e) => (e.type === 'facts' ? Object.entries(e.facts) : [])),
    );
    expect(facts).toMatchObject({ ticketAgeReported: 90_000, ticketAgeHere: 90_000 });
  });

  it('are not given to clients that name no mode', async () => {
    const pair = await connect({ server: { psk: policy({}, {}) } });
    expect(said(pair, 'server')).not.toContain('application NewSessionTicket');
  });
});

describe('external PSK', () => {
  it.each([[[1]], [[0]]])('in mode %s, no certificate is sent', async (modes) => {
    const pair = await connect({
      client: { pskModes: modes, psk: external },
      server: { psk: policy({ modes, external: [external] }) },
    });
    expect(negotiatedOf(pair, 'server')).toMatchObject({ psk: 'external' });
    expect(said(pair, 'server')).not.toContain('handshake Certificate');
  });

  it('has a say in the suite', async () => {
    const pair = await connect({
      client: { pskModes: dhe, psk: external },
      server: { suites: [0x1302, 0x1303], psk: policy({ external: [external] }) },
    });
    expect(negotiatedOf(pair, 'server')).toMatchObject({ psk: 'external', suite: 0x1303 });
  });

  it('with another key is refused: the binder does not fit', async () => {
    const pair = await new Pair({
      provider,
      client: { pskModes: dhe, psk: { ...external, key: new Uint8Array(32) } },
      server: { psk: policy({ external: [external] }) },
    }).handshake();
    expect(pair.server.state).toMatchObject({
      state: 'failed',
      error: { code: 'bad-binder', alert: 'decrypt_error' },
    });
    expect(pair.alertOf('server')).toEqual({ level: 'plaintext', description: 51 });
  });

  it('cannot pass for a ticket, nor a ticket for it', async () => {
    const server = policy({}, {});
    const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
    const session = sessionOf(one);
    const posing = {
      kind: 'external',
      identity: session.identity,
      key: session.key,
      hash: session.hash,
    } as const;
    const pair = await new Pair({
      provider,
      client: { pskModes: dhe, psk: posing },
      server: { psk: server },
    }).handshake();
    expect(pair.server.state).toMatchObject({ state: 'failed', error: { code: 'bad-binder' } });
  });
});

describe('early data', () => {
  const request = utf8('GET / HTTP/1.1');
  const takes = (changes: Partial<TicketPolicy> = {}): PskPolicy =>
    policy({}, { earlyData: 'accept', ...changes });

  async function early(
    server: PskPolicy,
    change: { client?: Partial<ClientConfig>; server?: PairOptions['server'] } = {},
  ): Promise<Pair> {
    return twice(server, { ...change, client: { earlyData: request, ...change.client } });
  }

  it('is read before the handshake is done, once', async () => {
    const pair = await early(takes());
    expect(said(pair, 'client')).toEqual([
      'plaintext ClientHello',
      'early ApplicationData',
      'early EndOfEarlyData',
      'handshake Finished',
      'application ApplicationData',
    ]);
    expect(pair.received.server[0]).toEqual(request);
    for (const side of ['client', 'server'] as const)
      expect(negotiatedOf(pair, side)['earlyData']).toBe('accepted');
  });

  it.each([
    ['padding and small records', { padding: 50, fragment: 20 }],
    ['no compatibility mode', { client: { compatibilityMode: false } }],
  ])('goes with %s', async (_, options) => {
    const server = takes();
    const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
    const { client, ...rest } = { client: {}, ...options };
    const pair = await connect({
      ...rest,
      client: { pskModes: dhe, psk: sessionOf(one), earlyData: request, ...client },
      server: { psk: server },
    });
    expect(concat(...pair.received.server.slice(0, -1))).toEqual(request);
  });

  it.each<[string, PskPolicy, Parameters<typeof early>[1], string]>([
    ['the server refuses', policy({}, { earlyData: 'refuse' }), {}, 'refused'],
    ['after a HelloRetryRequest', takes(), { server: { cookie: true } }, 'retried'],
    ['under another protocol', takes(), { server: { alpn: ['h2'] } }, 'other-protocol'],
    ['under another suite', takes(), { server: { suites: [0x1303] } }, 'other-suite'],
    ['with an age that does not fit', takes(), { client: { clock: () => validAt + 60_000 } }, 'stale'],
  ])('is passed over: %s', async (_, server, change, verdict) => {
    const pair = await early(server, change);
    expect(pair.received.server).toEqual([utf8('ping')]);
    expect(negotiatedOf(pair, 'client')['earlyData']).toBe('rejected');
    const facts = pair.events.server.flatMap((e) =>
      e.type === 'facts' ? [e.facts['earlyDataVerdict']] : [],
    );
    if (verdict !== 'retried') expect(facts).toContain(verdict);
    expect(pair.events.server.some((e) => e.type === 'skipped-record')).toBe(true);
  });

  it('is passed over with a ticket of another server, in a full handshake', async () => {
    const one = await connect({ client: { pskModes: dhe }, server: { psk: takes() } });
    const pair = await connect({
      client: { pskModes: dhe, psk: sessionOf(one), earlyData: request },
      server: { psk: takes() },
    });
    expect(said(pair, 'server')).toContain('handshake Certificate');
    expect(pair.received.server).toEqual([utf8('ping')]);
  });

  it('is not sent where the ticket does not permit it, or not so much', async () => {
    for (const tickets of [{ earlyData: 'off' }, { earlyData: 'accept', maxEarlyData: 5 }] as const) {
      const pair = await early(policy({}, tickets));
      expect(said(pair, 'client')).not.toContain('early ApplicationData');
    }
  });

  it('sent again by somebody who recorded it is passed over; without a memory it is read twice', async () => {
    for (const [antiReplay, times] of [
      ['list', 0],
      ['single-use', 0],
      ['off', 1],
    ] as const) {
      const server = takes({ antiReplay });
      const recorded: Bytes[] = [];
      const one = await connect({ client: { pskModes: dhe }, server: { psk: server } });
      const pair = new Pair({
        provider,
        client: { pskModes: dhe, psk: sessionOf(one), earlyData: request },
        server: { psk: server },
      });
      await pair.client.start();
      recorded.push(await pair.drain('client'));
      await pair.server.receive(recorded[0] ?? new Uint8Array());
      expect(pair.received.server).toEqual([request]);
      const again = new Pair({ provider, server: { psk: server } });
      await again.server.receive(recorded[0] ?? new Uint8Array());
      expect(again.received.server).toHaveLength(times);
    }
  });
});

describe('authentication after the handshake', () => {
  it.each([
    ['shown', true],
    ['not shown', false],
  ])('a certificate is asked for and %s', async (_, has) => {
    const pair = await connect({
      client: { postHandshakeAuth: true, ...(has && { credential: credentialOf('client') }) },
    });
    await pair.server.requestCertificate();
    await pair.settle();
    expect(said(pair, 'client').slice(-2 - Number(has))).toEqual([
      'application Certificate',
      ...(has ? ['application CertificateVerify'] : []),
      'application Finished',
    ]);
    const { state } = pair.server;
    expect(state.state === 'connected' && state.client !== undefined).toBe(has);
    await pair.client.send(utf8('and on'));
    await pair.settle();
    expect(pair.received.server.at(-1)).toEqual(utf8('and on'));
    // And once more, after new keys.
    await pair.client.updateKeys(true);
    await pair.settle();
    await pair.server.requestCertificate();
    await pair.settle();
    expect(pair.server.state).toMatchObject({ state: 'connected', question: undefined });
  });

  it('in a resumed connection', async () => {
    const server = policy({}, {});
    const pair = await twice(server, {
      client: { postHandshakeAuth: true, credential: credentialOf('client') },
    });
    await pair.server.requestCertificate();
    await pair.settle();
    expect(pair.server.state).toMatchObject({ state: 'connected', client: { scheme: 0x0403 } });
  });

  it('is not asked of a client that did not offer it', async () => {
    const pair = await connect({});
    await expect(pair.server.requestCertificate()).rejects.toThrow('cannot be asked');
  });
});

it('what a ticket holds is for the server alone', async () => {
  const vault: TicketVault = createTicketVault((length) => provider.random(length));
  const pair = await connect({ client: { pskModes: dhe }, server: { psk: policy({}, { vault }) } });
  const { identity, key } = sessionOf(pair);
  expect(identity.slice(0, 16)).toEqual(vault.keyName);
  expect(Buffer.from(identity).includes(Buffer.from(key))).toBe(false);
});
