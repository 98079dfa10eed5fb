/** gnutls-cli at our server, and our client at gnutls-serv. */
import { freePort } from '../../scripts/lib/free-port.ts';
import {
  clientAuthOf,
  expect,
  expectEqual,
  groups,
  matrix,
  sendsCertificate,
  type Arguments,
  type Case,
  type Cell,
  type Context,
} from './cases.ts';
import { expectGood, expectTrace } from './check.ts';
import { hostName, type Identity } from './material.ts';
import {
  faultOf,
  ourClient,
  ourServer,
  type ClientOptions,
  type OurServer,
  type ServerOptions,
} from './ours.ts';
import type { PeerProcess } from './process.ts';

const withIdentity = ({ chainFile, keyFile }: Identity): string[] => [
  '--x509certfile',
  chainFile,
  '--x509keyfile',
  keyFile,
];

function priority(ciphers: readonly string[], offered: readonly string[]): string {
  const plus = (names: readonly string[]): string => names.map((name) => `:+${name}`).join('');
  return `NORMAL:-VERS-ALL:+VERS-TLS1.3:-CIPHER-ALL${plus(ciphers)}:-GROUP-ALL${plus(offered)}`;
}

export function gnutlsCases(): Case[] {
  return [
    ...matrix().flatMap((cell) => [goodClient(cell), goodServer(cell)]),
    ...retries(),
    ...clientFailures(),
    ...serverFailures(),
  ];
}

async function startClient(
  context: Context,
  options: ServerOptions,
  args: readonly string[],
  root = context.material.rootFile[options.cert ?? 'ecdsa'],
): Promise<{ server: OurServer; client: PeerProcess }> {
  const server = await ourServer(context, options);
  context.finally(() => server.stop());
  const client = context.start('gnutls-cli', [
    [
      '-p',
      String(server.port),
      '--x509cafile',
      root,
      '--sni-hostname',
      hostName,
      '--verify-hostname',
      hostName,
    ],
    ...args,
    '127.0.0.1',
  ]);
  return { server, client };
}

function goodClient(cell: Cell): Case {
  return {
    peer: 'gnutls-cli',
    name: cell.name,
    run: async (context) => {
      const identity = sendsCertificate(cell.auth)
        ? withIdentity(context.material.client[cell.clientCert])
        : [];
      const args = ['--priority', priority([cell.suite.gnutls], [cell.group.gnutls]), ...identity];
      const run = await startClient(context, { cert: cell.cert, clientAuth: clientAuthOf[cell.auth] }, args);
      await talk(run);
      expectGood(await run.server.ended, cell);
      expect(run.client.output.includes('The certificate is trusted'), 'gnutls-cli does not trust the chain');
    },
  };
}

async function talk({ client, server }: { client: PeerProcess; server: OurServer }): Promise<void> {
  await client.says(/Simple Client Mode/);
  client.write('ping 1\n');
  await client.says(/^pong 1$/m);
  client.write('bye\n');
  await server.ended;
  expectEqual(await client.exited, 0, 'exit code of gnutls-cli');
}

async function startServer(
  context: Context,
  identity: Identity,
  args: Arguments,
): Promise<{ server: PeerProcess; port: number }> {
  const port = await freePort();
  const server = context.start('gnutls-serv', [
    '-p',
    String(port),
    '--echo',
    ...withIdentity(identity),
    ...args,
  ]);
  await server.says(/listening on IPv4 .*done/);
  return { server, port };
}

function goodServer(cell: Cell): Case {
  return {
    peer: 'gnutls-serv',
    name: cell.name,
    run: async (context) => {
      const { material } = context;
      const auth = {
        none: ['--disable-client-cert'],
        request: ['--verify-client-cert'],
        require: ['--require-client-cert', '--verify-client-cert'],
      };
      const { server, port } = await startServer(context, material.serverIdentity[cell.cert], [
        [
          '--priority',
          priority([cell.suite.gnutls], [cell.group.gnutls]),
          '--x509cafile',
          material.clientRootFile,
        ],
        ...auth[clientAuthOf[cell.auth]],
      ]);
      const result = await ourClient(context, {
        port,
        roots: material.rootFile[cell.cert],
        shares: [cell.group.code],
        ...(sendsCertificate(cell.auth) && { client: material.client[cell.clientCert] }),
      });
      expectEqual(Buffer.from(result.answer).toString().trim(), 'ping', 'their echo');
      expectGood(result, cell);
      await server.says(new RegExp(`Cipher: ${cell.suite.gnutls}`));
    },
  };
}

function retries(): Case[] {
  const [x25519, p256] = groups;
  const cell = matrix().find((one) => one.auth === 'no client certificate' && one.cert === 'ecdsa');
  if (x25519 === undefined || p256 === undefined || cell === undefined)
    throw new Error('unreachable: they are in the tables');
  return [
    {
      peer: 'gnutls-cli',
      name: 'HelloRetryRequest from X25519 to P-384',
      run: async (context) => {
        const group = { code: 0x0018, openssl: 'P-384', gnutls: 'GROUP-SECP384R1' };
        // GnuTLS sends shares for the first two groups of its list.
        const args = [
          '--priority',
          priority([cell.suite.gnutls], ['GROUP-X25519', 'GROUP-SECP256R1', group.gnutls]),
        ];
        const run = await startClient(context, { groups: [group.code], cookie: true }, args);
        await talk(run);
        expectGood(await run.server.ended, { ...cell, group }, { retry: true });
      },
    },
    {
      peer: 'gnutls-serv',
      name: 'HelloRetryRequest from X25519 to P-256',
      run: async (context) => {
        const args = ['--disable-client-cert', '--priority', priority([cell.suite.gnutls], [p256.gnutls])];
        const { port } = await startServer(context, context.material.serverIdentity.ecdsa, args);
        const result = await ourClient(context, { port, shares: [x25519.code] });
        expectGood(result, { ...cell, group: p256 }, { retry: true });
      },
    },
  ];
}

