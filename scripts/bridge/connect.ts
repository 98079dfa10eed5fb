/** `connect`: the engine's client towards a real server. */
import { connect as connectTcp } from 'node:net';
import { utf8 } from '../../src/bytes/hex.ts';
import type { Bytes } from '../../src/crypto/port.ts';
import { Client } from '../../src/tls/client/client.ts';
import type { ClientConfig } from '../../src/tls/client/config.ts';
import type { Certificate } from '../../src/x509/certificate.ts';
import { parseIp } from '../../src/x509/ip.ts';
import type { Trace } from '../../src/lab/trace.ts';
import { Connection, type End, type Handlers } from './connection.ts';
import { readCredential, readRoots } from './material.ts';
import { allSchemes } from './names.ts';
import type { ConnectOptions } from './options.ts';
import { endText, record, saveTrace, scenarioOf, warning, type World } from './run.ts';
import { stepPrinter } from './steps.ts';

export interface Connected {
  readonly end: End;
  readonly trace: Trace;
  /** Everything the server sent. */
  readonly answer: Bytes;
}

/** Replacements for tests. */
export interface ConnectHooks {
  readonly config?: Partial<ClientConfig>;
  readonly handlers?: Handlers;
  /** Largest content of one record. */
  readonly fragment?: number;
}

/** Connects, sends the request, prints the answer, and returns once the connection is over. */
export async function connect(
  options: ConnectOptions,
  world: World,
  hooks: ConnectHooks = {},
): Promise<Connected> {
  const { log } = world;
  const clock = world.clock();
  const config = { ...clientConfig(options, readRoots(options.roots), clock), ...hooks.config };
  log('Handshake Lab bridge, TLS 1.3 client.');
  log(warning);
  const peer = `${options.host}:${options.port}`;
  const socket = connectTcp({ host: options.host, port: options.port, allowHalfOpen: true });
  const recording = record(world, scenarioOf(options, clock), 'browser', peer, {
    padding: options.padding,
    ...(hooks.fragment !== undefined && { fragment: hooks.fragment }),
    listeners: [stepPrinter(log)],
  });
  const received: Bytes[] = [];
  const handlers: Handlers = hooks.handlers ?? {
    onConnected: async (connection) => {
      if (options.request !== '') await connection.send(utf8(options.request));
    },
    onData: (data) => void received.push(data),
  };
  const connection = new Connection(
    (onData) => new Client(config, recording.channel, onData),
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
  if (options.trace !== undefined && trace.steps.length > 0) saveTrace(trace, options.trace, 1, log);
  return { end, trace, answer };
}

function clientConfig(options: ConnectOptions, store: readonly Certificate[], clock: number): ClientConfig {
  const isAddress = parseIp(options.name) !== undefined;
  return {
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
    ...(options.cert !== undefined &&
      options.key !== undefined && { credential: readCredential(options.cert, options.key) }),
  };
}
