/** The command line of the bridge, as data. Throws a UsageError for what it does not understand. */
import { parseArgs } from 'node:util';
import type { SharedKey } from '../../src/lab/scenario.ts';
import { pskModes } from '../../src/tls/registry/psk-modes.ts';
import { allGroups, commonSuites, groupsOf, suitesOf, UsageError, versionsOf } from './names.ts';

export const usage = `Usage:
  npm run bridge -- listen PORT        a server with a demo certificate
      --cert ecdsa|ecdsa-p384|rsa|rsa-pss|ed25519|ed448|mldsa44|mldsa65|mldsa87
                                       key of its certificate (ecdsa)
      --names NAME,…                   names and addresses in it (localhost, shop.example, 127.0.0.1, ::1)
      --client-auth none|request|require
      --out-dir DIR                    where root.pem, client.pem and client.key go (a new temporary folder)
      --host ADDRESS                   address to listen on (127.0.0.1)
      --once                           ends after one connection
      --cookie                         asks every client for a cookie first (HelloRetryRequest)
      --tickets N                      session tickets for every client (0)
      --early-data off|accept|refuse   whether tickets permit 0-RTT data, and whether it is then taken (off)
      --ask-late                       asks for the client certificate after the handshake, of clients that offered that
  npm run bridge -- connect HOST:PORT  a client
      --name NAME                      name to ask for and to check (HOST)
      --roots FILE                     PEM file of trusted roots (those that come with Node)
      --cert FILE --key FILE           client certificate with its chain, and its key, as PEM
      --share NAME,…                   groups to send a share for (the first of --group)
      --resume                         connects a second time with the ticket of the first
      --early-data                     then sends the request as 0-RTT data, if the ticket permits it
      --post-handshake-auth            offers to show the certificate after the handshake
      --request TEXT                   what to send (GET / HTTP/1.1); \\r and \\n are understood; '' sends nothing
  both
      --versions 1.3,1.2               versions of TLS, best first
      --suite NAME,…                   cipher suites, best first; any of TLS 1.3 and 1.2 by name or code
      --no-ems                         without the extended main secret of TLS 1.2 (RFC 7627)
      --no-etm                         without encrypt-then-MAC in TLS 1.2 (RFC 7366)
      --group NAME,…                   groups, best first
      --alpn NAME,…                    application protocols, best first (http/1.1); '' for none
      --psk NAME:HEX                   an external pre-shared key, in place of certificates; in TLS 1.2 for suites with PSK in their name
      --psk-mode NAME,…                psk_dhe_ke, psk_ke, best first (psk_dhe_ke)
      --padding N                      zero bytes added to every protected record
      --trace FILE                     saves the run; open the file in Handshake Lab
      --timeout SECONDS                how long to wait for the peer (15)`;

export const bridgeKeyTypes = [
  'ecdsa',
  'ecdsa-p384',
  'rsa',
  'rsa-pss',
  'ed25519',
  'ed448',
  'mldsa44',
  'mldsa65',
  'mldsa87',
] as const;
export type BridgeKeyType = (typeof bridgeKeyTypes)[number];

interface Common {
  readonly versions: readonly number[];
  readonly extendedMainSecret: boolean;
  readonly encryptThenMac: boolean;
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  readonly alpn: readonly string[];
  readonly padding: number;
  readonly psk?: SharedKey;
  readonly pskModes: readonly number[];
  readonly trace?: string;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface ListenOptions extends Common {
  readonly command: 'listen';
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly cert: BridgeKeyType;
  readonly names: readonly string[];
  readonly clientAuth: 'none' | 'request' | 'require';
  readonly outDir?: string;
  readonly once: boolean;
  readonly cookie: boolean;
  readonly tickets: number;
  readonly earlyData: 'off' | 'accept' | 'refuse';
  readonly askLate: boolean;
}

export interface ConnectOptions extends Common {
  readonly command: 'connect';
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly shares: readonly number[];
  readonly roots?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly request: string;
  readonly resume: boolean;
  readonly earlyData: boolean;
  readonly postHandshakeAuth: boolean;
}

const common = {
  versions: { type: 'string' },
  'no-ems': { type: 'boolean' },
  'no-etm': { type: 'boolean' },
  suite: { type: 'string' },
  group: { type: 'string' },
  alpn: { type: 'string' },
  padding: { type: 'string' },
  psk: { type: 'string' },
  'psk-mode': { type: 'string' },
  trace: { type: 'string' },
  timeout: { type: 'string' },
} as const;

export function parseCommand(args: readonly string[]): ListenOptions | ConnectOptions | 'help' {
  const [command, ...rest] = args;
  if (command === undefined) throw new UsageError('Say what to do: listen or connect.');
  if (args.some((arg) => arg === '--help' || arg === '-h') || command === 'help') return 'help';
  if (command === 'listen') return parseListen(rest);
  if (command === 'connect') return parseConnect(rest);
  throw new UsageError(`Unknown command "${command}".`);
}

function parseListen(args: readonly string[]): ListenOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...common,
        cert: { type: 'string', default: 'ecdsa' },
        names: { type: 'string', default: 'localhost,shop.example,127.0.0.1,::1' },
        'client-auth': { type: 'string', default: 'none' },
        'out-dir': { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        once: { type: 'boolean', default: false },
        cookie: { type: 'boolean', default: false },
        tickets: { type: 'string', default: '0' },
        'early-data': { type: 'string', default: 'off' },
        'ask-late': { type: 'boolean', default: false },
      },
    }),
  );
  const [port, ...more] = positionals;
  if (port === undefined || more.length > 0) throw new UsageError('listen takes one port.');
  return {
    command: 'listen',
    ...commonOf(values),
    host: values.host,
    port: portOf(port),
    cert: oneOf('--cert', values.cert, bridgeKeyTypes),
    names: namesOf(values.names),
    clientAuth: oneOf('--client-auth', values['client-auth'], ['none', 'request', 'require']),
    ...(values['out-dir'] !== undefined && { outDir: values['out-dir'] }),
    once: values.once,
    cookie: values.cookie,
    tickets: numberOf('--tickets', values.tickets, 0, 20),
    earlyData: oneOf('--early-data', values['early-data'], ['off', 'accept', 'refuse']),
    askLate: values['ask-late'],
  };
}

