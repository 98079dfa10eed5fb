import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../crypto/port.ts';
import { forge, identity } from '../x509/testing/forge.ts';
import { hasOpenssl, inDirectory, openssl } from '../x509/testing/openssl.ts';
import { certificatesIn, keyPlaceholder, pasteOfFile, readPaste, withoutKeys } from './paste.ts';
import { encodePem, toBase64 } from './pem.ts';
import { toHex, utf8 } from '../bytes/hex.ts';

let root: Bytes;
let leaf: Bytes;
beforeAll(async () => {
  const authority = await identity('CN=Root');
  root = await forge(authority, authority, { cA: true });
  leaf = await forge(await identity('CN=leaf'), authority, { dns: ['shop.example'] });
});

const pem = (der: Bytes): string => encodePem('CERTIFICATE', der);
const kinds = (text: string): readonly string[] =>
  readPaste(text).map((item) => {
    if (item.kind === 'problem') return `${item.line}${item.column ? `:${item.column}` : ''} ${item.code}`;
    const name =
      item.kind === 'certificate'
        ? `${item.certificate.subject.text}${item.duplicateOf === undefined ? '' : ` = [${item.duplicateOf}]`}`
        : item.kind === 'broken'
          ? item.error.code
          : item.label;
    return `${item.line} ${item.kind} ${name}`;
  });

/** 48 characters of base64 that are the scalar of a key; must be seen nowhere. */
const secret = 'MC4CAQAwBQYDK2VwBCIEIDf3nWkXq0oJbX0o1mEoFv1dUE8Xo9cZ2Zb7gq2Yb0aQ';
const key = `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`;

describe('what is found', () => {
  test('two certificates, a key between them, and prose around them', () => {
    const text = `Here it is:\n${pem(leaf)}some text\n${key}${pem(root)}`;
    const leafLines = pem(leaf).split('\n').length - 1;
    expect(kinds(text)).toEqual([
      '2 certificate CN=leaf',
      `${leafLines + 3} key PRIVATE KEY`,
      `${leafLines + 6} certificate CN=Root`,
    ]);
  });

  test('the same certificate twice is marked', () => {
    expect(kinds(pem(leaf) + pem(root) + pem(leaf)).at(-1)).toMatch(/ certificate CN=leaf = \[0\]$/);
  });

  test.each([
    ['indented and with CRLF', () => pem(leaf).replaceAll('\n', '\r\n').replace(/^/gm, '    ')],
    ['one long line of base64', () => toBase64(leaf)],
    ['hex with colons', () => toHex(leaf).replace(/..(?=.)/g, '$&:')],
    ['X509 CERTIFICATE', () => encodePem('X509 CERTIFICATE', leaf)],
  ])('%s', (_, text) => {
    expect(certificatesIn(readPaste(text())).map(({ subject }) => subject.text)).toEqual(['CN=leaf']);
  });

  test('other blocks are named, not read', () => {
    const text = ['DH PARAMETERS', 'X509 CRL', 'CERTIFICATE REQUEST']
      .map((label) => encodePem(label, utf8('x')))
      .join('');
    expect(kinds(text)).toEqual(['1 other DH PARAMETERS', '4 other X509 CRL', '7 other CERTIFICATE REQUEST']);
  });

  test.each<[name: string, text: () => string, expected: readonly string[]]>([
    ['nothing', () => ' \n ', []],
    ['prose', () => '\nhello there', ['2 nothing-found']],
    ['a number', () => '30', ['1 nothing-found']],
    ['no end', () => pem(leaf).replace(/-----END.*/, ''), ['1 missing-end']],
    ['no begin', () => '-----END CERTIFICATE-----', ['1 stray-end']],
    ['a bad character', () => pem(leaf).replace(/\n(.{10})./, '\n$1!'), ['2:11 bad-character']],
    [
      'another label at the end',
      () => pem(leaf).replace('END CERTIFICATE', 'END X'),
      [expect.stringMatching(/label-mismatch$/) as string],
    ],
    [
      'the good one beside the bad one',
      () => pem(leaf).replace(/\n(.)./, '\n$1*') + pem(root),
      ['2:2 bad-character', expect.stringMatching(/CN=Root$/) as string],
    ],
    ['cut off inside', () => encodePem('CERTIFICATE', leaf.slice(0, 90)), ['1 broken truncated']],
    [
      'no DER',
      () => encodePem('CERTIFICATE', utf8('hello there')),
      [expect.stringMatching(/^1 broken/) as string],
    ],
  ])('%s', (_, text, expected) => {
    expect(kinds(text())).toEqual(expected);
  });
});

