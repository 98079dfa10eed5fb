/**
 * Certificates with keys that few have, and what TLS 1.2 lets a key sign with: Ed448, RSA keys for RSASSA-PSS alone, and
 * ECDSA on P-384 with hashes that TLS 1.3 has for other curves. In both roles. The installed peers know no ML-DSA.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueMaterial, keyRing, type DemoMaterial } from '../../scripts/bridge/material.ts';
import type { BridgeKeyType } from '../../scripts/bridge/options.ts';
import { encodePem } from '../../src/interchange/pem.ts';
import { schemeByCode } from '../../src/tls/registry/schemes.ts';
import { expect, expectEqual, type Case, type Context } from './cases.ts';
import { expectTrace } from './check.ts';
import { hostName } from './material.ts';
import { ourClient, ourServer, type ClientOptions, type ServerOptions } from './ours.ts';

interface RareKey {
  readonly keyType: BridgeKeyType;
  readonly version: 0x0303 | 0x0304;
  /** The one scheme that our side has. */
  readonly scheme: number;
  /** The operation it comes to with this key. */
  readonly signature: string;
  /** What GnuTLS calls the scheme. */
  readonly gnutls: string;
}

const rareKeys: readonly RareKey[] = [
  { keyType: 'ed448', version: 0x0304, scheme: 0x0808, signature: 'Ed448', gnutls: 'SIGN-EDDSA-ED448' },
  ...([0x0304, 0x0303] as const).flatMap((version): readonly RareKey[] => [
    {
      keyType: 'rsa-pss',
      version,
      scheme: 0x0809,
      signature: 'RSA-PSS-SHA256',
      gnutls: 'SIGN-RSA-PSS-SHA256',
    },
    {
      keyType: 'rsa-pss',
      version,
      scheme: 0x080a,
      signature: 'RSA-PSS-SHA384',
      gnutls: 'SIGN-RSA-PSS-SHA384',
    },
    {
      keyType: 'rsa-pss',
      version,
      scheme: 0x080b,
      signature: 'RSA-PSS-SHA512',
      gnutls: 'SIGN-RSA-PSS-SHA512',
    },
  ]),
  {
    keyType: 'ecdsa-p384',
    version: 0x0304,
    scheme: 0x0503,
    signature: 'ECDSA-P384-SHA384',
    gnutls: 'SIGN-ECDSA-SECP384R1-SHA384',
  },
  {
    keyType: 'ecdsa-p384',
    version: 0x0303,
    scheme: 0x0403,
    signature: 'ECDSA-P384-SHA256',
    gnutls: 'SIGN-ECDSA-SHA256',
  },
  {
    keyType: 'ecdsa-p384',
    version: 0x0303,
    scheme: 0x0603,
    signature: 'ECDSA-P384-SHA512',
    gnutls: 'SIGN-ECDSA-SHA512',
  },
  {
    keyType: 'ecdsa',
    version: 0x0303,
    scheme: 0x0503,
    signature: 'ECDSA-P256-SHA384',
    gnutls: 'SIGN-ECDSA-SHA384',
  },
];

export function rareKeyCases(): Case[] {
  return rareKeys.flatMap((rare) => [theirServer(rare), theirClient(rare), gnutlsClient(rare)]);
}

/** `-sigalgs ECDSA+SHA256`: OpenSSL's own word for a pair of TLS 1.2. */
function sigalgs({ scheme, version }: RareKey): readonly string[] {
  const name = schemeByCode(scheme)?.name ?? '';
  const hash = /sha\d+$/.exec(name)?.[0].toUpperCase() ?? '';
  return ['-sigalgs', version === 0x0303 && name.startsWith('ecdsa') ? `ECDSA+${hash}` : name];
}

function theirServer(rare: RareKey): Case {
  return caseOf('openssl s_server', rare, async (context) => {
    const { root, chain, key } = await issue(context, rare);
    const server = context.start('openssl', [
      ['s_server', '-accept', '127.0.0.1:0', '-naccept', '1', '-rev'],
      [rare.version === 0x0304 ? '-tls1_3' : '-tls1_2', ...sigalgs(rare)],
      ['-cert', chain, '-cert_chain', chain, '-key', key],
    ]);
    const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
    expectSigned(await ourClient(context, clientOptions(rare, Number(port), root)), rare);
  });
}

