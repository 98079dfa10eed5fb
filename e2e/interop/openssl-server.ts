/** Our client at `openssl s_server`. */
import { setTimeout } from 'node:timers/promises';
import { utf8 } from '../../src/bytes/hex.ts';
import type { ConnectionEvent } from '../../src/tls/connection/events.ts';
import type { Connection } from '../../scripts/bridge/connection.ts';
import {
  clientAuthOf,
  expect,
  expectEqual,
  groups,
  matrix,
  sendsCertificate,
  suites,
  type Auth,
  type Case,
  type Cell,
  type Context,
} from './cases.ts';
import { expectGood, expectTrace } from './check.ts';
import type { Identity } from './material.ts';
import { faultOf, ourClient, type ClientOptions } from './ours.ts';
import type { PeerProcess } from './process.ts';

const peer = 'openssl s_server';

async function start(
  context: Context,
  identity: Identity,
  args: readonly string[],
): Promise<{ server: PeerProcess; port: number }> {
  const server = context.start('openssl', [
    ['s_server', '-accept', '127.0.0.1:0', '-naccept', '1'],
    ['-cert', identity.chainFile, '-cert_chain', identity.chainFile, '-key', identity.keyFile],
    ...args,
  ]);
  const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
  return { server, port: Number(port) };
}

function authArgs(auth: Auth, { material }: Context): string[] {
  const how = { none: [], request: ['-verify', '1'], require: ['-Verify', '1'] }[clientAuthOf[auth]];
  return how.length === 0 ? [] : [...how, '-CAfile', material.clientRootFile, '-verify_return_error'];
}

export function opensslServerCases(): Case[] {
  return [...matrix().map(good), ...retries(), ...recordLayer(), ...keyUpdates(), ...failures()];
}

function good(cell: Cell): Case {
  return {
    peer,
    name: cell.name,
    run: async (context) => {
      const { material } = context;
      const args = [
        '-rev',
        '-ciphersuites',
        cell.suite.openssl,
        '-groups',
        cell.group.openssl,
        ...(cell.suite.code === 0x1305 ? ['-cipher', 'DEFAULT@SECLEVEL=0'] : []),
        ...authArgs(cell.auth, context),
      ];
      const { server, port } = await start(context, material.serverIdentity[cell.cert], args);
      const result = await ourClient(context, {
        port,
        roots: material.rootFile[cell.cert],
        shares: [cell.group.code],
        ...(sendsCertificate(cell.auth) && { client: material.client[cell.clientCert] }),
      });
      expectEqual(Buffer.from(result.answer).toString(), 'gnip\n', 'their answer');
      expectGood(result, cell);
      await server.says(new RegExp(`Ciphersuite: ${cell.suite.openssl}`));
      if (sendsCertificate(cell.auth))
        expect(
          server.output.includes(`Interop client ${cell.clientCert}`),
          's_server saw no client certificate',
        );
    },
  };
}

const plain = matrix().find((cell) => cell.auth === 'no client certificate' && cell.cert === 'ecdsa');
function cellOf(changes: Partial<Cell> = {}): Cell {
  if (plain === undefined) throw new Error('unreachable: the matrix has one without client certificate');
  return { ...plain, ...changes };
}

function retries(): Case[] {
  return groups.map((group, i): Case => {
    const first = groups[(i + 1) % groups.length];
    return {
      peer,
      name: `HelloRetryRequest from ${first?.openssl ?? ''} to ${group.openssl}`,
      run: async (context) => {
        const cell = cellOf({ group });
        const args = ['-rev', '-ciphersuites', cell.suite.openssl, '-groups', group.openssl];
        const { port } = await start(context, context.material.serverIdentity.ecdsa, args);
        const result = await ourClient(context, { port, shares: [first?.code ?? 0] });
        expectGood(result, cell, { retry: true });
      },
    };
  });
}

function recordLayer(): Case[] {
  const cases: readonly (readonly [name: string, args: string[], options: Partial<ClientOptions>])[] = [
    ['their records at most 512 bytes', ['-max_send_frag', '512'], {}],
    ['their records padded to 1024 bytes', ['-record_padding', '1024'], {}],
    ['our records padded by 700 bytes', [], { padding: 700 }],
    ['our messages in records of 64 bytes', [], { hooks: { fragment: 64 } }],
    ['without middlebox compatibility at their side', ['-no_middlebox'], {}],
    [
      'without GREASE and compatibility mode at ours',
      [],
      { hooks: { config: { grease: false, compatibilityMode: false } } },
    ],
    ['no session tickets', ['-num_tickets', '0'], {}],
    ['ten session tickets', ['-num_tickets', '10'], {}],
    ['ALPN', ['-alpn', 'h2,http/1.1'], { alpn: ['http/1.1'] }],
  ];
  return cases.map(([name, args, options]) => ({
    peer,
    name,
    run: async (context) => {
      const auth = authArgs('required, sent', context);
      const { port } = await start(context, context.material.serverIdentity.rsa, ['-rev', ...auth, ...args]);
      const long = 'abcdefgh'.repeat(700);
      const result = await ourClient(context, {
        port,
        roots: context.material.rootFile.rsa,
        client: context.material.client.rsa,
        request: `${long}\n`,
        ...options,
      });
      expectEqual(
        Buffer.from(result.answer).toString(),
        `${long.split('').toReversed().join('')}\n`,
        'their answer',
      );
      expectEqual(result.end.kind, 'closed', 'end');
      if (options.alpn) expectEqual(result.trace.negotiated.alpn, 'http/1.1', 'ALPN');
      expectTrace(result);
    },
  }));
}

