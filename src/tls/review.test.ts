/** Corners of RFC 9846 that a second reading of the text found; each case failed once or guards its neighbour. */
import { describe, expect, it } from 'vitest';
import { concat, toHex, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { Recorder } from '../crypto/recorder.ts';
import { Channel } from './connection/channel.ts';
import type { Extension, HandshakeMessage } from './messages/model.ts';
import { encodeRecord } from './record/framing.ts';
import { recordLimit } from './record/protection.ts';
import { contentTypes } from './record/view.ts';
import { alertCodes, type AlertName } from './registry/alerts.ts';
import { Pair, type PairOptions, type Side, type Tamper } from './testing/pair.ts';
import { credentialOf } from './testing/pki.ts';
import { both, handshakePiece, replace, rewrite, withExtensions } from './testing/tamper.ts';

const provider = await createProvider();

/** A ticket that no server knows. */
const unknownPsk: Extension = {
  type: 'pre_shared_key',
  identities: [{ identity: new Uint8Array(8), obfuscatedTicketAge: 0 }],
  binders: [new Uint8Array(32)],
};

const external = {
  kind: 'external',
  identity: utf8('nobody'),
  key: new Uint8Array(32),
  hash: 'SHA-256',
} as const;
const connected = async (options: Omit<PairOptions, 'provider'> = {}): Promise<Pair> => {
  const pair = await new Pair({ provider, ...options }).handshake();
  expect([pair.client.state.state, pair.server.state.state]).toEqual(['connected', 'connected']);
  return pair;
};

const closeInTheClear = Uint8Array.of(21, 3, 3, 0, 2, 1, 0);

describe('alerts in the clear, §6.1: nobody on the way can end a connection politely', () => {
  it.each(['client', 'server'] as const)('a plaintext close_notify does not close the %s', async (side) => {
    const pair = await connected();
    await pair[side].receive(closeInTheClear);
    expect(pair[side].peerClosed).toBe(false);
    expect(pair[side].state).toMatchObject({ state: 'failed', error: { code: 'unexpected-record-type' } });
  });

  it('nor does it right after a KeyUpdate', async () => {
    const pair = await connected();
    await pair.server.updateKeys(false);
    await pair.settle();
    await pair.client.receive(closeInTheClear);
    expect(pair.client.peerClosed).toBe(false);
    expect(pair.client.state).toMatchObject({ state: 'failed', error: { code: 'unexpected-record-type' } });
  });

  it('but a client that has no keys yet is heard, §A.1', async () => {
    const pair = new Pair({ provider });
    await pair.client.start();
    await pair.server.receive(await pair.drain('client'));
    await pair.server.receive(Uint8Array.of(21, 3, 3, 0, 2, 2, 50));
    expect(pair.server.state).toMatchObject({ state: 'failed', error: { code: 'received-decode_error' } });
  });
});

describe('alerts, §6', () => {
  it.each<[string, readonly number[], string]>([
    ['nothing', [], 'unexpected_message'],
    ['half an alert', [2], 'decode_error'],
    ['two alerts in one record', [1, 90, 1, 0], 'decode_error'],
    ['handshake_failure called a warning', [1, 40], 'received-handshake_failure'],
    ['an unknown alert called a warning', [1, 255], 'received-unknown-alert'],
    ['close_notify called fatal', [2, 0], 'closed'],
    ['user_canceled', [1, 90], 'connected'],
    ['general_error', [2, 117], 'received-general_error'],
    ['unrecognized_name called a warning', [1, 112], 'received-unrecognized_name'],
  ])('%s', async (_, content, outcome) => {
    const pair = await connected();
    const alert = {
      contentType: contentTypes.alert,
      level: 'application',
      content: Uint8Array.from(content),
    } as const;
    pair.tamper = replace('client', 'KeyUpdate', () => [alert]);
    await pair.client.updateKeys(false);
    await pair.server.receive(await pair.drain('client'));
    const { state } = pair.server;
    const { error } = { error: undefined, ...state };
    const found =
      error === undefined
        ? pair.server.peerClosed
          ? 'closed'
          : state.state
        : error.fault === 'peer-alerted'
          ? error.code
          : error.alert;
    expect(found).toBe(outcome);
  });
});

describe('unrecognized_name as a warning, RFC 6066 §3', () => {
  it('changes nothing before anybody knows which version it will be', async () => {
    const pair = new Pair({ provider });
    await pair.client.start();
    await pair.client.receive(Uint8Array.of(21, 3, 3, 0, 2, 1, 112));
    expect((await pair.settle()).client.state).toMatchObject({ state: 'connected' });
  });
});

describe('alerts that the text names', () => {
  const versions: Extension = { type: 'supported_versions', versions: [0x0304] };
  const unknown = (code: number, length = 0): Extension => ({
    type: 'unknown',
    code,
    data: new Uint8Array(length),
  });
  const add = (extension: Extension) => (list: readonly Extension[]) => [...list, extension];
  const retry = { server: { groups: [0x0017] } };

  it.each<{
    name: string;
    by: Side;
    alert: AlertName;
    options?: Omit<PairOptions, 'provider'>;
    tamper?: Tamper;
    after?: (pair: Pair) => Promise<void>;
  }>([
    {
      name: 'KeyUpdate with request_update 2, §4.7.3',
      by: 'server',
      alert: 'illegal_parameter',
      tamper: replace('client', 'KeyUpdate', () => [
        handshakePiece('application', Uint8Array.of(24, 0, 0, 1, 2)),
      ]),
      after: (pair) => pair.client.updateKeys(false),
    },
    {
      name: 'KeyUpdate without its byte, §6.2',
      by: 'server',
      alert: 'decode_error',
      tamper: replace('client', 'KeyUpdate', () => [
        handshakePiece('application', Uint8Array.of(24, 0, 0, 0)),
      ]),
      after: (pair) => pair.client.updateKeys(false),
    },
    {
      name: 'a server_name of an unknown type, §6: an invalid enum',
      by: 'server',
      alert: 'illegal_parameter',
      tamper: replace('client', 'ClientHello', (sent) => {
        const name = utf8('shop.example');
        const at =
          sent.content.findIndex((_, i) => name.every((byte, j) => sent.content[i + j] === byte)) - 3;
        return [{ ...sent, content: sent.content.map((byte, i) => (i === at ? 1 : byte)) }];
      }),
    },
    {
      name: 'Finished of 31 bytes: the length is wrong, not the MAC, §6.2',
      by: 'client',
      alert: 'decode_error',
      tamper: rewrite('server', 'finished', (message) => ({
        ...message,
        verifyData: message.verifyData.slice(1),
      })),
    },
    {
      name: 'Finished of 33 bytes from the client',
      by: 'server',
      alert: 'decode_error',
      tamper: rewrite('client', 'finished', (message) => ({
        ...message,
        verifyData: concat(message.verifyData, Uint8Array.of(0)),
      })),
    },
    {
      name: 'ClientHello.legacy_version 0x0304, §4.2.2',
      by: 'server',
      alert: 'protocol_version',
      tamper: rewrite('client', 'client_hello', (hello) => ({ ...hello, legacyVersion: 0x0304 })),
    },
    {
      name: 'ServerHello.legacy_version 0x0304, §4.2.3',
      by: 'client',
      alert: 'protocol_version',
      tamper: rewrite('server', 'server_hello', (hello) => ({ ...hello, legacyVersion: 0x0304 })),
    },
    ...[0, 1].map((last) => ({
      name: `a server that was made to believe in an older version (DOWNGRD ${last}), §4.2.3`,
      by: 'client' as const,
      alert: 'illegal_parameter' as const,
      tamper: rewrite('server', 'server_hello', (hello) => ({
        ...hello,
        random: concat(hello.random.slice(0, 24), utf8('DOWNGRD'), Uint8Array.of(last)),
        extensions: null,
      })),
    })),
    {
      name: 'pre_shared_key without psk_key_exchange_modes, §4.3.9',
      by: 'server',
      alert: 'missing_extension',
      tamper: rewrite('client', 'client_hello', (hello) => withExtensions(hello, add(unknownPsk))),
    },
    {
      name: 'a cookie that nobody gave, in the second ClientHello, §4.2.2',
      by: 'server',
      alert: 'illegal_parameter',
      options: retry,
      tamper: rewrite(
        'client',
        'client_hello',
        (hello) => withExtensions(hello, add({ type: 'cookie', cookie: Uint8Array.of(1) })),
        2,
      ),
    },
    {
      name: 'early_data in the second ClientHello, §4.3.10',
      by: 'server',
      alert: 'illegal_parameter',
      options: { ...retry, client: { pskModes: [1], psk: external } },
      tamper: rewrite(
        'client',
        'client_hello',
        (hello) =>
          withExtensions(hello, (list) => [...list.slice(0, -1), { type: 'early_data' }, ...list.slice(-1)]),
        2,
      ),
    },
    {
      name: 'an X25519 share of zeros from a client, §7.4.2',
      by: 'server',
      alert: 'illegal_parameter',
      tamper: rewrite('client', 'client_hello', (hello) =>
        withShare(hello, 0x001d, (share) => share.fill(0)),
      ),
    },
    {
      name: 'an ML-KEM key that does not pass its check, FIPS 203 §7.2',
      by: 'server',
      alert: 'illegal_parameter',
      options: { client: { groups: [0x11ec], keyShares: [0x11ec] }, server: { groups: [0x11ec] } },
      tamper: rewrite('client', 'client_hello', (hello) =>
        withShare(hello, 0x11ec, (share) => share.fill(0xff, 0, 3)),
      ),
    },
    {
      name: 'server_name in a HelloRetryRequest, §4.3',
      by: 'client',
      alert: 'illegal_parameter',
      options: retry,
      tamper: rewrite('server', 'hello_retry_request', (request) => withExtensions(request, add(unknown(0)))),
    },
    {
      name: 'CertificateVerify behind an empty Certificate',
      by: 'server',
      alert: 'unexpected_message',
      options: { server: { clientAuth: 'request' } },
      tamper: rewrite('client', 'finished', () => ({
        type: 'certificate_verify',
        scheme: 0x0403,
        signature: new Uint8Array(8),
      })),
    },
    {
      name: 'a CertificateRequest once connected, §4.7.2',
      by: 'client',
      alert: 'unexpected_message',
      tamper: replace('server', 'KeyUpdate', () => [
        handshakePiece('application', Uint8Array.of(13, 0, 0, 11, 0, 0, 8, 0, 13, 0, 4, 0, 2, 4, 3)),
      ]),
      after: (pair) => pair.server.updateKeys(false),
    },
    {
      name: 'KeyUpdate before Finished, §4.7.3',
      by: 'server',
      alert: 'unexpected_message',
      tamper: rewrite('client', 'finished', () => ({ type: 'key_update', updateRequested: false })),
    },
    {
      name: 'extensions in a CertificateRequest that nobody knows are ignored: only the transcript is no longer the same',
      by: 'client',
      alert: 'decrypt_error',
      options: { server: { clientAuth: 'request' } },
      tamper: rewrite('server', 'certificate_request', (request) =>
        withExtensions(request, (list) => [unknown(0xabcd, 3), ...list, unknown(0x1a1a)]),
      ),
    },
    {
      name: 'supported_versions comes first: version 1.2 with a share is still version 1.2',
      by: 'client',
      alert: 'protocol_version',
      tamper: rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) => list.filter((one) => one.type !== versions.type)),
      ),
    },
  ])('$name', async ({ by, alert, options, tamper, after }) => {
    const pair = await new Pair({ provider, ...options, ...(tamper && { tamper }) }).handshake();
    await after?.(pair);
    await pair.settle();
    expect(pair[by].state).toMatchObject({ state: 'failed', error: { alert } });
    expect(pair.alertOf(by)?.description).toBe(alertCodes[alert]);
  });

  it('encrypted_client_hello may change in the second ClientHello (RFC 9849 §6.1.5), whoever does not know it', async () => {
    let nth = 0;
    const ech = rewrite('client', 'client_hello', (hello) =>
      withExtensions(hello, (list) => [
        { type: 'unknown', code: 0xfe0d, data: Uint8Array.of(nth++) },
        ...list,
      ]),
    );
    const pair = await new Pair({ provider, ...retry, tamper: ech }).handshake();
    const flight = pair.events.server.filter(
      (event) => event.type === 'message' && event.direction === 'sent',
    );
    expect(flight.map((event) => event.type === 'message' && event.message)).toContain('Finished');
  });
});

