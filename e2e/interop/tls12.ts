/**
 * TLS 1.2 against OpenSSL and GnuTLS, in both roles, over every suite that both sides have: what a peer speaks it
 * says itself (`openssl ciphers`, `gnutls-cli --list`). Old algorithms need SECLEVEL=0 and a priority string that
 * switches everything on.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/free-port.ts';
import { allSchemes } from '../../scripts/bridge/names.ts';
import type { Trace } from '../../src/lab/trace.ts';
import { exchangeParts } from '../../src/tls/registry/exchange.ts';
import { tls12Suites, type Tls12Suite } from '../../src/tls/registry/suite-parts.ts';
import { utf8 } from '../../src/bytes/hex.ts';
import { tls12ClientDefaults } from '../../src/tls/client/config.ts';
import { tls12ServerDefaults } from '../../src/tls/server/config.ts';
import type { ClientSession, ServerSession } from '../../src/tls/tls12/session.ts';
import { expect, expectEqual, type Case, type Context, type Peer } from './cases.ts';
import { expectTrace } from './check.ts';
import { hostName, type Identity, type KeyType, type Material } from './material.ts';
import { ourClient, ourServer, type ClientOptions, type ServerOptions } from './ours.ts';
import { unspokenLines } from './unspoken.ts';
import type { Ended } from '../../scripts/bridge/listen.ts';

const psk = { identity: 'shop', key: '00112233445566778899aabbccddeeff' };
const groups = [0x001d, 0x0017, 0x0018, 0x0019];

/** Of one connection, what is not the suite itself. */
interface Setting {
  readonly name: string;
  readonly extendedMainSecret?: boolean;
  readonly encryptThenMac?: boolean;
  readonly clientCert?: KeyType;
  readonly resume?: 'ticket' | 'id';
}

/** dsa_sha256, for the suites whose name has DSS in it. */
const withDsa = { signatureSchemes: [...allSchemes, 0x0402] };

const plain: Setting = { name: '' };

/** One suite of each kind, in every setting. */
const thorough: readonly [suite: string, settings: readonly Setting[]][] = [
  ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', settings()],
  ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', settings()],
  ['TLS_DHE_RSA_WITH_AES_128_CBC_SHA', settings()],
  ['TLS_RSA_WITH_AES_128_CBC_SHA256', settings()],
  ['TLS_PSK_WITH_AES_128_CBC_SHA256', settings().filter(({ clientCert }) => clientCert === undefined)],
];

function settings(): readonly Setting[] {
  return [
    { name: 'without extended main secret', extendedMainSecret: false },
    { name: 'without encrypt-then-MAC', encryptThenMac: false },
    { name: 'client certificate, ECDSA', clientCert: 'ecdsa' },
    { name: 'client certificate, RSA', clientCert: 'rsa' },
    { name: 'client certificate, Ed25519', clientCert: 'ed25519' },
    { name: 'resumed by ticket', resume: 'ticket' },
    { name: 'resumed by session ID', resume: 'id' },
    { name: 'resumed without extended main secret', resume: 'ticket', extendedMainSecret: false },
  ];
}

interface Cell {
  readonly suite: Tls12Suite;
  readonly setting: Setting;
  /** The peer's name for the suite, where it needs one. */
  readonly theirs: string;
}

export interface Coverage {
  readonly cases: readonly Case[];
  /** Suites tried and passed per peer, and those that no installed peer speaks. `failures` begin with a case's name. */
  readonly summary: (failures: ReadonlySet<string>) => readonly string[];
}

