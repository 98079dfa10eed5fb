import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes, Provider } from '../crypto/port.ts';
import { createDeterministicProvider } from '../crypto/provider/deterministic.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { encodePem } from '../interchange/pem.ts';
import type { Certificate } from '../x509/model.ts';
import type { PathPolicy } from '../x509/path/input.ts';
import { validatePath } from '../x509/path/validate.ts';
import { certificate, verifier } from '../x509/testing/forge.ts';
import { hasOpenssl, inDirectory, openssl, opensslSucceeds, writePem } from '../x509/testing/openssl.ts';
import { issueDemoPki, issueRoot } from './issue.ts';
import { KeyRing } from './key-ring.ts';
import { makeKeyPair } from './keys.ts';
import type { DemoPki, PkiRequest } from './pki.ts';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const clock = Date.parse('2026-11-23T12:34:56Z');

const usual: PkiRequest = {
  clock,
  server: {
    keyType: 'ecdsa',
    names: ['shop.example', 'www.shop.example'],
    validity: [-53, 37],
    issuer: 'lakeside',
    clientAuth: 'none',
  },
  browser: {
    roots: ['lakeside', 'harbour', 'meridian', 'northgate', 'alderbrook'],
    clientCertificate: 'none',
  },
};

let provider: Provider;
let ring: KeyRing;

beforeAll(async () => {
  provider = await createProvider();
  ring = new KeyRing({ provider, subtle });
});

const request = (
  server: Partial<PkiRequest['server']> = {},
  browser: Partial<PkiRequest['browser']> = {},
  at = clock,
): PkiRequest => ({
  clock: at,
  server: { ...usual.server, ...server },
  browser: { ...usual.browser, ...browser },
});

async function verdict(pki: DemoPki, at = clock, policy?: PathPolicy) {
  const path = (ders: readonly Bytes[]): Certificate[] => ders.map(certificate);
  return validatePath({
    sent: path([pki.leaf.der, pki.intermediate.der]),
    store: path(pki.store.map(({ der }) => der)),
    cached: [],
    at,
    purpose: 'serverAuth',
    name: { type: 'dns', value: 'shop.example' },
    ...(policy && { policy }),
    verify: await verifier(),
  });
}

test('the chain of the design', async () => {
  const pki = await issueDemoPki(ring, usual);
  const [leaf, intermediate, root] = [pki.leaf, pki.intermediate, pki.root].map(({ der }) =>
    certificate(der),
  );
  expect(leaf).toMatchObject({
    version: 3,
    subject: { text: 'CN=shop.example' },
    issuer: { text: 'CN=Lakeside TLS Issuing CA R2, O=Lakeside Trust Services, C=CH' },
    notBefore: Date.parse('2026-10-01T00:00:00Z'),
    notAfter: Date.parse('2026-12-30T00:00:00Z'),
    publicKey: { kind: 'EC P-256' },
    extensions: {
      basicConstraints: { cA: false },
      keyUsage: ['digitalSignature'],
      extKeyUsage: ['serverAuth'],
      subjectAltName: [{ value: 'shop.example' }, { value: 'www.shop.example' }],
      authorityInfoAccess: [
        { method: 'caIssuers', location: { value: 'http://r2.lakeside.example/r2.der' } },
      ],
      cRLDistributionPoints: [{ fullName: [{ value: 'http://r2.lakeside.example/r2.crl' }] }],
      certificatePolicies: ['2.23.140.1.2.1'],
    },
  });
  expect(leaf?.extensions.authorityKeyIdentifier?.keyIdentifier).toEqual(
    intermediate?.extensions.subjectKeyIdentifier,
  );
  expect(intermediate?.extensions.authorityKeyIdentifier?.keyIdentifier).toEqual(
    root?.extensions.subjectKeyIdentifier,
  );
  expect(
    leaf?.extensions.all.filter((extension) => extension.critical).map((extension) => extension.name),
  ).toEqual(['basicConstraints', 'keyUsage']);
  expect(leaf?.serialNumber).toHaveLength(16);
  expect(leaf?.serialNumber[0]).toBeLessThan(0x80);
  expect(root).toMatchObject({
    publicKey: { kind: 'EC P-384' },
    signatureAlgorithm: { name: 'ecdsa-with-SHA384' },
    notBefore: Date.parse('2019-03-04T00:00:00Z'),
    notAfter: Date.parse('2044-03-04T00:00:00Z'),
  });
  expect(pki.leaf.der.length).toBeLessThan(700);
  expect((await verdict(pki)).verdict).toBe('trusted');
});