describe('GREASE, RFC 8701 §3.1: what a client made up must not come back', () => {
  const cases: readonly [string, HandshakeMessage['type']][] = [
    ['ServerHello', 'server_hello'],
    ['EncryptedExtensions', 'encrypted_extensions'],
    ['Certificate', 'certificate'],
  ];
  it.each(cases)('in %s', async (_, type) => {
    let grease: Extension | undefined;
    const remember = rewrite('client', 'client_hello', (hello) => {
      [grease] = hello.extensions ?? [];
      return hello;
    });
    const back = rewrite('server', type, (message) => {
      const extensions = grease === undefined ? [] : [grease];
      if (message.type === 'certificate')
        return { ...message, entries: message.entries.map((entry) => ({ ...entry, extensions })) };
      return 'extensions' in message
        ? { ...message, extensions: [...(message.extensions ?? []), ...extensions] }
        : message;
    });
    const pair = await new Pair({ provider, tamper: both(remember, back) }).handshake();
    expect(pair.client.state).toMatchObject({ state: 'failed', error: { code: 'unsolicited-extension' } });
  });
});

describe('KeyUpdate, §4.7.3', () => {
  const sent = (pair: Pair, side: Side) =>
    pair.events[side].flatMap((event) =>
      event.type === 'message' && event.direction === 'sent' && event.message === 'KeyUpdate'
        ? [event.content[4]]
        : [],
    );

  it('answers several requests at once with one', async () => {
    const pair = await connected();
    pair.tamper = rewrite('client', 'key_update', (message) => ({ ...message, updateRequested: true }));
    for (let i = 0; i < 3; i++) await pair.client.updateKeys(false);
    await pair.settle();
    expect(sent(pair, 'server')).toEqual([0]);
    await pair.server.send(utf8('still here'));
    await pair.settle();
    expect(pair.received.client).toEqual([utf8('still here')]);
  });

  it('asks only once until the answer is here', async () => {
    const pair = await connected();
    await pair.client.updateKeys(true);
    await pair.client.updateKeys(true);
    await pair.settle();
    await pair.client.updateKeys(true);
    await pair.settle();
    expect(sent(pair, 'client')).toEqual([1, 0, 1]);
    expect(sent(pair, 'server')).toEqual([0, 0]);
  });

  it('crosses in flight: each side answers, and both go on', async () => {
    const pair = await connected();
    await pair.client.updateKeys(true);
    await pair.server.updateKeys(true);
    await pair.settle();
    expect([sent(pair, 'client'), sent(pair, 'server')]).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await pair.client.send(utf8('up'));
    await pair.server.send(utf8('down'));
    await pair.settle();
    expect(pair.received).toEqual({ client: [utf8('down')], server: [utf8('up')] });
  });

  it('comes by itself before a key has protected too much, §5.5', async () => {
    const limits = recordLimit as Record<string, number>;
    const limit = limits['AES-128-GCM'] ?? 0;
    limits['AES-128-GCM'] = 3;
    const pair = await connected();
    for (let i = 0; i < 8; i++) await pair.client.send(Uint8Array.of(i));
    limits['AES-128-GCM'] = limit;
    await pair.settle();
    expect(sent(pair, 'client').length).toBeGreaterThan(1);
    expect(concat(...pair.received.server)).toEqual(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7));
    expect(pair.server.state.state).toBe('connected');
  });
});