function theirClient(rare: RareKey): Case {
  return caseOf('openssl s_client', rare, async (context) => {
    const { material, root } = await issue(context, rare);
    const server = await ourServer(context, serverOptions(rare, material));
    context.finally(() => server.stop());
    const client = context.start('openssl', [
      ['s_client', '-connect', `127.0.0.1:${server.port}`, '-servername', hostName, '-brief'],
      [rare.version === 0x0304 ? '-tls1_3' : '-tls1_2', ...sigalgs(rare)],
      ['-CAfile', root, '-verify_return_error', '-verify_hostname', hostName],
    ]);
    client.write('ping 1\n');
    await client.says(/^pong 1$/m);
    client.write('bye\n');
    const ended = await server.ended;
    await client.says(/Verification: OK/);
    expectSigned(ended, rare);
  });
}

function gnutlsClient(rare: RareKey): Case {
  const version = rare.version === 0x0304 ? 'VERS-TLS1.3' : 'VERS-TLS1.2';
  // The chain is signed with ECDSA over SHA-256 and SHA-384 whatever the leaf's key is.
  const chain = ['ECDSA-SHA256', 'ECDSA-SHA384', 'ECDSA-SECP256R1-SHA256', 'ECDSA-SECP384R1-SHA384'];
  const signatures = [rare.gnutls, ...chain.map((name) => `SIGN-${name}`)].map((name) => `+${name}`);
  const priority = ['NORMAL', '-VERS-ALL', `+${version}`, '-SIGN-ALL', ...signatures].join(':');
  return caseOf('gnutls-cli', rare, async (context) => {
    const { material, root } = await issue(context, rare);
    const server = await ourServer(context, serverOptions(rare, material));
    context.finally(() => server.stop());
    const client = context.start('gnutls-cli', [
      ['-p', String(server.port), '--priority', priority, '--sni-hostname', hostName],
      ['--x509cafile', root, '--verify-hostname', hostName, '127.0.0.1'],
    ]);
    await client.says(/Simple Client Mode/);
    client.write('ping 1\n');
    await client.says(/^pong 1$/m);
    client.write('bye\n');
    await client.says(/Peer has closed/);
    client.kill();
    expectSigned(await server.ended, rare, ['closed', 'cut-off', 'truncated']);
  });
}

function clientOptions({ version, scheme }: RareKey, port: number, roots: string): ClientOptions {
  return { port, roots, ...wire(version), hooks: { config: { signatureSchemes: [scheme] } } };
}

function serverOptions({ version, scheme }: RareKey, own: DemoMaterial): ServerOptions {
  return { own, ...wire(version), config: { signatureSchemes: [scheme] } };
}

/** In TLS 1.2 the suite says what kind of key signs. */
function wire(version: number): {
  readonly versions: readonly number[];
  readonly suites?: readonly number[];
} {
  return version === 0x0304 ? { versions: [version] } : { versions: [version], suites: [0xc02b, 0xc02f] };
}

function expectSigned(
  ended: Parameters<typeof expectTrace>[0],
  { scheme, signature }: RareKey,
  ends: readonly string[] = ['closed'],
): void {
  const { negotiated, outcome, steps } = ended.trace;
  if (outcome.kind === 'failed') throw new Error(`${outcome.error.code}: ${outcome.error.detail}`);
  expect(ends.includes(ended.end.kind), `our side ended so: ${ended.end.kind}`);
  expectEqual(negotiated.signatureScheme, scheme, 'scheme');
  const done = steps
    .flatMap(({ operations }) => operations)
    .filter(
      ({ name, purpose }) => (name === 'sign' || name === 'verify') && !purpose.includes('certificate '),
    );
  expectEqual([...new Set(done.map(({ algorithm }) => algorithm))], [signature], 'signature');
  expectTrace(ended);
}

interface Issued {
  readonly material: DemoMaterial;
  readonly root: string;
  readonly chain: string;
  readonly key: string;
}

let issued = 0;

async function issue({ provider, clock, material }: Context, { keyType }: RareKey): Promise<Issued> {
  const made = await issueMaterial(keyRing(provider), { keyType, names: [hostName], clock });
  const number = issued++;
  const file = (name: string, text: string): string => {
    const path = join(material.folder, `${keyType}-${number}-${name}.pem`);
    writeFileSync(path, text);
    return path;
  };
  const { leaf, intermediate, root } = made;
  return {
    material: made,
    root: file('root', encodePem('CERTIFICATE', root.der)),
    chain: file('chain', [leaf, intermediate].map(({ der }) => encodePem('CERTIFICATE', der)).join('')),
    key: file('key', encodePem('PRIVATE KEY', leaf.privateKey)),
  };
}

function caseOf(peer: Case['peer'], { keyType, version, scheme }: RareKey, run: Case['run']): Case {
  const inside = version === 0x0304 ? 'TLS 1.3' : 'TLS 1.2';
  return { peer, name: `${inside}: a key of type ${keyType} signs ${schemeByCode(scheme)?.name ?? ''}`, run };
}
