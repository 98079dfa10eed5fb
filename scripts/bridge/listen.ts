/** `listen`: the engine's server on a TCP port, with a demo certificate and a small HTTP answer. */
import { createServer, type Socket } from 'node:net';
import { utf8 } from '../../src/bytes/hex.ts';
import type { Bytes } from '../../src/crypto/port.ts';
import type { Trace } from '../../src/lab/trace.ts';
import type { NegotiatedValues } from '../../src/tls/connection/events.ts';
import { tls12ServerDefaults, type ServerConfig } from '../../src/tls/server/config.ts';
import { Server } from '../../src/tls/server/server.ts';
import { createTicketVault, type TicketVault } from '../../src/tls/ticket-vault.ts';
import { decodeCertificate } from '../../src/x509/certificate.ts';
import { Connection, type End, type Handlers } from './connection.ts';
import { httpAnswer } from './http.ts';
import {
  credential,
  externalPsk,
  issueMaterial,
  keyRing,
  writeMaterial,
  type DemoMaterial,
} from './material.ts';
import { allSchemes, nameOfVersion } from './names.ts';
import type { ListenOptions } from './options.ts';
import { endText, record, saveTrace, scenarioOf, warning, type World } from './run.ts';
import { stepPrinter } from './steps.ts';

export interface Ended {
  readonly end: End;
  readonly trace: Trace;
}

export interface Listening {
  readonly port: number;
  /** Of all connections so far, in the order in which they ended. */
  readonly ended: readonly Ended[];
  /** Resolves when the server has stopped: after `stop`, or after one connection with `once`. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** Replacements for tests: other certificates, other behaviour than HTTP. */
export interface ListenHooks {
  readonly material?: DemoMaterial;
  readonly config?: Partial<ServerConfig>;
  /** One set per connection. */
  readonly handlers?: () => Handlers;
  /** Largest content of one record. */
  readonly fragment?: number;
  readonly onEnded?: (ended: Ended) => void;
}

export async function listen(
  options: ListenOptions,
  world: World,
  hooks: ListenHooks = {},
): Promise<Listening> {
  const { log } = world;
  const clock = world.clock();
  const material =
    hooks.material ??
    (await issueMaterial(keyRing(world.provider), { keyType: options.cert, names: options.names, clock }));
  const vault = createTicketVault((length) => world.provider.random(length));
  const config = { ...serverConfig(options, material, vault, world), ...hooks.config };

  const ended: Ended[] = [];
  const open = new Set<Socket>();
  let count = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const nth = ++count;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serve(socket, nth, config, options, world, hooks)
      .then((result) => {
        ended.push(result);
        hooks.onEnded?.(result);
        if (options.trace !== undefined) saveTrace(result.trace, options.trace, nth, log);
      })
      .catch((error: unknown) =>
        log(
          `#${nth} stopped by an error of this tool: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ),
      )
      .finally(() => {
        if (options.once) server.close();
      });
    // The port is for one connection; the next one is refused rather than ignored.
    if (options.once) server.close();
  });
  const stopped = new Promise<void>((resolve) => server.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  if (hooks.material === undefined) introduce(options, port, material, log);
  return {
    port,
    ended,
    stopped,
    stop: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await stopped;
    },
  };
}

function introduce(options: ListenOptions, port: number, material: DemoMaterial, log: World['log']): void {
  const files = writeMaterial(material, options.outDir);
  const name = options.names.find((one) => one === 'localhost') ?? options.names[0] ?? options.host;
  log(`Handshake Lab bridge, server for ${options.versions.map(nameOfVersion).join(' and ')}.`);
  log(warning);
  log(`listening on ${options.host} port ${port}`);
  log(`root to trust:      ${files.root}`);
  if (options.clientAuth !== 'none') log(`client certificate: ${files.client}, key ${files.clientKey}`);
  log('try:');
  const detour = name === 'localhost' ? '' : ` --connect-to ${name}:${port}:${options.host}:${port}`;
  log(`  curl --cacert ${files.root}${detour} https://${name}:${port}/`);
  log(`  openssl s_client -connect ${options.host}:${port} -servername ${name} -CAfile ${files.root}`);
}

async function serve(
  socket: Socket,
  nth: number,
  config: ServerConfig,
  options: ListenOptions,
  world: World,
  hooks: ListenHooks,
): Promise<Ended> {
  const log = (line: string): void => world.log(`#${nth} ${line}`);
  const peer = `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`;
  log(`connection from ${peer}`);
  let negotiated: NegotiatedValues = {};
  const listeners = [
    stepPrinter(log),
    (event: Parameters<ReturnType<typeof stepPrinter>>[0]): void => {
      if (event.type === 'negotiated') negotiated = { ...negotiated, ...event.values };
    },
  ];
  const recording = record(world, scenarioOf(options, world.clock()), 'server', peer, {
    padding: options.padding,
    store: options.clientAuth === 'none' ? [] : (config.clientTrust?.store ?? []),
    ...(hooks.fragment !== undefined && { fragment: hooks.fragment }),
    listeners,
  });
  const connection = new Connection(
    (onData) => new Server(config, recording.channel, onData),
    socket,
    options.timeout,
    hooks.handlers?.() ?? httpHandlers(() => negotiated, options.askLate),
  );
  const end = await connection.ended;
  log(endText(end));
  return { end, trace: recording.trace() };
}

/** Collects a request up to its empty line, answers it, closes. */
function httpHandlers(negotiated: () => NegotiatedValues, askLate: boolean): Handlers {
  let request = '';
  let answered = false;
  return {
    onConnected: (connection) => (askLate ? connection.askForCertificate() : undefined),
    onData: async (data: Bytes, connection) => {
      if (answered) return;
      request += Buffer.from(data).toString('latin1');
      const answer = httpAnswer(request, negotiated());
      if (answer === undefined) return;
      answered = true;
      await connection.send(utf8(answer));
      await connection.close();
    },
  };
}

function random(length: number): Bytes {
  return globalThis.crypto.getRandomValues(new Uint8Array(length));
}

function serverConfig(
  options: ListenOptions,
  material: DemoMaterial,
  vault: TicketVault,
  world: World,
): ServerConfig {
  const clock = world.clock();
  const clientRoot = decodeCertificate(material.clientRoot.der);
  if (!clientRoot.ok) throw new Error(`issued certificate does not decode: ${clientRoot.error.detail}`);
  return {
    versions: options.versions,
    tls12: {
      ...tls12ServerDefaults,
      extendedMainSecret: options.extendedMainSecret,
      encryptThenMac: options.encryptThenMac,
      ticketKey: { name: random(16), key: random(16) },
      psks: options.psk === undefined ? [] : [externalPsk(options.psk)],
    },
    suites: options.suites,
    groups: options.groups,
    signatureSchemes: allSchemes,
    preference: 'server',
    alpn: options.alpn,
    credential: credential([material.leaf.der, material.intermediate.der], material.leaf.privateKey),
    compatibilityMode: true,
    cookie: options.cookie,
    clientAuth: options.clientAuth,
    askLate: options.askLate,
    psk: {
      modes: options.pskModes,
      external: options.psk ? [externalPsk(options.psk)] : [],
      clock: world.clock,
      tickets: {
        vault,
        count: options.tickets,
        lifetime: 7200,
        earlyData: options.earlyData,
        maxEarlyData: 16_384,
        antiReplay: 'list',
      },
    },
    clientTrust: { store: [clientRoot.value], cached: [], at: clock, purpose: 'clientAuth' },
    certificateAuthorities: options.clientAuth === 'none' ? [] : [clientRoot.value.subject.der],
  };
}