describe('one thing after the other', () => {
  it('keeps the order of calls that nobody waited for, and never uses a nonce twice', async () => {
    const pair = await connected();
    const { client } = pair;
    const before = pair.events.client.length;
    await Promise.all([
      client.send(Uint8Array.of(1)),
      client.send(Uint8Array.of(2)),
      client.updateKeys(true),
      client.send(Uint8Array.of(3)),
      client.close(),
    ]);
    const numbers = pair.events.client
      .slice(before)
      .flatMap((event) => (event.type === 'message' ? event.records.map(({ sequence }) => sequence) : []));
    // Data, data and KeyUpdate with one key; data and close_notify with the next.
    expect(numbers).toEqual([0, 1, 2, 0, 1]);
    await pair.settle();
    expect(concat(...pair.received.server)).toEqual(Uint8Array.of(1, 2, 3));
    expect(pair.server.peerClosed).toBe(true);
  });

  it('starts a client once, and never after it failed', async () => {
    const pair = new Pair({ provider });
    await pair.client.start();
    await expect(pair.client.start()).rejects.toThrow('start()');
    const failed = new Pair({ provider });
    await failed.client.receive(utf8('HTTP/1.1 400'));
    await expect(failed.client.start()).rejects.toThrow('start()');
    expect(failed.client.state.state).toBe('failed');
  });
});

