import '../reflect.ts';
import { webcrypto } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Pkcs10CertificateRequest, X509Certificate, X509Crl } from '@peculiar/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { encodePem } from '../../interchange/pem.ts';
import { keyUsageBits } from '../../x509/model.ts';
import { decodeRequest } from '../../x509/request.ts';
import { certificate } from '../../x509/testing/forge.ts';
import { hasOpenssl, inDirectory, openssl } from '../../x509/testing/openssl.ts';
import { treeFault } from '../../x509/testing/tree.ts';
import { keyPurposes, plainName } from '../extensions.ts';
import { makeKeyPair } from '../keys.ts';
import type { KeyPair } from '../pki.ts';
import { certify } from './certify.ts';
import {
  type Grant,
  type RequestWish,
  type RevocationReason,
  revocationReasons,
  type StatusAnswer,
} from './model.ts';
import { makeStatusReply, makeStatusRequest } from './ocsp.ts';
import { makeRequest, provesPossession } from './request.ts';
import { makeRevocationList } from './revocation-list.ts';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const now = Date.now() - (Date.now() % 1000);
const day = 86_400_000;
const kinds = ['EC P-256', 'EC P-384', 'RSA 2048', 'Ed25519'] as const;

let provider: Provider;
let root: { readonly key: KeyPair; readonly der: Bytes };
beforeAll(async () => {
  provider = await createProvider();
  const key = await makeKeyPair('EC P-256', { provider, subtle });
  const der = await certify(rootGrant, key.publicKey, { name: undefined, key }, provider);
  root = { key, der };
});

const rootGrant: Grant = {
  subject: { commonName: 'Workshop Root', organization: 'Trust, Inc', country: 'CH' },
  names: [],
  notBefore: now - day,
  notAfter: now + 3650 * day,
  cA: true,
  permitted: [],
  excluded: [],
  keyUsage: ['keyCertSign', 'cRLSign'],
  extKeyUsage: [],
  mustStaple: false,
};

const wish: RequestWish = {
  subject: { commonName: 'shop.example', organization: 'Walking Boots AG', country: 'CH' },
  names: ['shop.example', '*.shop.example', '192.0.2.7', 'kim@shop.example'].map(plainName),
  cA: true,
  keyUsage: ['digitalSignature', 'keyCertSign'],
  extKeyUsage: ['serverAuth', 'clientAuth'],
};

const rootIssuer = () => ({ name: certificate(root.der).subject, key: root.key });

describe('requests', () => {
  test.each(kinds)('%s: our reader, @peculiar/x509 and openssl read and verify it', async (kind) => {
    const key = await makeKeyPair(kind, { provider, subtle });
    const der = await makeRequest(wish, key, provider);
    const decoded = decodeRequest(der);
    if (!decoded.ok) throw new Error(decoded.error.detail);
    expect(treeFault(decoded.field, der.length)).toBeUndefined();
    expect(decoded.value).toMatchObject({
      subject: { text: 'CN=shop.example, O=Walking Boots AG, C=CH' },
      publicKey: { kind },
      extensions: {
        basicConstraints: { cA: true },
        keyUsage: ['digitalSignature', 'keyCertSign'],
        extKeyUsage: ['serverAuth', 'clientAuth'],
        subjectAltName: wish.names.map(({ value }) => ({ value })),
      },
    });
    expect(await provesPossession(der, provider)).toBe(true);
    if (kind !== 'EC P-384')
      expect(await new Pkcs10CertificateRequest(der).verify(webcrypto as Crypto)).toBe(true);
    if (!hasOpenssl) return;
    const said = run(['req', '-verify', '-noout', '-text', '-inform', 'DER'], der);
    expect(said).toMatch(/verify OK/i);
    expect(said).toContain(
      'DNS:shop.example, DNS:*.shop.example, IP Address:192.0.2.7, email:kim@shop.example',
    );
  });

  test('with another key’s signature, or one bit changed, it proves nothing', async () => {
    const [key, other] = await Promise.all(
      ['EC P-256', 'EC P-256'].map((kind) => makeKeyPair(kind as 'EC P-256', { provider, subtle })),
    );
    if (!key || !other) throw new Error('no keys');
    const stolen = await makeRequest(wish, { ...other, publicKey: key.publicKey }, provider);
    expect(await provesPossession(stolen, provider)).toBe(false);
    const der = await makeRequest(wish, key, provider);
    const at = 40;
    der[at] = (der[at] ?? 0) ^ 1;
    expect(await provesPossession(der, provider)).toBe(false);
    expect(await provesPossession(new Uint8Array(), provider)).toBe(false);
  });

  test('without extensions the attributes are empty, but there', async () => {
    const key = await makeKeyPair('EC P-256', { provider, subtle });
    const der = await makeRequest(
      { subject: { commonName: 'x' }, names: [], cA: false, keyUsage: [], extKeyUsage: [] },
      key,
      provider,
    );
    expect(decodeRequest(der)).toMatchObject({ ok: true, value: { extensions: { all: [] } } });
    if (hasOpenssl) expect(run(['req', '-verify', '-noout', '-inform', 'DER'], der)).toMatch(/verify OK/i);
  });
});