function parseConnect(args: readonly string[]): ConnectOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...common,
        name: { type: 'string' },
        roots: { type: 'string' },
        cert: { type: 'string' },
        key: { type: 'string' },
        share: { type: 'string' },
        request: { type: 'string' },
        resume: { type: 'boolean', default: false },
        'early-data': { type: 'boolean', default: false },
        'post-handshake-auth': { type: 'boolean', default: false },
      },
    }),
  );
  const [target, ...more] = positionals;
  const parts = /^(?:\[(?<six>[^\]]+)\]|(?<host>[^:]+)):(?<port>[^:]+)$/.exec(target ?? '')?.groups;
  const host = parts?.['six'] ?? parts?.['host'];
  if (host === undefined || more.length > 0)
    throw new UsageError('connect takes one HOST:PORT; write IPv6 addresses as [::1]:443.');
  if ((values.cert === undefined) !== (values.key === undefined))
    throw new UsageError('--cert and --key go together.');
  const shared = commonOf(values);
  const shares = values.share === undefined ? shared.groups.slice(0, 1) : groupsOf(values.share);
  if (shares.some((code) => !shared.groups.includes(code)))
    throw new UsageError('--share may only name groups that --group offers.');
  const name = values.name ?? host;
  const request = values.request?.replaceAll('\\r', '\r').replaceAll('\\n', '\n');
  return {
    command: 'connect',
    ...shared,
    host,
    port: portOf(parts?.['port'] ?? ''),
    name,
    shares,
    ...(values.roots !== undefined && { roots: values.roots }),
    ...(values.cert !== undefined && { cert: values.cert }),
    ...(values.key !== undefined && { key: values.key }),
    resume: values.resume || values['early-data'],
    earlyData: values['early-data'],
    postHandshakeAuth: values['post-handshake-auth'],
    request: request ?? `GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`,
  };
}

type CommonValues = Partial<Record<Exclude<keyof typeof common, 'no-ems' | 'no-etm'>, string>> &
  Partial<Record<'no-ems' | 'no-etm', boolean>>;

function commonOf(values: CommonValues): Common {
  return {
    versions: versionsOf(values.versions ?? '1.3,1.2'),
    extendedMainSecret: values['no-ems'] !== true,
    encryptThenMac: values['no-etm'] !== true,
    suites: values.suite === undefined ? commonSuites : suitesOf(values.suite),
    groups: values.group === undefined ? allGroups : groupsOf(values.group),
    alpn: namesOf(values.alpn ?? 'http/1.1'),
    ...(values.psk !== undefined && { psk: pskOf(values.psk) }),
    pskModes: modesOf(values['psk-mode'] ?? 'psk_dhe_ke'),
    padding: numberOf('--padding', values.padding ?? '0', 0, 2 ** 14),
    ...(values.trace !== undefined && { trace: values.trace }),
    timeout: 1000 * numberOf('--timeout', values.timeout ?? '15', 0.1, 3600),
  };
}

function pskOf(text: string): SharedKey {
  const match = /^(.+):((?:[0-9a-fA-F]{2})+)$/.exec(text);
  if (match === null) throw new UsageError(`--psk takes NAME:HEX, a name and a key in hex; not "${text}".`);
  return { identity: match[1] ?? '', key: (match[2] ?? '').toLowerCase() };
}

function modesOf(list: string): number[] {
  return namesOf(list).map((name) => pskModes[oneOf('--psk-mode', name, ['psk_dhe_ke', 'psk_ke'])]);
}

/** Node's own complaints are good enough to be passed on. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function namesOf(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`"${text}" is no port; a port is a number from 0 to 65535.`);
  return port;
}

function numberOf(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max))
    throw new UsageError(`${option} takes a number from ${min} to ${max}, not "${text}".`);
  return value;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} is ${allowed.join(', ')}; not "${value}".`);
  return found;
}
