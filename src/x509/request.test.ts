import '../authority/reflect.ts';
import { writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import {
  ExtendedKeyUsageExtension,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
} from '@peculiar/x509';
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../crypto/port.ts';
import { decodeBundle, looksLikeBundle } from './pkcs7.ts';
import { decodeRequest } from './request.ts';
import { hasOpenssl, inDirectory, openssl } from './testing/openssl.ts';
import { pathsOf, treeFault } from './testing/tree.ts';

const crypto = webcrypto as unknown as Crypto;

async function peculiarRequest(): Promise<Bytes> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const request = await Pkcs10CertificateRequestGenerator.create(
    {
      name: 'CN=shop.example, O=Walking Boots AG, C=CH',
      keys,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      extensions: [
        new SubjectAlternativeNameExtension([{ type: 'dns', value: 'shop.example' }]),
        new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
      ],
    },
    crypto,
  );
  return new Uint8Array(request.rawData);
}

describe('requests', () => {
  test('one by @peculiar/x509', async () => {
    const der = await peculiarRequest();
    const decoded = decodeRequest(der);
    if (!decoded.ok) throw new Error(decoded.error.detail);
    expect(decoded.value).toMatchObject({
      subject: { commonName: 'shop.example' },
      publicKey: { kind: 'EC P-256' },
      extensions: {
        subjectAltName: [{ type: 'dNSName', value: 'shop.example' }],
        extKeyUsage: ['serverAuth'],
      },
      signatureAlgorithm: { name: 'ecdsa-with-SHA256' },
    });
    expect(treeFault(decoded.field, der.length)).toBeUndefined();
    expect(pathsOf(decoded.field)).toContain(
      'certificationRequestInfo.attributes.extensionRequest.values.Extensions.subjectAltName',
    );
  });

  test.runIf(hasOpenssl)('one by openssl, without attributes and with a password in them', () => {
    for (const config of ['', 'attributes=a\n[a]\nchallengePassword=secret\n']) {
      const der = inDirectory((path) => {
        writeFileSync(path('c'), `[req]\nprompt=no\ndistinguished_name=d\n${config}[d]\nCN=x\n`);
        return openssl([
          'req',
          '-new',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-keyout',
          path('k'),
          '-config',
          path('c'),
          '-outform',
          'DER',
        ]);
      });
      const bytes = Uint8Array.from(der);
      const decoded = decodeRequest(bytes);
      if (!decoded.ok) throw new Error(decoded.error.detail);
      expect(decoded.value).toMatchObject({ subject: { text: 'CN=x' }, extensions: { all: [] } });
      expect(treeFault(decoded.field, bytes.length)).toBeUndefined();
    }
  });

  test('every truncation and every flipped byte ends in an error or a request, and tiles', async () => {
    const der = await peculiarRequest();
    for (let at = 0; at < der.length; at++) {
      const flipped = der.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      for (const bytes of [flipped, der.slice(0, at)]) {
        const decoded = decodeRequest(bytes);
        if (bytes.length > 0) expect(treeFault(decoded.field, bytes.length)).toBeUndefined();
      }
    }
  });
});

describe.runIf(hasOpenssl)('bundles', () => {
  const bundle = (): { readonly ders: readonly Uint8Array[]; readonly p7: Bytes } =>
    inDirectory((path) => {
      const ders = ['a', 'b'].map((name) => {
        openssl([
          'req',
          '-x509',
          '-newkey',
          'ed25519',
          '-nodes',
          '-keyout',
          path('k'),
          '-subj',
          `/CN=${name}`,
          '-out',
          path(name),
        ]);
        return Uint8Array.from(openssl(['x509', '-in', path(name), '-outform', 'DER']));
      });
      const args = ['crl2pkcs7', '-nocrl', '-certfile', path('a'), '-certfile', path('b'), '-outform', 'DER'];
      return { ders, p7: Uint8Array.from(openssl(args)) };
    });

  test('the certificates of a bundle come out byte by byte', () => {
    const { ders, p7 } = bundle();
    expect(looksLikeBundle(p7)).toBe(true);
    expect(looksLikeBundle(ders[0] ?? new Uint8Array())).toBe(false);
    const decoded = decodeBundle(p7);
    if (!decoded.ok) throw new Error(decoded.error.detail);
    expect(new Set(decoded.value.certificates.map(String))).toEqual(new Set(ders.map(String)));
    expect(treeFault(decoded.field, p7.length)).toBeUndefined();
  });

  test('broken bundles are refused with a reason', () => {
    const { p7 } = bundle();
    for (let at = 0; at < p7.length; at += 3) {
      const flipped = p7.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      for (const bytes of [flipped, p7.slice(0, at)]) {
        const decoded = decodeBundle(bytes);
        if (!decoded.ok) expect(decoded.error.detail).not.toBe('');
        if (bytes.length > 0) expect(treeFault(decoded.field, bytes.length)).toBeUndefined();
      }
    }
  });
});