export function tls12Coverage(): Coverage {
  const openssl = opensslSuites();
  const gnutls = gnutlsSuites();
  const ours = [...tls12Suites().values()];
  const cases = [
    ...cellsOf(openssl).flatMap((cell) => [opensslClient(cell), opensslServer(cell)]),
    ...cellsOf(gnutls).flatMap((cell) => [gnutlsClient(cell), gnutlsServer(cell)]),
  ];
  const summary = (failures: ReadonlySet<string>): readonly string[] => {
    const line = (peer: string, theirs: ReadonlyMap<number, string>): string => {
      const common = ours.filter(({ code }) => theirs.has(code));
      const bad = common.filter(({ name }) =>
        [...failures].some((one) => one.startsWith(`TLS 1.2 ${name}:`)),
      );
      return `TLS 1.2 suites with ${peer}: ${common.length - bad.length} of ${common.length}, in both roles`;
    };
    const unspoken = ours.filter(({ code }) => !openssl.has(code) && !gnutls.has(code));
    return [line('OpenSSL', openssl), line('GnuTLS', gnutls), ...unspokenLines(unspoken)];
  };
  return { cases, summary };
}

function cellsOf(theirs: ReadonlyMap<number, string>): readonly Cell[] {
  return [...theirs].flatMap(([code, name]): readonly Cell[] => {
    const suite = tls12Suites().get(code);
    if (suite === undefined) return [];
    const more = thorough.find(([one]) => one === suite.name)?.[1] ?? [];
    return [plain, ...more].map((setting) => ({ suite, setting, theirs: name }));
  });
}

