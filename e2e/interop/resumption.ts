/**
 * Connections that begin from a key both sides have: tickets, external PSKs, early data; and authentication after
 * the handshake. Both roles, against OpenSSL and GnuTLS.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/free-port.ts';

import type { Handlers } from '../../scripts/bridge/connection.ts';
import { utf8 } from '../../src/bytes/hex.ts';
import type { Trace } from '../../src/lab/trace.ts';
import { expect, expectEqual, type Arguments, type Case, type Context } from './cases.ts';
import { expectTrace } from './check.ts';
import { hostName } from './material.ts';
import { faultOf, ourClient, ourServer, pong, type ClientOptions, type ServerOptions } from './ours.ts';
import type { PeerProcess } from './process.ts';

const psk = { identity: 'device-7', key: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' };
const otherKey = psk.key.replaceAll('f', '0');

export function resumptionCases(): Case[] {
  return [...atOpensslServer(), ...opensslClient(), ...atGnutlsServer(), ...gnutlsClient()];
}

type Negotiated = Pick<Trace['negotiated'], 'psk' | 'pskMode' | 'earlyData' | 'helloRetryRequest'>;

function expectNegotiated(
  { trace, end }: { trace: Trace; end: { kind: string } },
  wanted: Partial<Negotiated>,
): void {
  expectEqual(end.kind, 'closed', 'end');
  for (const [name, value] of Object.entries(wanted))
    expectEqual(trace.negotiated[name as keyof Negotiated], value, name);
}

// --- Our client.

function atOpensslServer(): Case[] {
  const peer = 'openssl s_server';
  const start = async (context: Context, args: readonly string[], cert = true): Promise<number> => {
    const identity = context.material.serverIdentity.ecdsa;
    const server = context.start('openssl', [
      ['s_server', '-accept', '127.0.0.1:0', '-naccept', '2', '-tls1_3'],
      cert
        ? ['-cert', identity.chainFile, '-cert_chain', identity.chainFile, '-key', identity.keyFile]
        : ['-nocert'],
      ...args,
    ]);
    const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
    return Number(port);
  };
  const cases: readonly (readonly [
    name: string,
    args: readonly string[],
    options: Partial<ClientOptions>,
    wanted: Partial<Negotiated>,
  ])[] = [
    ['a ticket, psk_dhe_ke', ['-rev'], { resume: true }, { psk: 'resumption', pskMode: 'psk_dhe_ke' }],
    [
      'a ticket with SHA-384',
      ['-rev', '-ciphersuites', 'TLS_AES_256_GCM_SHA384'],
      { resume: true },
      { psk: 'resumption' },
    ],
    [
      'a ticket, psk_ke',
      ['-rev', '-allow_no_dhe_kex'],
      { resume: true, pskModes: [0] },
      { psk: 'resumption', pskMode: 'psk_ke' },
    ],
    [
      'a ticket after a HelloRetryRequest',
      ['-rev', '-groups', 'P-256'],
      { resume: true, shares: [0x001d] },
      { psk: 'resumption', helloRetryRequest: true },
    ],
    ['stateful tickets', ['-rev', '-no_ticket'], { resume: true }, { psk: 'resumption' }],
  ];
  return [
    ...cases.map(([name, args, options, wanted]): Case => ({
      peer,
      name,
      run: async (context) => {
        const result = await ourClient(context, { port: await start(context, args), ...options });
        expectEqual(Buffer.from(result.answer).toString(), 'gnip\n', 'their answer');
        expectNegotiated(result, wanted);
        expectTrace(result);
      },
    })),
    ...(['-early_data', '-no_early_data'] as const).map((flag): Case => ({
      peer,
      name: flag === '-early_data' ? 'early data, accepted' : 'early data, refused by a HelloRetryRequest',
      run: async (context) => {
        const accepted = flag === '-early_data';
        const server = context.start('openssl', [
          ['s_server', '-accept', '127.0.0.1:0', '-naccept', '2', '-tls1_3', '-early_data'],
          ['-max_early_data', '16384', ...(accepted ? [] : ['-groups', 'P-256'])],
          ['-cert', context.material.serverIdentity.ecdsa.chainFile],
          ['-cert_chain', context.material.serverIdentity.ecdsa.chainFile],
          ['-key', context.material.serverIdentity.ecdsa.keyFile],
        ]);
        const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
        const done = ourClient(context, {
          port: Number(port),
          request: 'ping early\n',
          resume: true,
          earlyData: true,
          // A HelloRetryRequest refuses early data.
          ...(!accepted && { shares: [0x001d] }),
        });
        await server.says(/ping early/);
        server.write('pong\n');
        await server.says(accepted ? /End of early data/ : /Early data was rejected[^]*ping early/);
        server.write('pong again\n');
        const result = await done;
        // Behind a HelloRetryRequest OpenSSL has used its single-use session up already.
        expectNegotiated(
          result,
          accepted ? { psk: 'resumption', earlyData: 'accepted' } : { earlyData: 'rejected' },
        );
        expectTrace(result);
      },
    })),
    ...([1, 0] as const).map((mode): Case => ({
      peer,
      name: `an external PSK, ${mode === 1 ? 'psk_dhe_ke' : 'psk_ke'}`,
      run: async (context) => {
        const args = ['-rev', '-psk_identity', psk.identity, '-psk', psk.key, '-allow_no_dhe_kex'];
        const port = await start(context, args, false);
        const result = await ourClient(context, { port, psk, pskModes: [mode] });
        expectNegotiated(result, { psk: 'external', pskMode: mode === 1 ? 'psk_dhe_ke' : 'psk_ke' });
        expectTrace(result);
      },
    })),
    {
      peer,
      name: 'an external PSK with the wrong key is refused',
      run: async (context) => {
        const port = await start(context, ['-rev', '-psk_identity', psk.identity, '-psk', psk.key], false);
        const result = await ourClient(context, { port, psk: { ...psk, key: otherKey } });
        const { code } = faultOf(result);
        expect(/^received-(decrypt_error|illegal_parameter)$/.test(code), `refused with ${code}`);
      },
    },
    {
      peer,
      name: 'a certificate asked for after the handshake',
      run: async (context) => {
        const { material } = context;
        const args = ['-verify', '1', '-CAfile', material.clientRootFile];
        const identity = material.serverIdentity.ecdsa;
        const server = context.start('openssl', [
          ['s_server', '-accept', '127.0.0.1:0', '-naccept', '1', '-tls1_3'],
          ['-cert', identity.chainFile, '-cert_chain', identity.chainFile, '-key', identity.keyFile],
          args.slice(2),
        ]);
        const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
        const done = ourClient(context, {
          port: Number(port),
          client: material.client.ecdsa,
          postHandshakeAuth: true,
        });
        await server.says(/^ping$/m);
        server.write('c\n');
        await server.says(/Interop client ecdsa/);
        server.write('pong\n');
        const result = await done;
        expectEqual(result.end.kind, 'closed', 'end');
        expectEqual(result.trace.negotiated.clientSignatureScheme, 0x0403, 'client signature');
        expectTrace(result);
      },
    },
  ];
}

function atGnutlsServer(): Case[] {
  const peer = 'gnutls-serv';
  const start = async (context: Context, args: Arguments): Promise<{ server: PeerProcess; port: number }> => {
    const port = await freePort();
    const { chainFile, keyFile } = context.material.serverIdentity.ecdsa;
    const server = context.start('gnutls-serv', [
      ['-p', String(port), '--echo', '--x509certfile', chainFile, '--x509keyfile', keyFile],
      ['--priority', gnutlsPriority],
      ...args,
    ]);
    await server.says(/listening on IPv4 .*done/);
    return { server, port };
  };
  return [
    {
      peer,
      name: 'a ticket',
      run: async (context) => {
        const { port } = await start(context, []);
        const result = await ourClient(context, { port, resume: true });
        expectNegotiated(result, { psk: 'resumption', pskMode: 'psk_dhe_ke' });
        expectTrace(result);
      },
    },
    {
      peer,
      name: 'early data, accepted',
      run: async (context) => {
        const { port } = await start(context, ['--earlydata', ['--maxearlydata', '16384']]);
        // gnutls-serv reads early data and answers only what comes after.
        const result = await ourClient(context, {
          port,
          resume: true,
          earlyData: true,
          hooks: { handlers: () => lateAsWell },
        });
        expectNegotiated(result, { psk: 'resumption', earlyData: 'accepted' });
        expectTrace(result);
      },
    },
    ...([1, 0] as const).map((mode): Case => ({
      peer,
      name: `an external PSK, ${mode === 1 ? 'psk_dhe_ke' : 'psk_ke'}`,
      run: async (context) => {
        const file = join(context.material.folder, `psk-${mode}.txt`);
        writeFileSync(file, `${psk.identity}:${psk.key}\n`);
        const { port } = await start(context, [['--pskpasswd', file, '--priority', gnutlsPskPriority]]);
        const result = await ourClient(context, { port, psk, pskModes: [mode] });
        expectNegotiated(result, { psk: 'external', pskMode: mode === 1 ? 'psk_dhe_ke' : 'psk_ke' });
        expectTrace(result);
      },
    })),
  ];
}

const lateAsWell: Handlers = {
  onConnected: (connection) => connection.send(utf8('ping late\n')),
  onData: (_, connection) => connection.close(),
};

// --- Our server.

function opensslClient(): Case[] {
  const peer = 'openssl s_client';
  const client = (context: Context, port: number, args: readonly string[]): PeerProcess =>
    context.start('openssl', [
      ['s_client', '-connect', `127.0.0.1:${port}`, '-servername', hostName, '-tls1_3'],
      ['-CAfile', context.material.rootFile.ecdsa, '-verify_return_error'],
      ...args,
    ]);
  const talk = async (process: PeerProcess): Promise<void> => {
    process.write('ping 1\n');
    await process.says(/^pong 1$/m);
    process.write('bye\n');
    await process.exited;
  };
  const twice = (
    name: string,
    options: ServerOptions,
    args: readonly string[],
    wanted: Partial<Negotiated>,
    secondOnly: readonly string[] = [],
  ): Case => ({
    peer,
    name,
    run: async (context) => {
      const server = await ourServer(context, { tickets: 2, ...options });
      context.finally(() => server.stop());
      const file = join(context.material.folder, `session-${server.port}.pem`);
      await talk(client(context, server.port, [...args, '-sess_out', file]));
      const again = client(context, server.port, [...args, ...secondOnly, '-sess_in', file]);
      await again.says(/Reused, TLSv1\.3/);
      await talk(again);
      expectNegotiated(await server.ended, {});
      const ended = await server.endedAgain;
      expectNegotiated(ended, wanted);
      expectTrace(ended);
    },
  });
  return [
    twice('a ticket, psk_dhe_ke', {}, [], { psk: 'resumption', pskMode: 'psk_dhe_ke' }),
    twice('a ticket with SHA-384', { suites: [0x1302] }, [], { psk: 'resumption' }),
    twice('a ticket, psk_ke', { pskModes: [0] }, ['-allow_no_dhe_kex'], {
      psk: 'resumption',
      pskMode: 'psk_ke',
    }),
    twice('a ticket after a HelloRetryRequest', { groups: [0x0017] }, ['-groups', 'X25519:P-256'], {
      psk: 'resumption',
      helloRetryRequest: true,
    }),
    ...(['accept', 'refuse'] as const).map((earlyData): Case => ({
      peer,
      name: `early data, ${earlyData === 'accept' ? 'accepted' : 'refused'}`,
      run: async (context) => {
        const server = await ourServer(context, { tickets: 1, earlyData });
        context.finally(() => server.stop());
        const file = join(context.material.folder, `session-${server.port}.pem`);
        const data = join(context.material.folder, `early-${server.port}.txt`);
        writeFileSync(data, 'ping early\n');
        await talk(client(context, server.port, ['-sess_out', file]));
        const again = client(context, server.port, ['-sess_in', file, '-early_data', data]);
        const accepted = earlyData === 'accept';
        await again.says(accepted ? /Early data was accepted/ : /Early data was rejected/);
        if (accepted) await again.says(/^pong early$/m);
        await talk(again);
        const ended = await server.endedAgain;
        expectNegotiated(ended, { psk: 'resumption', earlyData: accepted ? 'accepted' : 'rejected' });
        expectTrace(ended);
      },
    })),
    ...([1, 0] as const).map((mode): Case => ({
      peer,
      name: `an external PSK, ${mode === 1 ? 'psk_dhe_ke' : 'psk_ke'}`,
      run: async (context) => {
        const server = await ourServer(context, { psk, pskModes: [mode] });
        context.finally(() => server.stop());
        await talk(
          client(context, server.port, ['-psk_identity', psk.identity, '-psk', psk.key, '-allow_no_dhe_kex']),
        );
        const ended = await server.ended;
        expectNegotiated(ended, { psk: 'external', pskMode: mode === 1 ? 'psk_dhe_ke' : 'psk_ke' });
        expectTrace(ended);
      },
    })),
    {
      peer,
      name: 'an external PSK with the wrong key is refused with decrypt_error',
      run: async (context) => {
        const server = await ourServer(context, { psk });
        context.finally(() => server.stop());
        const process = client(context, server.port, ['-psk_identity', psk.identity, '-psk', otherKey]);
        await process.says(/alert decrypt error/);
        expectEqual(faultOf(await server.ended).code, 'bad-binder', 'fault');
      },
    },
    {
      peer,
      name: 'a certificate asked for after the handshake',
      run: async (context) => {
        const { chainFile, keyFile } = context.material.client.rsa;
        const server = await ourServer(context, {
          clientAuth: 'require',
          askLate: true,
          handlers: () => ({ ...pong(), onConnected: (connection) => connection.askForCertificate() }),
        });
        context.finally(() => server.stop());
        await talk(client(context, server.port, ['-enable_pha', '-cert', chainFile, '-key', keyFile]));
        const ended = await server.ended;
        expectEqual(ended.end.kind, 'closed', 'end');
        expect((ended.trace.negotiated.clientSignatureScheme ?? 0) >= 0x0804, 'no client signature');
        expectTrace(ended);
      },
    },
  ];
}

function gnutlsClient(): Case[] {
  const peer = 'gnutls-cli';
  const start = async (context: Context, options: ServerOptions, args: Arguments) => {
    const server = await ourServer(context, options);
    context.finally(() => server.stop());
    const client = context.start('gnutls-cli', [
      ['-p', String(server.port), '--x509cafile', context.material.rootFile.ecdsa],
      ['--sni-hostname', hostName, '--verify-hostname', hostName, '--priority', gnutlsPriority],
      ...args,
      '127.0.0.1',
    ]);
    return { server, client };
  };
  const talk = async (client: PeerProcess): Promise<void> => {
    await client.says(/Simple Client Mode/);
    client.write('ping 1\n');
    await client.says(/^pong 1$/m);
    client.write('bye\n');
    await client.exited;
  };
  return [
    {
      peer,
      name: 'a ticket',
      run: async (context) => {
        const { server, client } = await start(context, { tickets: 2 }, ['--resume', '--waitresumption']);
        await client.says(/This is a resumed session/);
        await talk(client);
        const ended = await server.endedAgain;
        expectNegotiated(ended, { psk: 'resumption', pskMode: 'psk_dhe_ke' });
        expectTrace(ended);
      },
    },
    {
      peer,
      name: 'early data, accepted',
      run: async (context) => {
        const data = join(context.material.folder, 'gnutls-early.txt');
        writeFileSync(data, 'ping early\n');
        const args = ['--resume', '--waitresumption', ['--earlydata', data]];
        const { server, client } = await start(context, { tickets: 2, earlyData: 'accept' }, args);
        await client.says(/This is a resumed session/);
        await client.says(/^pong early$/m);
        client.write('bye\n');
        await client.exited;
        const ended = await server.endedAgain;
        expectNegotiated(ended, { psk: 'resumption', earlyData: 'accepted' });
        expectTrace(ended);
      },
    },
    ...([1, 0] as const).map((mode): Case => ({
      peer,
      name: `an external PSK, ${mode === 1 ? 'psk_dhe_ke' : 'psk_ke'}`,
      run: async (context) => {
        const args = [['--pskusername', psk.identity, '--pskkey', psk.key, '--priority', gnutlsPskPriority]];
        const { server, client } = await start(context, { psk, pskModes: [mode] }, args);
        await talk(client);
        const ended = await server.ended;
        expectNegotiated(ended, { psk: 'external', pskMode: mode === 1 ? 'psk_dhe_ke' : 'psk_ke' });
        expectTrace(ended);
      },
    })),
    {
      peer,
      name: 'a certificate asked for after the handshake',
      run: async (context) => {
        const { chainFile, keyFile } = context.material.client.ecdsa;
        const { server, client } = await start(
          context,
          {
            clientAuth: 'require',
            askLate: true,
            handlers: () => ({ ...pong(), onConnected: (connection) => connection.askForCertificate() }),
          },
          ['--post-handshake-auth', ['--x509certfile', chainFile, '--x509keyfile', keyFile]],
        );
        await talk(client);
        const ended = await server.ended;
        expectEqual(ended.trace.negotiated.clientSignatureScheme, 0x0403, 'client signature');
        expectTrace(ended);
      },
    },
  ];
}

const gnutlsPriority = 'NORMAL:-VERS-ALL:+VERS-TLS1.3';
const gnutlsPskPriority = `${gnutlsPriority}:+DHE-PSK:+ECDHE-PSK:+PSK`;