function clientFailures(): Case[] {
  const list: readonly {
    readonly name: string;
    readonly server?: ServerOptions;
    readonly args?: (context: Context) => string[];
    readonly trust?: boolean;
    readonly code: string | RegExp;
    readonly printed?: RegExp;
  }[] = [
    { name: 'they do not trust our root', trust: false, code: /^received-(unknown_ca|bad_certificate)$/ },
    {
      name: 'our certificate has expired',
      server: { expired: true },
      code: /^received-(certificate_expired|bad_certificate)$/,
    },
    {
      name: 'no common cipher suite',
      server: { suites: [0x1303] },
      args: () => ['--priority', priority(['AES-128-GCM'], ['GROUP-X25519'])],
      code: 'no-common-cipher-suite',
      printed: /Received alert \[40\]/,
    },
    {
      name: 'no common group',
      server: { groups: [0x0018] },
      args: () => ['--priority', priority(['AES-128-GCM'], ['GROUP-X25519'])],
      code: 'no-common-group',
      printed: /Received alert \[40\]/,
    },
    {
      name: 'they speak TLS 1.2 only',
      args: () => ['--priority', 'NORMAL:-VERS-ALL:+VERS-TLS1.2'],
      code: 'no-common-version',
      printed: /Received alert \[70\]/,
    },
    {
      name: 'certificate required, none sent',
      server: { clientAuth: 'require' },
      code: 'certificate-required',
      printed: /Certificate is required|\[116\]/,
    },
    {
      name: 'their certificate is from a stranger',
      server: { clientAuth: 'require' },
      args: ({ material }) => withIdentity(material.strangerClient),
      code: 'issuer-not-found',
      printed: /\[48\]/,
    },
  ];
  return list.map(({ name, server = {}, args, trust = true, code, printed }) => ({
    peer: 'gnutls-cli',
    name: `fails: ${name}`,
    run: async (context) => {
      const root = trust ? context.material.rootFile.ecdsa : context.material.strangerRootFile;
      const run = await startClient(context, server, args?.(context) ?? [], root);
      const ended = await run.server.ended;
      expectCode(faultOf(ended).code, code);
      expectTrace(ended);
      if (printed !== undefined) await run.client.says(printed);
    },
  }));
}

function serverFailures(): Case[] {
  const list: readonly {
    readonly name: string;
    readonly identity?: 'ecdsa' | 'expired';
    readonly args?: (context: Context) => string[];
    readonly client?: (context: Context) => Partial<ClientOptions>;
    readonly code: string | RegExp;
    readonly printed?: RegExp;
  }[] = [
    {
      name: 'we do not trust their root',
      client: ({ material }) => ({ roots: material.strangerRootFile }),
      code: 'root-not-trusted',
      printed: /fatal alert has been received/,
    },
    {
      name: 'their certificate has expired',
      identity: 'expired',
      code: 'expired',
      printed: /fatal alert has been received/,
    },
    {
      name: 'their certificate is for another name',
      client: () => ({ name: 'bank.example' }),
      code: /^(name-mismatch|received-unrecognized_name)$/,
    },
    {
      name: 'no common cipher suite',
      args: () => ['--priority', priority(['AES-128-GCM'], ['GROUP-X25519'])],
      client: () => ({ suites: [0x1302] }),
      code: /^received-(handshake_failure|insufficient_security)$/,
    },
    {
      name: 'they speak TLS 1.2 only',
      args: () => ['--priority', 'NORMAL:-VERS-ALL:+VERS-TLS1.2'],
      code: /^received-(protocol_version|handshake_failure)$/,
    },
    {
      name: 'certificate required, none sent',
      args: ({ material }) => ['--require-client-cert', '--x509cafile', material.clientRootFile],
      code: /^received-(certificate_required|bad_certificate)$/,
    },
  ];
  return list.map(({ name, identity = 'ecdsa', args, client, code, printed }) => ({
    peer: 'gnutls-serv',
    name: `fails: ${name}`,
    run: async (context) => {
      const { server, port } = await startServer(
        context,
        context.material.serverIdentity[identity],
        args?.(context) ?? ['--disable-client-cert'],
      );
      // Nothing is sent: data that a peer leaves unread makes the kernel reset the connection and lose its alert.
      const result = await ourClient(context, { port, request: '', ...client?.(context) });
      expectCode(faultOf(result).code, code);
      expectTrace(result);
      if (printed !== undefined) await server.says(printed);
    },
  }));
}

function expectCode(found: string, wanted: string | RegExp): void {
  if (typeof wanted === 'string') expectEqual(found, wanted, 'fault at our side');
  else expect(wanted.test(found), `fault at our side: ${found}, expected ${String(wanted)}`);
}