describe('every issuer with every leaf', () => {
  // The RSA 4096 roots are left to the test below: making such a key takes seconds.
  const issuers = ['lakeside', 'harbour', 'meridian', 'fennick', 'own'] as const;
  const keys = { ecdsa: 'EC P-256', rsa: 'RSA 2048', ed25519: 'Ed25519' } as const;
  test.each(
    issuers.flatMap((issuer) =>
      (['ecdsa', 'rsa', 'ed25519'] as const).map((keyType) => [issuer, keyType] as const),
    ),
  )('%s, %s', async (issuer, keyType) => {
    const pki = await issueDemoPki(
      ring,
      request({ issuer, keyType }, { roots: ['lakeside', 'harbour', 'meridian', 'fennick'] }),
    );
    expect(certificate(pki.leaf.der).publicKey.kind).toBe(keys[keyType]);
    const result = await verdict(pki);
    const wanted = { own: 'root-not-trusted', fennick: 'weak-key' }[issuer as string];
    expect(result.failure?.code).toBe(wanted);
    if (hasOpenssl && issuer !== 'fennick') {
      const good = inDirectory((path) =>
        opensslSucceeds([
          'verify',
          '-x509_strict',
          '-purpose',
          'sslserver',
          '-verify_hostname',
          'shop.example',
          '-attime',
          String(clock / 1000),
          '-CAfile',
          writePem(path('root'), [pki.root.der]),
          '-untrusted',
          writePem(path('intermediate'), [pki.intermediate.der]),
          writePem(path('leaf'), [pki.leaf.der]),
        ]),
      );
      expect(good).toBe(true);
    }
  });

  test('a root of RSA 4096', { timeout: 60_000 }, async () => {
    const root = await issueRoot(ring, 'northgate', clock);
    expect(certificate(root.der)).toMatchObject({
      publicKey: { kind: 'RSA 4096' },
      subject: { commonName: 'Northgate Global Root G3' },
    });
  });
});

describe('certificates that only some suites want', () => {
  test.each([
    ['ecdsa-p384', 'EC P-384', 'ecdsa-with-SHA256', ['digitalSignature'], undefined],
    ['rsa-pss', 'RSASSA-PSS 2048', 'ecdsa-with-SHA256', ['digitalSignature'], undefined],
    ['ed448', 'Ed448', 'ecdsa-with-SHA256', ['digitalSignature'], undefined],
    ['ecdh', 'EC P-256', 'ecdsa-with-SHA256', ['keyAgreement'], 'no-digital-signature'],
    ['dsa', 'DSA 2048', 'id-dsa-with-sha256', ['digitalSignature'], 'unsupported-key'],
    ['dh', 'DH 2048', 'ecdsa-with-SHA256', ['keyAgreement'], 'no-digital-signature'],
    ['dh-dsa', 'DH 2048', 'id-dsa-with-sha256', ['keyAgreement'], 'no-digital-signature'],
    ['mldsa44', 'ML-DSA-44', 'id-ml-dsa-44', ['digitalSignature'], undefined],
    ['mldsa65', 'ML-DSA-65', 'id-ml-dsa-65', ['digitalSignature'], undefined],
    ['mldsa87', 'ML-DSA-87', 'id-ml-dsa-87', ['digitalSignature'], undefined],
  ] as const)('%s', async (keyType, kind, signed, keyUsage, today) => {
    const pki = await issueDemoPki(ring, request({ keyType }));
    const leaf = certificate(pki.leaf.der);
    expect(leaf).toMatchObject({
      publicKey: { kind },
      signatureAlgorithm: { name: signed },
      extensions: { keyUsage },
    });
    // A browser of today, and one that knows what the suite is for.
    expect((await verdict(pki)).failure?.code).toBe(today);
    const suited = await verdict(pki, clock, { keyUsage: [keyUsage[0]], tolerates: ['unsupported-key'] });
    expect(suited.failure).toBeUndefined();
    if (hasOpenssl && !kind.startsWith('ML-DSA')) {
      const good = inDirectory((path) =>
        opensslSucceeds([
          'verify',
          '-attime',
          String(clock / 1000),
          '-CAfile',
          writePem(path('root'), [pki.root.der]),
          '-untrusted',
          writePem(path('intermediate'), [pki.intermediate.der]),
          writePem(path('leaf'), [pki.leaf.der]),
        ]),
      );
      expect(good).toBe(true);
    }
  });

  test('an RSA certificate may sign and decrypt', async () => {
    const pki = await issueDemoPki(ring, request({ keyType: 'rsa', issuer: 'harbour' }));
    expect(certificate(pki.leaf.der).extensions.keyUsage).toEqual(['digitalSignature', 'keyEncipherment']);
  });
});

describe('the store', () => {
  test.each([
    ['lakeside', ['lakeside', 'meridian']],
    ['harbour', ['lakeside', 'harbour', 'meridian']],
    ['own', ['lakeside', 'meridian']],
  ] as const)('under %s: %s', async (issuer, ids) => {
    const pki = await issueDemoPki(ring, request({ issuer }));
    expect(pki.store.map(({ id }) => id)).toEqual(ids);
  });

  test('a root that is switched off is not in it', async () => {
    const pki = await issueDemoPki(ring, request({}, { roots: ['meridian'] }));
    expect(pki.store.map(({ id }) => id)).toEqual(['meridian']);
    expect((await verdict(pki)).failure?.code).toBe('root-not-trusted');
  });
});