it('gives every key pair a name of its own, also where a hybrid and its half are both offered', async () => {
  const shares = [0x11ec, 0x001d];
  const pair = await connected({
    client: { groups: shares, keyShares: shares },
    server: { groups: [0x001d] },
  });
  const names = pair.events.client.flatMap((event) =>
    event.type === 'operation' && event.operation.name === 'generate-key-pair'
      ? event.operation.outputs.map(({ name }) => name)
      : [],
  );
  expect(names).toHaveLength(6);
  expect(new Set(names).size).toBe(6);
});

it('gives every transcript hash a name of its own, with client authentication and a HelloRetryRequest as well', async () => {
  const pair = await connected({
    client: { credential: credentialOf('client') },
    server: { clientAuth: 'require', groups: [0x0017] },
  });
  for (const side of ['client', 'server'] as const) {
    const values = pair.events[side].flatMap((event) =>
      event.type === 'operation' && event.operation.name === 'hash' ? event.operation.outputs : [],
    );
    expect(new Set(values.map(({ name }) => name)).size).toBe(
      new Set(values.map(({ bytes }) => toHex(bytes))).size,
    );
    const names = values.map(({ name }) => name.replace('transcript_hash ', ''));
    expect(names).toContain('message_hash…ServerHello');
    expect(names).toContain('message_hash…client Finished');
  }
});