describe('certificates', () => {
  test('every field is a choice, and each stands in the certificate', async () => {
    const key = await makeKeyPair('EC P-256', { provider, subtle });
    const grant: Grant = {
      ...rootGrant,
      subject: { commonName: 'Sub CA' },
      names: [plainName('ca.example'), plainName('2001:db8::1')],
      pathLength: 300,
      permitted: [plainName('shop.example'), plainName('10.0.0.0/12')],
      excluded: [plainName('bad.shop.example'), plainName('kim@shop.example'), plainName('2001:db8::/33')],
      keyUsage: keyUsageBits,
      extKeyUsage: keyPurposes,
      mustStaple: true,
    };
    const places = {
      certificate: 'http://a.example/a.der',
      crl: 'http://a.example/a.crl',
      ocsp: 'http://o.a.example/',
    };
    const der = await certify(
      grant,
      key.publicKey,
      { ...rootIssuer(), places, policy: '2.23.140.1.2.1' },
      provider,
    );
    expect(certificate(der)).toMatchObject({
      subject: { text: 'CN=Sub CA' },
      issuer: { text: 'CN=Workshop Root, O=Trust\\, Inc, C=CH' },
      notAfter: grant.notAfter,
      extensions: {
        basicConstraints: { cA: true, pathLenConstraint: 300 },
        keyUsage: keyUsageBits,
        extKeyUsage: keyPurposes,
        nameConstraints: {
          permittedSubtrees: [
            { base: { value: 'shop.example' } },
            { base: { value: '10.0.0.0/255.240.0.0' } },
          ],
          excludedSubtrees: [
            { base: { value: 'bad.shop.example' } },
            { base: { value: 'kim@shop.example' } },
            { base: { value: '2001:db8::/ffff:ffff:8000::' } },
          ],
        },
        tlsfeature: [5],
        certificatePolicies: ['2.23.140.1.2.1'],
      },
    });
    expect(
      await new X509Certificate(der).verify(
        { publicKey: new X509Certificate(root.der).publicKey },
        webcrypto as Crypto,
      ),
    ).toBe(true);
    if (hasOpenssl) expect(verified(der)).toBe(true);
  });

  test('a certificate without a subject has a critical subjectAltName', async () => {
    const key = await makeKeyPair('Ed25519', { provider, subtle });
    const der = await certify(
      { ...rootGrant, subject: {}, cA: false, names: [plainName('shop.example')], keyUsage: [] },
      key.publicKey,
      rootIssuer(),
      provider,
    );
    const { subject, extensions } = certificate(der);
    expect(subject.text).toBe('');
    expect(extensions.all.find(({ name }) => name === 'subjectAltName')?.critical).toBe(true);
    expect(extensions.keyUsage).toBeUndefined();
    if (hasOpenssl) expect(verified(der)).toBe(true);
  });
});

