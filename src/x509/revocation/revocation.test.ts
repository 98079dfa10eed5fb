import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { booleanTrue, context, element, enumerated, sequence, smallInteger } from '../../authority/der.ts';
import {
  crlDistributionPoint,
  extendedKeyUsage,
  extension,
  keyUsage,
  mustStaple,
} from '../../authority/extensions.ts';
import { type Field, leavesOf } from '../../bytes/field.ts';
import { fieldWords, lookUp } from '../../lesson/explain-field.ts';
import { concat, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { CertificateEntry } from '../../tls/messages/model.ts';
import { staplesOf } from '../../tls/proofs.ts';
import type { RevocationInput, VerifySignature } from '../path/input.ts';
import type { PathResult } from '../path/result.ts';
import { validatePath } from '../path/validate.ts';
import {
  type Craft,
  type CraftList,
  type CraftResponse,
  type ExtensionWishes,
  certify,
  crlNumber,
  entryOf,
  epoch,
  listOf,
  party,
  renamed,
  responseOf,
  revokedStatus,
  unknownStatus,
} from '../testing/craft.ts';
import { certificate, verifier } from '../testing/forge.ts';
import { hasOpenssl, inDirectory, openssl } from '../testing/openssl.ts';
import { decodeRevocationList } from './list.ts';
import { decodeOcspResponse } from './ocsp.ts';
import { writeFileSync } from 'node:fs';

let verify: VerifySignature;
beforeAll(async () => {
  verify = await verifier();
});

const root = party('Root CA');
const authority = party('Issuing CA');
const leaf = party('shop.example');
const responder = party('Responder');
const stranger = party('Stranger');
const serial = Uint8Array.of(0x42, 0x01);
const other = Uint8Array.of(0x42, 0x02);

const rootDer = certify(root, root, { cA: true });
const authorityDer = certify(authority, root, { cA: true, serial: Uint8Array.of(0x55) });

async function ask(
  revocation: RevocationInput,
  craft: Craft = {},
  authorityCraft?: Craft,
): Promise<PathResult> {
  const above = authorityCraft ? certify(authority, root, { cA: true, ...authorityCraft }) : authorityDer;
  return validatePath({
    sent: [certificate(certify(leaf, authority, { serial, ...craft })), certificate(above)],
    store: [certificate(rootDer)],
    cached: [],
    at: epoch.now,
    purpose: 'serverAuth',
    name: { type: 'dns', value: 'shop.example' },
    verify,
    digest: (hash, data) =>
      Promise.resolve(Uint8Array.from(createHash(hash.replace('-', '')).update(data).digest())),
    revocation,
  });
}

const verdictOf = (result: PathResult): string => {
  const check = result.checks.find(({ id }) => id === 'revocation');
  const actual = check?.evidence[0]?.actual;
  return `${check?.code ?? ''}${actual === undefined ? '' : ` ${String(actual)}`}`;
};

describe('CRLs, hard fail', () => {
  const list = (craft: CraftList = {}): Bytes => listOf(authority, craft);
  const idp = (...parts: readonly Bytes[]): ExtensionWishes => ({
    issuingDistributionPoint: extension('2.5.29.28', sequence(...parts), true),
  });
  const flag = (tag: number): Bytes => context(tag, Uint8Array.of(0xff));
  const place = (url: string): Bytes => context(0, context(0, context(6, utf8(url)), true), true);
  const delta = (base: number): ExtensionWishes => ({
    deltaCRLIndicator: extension('2.5.29.27', smallInteger(base), true),
    cRLNumber: crlNumber(9),
  });

  test.each<[name: string, lists: () => readonly Bytes[], expected: string]>([
    ['none', () => [], 'status-unknown'],
    ['not on it', () => [list({ entries: [entryOf(other)] })], 'ok CRL'],
    ['empty', () => [list()], 'ok CRL'],
    ['on it', () => [list({ entries: [entryOf(other), entryOf(serial)] })], 'revoked unspecified'],
    ['on it, with a reason', () => [list({ entries: [entryOf(serial, 1)] })], 'revoked keyCompromise'],
    ['on hold', () => [list({ entries: [entryOf(serial, 6)] })], 'revoked certificateHold'],
    ['of another authority', () => [listOf(root, { entries: [entryOf(serial)] })], 'status-unknown'],
    [
      'by another key of the same name',
      () => [listOf(renamed(stranger, 'Issuing CA'))],
      'bad-crl bad-signature',
    ],
    ['expired', () => [list({ nextUpdate: epoch.now - 1000 })], 'bad-crl expired'],
    ['from the future', () => [list({ thisUpdate: epoch.now + 1000 })], 'bad-crl not-yet-valid'],
    ['without nextUpdate', () => [list({ nextUpdate: false })], 'bad-crl no-next-update'],
    [
      'without a key identifier',
      () => [list({ extensions: { authorityKeyIdentifier: false } })],
      'bad-crl no-key-identifier',
    ],
    ['without a number', () => [list({ extensions: { cRLNumber: false } })], 'bad-crl no-crl-number'],
    [
      'with a critical number',
      () => [list({ extensions: { cRLNumber: extension('2.5.29.20', smallInteger(1), true) } })],
      'bad-crl critical-crl-number',
    ],
    [
      'with an unknown critical extension',
      () => [list({ extensions: { x: extension('1.2.3.4', smallInteger(1), true) } })],
      'bad-crl critical-extension',
    ],
    [
      'with an unknown critical entry extension',
      () => [list({ entries: [entryOf(other, undefined, extension('1.2.3.4', smallInteger(1), true))] })],
      'bad-crl critical-extension',
    ],
    [
      'with an unknown extension',
      () => [list({ extensions: { x: extension('1.2.3.4', smallInteger(1)) } })],
      'ok CRL',
    ],
    [
      'two algorithms',
      () => [list({ inner: sequence(element(0x06, Uint8Array.of(0x2a, 3))) })],
      'bad-crl algorithm-mismatch',
    ],
    ['indirect', () => [list({ extensions: idp(flag(4)) })], 'bad-crl indirect'],
    ['of users only', () => [list({ extensions: idp(flag(1)) })], 'ok CRL'],
    ['of authorities only', () => [list({ extensions: idp(flag(2)) })], 'bad-crl other-certificates'],
    ['of attributes only', () => [list({ extensions: idp(flag(5)) })], 'bad-crl other-certificates'],
    [
      'of some reasons',
      () => [list({ extensions: idp(context(3, Uint8Array.of(1, 0x40))) })],
      'bad-crl some-reasons',
    ],
    ['delta alone', () => [list({ extensions: delta(7) })], 'bad-crl delta-without-base'],
    [
      'delta adds',
      () => [list(), list({ extensions: delta(7), entries: [entryOf(serial, 4)] })],
      'revoked superseded',
    ],
    [
      'delta removes',
      () => [
        list({ entries: [entryOf(serial, 6)] }),
        list({ extensions: delta(5), entries: [entryOf(serial, 8)] }),
      ],
      'ok CRL',
    ],
    [
      'delta of a later base does not count',
      () => [list(), list({ extensions: delta(8), entries: [entryOf(serial, 4)] })],
      'ok CRL',
    ],
    [
      'an entry for another issuer',
      () => [
        list({
          entries: [
            entryOf(serial, undefined, extension('2.5.29.29', sequence(context(4, root.name, true)), true)),
          ],
        }),
      ],
      'bad-crl indirect',
    ],
    ['garbage', () => [Uint8Array.of(0x30, 3, 1, 1, 0xff)], 'bad-crl malformed'],
    ['bad and good', () => [list({ nextUpdate: epoch.now - 1000 }), list()], 'ok CRL'],
  ])('%s', async (_, crls, expected) => {
    expect(verdictOf(await ask({ mode: 'hard-fail', crls: crls() }))).toBe(expected);
  });

  test.each([
    ['http://a.example/1.crl', 'ok CRL'],
    ['http://a.example/2.crl', 'bad-crl other-distribution-point'],
  ])('distribution point %s', async (url, expected) => {
    const craft = { extensions: { crl: crlDistributionPoint('http://a.example/1.crl') } };
    const crls = [list({ extensions: idp(place(url)) })];
    expect(verdictOf(await ask({ mode: 'hard-fail', crls }, craft))).toBe(expected);
  });

  test('an issuer that may not sign lists', async () => {
    const without = { extensions: { keyUsage: keyUsage(['keyCertSign']) } };
    expect(verdictOf(await ask({ mode: 'hard-fail', crls: [list()] }, {}, without))).toBe(
      'bad-crl no-crl-sign',
    );
    expect(
      verdictOf(await ask({ mode: 'hard-fail', crls: [list()] }, {}, { extensions: { keyUsage: false } })),
    ).toBe('ok CRL');
  });

  test('the whole path: the intermediate is asked about at the root', async () => {
    const revoked = listOf(root, { entries: [entryOf(Uint8Array.of(0x55), 2)] });
    const asked = { mode: 'hard-fail', scope: 'path' } as const;
    expect(verdictOf(await ask({ ...asked, crls: [list(), listOf(root)] }))).toBe('ok CRL');
    expect(verdictOf(await ask({ ...asked, crls: [list()] }))).toBe('status-unknown');
    expect((await ask({ ...asked, crls: [list(), revoked] })).failure).toMatchObject({
      code: 'revoked',
      evidence: [{ certificate: { from: 'sent', index: 1 }, actual: 'cACompromise' }],
    });
  });

  test('soft fail: only a clear answer counts', async () => {
    const soft = async (crls: readonly Bytes[]): Promise<string> =>
      verdictOf(await ask({ mode: 'soft-fail', crls }));
    expect(await soft([])).toBe('no-answer');
    expect(await soft([list({ nextUpdate: epoch.now - 1000 })])).toBe('no-answer');
    expect(await soft([list({ entries: [entryOf(serial)] })])).toBe('revoked unspecified');
    expect(verdictOf(await ask({ mode: 'off', crls: [list({ entries: [entryOf(serial)] })] }))).toBe(
      'not-asked',
    );
  });
});

describe('OCSP', () => {
  const delegate = (craft: Craft = {}, signer = authority): Bytes =>
    certify(responder, signer, {
      ...craft,
      extensions: {
        extKeyUsage: extendedKeyUsage(['OCSPSigning']),
        subjectAltName: false,
        ...craft.extensions,
      },
    });
  const response = (craft: Partial<CraftResponse> = {}): Bytes =>
    responseOf({ serial, issuer: authority, ...craft });
  const nonce = Uint8Array.of(1, 2, 3, 4);

  test.each<[name: string, response: () => Bytes, expected: string]>([
    ['good, by name', () => response(), 'ok OCSP'],
    ['good, by key', () => response({ byKey: true }), 'ok OCSP'],
    ['good, hashed with SHA-256', () => response({ hash: 'SHA-256' }), 'ok OCSP'],
    ['revoked', () => response({ status: revokedStatus }), 'revoked unspecified'],
    [
      'revoked, with a reason',
      () =>
        response({
          status: context(1, concat(revokedStatus.subarray(2), context(0, enumerated(1), true)), true),
        }),
      'revoked keyCompromise',
    ],
    ['unknown', () => response({ status: unknownStatus }), 'bad-ocsp-response unknown'],
    ['about another certificate', () => response({ serial: other }), 'status-unknown'],
    ['about another authority’s', () => response({ issuer: root, responder: authority }), 'status-unknown'],
    ['expired', () => response({ nextUpdate: epoch.now - 1000 }), 'bad-ocsp-response expired'],
    ['from the future', () => response({ thisUpdate: epoch.now + 1000 }), 'bad-ocsp-response not-yet-valid'],
    ['without nextUpdate', () => response({ nextUpdate: false }), 'bad-ocsp-response no-next-update'],
    ['by a stranger', () => response({ responder: stranger }), 'bad-ocsp-response wrong-responder'],
    [
      'by a stranger under the issuer’s name',
      () => response({ responder: renamed(stranger, 'Issuing CA') }),
      'bad-ocsp-response bad-signature',
    ],
    ['delegated', () => response({ responder, certificates: [delegate()] }), 'ok OCSP'],
    ['delegated, by key', () => response({ responder, byKey: true, certificates: [delegate()] }), 'ok OCSP'],
    [
      'delegated for another purpose',
      () =>
        response({
          responder,
          certificates: [delegate({ extensions: { extKeyUsage: extendedKeyUsage(['serverAuth']) } })],
        }),
      'bad-ocsp-response wrong-responder',
    ],
    [
      'delegated by another authority',
      () => response({ responder, certificates: [delegate({}, root)] }),
      'bad-ocsp-response wrong-responder',
    ],
    [
      'delegated by a forger',
      () => response({ responder, certificates: [delegate({}, renamed(stranger, 'Issuing CA'))] }),
      'bad-ocsp-response wrong-responder',
    ],
    [
      'delegate expired',
      () =>
        response({ responder, certificates: [delegate({ notAfter: element(0x17, utf8('260301000000Z')) })] }),
      'bad-ocsp-response wrong-responder',
    ],
    [
      'unknown critical extension',
      () => response({ extensions: [extension('1.2.3.4', smallInteger(1), true)] }),
      'bad-ocsp-response critical-extension',
    ],
    ['try later', () => sequence(enumerated(3)), 'bad-ocsp-response tryLater'],
    ['garbage', () => Uint8Array.of(0x30, 0), 'bad-ocsp-response malformed'],
  ])('%s', async (_, make, expected) => {
    expect(verdictOf(await ask({ mode: 'hard-fail', ocsp: [make()] }))).toBe(expected);
  });

  test('the nonce must come back', async () => {
    const with_ = async (own?: Uint8Array): Promise<string> =>
      verdictOf(await ask({ mode: 'hard-fail', nonce, ocsp: [response(own ? { nonce: own } : {})] }));
    expect(await with_(nonce)).toBe('ok OCSP');
    expect(await with_()).toBe('bad-ocsp-response nonce-missing');
    expect(await with_(Uint8Array.of(9))).toBe('bad-ocsp-response nonce-mismatch');
  });

  test('stapled, and promised to be', async () => {
    const promised = { extensions: { tlsfeature: mustStaple() } };
    const staple = async (
      stapled: readonly (Bytes | undefined)[],
      craft?: Craft,
      mode: RevocationInput['mode'] = 'soft-fail',
    ) => verdictOf(await ask({ mode, stapled }, craft));
    expect(await staple([response()], promised)).toBe('ok OCSP staple');
    expect(await staple([], promised)).toBe('staple-missing');
    expect(await staple([undefined, response()], promised)).toBe('staple-missing');
    expect(await staple([response({ nextUpdate: epoch.now - 1000 })], promised)).toBe('bad-staple expired');
    expect(await staple([response({ status: revokedStatus })], promised)).toBe('revoked unspecified');
    expect(await staple([response({ nextUpdate: epoch.now - 1000 })])).toBe('no-answer');
    expect(await staple([Uint8Array.of(1)], {}, 'hard-fail')).toBe('bad-staple malformed');
    expect(await staple([], promised, 'off')).toBe('not-asked');
  });

  test('a TLS 1.3 Certificate message brings them with its entries', () => {
    const answer = response();
    const status = concat(Uint8Array.of(1, 0, answer.length >> 8, answer.length & 0xff), answer);
    const entry = (...extensions: CertificateEntry['extensions']): CertificateEntry => ({
      certData: authorityDer,
      extensions,
    });
    const staples = staplesOf({
      type: 'certificate',
      context: new Uint8Array(0),
      entries: [
        entry({ type: 'unknown', code: 5, data: status }),
        entry(),
        entry({ type: 'unknown', code: 5, data: Uint8Array.of(2) }),
      ],
    });
    expect(staples).toEqual([answer, undefined, Uint8Array.of(2)]);
  });

  test('a chain that is not trusted is not asked about', async () => {
    const result = await ask({ mode: 'hard-fail', ocsp: [response()] }, { issuerName: stranger.name });
    expect(verdictOf(result)).toBe('needs-path');
  });
});

describe('decoders', () => {
  const flag = booleanTrue;
  const samples: readonly [
    name: string,
    bytes: Bytes,
    decode: typeof decodeRevocationList | typeof decodeOcspResponse,
  ][] = [
    [
      'list',
      listOf(authority, {
        entries: [entryOf(serial, 1, extension('2.5.29.24', element(0x18, utf8('20260101000000Z'))))],
        extensions: { idp: extension('2.5.29.28', sequence(context(1, flag.subarray(2))), true) },
      }),
      decodeRevocationList,
    ],
    [
      'response',
      responseOf({
        serial,
        issuer: authority,
        responder,
        certificates: [authorityDer],
        nonce: serial,
        byKey: true,
      }),
      decodeOcspResponse,
    ],
  ];

  test.each(samples)('the leaves of the %s tile its bytes', (_, bytes, decode) => {
    const decoded = decode(bytes);
    expect(decoded.ok).toBe(true);
    let at = 0;
    for (const field of leavesOf(decoded.field)) {
      expect(field.start).toBe(at);
      at = field.end;
    }
    expect(at).toBe(bytes.length);
  });

  test.each(samples)('every field of the %s has a text', (_, bytes, decode) => {
    const all = (field: Field): readonly Field[] => [field, ...(field.children ?? []).flatMap(all)];
    const bare = all(decode(bytes).field).filter((field) => lookUp(field, fieldWords.en) === undefined);
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  test.skipIf(!hasOpenssl)('openssl reads the same', () => {
    inDirectory((path) => {
      const [list, response] = samples.map(([name, bytes]) => {
        writeFileSync(path(name), bytes);
        return path(name);
      });
      const text = openssl(['crl', '-inform', 'DER', '-in', list ?? '', '-noout', '-text']).toString();
      expect(text).toContain('Serial Number: 4201');
      expect(text).toContain('Key Compromise');
      const answer = openssl(['ocsp', '-respin', response ?? '', '-noverify', '-resp_text']).toString();
      expect(answer).toContain('Cert Status: good');
      expect(answer).toContain('OCSP Nonce');
    });
  });
});
