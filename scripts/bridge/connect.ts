/** `connect`: the engine's client towards a real server. */
import { connect as connectTcp } from 'node:net';
import { utf8 } from '../../src/bytes/hex.ts';
import type { Bytes } from '../../src/crypto/port.ts';
import { Client } from '../../src/tls/client/client.ts';
import { tls12ClientDefaults, type ClientConfig } from '../../src/tls/client/config.ts';
import type { Certificate } from '../../src/x509/certificate.ts';
import { parseIp } from '../../src/x509/ip.ts';
import type { Trace } from '../../src/lab/trace.ts';
import type { Session } from '../../src/tls/psk.ts';
import type { ClientSession } from '../../src/tls/tls12/session.ts';
import { Connection, type End, type Handlers } from './connection.ts';
import { externalPsk, readCredential, readRoots } from './material.ts';
import { allSchemes, nameOfVersion } from './names.ts';
import type { ConnectOptions } from './options.ts';
import { endText, record, saveTrace, scenarioOf, warning, type World } from './run.ts';
import { stepPrinter } from './steps.ts';

export interface Connected {
  readonly end: End;
  readonly trace: Trace;
  /** Everything the server sent. */
  readonly answer: Bytes;
  /** What TLS 1.2 left to resume. */
  readonly tls12Session?: ClientSession;
}

/** What the first connection left for the second. */
interface Kept {
  readonly tls13: Session | undefined;
  readonly tls12: ClientSession | undefined;
}

/** Replacements for tests. */
export interface ConnectHooks {
  readonly config?: Partial<ClientConfig>;
  /** One set per connection. */
  readonly handlers?: () => Handlers;
  /** Largest content of one record. */
  readonly fragment?: number;
}

/**
 * Connects, sends the request, prints the answer, and returns once the connection is over; with `resume` the second
 * one, where the first left something to come back with.
 */
export async function connect(
  options: ConnectOptions,
  world: World,
  hooks: ConnectHooks = {},
): Promise<Connected> {
  const { log } = world;
  log(`Handshake Lab bridge, client for ${options.versions.map(nameOfVersion).join(' and ')}.`);
  log(warning);
  const first = await connectOnce(options, undefined, 1, world, hooks);
  if (!options.resume) return first;
  const session = { tls13: first.sessions.at(-1), tls12: first.tls12Session };
  if (session.tls13 === undefined && session.tls12 === undefined) {
    log('no ticket came: nothing to come back with');
    return first;
  }
  log('connecting again, with the ticket');
  return connectOnce(options, session, 2, world, hooks);
}

async function connectOnce(
  options: ConnectOptions,
  session: Kept | undefined,
  nth: number,
  world: World,
  hooks: ConnectHooks,
): Promise<Connected & { readonly sessions: readonly Session[] }> {
  const { log } = world;
  const clock = world.clock();
  const config = {
    ...clientConfig(options, readRoots(options.roots), clock, session),
    clock: world.clock,
    ...hooks.config,
  };
  const peer = `${options.host}:${options.port}`;
  const socket = connectTcp({ host: options.host, port: options.port, allowHalfOpen: true });
  const recording = record(world, scenarioOf(options, clock), 'browser', peer, {
    padding: options.padding,
    store: config.trust.store,
    ...(hooks.fragment !== undefined && { fragment: hooks.fragment }),
    listeners: [stepPrinter(log)],
  });
  const received: Bytes[] = [];
  const handlers: Handlers = hooks.handlers?.() ?? askOnce(options, received);
  let client: Client | undefined;
  const connection = new Connection(
    (onData) => (client = new Client(config, recording.channel, onData)),
    socket,
    options.timeout,
    handlers,
  );
  socket.once('connect', () => {
    log(`connected to ${peer}`);
    connection.start();
  });
  const end = await connection.ended;
  log(endText(end));
  const trace = recording.trace();
  const answer = new Uint8Array(Buffer.concat(received));
  if (answer.length > 0) log(`\n${Buffer.from(answer).toString('utf8')}`);
  if (options.trace !== undefined) saveTrace(trace, options.trace, nth, log);
  const { sessions = [], tls12Session } = client ?? {};
  return { end, trace, answer, sessions, ...(tls12Session && { tls12Session }) };
}

/** What went as early data and was taken is not sent again. */
function askOnce(options: ConnectOptions, received: Bytes[]): Handlers {
  return {
    onConnected: async (connection) => {
      const { state } = connection.endpoint;
      const taken = 'earlyData' in state && state.earlyData === 'accepted';
      if (options.request !== '' && !taken) await connection.send(utf8(options.request));
    },
    onData: (data) => void received.push(data),
  };
}

function clientConfig(
  options: ConnectOptions,
  store: readonly Certificate[],
  clock: number,
  kept: Kept | undefined,
): ClientConfig {
  const isAddress = parseIp(options.name) !== undefined;
  const session = kept?.tls13;
  const psk = session ?? (options.psk && externalPsk(options.psk));
  return {
    versions: options.versions,
    tls12: {
      ...tls12ClientDefaults,
      extendedMainSecret: options.extendedMainSecret,
      encryptThenMac: options.encryptThenMac,
      ...(kept?.tls12 && { session: kept.tls12 }),
      ...(options.psk && { psk: externalPsk(options.psk) }),
    },
    suites: options.suites,
    groups: options.groups,
    keyShares: options.groups.filter((code) => options.shares.includes(code)),
    signatureSchemes: allSchemes,
    // Addresses are not host names and are not sent, RFC 6066 §3.
    ...(!isAddress && { serverName: options.name }),
    alpn: options.alpn,
    grease: true,
    compatibilityMode: true,
    trust: {
      store,
      cached: [],
      at: clock,
      purpose: 'serverAuth',
      name: { type: isAddress ? 'ip' : 'dns', value: options.name },
    },
    ...((options.resume || psk !== undefined) && { pskModes: options.pskModes }),
    ...(psk && { psk }),
    ...(session !== undefined && options.earlyData && { earlyData: utf8(options.request) }),
    postHandshakeAuth: options.postHandshakeAuth,
    ...(options.cert !== undefined &&
      options.key !== undefined && { credential: readCredential(options.cert, options.key) }),
  };
}