const serial = (last: number): Bytes => Uint8Array.of(0x4d, 1, 2, last);

describe('revocation lists', () => {
  test('numbers, dates and reasons; openssl verifies it', async () => {
    const reasons = Object.keys(revocationReasons) as readonly RevocationReason[];
    const revoked = reasons.map((reason, i) => ({ serial: serial(i), at: now - i * day, reason }));
    for (const [number, list] of [
      [1, []],
      [128, revoked.slice(0, 1)],
      [70_000, revoked],
    ] as const) {
      const der = await makeRevocationList(
        { issuer: rootIssuer(), number, thisUpdate: now, nextUpdate: now + 7 * day, revoked: list },
        provider,
      );
      const crl = new X509Crl(der);
      expect(crl.entries).toHaveLength(list.length);
      expect(await crl.verify({ publicKey: new X509Certificate(root.der) }, webcrypto as Crypto)).toBe(true);
      if (!hasOpenssl) continue;
      const said = inDirectory((path) => {
        writeFileSync(path('root'), encodePem('CERTIFICATE', root.der));
        return run(['crl', '-inform', 'DER', '-noout', '-text', '-CAfile', path('root')], der);
      });
      expect(said).toContain('verify OK');
      expect(said).toContain(`X509v3 CRL Number: \n                ${number}`);
      for (const [i, { reason }] of list.entries()) {
        expect(said).toContain(`Serial Number: 4D01020${i}`);
        if (reason === 'keyCompromise') expect(said).toContain('Key Compromise');
      }
    }
  });
});

describe.runIf(hasOpenssl)('status requests and answers', () => {
  test.each<[name: string, answer: StatusAnswer, said: RegExp]>([
    ['good', { status: 'good' }, /: good/],
    [
      'revoked',
      { status: 'revoked', at: now - day, reason: 'keyCompromise' },
      /: revoked[\s\S]*Reason: keyCompromise/,
    ],
    [
      'revoked without a reason',
      { status: 'revoked', at: now - day, reason: 'unspecified' },
      /: revoked(?![\s\S]*Reason)/,
    ],
    ['unknown', { status: 'unknown' }, /: unknown/],
  ])('%s: openssl verifies it against the request', async (_, answer, wanted) => {
    const issuer = certificate(root.der);
    const nonce = provider.random(16);
    const request = await makeStatusRequest(serial(9), issuer, nonce, provider);
    const reply = await makeStatusReply(
      { serial: serial(9), issuer, key: root.key, answer, producedAt: now, nextUpdate: now + day, nonce },
      provider,
    );
    const said = inDirectory((path) => {
      writeFileSync(path('root'), encodePem('CERTIFICATE', root.der));
      writeFileSync(path('request'), request);
      writeFileSync(path('reply'), reply);
      const trust = ['-CAfile', path('root'), '-verify_other', path('root')];
      const files = ['-reqin', path('request'), '-respin', path('reply'), ...trust];
      // With -issuer and -serial the command also looks for the certificate asked about.
      const about = ['-issuer', path('root'), '-sha256', '-serial', '0x4d010209'];
      return run(['ocsp', ...files]) + run(['ocsp', ...about, ...files.slice(2), '-no_nonce']);
    });
    expect(said).toContain('Response verify OK');
    expect(said).not.toMatch(/nonce/i);
    expect(said).toMatch(wanted);
  });
});

function verified(der: Bytes): boolean {
  return inDirectory((path) => {
    writeFileSync(path('root'), encodePem('CERTIFICATE', root.der));
    writeFileSync(path('leaf'), encodePem('CERTIFICATE', der));
    return openssl(['verify', '-x509_strict', '-CAfile', path('root'), path('leaf')])
      .toString()
      .includes('OK');
  });
}

/** Both outputs of a command that succeeds. */
function run(args: readonly string[], input?: Uint8Array): string {
  const done = spawnSync('openssl', args, input ? { input } : {});
  if (done.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${done.stderr.toString()}`);
  return done.stdout.toString() + done.stderr.toString();
}