describe('the clock', () => {
  test.each([
    '1999-06-01T00:00:00Z',
    '2026-01-01T00:00:00Z',
    '2028-02-29T23:59:59Z',
    '2049-12-20T00:00:00Z',
    '2077-07-07T07:07:07Z',
  ])('%s', async (time) => {
    const at = Date.parse(time);
    const pki = await issueDemoPki(ring, request({}, {}, at));
    expect((await verdict(pki, at)).failure).toBeUndefined();
  });

  test('faults of validity', async () => {
    expect((await verdict(await issueDemoPki(ring, request({ validity: [-97, -7] })))).failure?.code).toBe(
      'expired',
    );
    expect((await verdict(await issueDemoPki(ring, request({ validity: [2, 92] })))).failure?.code).toBe(
      'not-yet-valid',
    );
  });

  test('the same day gives the same certificate, another day signs anew with the same keys', async () => {
    const first = await issueDemoPki(ring, usual);
    const again = await issueDemoPki(ring, { ...usual, clock: clock + 3_600_000 });
    const later = await issueDemoPki(ring, { ...usual, clock: clock + 86_400_000 });
    expect(again.leaf.der).toBe(first.leaf.der);
    expect(later.leaf.der).not.toEqual(first.leaf.der);
    expect(later.leaf.privateKey).toBe(first.leaf.privateKey);
    expect(later.intermediate.der).toBe(first.intermediate.der);
  });
});

describe('the client', () => {
  test('has a certificate only where the server asks', async () => {
    expect(await issueDemoPki(ring, request({}, { clientCertificate: 'valid' }))).toMatchObject({
      client: undefined,
      clientRoot: undefined,
    });
    expect((await issueDemoPki(ring, request({ clientAuth: 'require' }))).client).toBeUndefined();
  });

  test('chains to the root that the server accepts', async () => {
    const { client, clientRoot } = await issueDemoPki(
      ring,
      request({ clientAuth: 'request' }, { clientCertificate: 'valid' }),
    );
    if (client === undefined || clientRoot === undefined) throw new Error('no client certificate');
    const result = await validatePath({
      sent: [certificate(client.der)],
      store: [certificate(clientRoot.der)],
      cached: [],
      at: clock,
      purpose: 'clientAuth',
      verify: await verifier(),
    });
    expect(result.verdict).toBe('trusted');
    expect(certificate(client.der).extensions.extKeyUsage).toEqual(['clientAuth']);
  });
});

test('IP addresses and long names in the leaf', async () => {
  const long = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
  const pki = await issueDemoPki(ring, request({ names: [long, '192.0.2.7', '2001:db8::7'] }));
  expect(certificate(pki.leaf.der)).toMatchObject({
    subject: { text: 'CN=192.0.2.7' },
    extensions: {
      subjectAltName: [
        { type: 'dNSName', value: long },
        { type: 'iPAddress', value: '192.0.2.7' },
        { type: 'iPAddress', value: '2001:db8::7' },
      ],
    },
  });
});

describe('keys', () => {
  test.each([
    'EC P-256',
    'EC P-384',
    'RSA 1024',
    'RSA 2048',
    'RSASSA-PSS 2048',
    'Ed25519',
    'Ed448',
    'DSA 2048',
    'DH 2048',
  ] as const)('%s: openssl reads it and finds the public half', async (kind) => {
    const key = await makeKeyPair(kind, { provider, subtle });
    expect(key.kind).toBe(kind);
    if (!hasOpenssl) return;
    const spki = inDirectory((path) => {
      writeFileSync(path('key'), encodePem('PRIVATE KEY', key.privateKey));
      return openssl(['pkey', '-in', path('key'), '-pubout', '-outform', 'DER']);
    });
    expect(new Uint8Array(spki)).toEqual(key.publicKey);
  });

  test('where the platform lacks an algorithm: Ed25519 from the library, RSA 1024 becomes 2048', async () => {
    const poor = new Proxy(subtle, {
      get: (target, name) =>
        name === 'generateKey'
          ? (algorithm: { name: string; modulusLength?: number }, ...rest: [boolean, KeyUsage[]]) =>
              algorithm.name === 'Ed25519' || algorithm.modulusLength === 1024
                ? Promise.reject(new Error('NotSupportedError'))
                : target.generateKey(algorithm as RsaHashedKeyGenParams, ...rest)
          : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
    });
    const maker = { provider, subtle: poor };
    const key = await makeKeyPair('Ed25519', maker);
    const message = Uint8Array.of(1, 2, 3);
    const { value: signature } = await provider.sign('Ed25519', key.privateKey, message);
    expect((await provider.verify('Ed25519', key.publicKey, message, signature)).value).toBe(true);
    expect((await makeKeyPair('RSA 1024', maker)).kind).toBe('RSA 2048');
  });
});

test('a deterministic provider makes the same PKI twice', async () => {
  const make = async () =>
    issueDemoPki(new KeyRing({ provider: createDeterministicProvider(7), subtle }), usual);
  expect(await make()).toEqual(await make());
});