function keyUpdates(): Case[] {
  const count = (events: readonly ConnectionEvent[], direction: 'sent' | 'received'): number =>
    events.filter(
      (event) => event.type === 'message' && event.message === 'KeyUpdate' && event.direction === direction,
    ).length;

  /** Our client, driven from outside: each `send` waits for s_server to print the line. */
  const session = async (
    context: Context,
    events: ConnectionEvent[],
    work: (connection: Connection, server: PeerProcess, nextLine: () => Promise<string>) => Promise<void>,
  ) => {
    const { server, port } = await start(context, context.material.serverIdentity.ecdsa, []);
    let lines: (line: string) => void = () => undefined;
    let connected: (connection: Connection) => void = () => undefined;
    const ready = new Promise<Connection>((resolve) => {
      connected = resolve;
    });
    const done = ourClient(context, {
      port,
      events,
      hooks: {
        handlers: () => ({
          onConnected: connected,
          onData: (data) => lines(Buffer.from(data).toString().trim()),
        }),
      },
    });
    const connection = await Promise.race([
      ready,
      done.then(() => {
        throw new Error('not connected');
      }),
    ]);
    const nextLine = (): Promise<string> => new Promise((resolve) => (lines = resolve));
    await work(connection, server, nextLine);
    await connection.turn(() => connection.close());
    const result = await done;
    expectEqual(result.end.kind, 'closed', 'end');
    expectTrace(result);
  };

  return [
    {
      peer,
      name: 'our KeyUpdate, ours with an answer asked, data after each',
      run: async (context) => {
        const events: ConnectionEvent[] = [];
        await session(context, events, async (connection, server, nextLine) => {
          for (const [i, asks] of [false, true, true].entries()) {
            await connection.turn(() => connection.updateKeys(asks));
            await connection.turn(() => connection.send(utf8(`ping ${i}\n`)));
            await server.says(new RegExp(`^ping ${i}$`, 'm'));
            const line = nextLine();
            server.write(`pong ${i}\n`);
            expectEqual(await line, `pong ${i}`, 'their line');
          }
        });
        expectEqual(
          [count(events, 'sent'), count(events, 'received')],
          [3, 2],
          'KeyUpdates sent and received',
        );
      },
    },
    {
      peer,
      name: 'their KeyUpdate, theirs with an answer asked, data after each',
      run: async (context) => {
        const events: ConnectionEvent[] = [];
        await session(context, events, async (connection, server, nextLine) => {
          for (const [i, command] of ['k', 'K'].entries()) {
            // s_server says nothing about it, and takes what follows too soon for a part of the command.
            server.write(`${command}\n`);
            while (count(events, 'received') <= i) await setTimeout(10);
            const line = nextLine();
            server.write(`pong ${i}\n`);
            expectEqual(await line, `pong ${i}`, 'their line');
            await connection.turn(() => connection.send(utf8(`ping ${i}\n`)));
            await server.says(new RegExp(`^ping ${i}$`, 'm'));
          }
        });
        expectEqual(
          [count(events, 'received'), count(events, 'sent')],
          [2, 1],
          'KeyUpdates received and sent',
        );
      },
    },
  ];
}

interface Failure {
  readonly name: string;
  readonly identity?: 'ecdsa' | 'expired';
  readonly args?: (context: Context) => string[];
  readonly client?: (context: Context) => Partial<ClientOptions>;
  readonly code: string;
  /** What s_server prints about our alert. */
  readonly printed?: RegExp;
}

function failures(): Case[] {
  const list: readonly Failure[] = [
    {
      name: 'we do not trust their root',
      client: ({ material }) => ({ roots: material.strangerRootFile }),
      code: 'root-not-trusted',
      printed: /SSL alert number 48/,
    },
    {
      name: 'their certificate has expired',
      identity: 'expired',
      code: 'expired',
      printed: /SSL alert number 45/,
    },
    {
      name: 'their certificate is for another name',
      client: () => ({ name: 'bank.example' }),
      code: 'name-mismatch',
      printed: /SSL alert number 42/,
    },
    {
      name: 'no common cipher suite',
      args: () => ['-ciphersuites', suites[0]?.openssl ?? ''],
      client: () => ({ suites: [0x1302] }),
      code: 'received-handshake_failure',
    },
    {
      name: 'no common group',
      args: () => ['-groups', 'P-384'],
      client: () => ({ groups: [0x001d] }),
      code: 'received-handshake_failure',
    },
    { name: 'they speak TLS 1.2 only', args: () => ['-tls1_2'], code: 'received-protocol_version' },
    {
      name: 'certificate required, none sent',
      args: (context) => authArgs('required, sent', context),
      code: 'received-certificate_required',
    },
    {
      name: 'our certificate is from a stranger',
      args: (context) => authArgs('required, sent', context),
      client: ({ material }) => ({ client: material.strangerClient }),
      code: 'received-unknown_ca',
    },
    {
      name: 'no common application protocol',
      args: () => ['-alpn', 'h2'],
      client: () => ({ alpn: ['gopher'] }),
      code: 'received-no_application_protocol',
    },
  ];
  return list.map(({ name, identity = 'ecdsa', args, client, code, printed }) => ({
    peer,
    name: `fails: ${name}`,
    run: async (context) => {
      const { server, port } = await start(
        context,
        context.material.serverIdentity[identity],
        args?.(context) ?? [],
      );
      // Nothing is sent: data that a peer leaves unread makes the kernel reset the connection and lose its alert.
      const result = await ourClient(context, { port, request: '', ...client?.(context) });
      expectEqual(faultOf(result).code, code, 'fault at our side');
      expectTrace(result);
      if (printed !== undefined) await server.says(printed);
    },
  }));
}