describe('time that grows with the bytes and not with their square', () => {
  const channel = (): Channel =>
    new Channel({
      recorder: (onOperation) => new Recorder({ provider, now: () => 0, onOperation }),
      emit: () => undefined,
      padding: 0,
    });

  it('10 MB, byte by byte', { timeout: 20_000 }, async () => {
    const one = channel();
    const byte = Uint8Array.of(22);
    for (let i = 0; i < 10_000_000; i++) one.push(byte);
    expect(await one.next()).toMatchObject({ kind: 'fault', error: { code: 'oversized-message' } });
  });

  it('a message of 256 KiB in records of one byte', { timeout: 20_000 }, async () => {
    const length = 2 ** 18 - 4;
    const message = concat(
      Uint8Array.of(11, length >> 16, (length >> 8) & 0xff, length & 0xff),
      new Uint8Array(length),
    );
    const wire = new Uint8Array(6 * message.length);
    for (const [i, byte] of message.entries()) wire.set([22, 3, 3, 0, 1, byte], 6 * i);
    const one = channel();
    one.push(wire);
    expect(await one.next()).toMatchObject({ kind: 'fault', error: { alert: 'decode_error' } });
    expect(await one.next()).toBeUndefined();
  });
});

describe('early data that nobody accepted, §4.3.10', () => {
  const earlyData = (retry: boolean) => async (): Promise<Pair> => {
    const pair = new Pair({ provider, ...(retry && { server: { groups: [0x0017] } }) });
    pair.tamper = rewrite(
      'client',
      'client_hello',
      (hello) =>
        withExtensions(hello, (list) => [
          ...list,
          { type: 'psk_key_exchange_modes', modes: [1] },
          { type: 'early_data' },
          unknownPsk,
        ]),
      1,
    );
    await pair.client.start();
    await pair.server.receive(await pair.drain('client'));
    return pair;
  };
  const record = encodeRecord(contentTypes.application_data, 0x0303, new Uint8Array(100));

  it.each([false, true])('is skipped (HelloRetryRequest: %s)', async (retry) => {
    const pair = await earlyData(retry)();
    await pair.server.receive(concat(record, record));
    expect(pair.server.state.state).toBe(retry ? 'wait_second_client_hello' : 'wait_client_finished');
  });

  it('but not without end', async () => {
    const pair = await earlyData(false)();
    for (let i = 0; i < 1_000; i++) await pair.server.receive(record);
    expect(pair.server.state).toMatchObject({ state: 'failed', error: { code: 'bad-record-mac' } });
  });

  it('and only where it was announced', async () => {
    const pair = new Pair({ provider });
    await pair.client.start();
    await pair.server.receive(await pair.drain('client'));
    await pair.server.receive(record);
    expect(pair.server.state).toMatchObject({ state: 'failed', error: { code: 'bad-record-mac' } });
  });
});

function withShare<M extends { readonly extensions: readonly Extension[] | null }>(
  hello: M,
  group: number,
  change: (share: Bytes) => Bytes,
): M {
  return withExtensions(hello, (list) =>
    list.map((one) =>
      one.type === 'key_share'
        ? {
            ...one,
            shares: one.shares.map((share) =>
              share.group === group ? { ...share, keyExchange: change(share.keyExchange.slice()) } : share,
            ),
          }
        : one,
    ),
  );
}
