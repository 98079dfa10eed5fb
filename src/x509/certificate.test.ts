import '../authority/reflect.ts';
import { X509Certificate } from '@peculiar/x509';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { toHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { parsePem } from '../interchange/pem.ts';
import { certificateField, decodeCertificate, fieldByPath } from './certificate.ts';
import { certificateParts } from './parts.ts';
import { certificate, forge, identity, rawExtension } from './testing/forge.ts';
import { hasOpenssl, inDirectory, openssl } from './testing/openssl.ts';
import { pathsOf, treeFault } from './testing/tree.ts';

let leaf: Bytes;
let rsaLeaf: Bytes;

beforeAll(async () => {
  const subject = await identity('CN=shop.example');
  const issuer = await identity('C=CH, O=Lakeside Trust Services, CN=Lakeside TLS Issuing CA R2');
  leaf = await forge(subject, issuer, {
    dns: ['shop.example', 'www.shop.example'],
    ip: ['192.0.2.7', '2001:db8::7'],
  });
  const rsa = await identity('CN=rsa', 'RSA');
  rsaLeaf = await forge(rsa, rsa, { cA: true, pathLength: 0 });
});

describe('a usual certificate', () => {
  test('reads as values', () => {
    expect(certificate(leaf)).toMatchObject({
      version: 3,
      issuer: {
        text: 'CN=Lakeside TLS Issuing CA R2, O=Lakeside Trust Services, C=CH',
        commonName: 'Lakeside TLS Issuing CA R2',
      },
      subject: { text: 'CN=shop.example', rdns: [[{ oid: '2.5.4.3', type: 'CN', value: 'shop.example' }]] },
      notBefore: Date.parse('2026-01-01T00:00:00Z'),
      notAfter: Date.parse('2027-01-01T00:00:00Z'),
      publicKey: { algorithm: 'EC', kind: 'EC P-256', curve: 'P-256', bits: 256 },
      signatureAlgorithm: { name: 'ecdsa-with-SHA256', oid: '1.2.840.10045.4.3.2' },
      extensions: {
        basicConstraints: { cA: false },
        keyUsage: ['digitalSignature'],
        extKeyUsage: ['serverAuth'],
        subjectAltName: [
          { type: 'dNSName', value: 'shop.example' },
          { type: 'dNSName', value: 'www.shop.example' },
          { type: 'iPAddress', value: '192.0.2.7' },
          { type: 'iPAddress', value: '2001:db8::7' },
        ],
      },
    });
    expect(certificate(rsaLeaf)).toMatchObject({
      publicKey: { kind: 'RSA 2048', bits: 2048 },
      extensions: {
        basicConstraints: { cA: true, pathLenConstraint: 0 },
        keyUsage: ['keyCertSign', 'cRLSign'],
      },
    });
  });

  test('agrees with @peculiar/x509', () => {
    for (const der of [leaf, rsaLeaf]) {
      const own = certificate(der);
      const theirs = new X509Certificate(der);
      expect(toHex(own.serialNumber).replace(/^00/, '')).toBe(theirs.serialNumber);
      expect(own.notBefore).toBe(theirs.notBefore.getTime());
      expect(own.notAfter).toBe(theirs.notAfter.getTime());
      expect(own.subjectPublicKeyInfo).toEqual(new Uint8Array(theirs.publicKey.rawData));
      expect(own.extensions.all.map(({ oid, critical, value }) => ({ oid, critical, value }))).toEqual(
        theirs.extensions.map(({ type, critical, value }) => ({
          oid: type,
          critical,
          value: new Uint8Array(value),
        })),
      );
    }
  });

  test('has a tree with the names of RFC 5280, to the last byte', () => {
    const { field, tbsRange } = certificate(leaf);
    expect(treeFault(field, leaf.length)).toBeUndefined();
    const interesting = pathsOf(field).filter(
      (path) => !/\.(tag|length|value|unused_bits)$|^(tag|length)$/.test(path),
    );
    expect(interesting).toMatchSnapshot();
    expect(fieldByPath(field, 'tbsCertificate')).toMatchObject({
      ...tbsRange,
      key: 'Certificate.tbsCertificate',
    });
    expect(fieldByPath(field, 'tbsCertificate.issuer')).toMatchObject({
      key: 'TBSCertificate.issuer',
      spec: { rfc: 5280, section: '4.1.2.4' },
      value: { type: 'text', value: 'CN=Lakeside TLS Issuing CA R2, O=Lakeside Trust Services, C=CH' },
    });
    expect(fieldByPath(field, 'tbsCertificate.extensions.keyUsage')).toMatchObject({
      key: 'Extension.keyUsage',
      value: { type: 'flags', names: ['digitalSignature'] },
    });
    expect(fieldByPath(field, 'tbsCertificate.validity')).toMatchObject({
      value: { type: 'period' },
      spec: { section: '4.1.2.5' },
    });
  });

  test('its parts have their places', () => {
    const parts = certificateParts(certificate(leaf));
    expect(parts.map((part) => part.id)).toEqual([
      'subject',
      'issuer',
      'validity',
      'subjectAltName',
      'publicKey',
      'keyUsage',
      'extKeyUsage',
      'basicConstraints',
      'subjectKeyIdentifier',
      'authorityKeyIdentifier',
      'serialNumber',
      'version',
      'signature',
    ]);
    expect(parts.find((part) => part.id === 'keyUsage')?.critical).toBe(true);
    expect(parts.find((part) => part.id === 'subjectAltName')?.critical).toBe(false);
  });
});

describe.skipIf(!hasOpenssl)('certificates made by openssl', () => {
  const everything = `
[req]
distinguished_name = dn
prompt = no
utf8 = yes
[dn]
C = DE
O = "Müller, Söhne + Co"
0.OU = one
1.OU = two
CN = everything.example
emailAddress = kim@everything.example
[ext]
basicConstraints = critical, CA:TRUE, pathlen:3
keyUsage = critical, digitalSignature, nonRepudiation, keyCertSign, cRLSign, decipherOnly, keyAgreement
extendedKeyUsage = serverAuth, clientAuth, codeSigning, 1.2.3.4.5
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always, issuer:always
subjectAltName = DNS:everything.example, DNS:*.everything.example, IP:192.0.2.1, IP:2001:db8::1, email:kim@everything.example, URI:https://everything.example/, RID:1.2.3.4, dirName:dir, otherName:1.2.3.4;UTF8:other
issuerAltName = DNS:issuer.example
authorityInfoAccess = OCSP;URI:http://ocsp.example/, caIssuers;URI:http://ca.example/ca.der
subjectInfoAccess = caRepository;URI:http://ca.example/
crlDistributionPoints = crl1, crl2
freshestCRL = URI:http://ca.example/delta.crl
certificatePolicies = 2.23.140.1.2.1, @policy
nameConstraints = critical, permitted;DNS:example, permitted;IP:192.0.2.0/255.255.255.0, excluded;DNS:bad.example, excluded;email:bad.example, excluded;dirName:dir
policyConstraints = requireExplicitPolicy:3, inhibitPolicyMapping:1
inhibitAnyPolicy = 2
tlsfeature = status_request
nsComment = "an old one"
1.2.3.4.5.6 = ASN1:SEQUENCE:seq
1.2.3.4.5.7 = critical, DER:05:00
[dir]
C = CH
CN = directory name
[policy]
policyIdentifier = 1.2.3.4.5
CPS = http://ca.example/cps
userNotice = @notice
[notice]
explicitText = UTF8:be warned
[crl1]
fullname = URI:http://ca.example/a.crl, URI:ldap://ca.example/a
reasons = keyCompromise, CACompromise
[crl2]
fullname = URI:http://ca.example/b.crl
CRLissuer = dirName:dir
[seq]
a = INTEGER:7
b = UTF8:text
`;

  function make(keyArgs: readonly string[], more: readonly string[] = []): Bytes {
    return inDirectory((path) => {
      writeFileSync(path('config'), everything);
      const pem = openssl([
        'req',
        '-x509',
        '-nodes',
        '-config',
        path('config'),
        '-extensions',
        'ext',
        '-keyout',
        path('key'),
        '-days',
        '40000',
        ...keyArgs,
        ...more,
      ]).toString();
      const parsed = parsePem(pem);
      if (!parsed.ok || parsed.blocks[0] === undefined) throw new Error('openssl printed no certificate');
      return parsed.blocks[0].bytes;
    });
  }

  test('every extension decodes to its values', () => {
    const der = make(['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-sha384']);
    const decoded = certificate(der);
    expect(treeFault(decoded.field, der.length)).toBeUndefined();
    expect(decoded.subject.text).toBe(
      'emailAddress=kim@everything.example, CN=everything.example, OU=two, OU=one, O=Müller\\, Söhne \\+ Co, C=DE',
    );
    expect(decoded.notAfter).toBeGreaterThan(Date.parse('2100-01-01'));
    const { all: _, subjectKeyIdentifier, authorityKeyIdentifier, ...rest } = decoded.extensions;
    expect(subjectKeyIdentifier).toHaveLength(20);
    expect(authorityKeyIdentifier).toMatchObject({
      keyIdentifier: subjectKeyIdentifier,
      authorityCertSerialNumber: decoded.serialNumber,
      authorityCertIssuer: [{ type: 'directoryName' }],
    });
    expect(rest).toMatchObject({
      basicConstraints: { cA: true, pathLenConstraint: 3 },
      keyUsage: [
        'digitalSignature',
        'nonRepudiation',
        'keyAgreement',
        'keyCertSign',
        'cRLSign',
        'decipherOnly',
      ],
      extKeyUsage: ['serverAuth', 'clientAuth', 'codeSigning', '1.2.3.4.5'],
      subjectAltName: [
        { type: 'dNSName', value: 'everything.example' },
        { type: 'dNSName', value: '*.everything.example' },
        { type: 'iPAddress', value: '192.0.2.1' },
        { type: 'iPAddress', value: '2001:db8::1' },
        { type: 'rfc822Name', value: 'kim@everything.example' },
        { type: 'uniformResourceIdentifier', value: 'https://everything.example/' },
        { type: 'registeredID', value: '1.2.3.4' },
        { type: 'directoryName', value: 'CN=directory name, C=CH' },
        { type: 'otherName' },
      ],
      authorityInfoAccess: [
        { method: 'ocsp', location: { value: 'http://ocsp.example/' } },
        { method: 'caIssuers', location: { value: 'http://ca.example/ca.der' } },
      ],
      cRLDistributionPoints: [
        { fullName: [{ value: 'http://ca.example/a.crl' }, { value: 'ldap://ca.example/a' }] },
        { fullName: [{ value: 'http://ca.example/b.crl' }] },
      ],
      certificatePolicies: ['2.23.140.1.2.1', '1.2.3.4.5'],
      nameConstraints: {
        permittedSubtrees: [
          { base: { value: 'example' } },
          { base: { type: 'iPAddress', value: '192.0.2.0/255.255.255.0' } },
        ],
        excludedSubtrees: [
          { base: { value: 'bad.example' } },
          { base: { type: 'rfc822Name', value: 'bad.example' } },
          { base: { type: 'directoryName' } },
        ],
      },
      policyConstraints: { requireExplicitPolicy: 3, inhibitPolicyMapping: 1 },
      inhibitAnyPolicy: 2,
      tlsfeature: [5],
    });
    const names = decoded.extensions.all.map((extension) => extension.name);
    expect(names).toContain('1.2.3.4.5.7');
    for (const name of names)
      expect(fieldByPath(decoded.field, `tbsCertificate.extensions.${name}.extnValue`)).toBeDefined();
    expect(
      decoded.extensions.all.filter((extension) => extension.critical).map((extension) => extension.name),
    ).toEqual(['basicConstraints', 'keyUsage', 'nameConstraints', '1.2.3.4.5.7']);
  });

  test.each([
    [
      'RSA 3072, RSASSA-PSS',
      ['-newkey', 'rsa:3072', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32', '-sha256'],
      'RSA 3072',
      'id-RSASSA-PSS',
    ],
    ['RSA 1024, SHA-1', ['-newkey', 'rsa:1024', '-sha1'], 'RSA 1024', 'sha1WithRSAEncryption'],
    [
      'RSASSA-PSS key',
      ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'],
      'RSASSA-PSS 2048',
      'id-RSASSA-PSS',
    ],
    [
      'P-521',
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521', '-sha512'],
      'EC P-521',
      'ecdsa-with-SHA512',
    ],
    [
      'secp256k1',
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
      'EC secp256k1',
      'ecdsa-with-SHA256',
    ],
    ['Ed25519', ['-newkey', 'ed25519'], 'Ed25519', 'id-Ed25519'],
    ['Ed448', ['-newkey', 'ed448'], 'Ed448', 'id-Ed448'],
  ])('%s', (_name, args, kind, algorithm) => {
    const der = make(args);
    const decoded = certificate(der);
    expect(treeFault(decoded.field, der.length)).toBeUndefined();
    expect(decoded.publicKey.kind).toBe(kind);
    expect(decoded.signatureAlgorithm.name).toBe(algorithm);
    if (args.includes('rsa_pss_saltlen:32'))
      expect(decoded.signatureAlgorithm.pss).toEqual({
        hash: 'id-sha256',
        mgfHash: 'id-sha256',
        saltLength: 32,
      });
  });
});

describe('what is no certificate', () => {
  test.each<readonly [name: string, change: (der: Bytes) => Uint8Array, error: object]>([
    ['nothing', () => new Uint8Array(), {}],
    ['a lone octet', () => Uint8Array.of(0x30), { code: 'truncated' }],
    ['cut short', (der) => der.subarray(0, 200), { code: 'truncated' }],
    ['an octet too many', (der) => Uint8Array.from([...der, 0]), { code: 'trailing-data', offset: 'end' }],
    ['another structure', () => Uint8Array.of(0x30, 3, 2, 1, 5), { code: 'truncated', path: 'Certificate' }],
    [
      'a set instead of a sequence',
      (der) => Uint8Array.from([0x31, ...der.subarray(1)]),
      { code: 'bad-value' },
    ],
  ])('%s', (_name, change, error) => {
    const der = change(leaf) as Bytes;
    const decoded = decodeCertificate(der);
    expect(decoded).toMatchObject({
      ok: false,
      error: { ...error, ...('offset' in error && { offset: leaf.length }) },
    });
    if (der.length > 0) expect(treeFault(certificateField(der), der.length)).toBeUndefined();
  });

  test('a broken extension keeps the tree of the others and names the place', async () => {
    const subject = await identity('CN=shop.example');
    const der = await forge(subject, subject, {
      dns: ['shop.example'],
      more: [rawExtension('1.3.6.1.5.5.7.1.1', false, Uint8Array.of(0x30, 3, 2, 1, 5))],
    });
    const decoded = decodeCertificate(der);
    expect(decoded).toMatchObject({
      ok: false,
      error: {
        code: 'bad-value',
        path: 'Certificate.tbsCertificate.extensions.authorityInfoAccess.extnValue',
      },
    });
    expect(treeFault(decoded.field, der.length)).toBeUndefined();
    expect(
      fieldByPath(decoded.field, 'tbsCertificate.extensions.subjectAltName.extnValue.SubjectAltName.dNSName'),
    ).toMatchObject({ value: { value: 'shop.example' } });
    expect(
      fieldByPath(decoded.field, 'tbsCertificate.extensions.authorityInfoAccess.extnValue.undecoded'),
    ).toMatchObject({ role: 'undecoded' });
  });

  test.each<readonly [oid: string, hex: readonly number[], why: string]>([
    ['2.5.29.30', [0x30, 0], 'name constraints without a subtree'],
    ['2.5.29.36', [0x30, 0], 'policy constraints without a limit'],
    ['2.5.29.54', [0x02, 1, 0xff], 'a negative count'],
    ['2.5.29.32', [0x30, 0], 'no policy'],
    ['2.5.29.31', [0x30, 0], 'no distribution point'],
    ['1.3.6.1.5.5.7.1.1', [0x30, 2, 0x30, 0], 'no access method'],
    ['2.5.29.18', [0x30, 3, 0x82, 1, 0xe4], 'a dNSName beyond ASCII'],
    ['2.5.29.18', [0x30, 5, 0x87, 3, 1, 2, 3], 'three octets of address'],
    ['2.5.29.19', [0x30, 0], 'a second basicConstraints'],
  ])('%s %o: %s', async (oid, value, _why) => {
    const subject = await identity('CN=shop.example');
    const der = await forge(subject, subject, { more: [rawExtension(oid, false, Uint8Array.from(value))] });
    expect(decodeCertificate(der).ok).toBe(false);
    expect(treeFault(certificateField(der), der.length)).toBeUndefined();
  });

  test('mutated and truncated certificates give a value and a tree that tiles, never an exception', () => {
    const seeds = [leaf, rsaLeaf];
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds.keys()),
        fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.option(fc.nat(2_000)),
        (which, changes, cut) => {
          const seed = seeds[which] ?? leaf;
          const der = seed.slice(0, cut === null ? seed.length : cut % seed.length);
          for (const [at, byte] of changes) if (der.length > 0) der[at % der.length] = byte;
          const field = certificateField(der);
          if (der.length > 0) expect(treeFault(field, der.length)).toBeUndefined();
          const decoded = decodeCertificate(der);
          if (!decoded.ok) expect(decoded.error.offset).toBeLessThanOrEqual(der.length);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('every truncation', () => {
    for (let length = 1; length < leaf.length; length++) {
      const der = leaf.slice(0, length);
      const decoded = decodeCertificate(der);
      expect(decoded.ok).toBe(false);
      expect(treeFault(decoded.field, length)).toBeUndefined();
    }
  });
});
