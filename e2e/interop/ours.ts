/** Our two sides, in this process, over real TCP: the bridge's own code with a line protocol instead of HTTP. */
import { connect, type ConnectHooks, type Connected } from '../../scripts/bridge/connect.ts';
import type { Connection, Handlers } from '../../scripts/bridge/connection.ts';
import { listen, type Ended } from '../../scripts/bridge/listen.ts';
import { credential, type DemoMaterial } from '../../scripts/bridge/material.ts';
import { allGroups, tls13Suites } from '../../scripts/bridge/names.ts';
import type { ConnectOptions, ListenOptions } from '../../scripts/bridge/options.ts';
import { utf8 } from '../../src/bytes/hex.ts';
import type { Bytes, Provider } from '../../src/crypto/port.ts';
import type { ConnectionEvent } from '../../src/tls/connection/events.ts';
import type { TlsError } from '../../src/tls/errors.ts';
import type { ServerConfig } from '../../src/tls/server/config.ts';
import { decodeCertificate, type Certificate } from '../../src/x509/certificate.ts';
import { hostName, type Identity, type KeyType, type Material } from './material.ts';

export interface Lab {
  readonly provider: Provider;
  readonly clock: number;
  readonly material: Material;
}

export interface ServerOptions extends Partial<Omit<ListenOptions, 'command' | 'clientAuth'>> {
  readonly cert?: KeyType;
  readonly expired?: boolean;
  /** In place of the certificates of the matrix. */
  readonly own?: DemoMaterial;
  readonly clientAuth?: 'none' | 'request' | 'require';
  readonly config?: Partial<ServerConfig>;
  readonly handlers?: () => Handlers;
  readonly fragment?: number;
}

/** Our server on a free port for one connection. */
export interface OurServer {
  readonly port: number;
  readonly ended: Promise<Ended>;
  /** The second one, for peers that come back. */
  readonly endedAgain: Promise<Ended>;
  readonly events: readonly ConnectionEvent[];
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

export async function ourServer(lab: Lab, options: ServerOptions): Promise<OurServer> {
  const { config, handlers, fragment, own, expired = false, ...rest } = options;
  const events: ConnectionEvent[] = [];
  const lines: string[] = [];
  const ends: ((ended: Ended) => void)[] = [];
  const [ended, endedAgain] = [0, 1].map(() => new Promise<Ended>((resolve) => void ends.push(resolve))) as [
    Promise<Ended>,
    Promise<Ended>,
  ];
  const onEnded = (one: Ended): void => ends.shift()?.(one);
  const cert = options.cert ?? 'ecdsa';
  const listening = await listen(
    {
      command: 'listen',
      versions: [0x0304],
      extendedMainSecret: true,
      encryptThenMac: true,
      suites: tls13Suites,
      groups: allGroups,
      alpn: ['http/1.1'],
      padding: 0,
      timeout: 10_000,
      host: '127.0.0.1',
      port: 0,
      cert,
      names: [hostName],
      clientAuth: 'none',
      once: false,
      cookie: false,
      pskModes: [1],
      tickets: 0,
      earlyData: 'off',
      askLate: false,
      ...rest,
    },
    {
      provider: lab.provider,
      clock: () => lab.clock,
      log: (line) => void lines.push(line),
      onEvent: (event) => void events.push(event),
    },
    {
      material: own ?? (expired ? lab.material.expired : lab.material.server[cert]),
      config: {
        clientTrust: {
          store: [certificate(lab.material.clientRoot)],
          cached: [],
          at: lab.clock,
          purpose: 'clientAuth',
        },
        certificateAuthorities: [],
        ...config,
      },
      handlers: handlers ?? pong,
      ...(fragment !== undefined && { fragment }),
      onEnded,
    },
  );
  return { port: listening.port, ended, endedAgain, events, lines, stop: () => listening.stop() };
}

export interface ClientOptions extends Partial<Omit<ConnectOptions, 'command' | 'cert' | 'key'>> {
  readonly port: number;
  readonly client?: Identity;
  readonly hooks?: ConnectHooks;
  readonly events?: ConnectionEvent[];
  readonly lines?: string[];
}

/** Our client: says `request`, takes one line in return, closes. */
export async function ourClient(lab: Lab, options: ClientOptions): Promise<Connected> {
  const { client, hooks, events, lines, request = 'ping\n', ...rest } = options;
  const received: Bytes[] = [];
  const result = await connect(
    {
      command: 'connect',
      versions: [0x0304],
      extendedMainSecret: true,
      encryptThenMac: true,
      suites: tls13Suites,
      groups: allGroups,
      shares: rest.groups?.slice(0, 1) ?? [0x001d],
      alpn: [],
      padding: 0,
      timeout: 10_000,
      host: '127.0.0.1',
      name: hostName,
      roots: lab.material.rootFile.ecdsa,
      request,
      pskModes: [1],
      resume: false,
      earlyData: false,
      postHandshakeAuth: false,
      ...rest,
    },
    {
      provider: lab.provider,
      clock: () => lab.clock,
      log: (line) => void lines?.push(line),
      onEvent: (event) => void events?.push(event),
    },
    {
      handlers: () => {
        received.length = 0;
        return askOneLine(request, received);
      },
      ...hooks,
      config: {
        ...(client !== undefined && { credential: credential(client.certificates, client.privateKey) }),
        ...hooks?.config,
      },
    },
  );
  return { ...result, answer: new Uint8Array(Buffer.concat(received)) };
}

/** Sends `request` (unless it is empty), collects until a line is complete, closes. */
function askOneLine(request: string, received: Bytes[]): Handlers {
  return {
    onConnected: async (connection) => {
      const { state } = connection.endpoint;
      const taken = 'earlyData' in state && state.earlyData === 'accepted';
      if (request !== '' && !taken) await connection.send(utf8(request));
    },
    onData: async (data, connection) => {
      received.push(data);
      if (data.includes(0x0a)) await connection.close();
    },
  };
}

/** Answers each line 'ping X' with 'pong X', and 'bye' with the end. */
export function pong(): Handlers {
  let text = '';
  return {
    onData: async (data: Bytes, connection: Connection) => {
      text += Buffer.from(data).toString('latin1');
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        const line = text.slice(0, end).trim();
        text = text.slice(end + 1);
        if (line === 'bye') return connection.close();
        await connection.send(utf8(`${line.replace('ping', 'pong')}\n`));
      }
      return undefined;
    },
  };
}

export function certificate(der: Bytes): Certificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(decoded.error.detail);
  return decoded.value;
}

/** The fault that ended it; throws where it ended otherwise. */
export function faultOf({ end }: Pick<Ended, 'end'>): TlsError {
  if (end.kind !== 'failed') throw new Error(`ended with ${JSON.stringify(end)} instead of a fault`);
  return end.error;
}