describe('keys', () => {
  test.each([
    ['with frames', key],
    ['inside a chain', `x\n${key}y\n`],
    ['without an end', `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n`],
    ['indented, CRLF', key.replaceAll('\n', '\r\n').replace(/^/gm, '  ')],
    ['without frames', secret],
  ])('%s: gone from the text', (_, text) => {
    const clean = withoutKeys(text);
    expect(clean).not.toContain(secret.slice(4, 20));
    expect(clean).toContain(keyPlaceholder);
    expect(withoutKeys(clean)).toBe(clean);
    expect(readPaste(clean).some((item) => item.kind === 'key')).toBe(true);
  });

  test('what is no key stays as it was typed', () => {
    const text = `a\r\n${pem(leaf)}\tb`;
    expect(withoutKeys(text)).toBe(text);
  });

  test.runIf(hasOpenssl)('DER keys of every form, and PKCS #12', () => {
    inDirectory((path) => {
      const forms: readonly (readonly string[])[] = [
        ['genpkey', '-algorithm', 'ed25519', '-outform', 'DER'],
        ['genpkey', '-algorithm', 'rsa', '-outform', 'DER'],
        ['ecparam', '-genkey', '-noout', '-name', 'prime256v1', '-outform', 'DER'],
        ['genpkey', '-algorithm', 'ed25519', '-aes128', '-pass', 'pass:secret', '-outform', 'DER'],
      ];
      for (const form of forms)
        expect(kinds(pasteOfFile(Uint8Array.from(openssl(form))))).toEqual(['1 key PRIVATE KEY']);
      writeFileSync(path('rsa'), openssl(['genrsa', '-traditional', '1024']));
      const pkcs1 = openssl(['rsa', '-in', path('rsa'), '-traditional', '-outform', 'DER']);
      expect(kinds(pasteOfFile(Uint8Array.from(pkcs1)))).toEqual(['1 key PRIVATE KEY']);
      openssl(['req', '-x509', '-key', path('rsa'), '-subj', '/CN=x', '-out', path('c')]);
      const p12 = openssl([
        'pkcs12',
        '-export',
        '-inkey',
        path('rsa'),
        '-in',
        path('c'),
        '-passout',
        'pass:x',
      ]);
      expect(kinds(pasteOfFile(Uint8Array.from(p12)))).toEqual(['1 pkcs12']);
      const request = openssl(['req', '-new', '-key', path('rsa'), '-subj', '/CN=x', '-outform', 'DER']);
      expect(kinds(pasteOfFile(Uint8Array.from(request)))).toEqual(['1 other CERTIFICATE REQUEST']);
    });
  });
});

describe('files', () => {
  test('DER becomes PEM, text stays text', () => {
    expect(pasteOfFile(leaf)).toBe(pem(leaf));
    expect(pasteOfFile(utf8(`ä ${pem(root)}`))).toBe(`ä ${pem(root)}`);
  });

  test.runIf(hasOpenssl)('a bundle, in DER and in PEM', () => {
    inDirectory((path) => {
      writeFileSync(path('all'), pem(leaf) + pem(root));
      for (const form of ['DER', 'PEM']) {
        const bundle = openssl(['crl2pkcs7', '-nocrl', '-certfile', path('all'), '-outform', form]);
        expect(kinds(pasteOfFile(Uint8Array.from(bundle)))).toEqual([
          '1 certificate CN=leaf',
          '1 certificate CN=Root',
        ]);
      }
    });
  });
});

test('no text makes it throw, and no text comes out longer than a placeholder per frame', () => {
  const frames = fc.constantFrom(
    '-----BEGIN CERTIFICATE-----',
    '-----END CERTIFICATE-----',
    '-----BEGIN PRIVATE KEY-----',
    '-----END PRIVATE KEY-----',
    'MIIB',
    '30 82',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(frames, fc.string({ maxLength: 30 })), { maxLength: 12 }), (parts) => {
      const text = parts.join('\n');
      readPaste(text);
      expect(withoutKeys(text).length).toBeLessThanOrEqual(text.length + 13 * (keyPlaceholder.length + 2));
    }),
    { numRuns: 300 },
  );
});
