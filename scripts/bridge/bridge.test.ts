/** The bridge with itself, and with peers that behave badly. Real peers are in e2e/interop. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../src/bytes/hex.ts';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { decodeTrace, isProblem } from '../../src/lab/serialize.ts';
import { connect } from './connect.ts';
import { httpAnswer } from './http.ts';
import { listen, type Ended, type Listening } from './listen.ts';
import { readRoots } from './material.ts';
import { UsageError } from './names.ts';
import { parseCommand, type ConnectOptions, type ListenOptions } from './options.ts';

// Keys take time to make where many tests share few cores.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-bridge-test-'));
const provider = await createProvider();
const lines: string[] = [];
const world = { provider, clock: () => Date.now(), log: (line: string): void => void lines.push(line) };
const running: Listening[] = [];
afterEach(async () => {
  for (const listening of running.splice(0)) await listening.stop();
  lines.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(
  ...args: readonly string[]
): Promise<Listening & { readonly next: () => Promise<Ended> }> {
  const options = parseCommand(['listen', '0', '--out-dir', folder, ...args]) as ListenOptions;
  const waiting: ((ended: Ended) => void)[] = [];
  const listening = await listen(options, world, { onEnded: (ended) => waiting.shift()?.(ended) });
  running.push(listening);
  return { ...listening, next: () => new Promise((resolve) => waiting.push(resolve)) };
}

function client(port: number, ...args: readonly string[]): Promise<Awaited<ReturnType<typeof connect>>> {
  const target = ['connect', `127.0.0.1:${port}`, '--name', 'localhost', '--roots', join(folder, 'root.pem')];
  return connect(parseCommand([...target, ...args]) as ConnectOptions, world);
}

function raw(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connectTcp({ port, host: '127.0.0.1', allowHalfOpen: true }, () => resolve(socket));
    socket.on('error', () => undefined);
  });
}

describe('listen and connect', () => {
  it('say first that this is a teaching tool', async () => {
    const { port } = await start();
    await client(port);
    expect(lines.filter((line) => line.includes('not constant-time'))).toHaveLength(2);
  });

  it('talk HTTP, print their steps and save traces that open', async () => {
    const traces = { server: join(folder, 'server.json'), client: join(folder, 'client.json') };
    const server = await start('--trace', traces.server, '--client-auth', 'request');
    const ended = server.next();
    const identity = ['--cert', join(folder, 'client.pem'), '--key', join(folder, 'client.key')];
    const { end, answer } = await client(server.port, '--trace', traces.client, ...identity);
    expect(end).toEqual({ kind: 'closed' });
    expect((await ended).end).toEqual({ kind: 'closed' });
    expect(Buffer.from(answer).toString()).toMatch(/^HTTP\/1\.1 200 OK[^]*You are connected with TLS 1\.3/);
    for (const [party, file] of [
      ['server', traces.server],
      ['browser', traces.client],
    ] as const) {
      await expect.poll(() => read(file)).not.toBe('');
      const trace = decodeTrace(read(file));
      if (isProblem(trace)) throw new Error(trace.problem);
      expect(trace.source).toMatchObject({ kind: 'bridge', party });
      expect(trace.outcome).toEqual({ kind: 'completed' });
      expect(trace.negotiated).toMatchObject({
        version: 0x0304,
        group: 0x11ec,
        alpn: 'http/1.1',
        clientSignatureScheme: 0x0403,
      });
    }
    const printed = lines.join('\n');
    expect(printed).toMatch(/→ ClientHello +plaintext +\d+ bytes .*X25519MLKEM768/);
    expect(printed).toMatch(/✓ validate_chain: .*trust-anchor/);
    expect(printed).toMatch(/✓ validate_client_chain/);
    expect(printed).toMatch(/← Alert +application +24 bytes +close_notify/);
  });

  it('serve several at once', async () => {
    const { port } = await start('--cert', 'ed25519');
    const results = await Promise.all(Array.from({ length: 6 }, () => client(port)));
    expect(results.map(({ end }) => end.kind)).toEqual(Array.from({ length: 6 }, () => 'closed'));
  });

  it('answer a client that has already said goodbye', async () => {
    const { port } = await start();
    const received: Uint8Array[] = [];
    const options = parseCommand([
      'connect',
      `127.0.0.1:${port}`,
      '--name',
      'localhost',
      '--roots',
      join(folder, 'root.pem'),
    ]);
    const { end } = await connect(options as ConnectOptions, world, {
      handlers: () => ({
        onConnected: async (connection) => {
          await connection.send(utf8('GET / HTTP/1.1\r\n\r\n'));
          await connection.close();
        },
        onData: (data) => void received.push(data),
      }),
    });
    expect(end).toEqual({ kind: 'closed' });
    expect(Buffer.concat(received).toString()).toContain('200 OK');
  });

  it('come back with a ticket, and with early data', async () => {
    const { port } = await start('--tickets', '1', '--early-data', 'accept');
    const { end, trace, answer } = await client(port, '--name', 'localhost', '--early-data');
    expect(end).toEqual({ kind: 'closed' });
    expect(trace.negotiated).toMatchObject({ psk: 'resumption', earlyData: 'accepted' });
    expect(Buffer.from(answer).toString()).toContain('200 OK');
  });

  it('do not come back without a ticket', async () => {
    const { port, ended } = await start();
    await client(port, '--resume', '--versions', '1.3');
    expect(lines.at(-1)).toBe('no ticket came: nothing to come back with');
    await expect.poll(() => ended).toHaveLength(1);
  });

  it('know each other by a key, or not', async () => {
    const { port } = await start('--psk', 'device:0badcafe', '--psk-mode', 'psk_ke');
    const right = await client(
      port,
      '--name',
      'localhost',
      '--psk',
      'device:0badcafe',
      '--psk-mode',
      'psk_ke',
    );
    expect(right.trace.negotiated).toMatchObject({ psk: 'external', pskMode: 'psk_ke' });
    const wrong = await client(port, '--name', 'localhost', '--psk', 'device:00', '--psk-mode', 'psk_ke');
    expect(wrong.end).toMatchObject({ kind: 'failed', error: { code: 'received-decrypt_error' } });
  });

  it('tell the peer what is wrong, and say what the peer says', async () => {
    const { port, next } = await start();
    const ended = next();
    const { end } = await client(port, '--name', 'bank.example');
    expect(end).toMatchObject({ kind: 'failed', error: { code: 'name-mismatch', alert: 'bad_certificate' } });
    expect((await ended).end).toMatchObject({ kind: 'failed', error: { code: 'received-bad_certificate' } });
    expect(lines.join('\n')).toContain('✗ name-mismatch');
  });

  it('stop after one connection when told so', async () => {
    const { port, stopped } = await start('--once');
    await client(port);
    await stopped;
    const { end } = await client(port);
    expect(end).toMatchObject({ kind: 'reset', state: 'start' });
    expect(lines.join('\n')).toMatch(/no connection: connect ECONNREFUSED/);
  });

  it('save what was said, and say where it cannot be', async () => {
    const trace = join(folder, 'said.json');
    const { port, next } = await start('--trace', trace);
    const silent = next();
    (await raw(port)).end();
    await silent;
    const loud = next();
    (await raw(port)).write('GET / HTTP/1.1\r\n\r\n');
    await loud;
    expect(read(trace)).toBe('');
    const saved = decodeTrace(read(join(folder, 'said-2.json')));
    expect(saved).toMatchObject({ outcome: { kind: 'failed', error: { code: 'not-tls' } } });
    await client(port, '--trace', join(folder, 'nowhere', 'run.json'));
    expect(lines.join('\n')).toMatch(/ {2}not saved: ENOENT.*nowhere/);
  });
});

describe('peers that behave badly', () => {
  const hello = Uint8Array.of(22, 3, 1, 1, 0, 1, 0, 0, 252);

  it.each<[string, (socket: Socket) => void, object]>([
    [
      'leaves in the middle of its hello',
      (socket) => socket.end(hello),
      { kind: 'truncated', state: 'wait_client_hello' },
    ],
    ['leaves without a word', (socket) => socket.end(), { kind: 'truncated', state: 'wait_client_hello' }],
    [
      'resets the connection',
      (socket) => socket.write(hello, () => setTimeout(() => socket.resetAndDestroy(), 50)),
      { kind: 'reset', state: 'wait_client_hello' },
    ],
    ['says nothing', () => undefined, { kind: 'timeout', state: 'wait_client_hello' }],
    [
      'speaks HTTP',
      (socket) => socket.write('GET / HTTP/1.1\r\n\r\n'),
      { kind: 'failed', error: { code: 'not-tls' } },
    ],
    ['speaks SSH', (socket) => socket.write('SSH-2.0-x\r\n'), { kind: 'failed', error: { code: 'not-tls' } }],
  ])('%s', async (_, act, expected) => {
    const { port, next } = await start('--timeout', '0.4');
    const ended = next();
    act(await raw(port));
    expect((await ended).end).toMatchObject(expected);
  });

  it('that is no TLS gets the alert and then the end', async () => {
    const { port } = await start();
    const socket = await raw(port);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    const over = new Promise((resolve) => socket.on('end', resolve));
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await over;
    socket.end();
    expect(Buffer.concat(chunks).toString('hex')).toBe('1503030002020a');
  });
});

describe('the command line', () => {
  it.each<[string[], object]>([
    [
      ['listen', '4433'],
      {
        port: 4433,
        cert: 'ecdsa',
        clientAuth: 'none',
        host: '127.0.0.1',
        once: false,
        alpn: ['http/1.1'],
        timeout: 15_000,
      },
    ],
    [
      ['listen', '1', '--suite', 'TLS_AES_256_GCM_SHA384,0x1301', '--group', 'x25519'],
      { suites: [0x1302, 0x1301], groups: [0x001d] },
    ],
    [
      ['listen', '1', '--group', 'X25519MLKEM768,secp256r1', '--alpn', ''],
      { groups: [0x11ec, 0x0017], alpn: [] },
    ],
    [
      ['connect', 'shop.example:443'],
      { host: 'shop.example', port: 443, name: 'shop.example', shares: [0x11ec] },
    ],
    [
      ['connect', '[::1]:4433', '--name', 'localhost', '--group', 'secp256r1,x25519'],
      { host: '::1', name: 'localhost', shares: [0x0017] },
    ],
    [['connect', 'a:1', '--request', 'HEAD / HTTP/1.0\\r\\n\\r\\n'], { request: 'HEAD / HTTP/1.0\r\n\r\n' }],
  ])('%j', (args, expected) => {
    expect(parseCommand(args)).toMatchObject(expected);
  });

  it.each<[string[], RegExp]>([
    [[], /listen or connect/],
    [['lisen', '1'], /Unknown command "lisen"/],
    [['listen'], /takes one port/],
    [['listen', '70000'], /"70000" is no port/],
    [['listen', '1', '2'], /takes one port/],
    [
      ['listen', '1', '--suite', 'TLS_KRB5_WITH_RC4_128_MD5'],
      /Unknown cipher suite .*TLS_AES_128_GCM_SHA256 \(0x1301\)/s,
    ],
    [['listen', '1', '--group', 'sect163k1'], /Unknown group "sect163k1"/],
    [['listen', '1', '--cert', 'dsa'], /--cert is ecdsa, ecdsa-p384, rsa, rsa-pss, ed25519, .*; not "dsa"/],
    [['listen', '1', '--client-auth', 'maybe'], /--client-auth/],
    [['listen', '1', '--wat'], /wat/],
    [['listen', '1', '--timeout', 'soon'], /--timeout takes a number/],
    [['connect', 'nowhere'], /HOST:PORT/],
    [['connect', '::1:443'], /HOST:PORT/],
    [['connect', 'a:b'], /"b" is no port/],
    [['connect', 'a:1', '--cert', 'x'], /--cert and --key go together/],
    [['connect', 'a:1', '--group', 'x25519', '--share', 'secp256r1'], /--share may only name groups/],
  ])('%j is refused', (args, message) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
  });

  it('helps', () => expect(parseCommand(['--help'])).toBe('help'));
});

describe('files', () => {
  it('of roots come with Node where none is given', () =>
    expect(readRoots(undefined).length).toBeGreaterThan(100));
  it('that are not there are named', () =>
    expect(() => readRoots('/nowhere.pem')).toThrow(/nowhere\.pem cannot be read/));
  it('without a certificate are named', () =>
    expect(() => readRoots('package.json')).toThrow(/package\.json/));
});

it.each<[string, string | undefined]>([
  ['GET / HTTP/1.1\r\nHost: x\r\n', undefined],
  ['GET / HTTP/1.1\r\nHost: x\r\n\r\n', '200 OK'],
  ['GET / HTTP/1.0\n\n', '200 OK'],
  ['GET /favicon.ico HTTP/1.1\r\n\r\n', '404 Not Found'],
  ['POST / HTTP/1.1\r\n\r\n', '405 Method Not Allowed'],
  ['hello\r\n\r\n', '400 Bad Request'],
  ['x'.repeat(70_000), '431 Request Header Fields Too Large'],
])('answers %j', (request, status) => {
  const answer = httpAnswer(request, {});
  expect(answer?.split('\r\n', 1)[0]?.replace('HTTP/1.1 ', '')).toBe(status);
});

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