/** By code: '0xC0,0x2B - ECDHE-ECDSA-AES128-GCM-SHA256 TLSv1.2 Kx=ECDH …'. */
function opensslSuites(): ReadonlyMap<number, string> {
  const { stdout } = spawnSync(
    'openssl',
    ['ciphers', '-V', '-s', '-tls1_2', '-psk', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'],
    { encoding: 'utf8' },
  );
  return new Map(
    (stdout ?? '').split('\n').flatMap((line): [number, string][] => {
      const match = /0x([0-9A-F]{2}),0x([0-9A-F]{2}) - (\S+)/.exec(line);
      const code = Number.parseInt(`${match?.[1] ?? ''}${match?.[2] ?? ''}`, 16);
      return match === null ? [] : [[code, match[3] ?? '']];
    }),
  );
}

/** By code: 'TLS_RSA_NULL_MD5  0x00, 0x01  TLS1.0'. */
function gnutlsSuites(): ReadonlyMap<number, string> {
  const { stdout } = spawnSync('gnutls-cli', ['--list'], { encoding: 'utf8' });
  return new Map(
    (stdout ?? '').split('\n').flatMap((line): [number, string][] => {
      const match = /^(TLS_\S+)\s+0x([0-9a-f]{2}), 0x([0-9a-f]{2})\s+TLS1\.[012]/.exec(line);
      const code = Number.parseInt(`${match?.[2] ?? ''}${match?.[3] ?? ''}`, 16);
      return match === null || dssOf(code) ? [] : [[code, match[1] ?? '']];
    }),
  );
}

/** GnuTLS 3.7 lists DHE_DSS, and has no supported cipher suite when it comes to it. */
function dssOf(code: number): boolean {
  const suite = tls12Suites().get(code);
  return suite !== undefined && isDss(suite);
}

function isDss({ authentication }: Tls12Suite): boolean {
  return authentication === 'DSS';
}

function certOf({ authentication }: Tls12Suite): KeyType {
  return authentication === 'ECDSA' ? 'ecdsa' : 'rsa';
}

function identityOf(suite: Tls12Suite, { dss, serverIdentity }: Material): Identity {
  return isDss(suite) ? dss.identity : serverIdentity[certOf(suite)];
}

function rootFileOf(suite: Tls12Suite, { dss, rootFile }: Material): string {
  return isDss(suite) ? dss.rootFile : rootFile[certOf(suite)];
}

function hasCertificate({ keyExchange }: Tls12Suite): boolean {
  return exchangeParts(keyExchange).certificate;
}

function usesPsk({ keyExchange }: Tls12Suite): boolean {
  return exchangeParts(keyExchange).psk;
}

function caseOf(peer: Peer, { suite, setting }: Cell, run: Case['run']): Case {
  return { peer, name: `TLS 1.2 ${suite.name}${setting.name === '' ? '' : `, ${setting.name}`}`, run };
}

function serverOptions({ suite, setting }: Cell, { dss }: Material): ServerOptions {
  return {
    versions: [0x0303],
    suites: [suite.code],
    groups,
    ...(isDss(suite) ? { own: dss.demo, config: withDsa } : { cert: certOf(suite) }),
    clientAuth: setting.clientCert === undefined ? 'none' : 'require',
    extendedMainSecret: setting.extendedMainSecret ?? true,
    encryptThenMac: setting.encryptThenMac ?? true,
    ...(usesPsk(suite) && { psk }),
  };
}

function clientOptions({ suite, setting }: Cell, { material }: Context, port: number): ClientOptions {
  return {
    port,
    versions: [0x0303],
    suites: [suite.code],
    groups,
    shares: [],
    roots: rootFileOf(suite, material),
    extendedMainSecret: setting.extendedMainSecret ?? true,
    encryptThenMac: setting.encryptThenMac ?? true,
    ...(usesPsk(suite) && { psk }),
    ...(setting.clientCert !== undefined && { client: material.client[setting.clientCert] }),
    ...(isDss(suite) && { hooks: { config: withDsa } }),
  };
}

function expectTls12(
  ended: Pick<Ended, 'end' | 'trace'>,
  { suite, setting }: Cell,
  resumed = false,
  ends: readonly string[] = ['closed'],
): void {
  const { negotiated, outcome } = ended.trace;
  if (outcome.kind === 'failed') throw new Error(`${outcome.error.code}: ${outcome.error.detail}`);
  expect(ends.includes(ended.end.kind), `our side ended so: ${ended.end.kind}`);
  expectEqual(negotiated.version, 0x0303, 'version');
  expectEqual(negotiated.suite, suite.code, 'suite');
  expectEqual(negotiated.extendedMainSecret, setting.extendedMainSecret ?? true, 'extended main secret');
  if (setting.encryptThenMac === false) expectEqual(negotiated.encryptThenMac, false, 'encrypt-then-MAC');
  expectEqual(negotiated.resumed ?? false, resumed, 'resumed');
  if (setting.clientCert !== undefined)
    expect(negotiated.clientSignatureScheme !== undefined, 'the client signed nothing');
  expectTrace(ended);
}

// --- OpenSSL.

function opensslClient(cell: Cell): Case {
  const { suite, setting, theirs } = cell;
  return caseOf('openssl s_client', cell, async (context) => {
    const { material } = context;
    const server = await ourServer(context, {
      ...serverOptions(cell, material),
      ...(setting.resume === 'id' && { config: { tls12: withSessions(cell) } }),
    });
    context.finally(() => server.stop());
    const identity = setting.clientCert === undefined ? undefined : material.client[setting.clientCert];
    const session = join(material.folder, `session-${server.port}`);
    const connect = (more: readonly string[]) =>
      context.start('openssl', [
        ['s_client', '-connect', `127.0.0.1:${server.port}`, '-servername', hostName, '-tls1_2'],
        ['-cipher', `${theirs}:@SECLEVEL=0`],
        hasCertificate(suite)
          ? ['-verify_return_error', '-verify_hostname', hostName, '-CAfile', rootFileOf(suite, material)]
          : [],
        usesPsk(suite) ? ['-psk', psk.key, '-psk_identity', psk.identity] : [],
        identity === undefined ? [] : ['-cert', identity.chainFile, '-key', identity.keyFile],
        setting.resume === 'id' ? ['-no_ticket'] : [],
        more,
      ]);
    const talk = async (client: ReturnType<typeof connect>): Promise<void> => {
      client.write('ping 1\n');
      await client.says(/^pong 1$/m);
      client.write('bye\n');
    };
    const first = connect(setting.resume === undefined ? [] : ['-sess_out', session]);
    await talk(first);
    expectTls12(await server.ended, cell);
    await first.exited;
    if (setting.resume === undefined) return;
    const again = connect(['-sess_in', session]);
    await talk(again);
    expectTls12(await server.endedAgain, { ...cell, setting: { ...setting } }, true);
    await again.exited;
  });
}

function opensslServer(cell: Cell): Case {
  const { suite, setting, theirs } = cell;
  return caseOf('openssl s_server', cell, async (context) => {
    const { material } = context;
    const identity = identityOf(suite, material);
    const server = context.start('openssl', [
      ['s_server', '-accept', '127.0.0.1:0', '-naccept', setting.resume === undefined ? '1' : '2'],
      ['-tls1_2', '-rev', '-cipher', `${theirs}:@SECLEVEL=0`],
      hasCertificate(suite)
        ? ['-cert', identity.chainFile, '-cert_chain', identity.chainFile, '-key', identity.keyFile]
        : ['-nocert'],
      usesPsk(suite) ? ['-psk', psk.key, '-psk_identity', psk.identity] : [],
      setting.clientCert === undefined ? [] : ['-Verify', '1', '-CAfile', material.clientRootFile],
      setting.resume === 'id' ? ['-no_ticket'] : [],
    ]);
    const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
    await ourVisits(cell, context, Number(port), 'gnip\n');
  });
}

/** Our client once, or twice where it is to resume. */
async function ourVisits(cell: Cell, context: Context, port: number, answer: string): Promise<void> {
  const options = clientOptions(cell, context, port);
  const first = await ourClient(context, options);
  expectTls12(first, cell);
  expectEqual(Buffer.from(first.answer).toString(), answer, 'their answer');
  const { resume } = cell.setting;
  if (resume === undefined) return;
  const session = first.tls12Session;
  if (session === undefined) throw new Error('nothing to resume with was given');
  const { ticket, ...byId } = session;
  const again = await ourClient(context, {
    ...options,
    hooks: {
      config: { tls12: withSession(cell, resume === 'ticket' ? session : { ...byId, ticket: undefined }) },
    },
  });
  if (resume === 'ticket') expect(ticket !== undefined, 'no ticket came');
  expectTls12(again, cell, true);
  expectEqual(Buffer.from(again.answer).toString(), answer, 'their second answer');
}

function withSession({ suite, setting }: Cell, session: ClientSession) {
  return {
    ...tls12ClientDefaults,
    extendedMainSecret: setting.extendedMainSecret ?? true,
    encryptThenMac: setting.encryptThenMac ?? true,
    session,
    ...(usesPsk(suite) && {
      psk: { identity: utf8(psk.identity), key: Uint8Array.from(Buffer.from(psk.key, 'hex')) },
    }),
  };
}

/** A server that keeps its sessions instead of handing them out. */
function withSessions({ suite, setting }: Cell) {
  const kept = new Map<string, ServerSession>();
  const name = (id: Uint8Array): string => Buffer.from(id).toString('hex');
  return {
    ...tls12ServerDefaults,
    extendedMainSecret: setting.extendedMainSecret ?? true,
    encryptThenMac: setting.encryptThenMac ?? true,
    ...(usesPsk(suite) && {
      psks: [{ identity: utf8(psk.identity), key: Uint8Array.from(Buffer.from(psk.key, 'hex')) }],
    }),
    sessions: {
      get: (id: Uint8Array) => kept.get(name(id)),
      put: (id: Uint8Array, session: ServerSession) => void kept.set(name(id), session),
    },
  };
}

// --- GnuTLS.

/** Everything that is switched off, switched on; what is spoken is decided by our side, which offers one suite. */
const everything = [
  'NORMAL:-VERS-ALL:+VERS-TLS1.2',
  '+ANON-ECDH:+ANON-DH:+RSA:+DHE-RSA:+DHE-DSS:+PSK:+DHE-PSK:+ECDHE-PSK:+RSA-PSK',
  '+NULL:+ARCFOUR-128:+3DES-CBC:+AES-128-CCM-8:+AES-256-CCM-8:+AES-128-CCM:+AES-256-CCM',
  '+CAMELLIA-128-CBC:+CAMELLIA-256-CBC:+CAMELLIA-128-GCM:+CAMELLIA-256-GCM',
  '+MD5:+SHA256:+SHA384:+SIGN-ALL:%VERIFY_ALLOW_BROKEN',
].join(':');

function gnutlsPriority({ setting }: Cell): string {
  // It has no switch for the extended main secret of its own, and none is needed: our side leaves it out.
  return `${everything}${setting.resume === 'id' ? ':%NO_TICKETS' : ''}`;
}

function gnutlsClient(cell: Cell): Case {
  const { suite, setting } = cell;
  return caseOf('gnutls-cli', cell, async (context) => {
    const { material } = context;
    const server = await ourServer(context, {
      ...serverOptions(cell, material),
      ...(setting.resume === 'id' && { config: { tls12: withSessions(cell) } }),
    });
    context.finally(() => server.stop());
    const identity = setting.clientCert === undefined ? undefined : material.client[setting.clientCert];
    const client = context.start('gnutls-cli', [
      ['-p', String(server.port), '--priority', gnutlsPriority(cell), '--sni-hostname', hostName],
      hasCertificate(suite)
        ? ['--x509cafile', rootFileOf(suite, material), '--verify-hostname', hostName]
        : ['--insecure'],
      usesPsk(suite) ? ['--pskusername', psk.identity, '--pskkey', psk.key] : [],
      identity === undefined ? [] : ['--x509certfile', identity.chainFile, '--x509keyfile', identity.keyFile],
      setting.resume === undefined ? [] : ['--resume'],
      '127.0.0.1',
    ]);
    if (crashes(suite)) return expectHandshake((await server.ended).trace, cell);
    await client.says(/Simple Client Mode/);
    if (setting.resume !== undefined)
      await client.says(/Simple Client Mode[\s\S]*Simple Client Mode|This is a resumed session/);
    client.write('ping 1\n');
    await client.says(/^pong 1$/m);
    client.write('bye\n');
    await client.says(/Peer has closed/);
    // Whether it says close_notify in return hangs on what it is doing; TCP ends here either way.
    client.kill();
    const ended = await (setting.resume === undefined ? server.ended : server.endedAgain);
    expectTls12(ended, cell, setting.resume !== undefined, ['closed', 'cut-off', 'truncated']);
  });
}

/** gnutls-cli 3.7 and 3.8 fall over when they are to print what an ephemeral PSK exchange agreed on: after the handshake. */
function crashes({ keyExchange }: Tls12Suite): boolean {
  return keyExchange === 'DHE_PSK' || keyExchange === 'ECDHE_PSK';
}

function expectHandshake({ negotiated, steps, outcome }: Trace, { suite }: Cell): void {
  if (outcome.kind === 'failed') throw new Error(`${outcome.error.code}: ${outcome.error.detail}`);
  expectEqual(negotiated.suite, suite.code, 'suite');
  expect(
    steps.filter((step) => step.kind === 'message' && step.message === 'Finished').length === 2,
    'not both finished',
  );
}

function gnutlsServer(cell: Cell): Case {
  const { suite, setting } = cell;
  return caseOf('gnutls-serv', cell, async (context) => {
    const { material } = context;
    const identity = identityOf(suite, material);
    const port = await freePort();
    // A file of its own: other cases run at the same time, and a file being written is empty for a moment.
    const keys = join(material.folder, `gnutls-${port}.psk`);
    writeFileSync(keys, `${psk.identity}:${psk.key}\n`);
    const server = context.start('gnutls-serv', [
      ['-p', String(port), '--echo', '--priority', gnutlsPriority(cell)],
      ['--x509certfile', identity.chainFile, '--x509keyfile', identity.keyFile],
      usesPsk(suite) ? ['--pskpasswd', keys] : [],
      setting.clientCert === undefined
        ? ['--disable-client-cert']
        : ['--require-client-cert', '--verify-client-cert', '--x509cafile', material.clientRootFile],
      setting.resume === 'id' ? ['--noticket'] : [],
    ]);
    await server.says(/listening on IPv4 .*done/);
    await ourVisits(cell, context, port, 'ping\n');
  });
}
