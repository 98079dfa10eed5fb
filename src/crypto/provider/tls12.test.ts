/**
 * What TLS 1.2's suites are made of: every provider against published vectors, and against node:crypto (OpenSSL)
 * where that still has the algorithm.
 */
import { execFileSync } from 'node:child_process';
import {
  checkPrimeSync,
  constants,
  createCipheriv,
  createDiffieHellman,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeProvider } from '../../../scripts/lib/node-provider.ts';
import { concat, fromHex, toHex, utf8 } from '../../bytes/hex.ts';
import { ffdheGroup, type FfdheName } from '../ffdhe.ts';
import { readPrivateKey, readPublicKey } from '../key-formats.ts';
import {
  type AeadName,
  type Bytes,
  type CipherName,
  type Provider,
  aeadKeyLength,
  cipherLengths,
} from '../port.ts';
import { Recorder, publicValue } from '../recorder.ts';
import { createDeterministicProvider } from './deterministic.ts';
import { createProvider } from './web.ts';

const hex = (text: string): Bytes => fromHex(text.replaceAll(' ', '')) as Bytes;
const zeros = (length: number): Bytes => new Uint8Array(length);
const counting = (length: number): Bytes => Uint8Array.from({ length }, (_, i) => (31 * i + length) & 0xff);

const makers: readonly (readonly [string, () => Provider | Promise<Provider>])[] = [
  ['web', () => createProvider()],
  ['web without the newer algorithms', () => createProvider({ library: ['X448', 'Ed448'] })],
  ['node', () => createNodeProvider()],
  ['deterministic', () => createDeterministicProvider(1)],
];

describe.each(makers)('%s', (_, make) => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await make();
  });

  it('MD5 (RFC 1321 §A.5) and SHA-1 (FIPS 180-4)', async () => {
    const md5 = await provider.digest('MD5', utf8('abc'));
    expect(toHex(md5.value)).toBe('900150983cd24fb0d6963f7d28e17f72');
    const sha1 = await provider.digest('SHA-1', utf8('abc'));
    expect(toHex(sha1.value)).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  });

  it('HMAC with MD5 and SHA-1 (RFC 2202 §2, §3)', async () => {
    const md5 = await provider.hmac('MD5', zeros(16).fill(0x0b), utf8('Hi There'));
    expect(toHex(md5.value)).toBe('9294727a3638bb1c13f48ef8158bfc9d');
    const sha1 = await provider.hmac('SHA-1', zeros(20).fill(0x0b), utf8('Hi There'));
    expect(toHex(sha1.value)).toBe('b617318655057264e28bc0b6fb378c8ef146be00');
  });

  it('PRF of TLS 1.2 with SHA-256 (the vector of the working group, 2008)', async () => {
    const rec = new Recorder({ provider, now: () => 0, onOperation: () => {} });
    const out = await rec.prf(
      'output',
      'SHA-256',
      publicValue('secret', hex('9bbe436ba940f017b17652849a71db35')),
      'test label',
      [publicValue('seed', hex('a0ba9f936cda311827a6f796ffd5198c'))],
      100,
    );
    expect(toHex(out.bytes)).toBe(
      'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66',
    );
  });

  /** Vectors of single blocks count with an IV of zeros. */
  const blocks: readonly (readonly [CipherName, string, string, string, string, string])[] = [
    [
      'AES-128-CBC',
      'SP 800-38A §F.2.1',
      '2b7e151628aed2a6abf7158809cf4f3c',
      '000102030405060708090a0b0c0d0e0f',
      '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51',
      '7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2',
    ],
    [
      'AES-256-CBC',
      'SP 800-38A §F.2.5',
      '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4',
      '000102030405060708090a0b0c0d0e0f',
      '6bc1bee22e409f96e93d7e117393172a',
      'f58c4c04d6e5f1ba779eabfb5f7bfbd6',
    ],
    [
      '3DES-EDE-CBC',
      'SP 800-67 §B.1',
      '0123456789abcdef23456789abcdef01456789abcdef0123',
      '00'.repeat(8),
      '5468652071756663',
      'a826fd8ce53b855f',
    ],
    [
      'Camellia-128-CBC',
      'RFC 3713 §A',
      '0123456789abcdeffedcba9876543210',
      '00'.repeat(16),
      '0123456789abcdeffedcba9876543210',
      '67673138549669730857065648eabe43',
    ],
    [
      'Camellia-256-CBC',
      'RFC 3713 §A',
      '0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff',
      '00'.repeat(16),
      '0123456789abcdeffedcba9876543210',
      '9acc237dff16d76c20ef7c919e3a7509',
    ],
    [
      'ARIA-128-CBC',
      'RFC 5794 §A.1',
      '000102030405060708090a0b0c0d0e0f',
      '00'.repeat(16),
      '00112233445566778899aabbccddeeff',
      'd718fbd6ab644c739da95f3be6451778',
    ],
    [
      'ARIA-256-CBC',
      'RFC 5794 §A.3',
      '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
      '00'.repeat(16),
      '00112233445566778899aabbccddeeff',
      'f92bd7c79fb72e2f2b8f80c1972d24fc',
    ],
    [
      'RC4-128',
      'RFC 6229 §2',
      '0102030405060708090a0b0c0d0e0f10',
      '00'.repeat(8),
      '00'.repeat(32),
      '9ac7cc9a609d1ef7b2932899cde41b975248c4959014126a6e8a84f11d1a9e1c',
    ],
    [
      'RC4-128',
      'RFC 6229 §2, from byte 240 on',
      '0102030405060708090a0b0c0d0e0f10',
      '00000000000000f0',
      '00'.repeat(16),
      '065902e4b620f6cc36c8589f66432f2b',
    ],
  ];

  it.each(blocks)('%s (%s)', async (cipher, _source, key, iv, plaintext, ciphertext) => {
    const sealed = await provider.encryptCipher(cipher, hex(key), hex(iv), hex(plaintext));
    expect(toHex(sealed.value)).toBe(ciphertext);
    const opened = await provider.decryptCipher(cipher, hex(key), hex(iv), hex(ciphertext));
    expect(toHex(opened.value)).toBe(plaintext);
  });

  it.each(Object.keys(cipherLengths).filter((cipher) => cipher !== 'RC4-128') as CipherName[])(
    '%s: as OpenSSL does it, whole records',
    async (cipher) => {
      const { key: keyLength, block } = cipherLengths[cipher];
      const [key, iv, data] = [counting(keyLength), counting(block), counting(48 * block)];
      const name = cipher.toLowerCase().replace('3des-ede-cbc', 'des-ede3-cbc');
      const openssl = createCipheriv(name, key, iv).setAutoPadding(false);
      const theirs = concat(openssl.update(data), openssl.final());
      const ours = (await provider.encryptCipher(cipher, key, iv, data)).value;
      expect(toHex(ours)).toBe(toHex(theirs));
      expect(toHex((await provider.decryptCipher(cipher, key, iv, ours)).value)).toBe(toHex(data));
      expect((await provider.decryptCipher(cipher, key, iv, zeros(0))).value).toHaveLength(0);
      await expect(provider.encryptCipher(cipher, key, iv, zeros(block + 1))).rejects.toThrow(RangeError);
    },
  );

  it('RC4: records in order, out of order and from both ends', async () => {
    const key = counting(16);
    const whole = (await provider.encryptCipher('RC4-128', key, zeros(8), zeros(60))).value;
    const at = (position: number): Bytes => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, position);
    for (const [start, end] of [
      [0, 20],
      [0, 20],
      [20, 45],
      [20, 45],
      [45, 60],
      [5, 9],
    ] as const) {
      const { value } = await provider.decryptCipher('RC4-128', key, at(start), zeros(end - start));
      expect(toHex(value)).toBe(toHex(whole.slice(start, end)));
    }
  });

  const gcmAndCcm: readonly AeadName[] = [
    'AES-128-CCM',
    'AES-256-CCM',
    'AES-128-CCM-8',
    'AES-256-CCM-8',
    'ARIA-128-GCM',
    'ARIA-256-GCM',
  ];

  it.each(gcmAndCcm)('%s: as OpenSSL does it', async (aead) => {
    const authTagLength = aead.endsWith('-8') ? 8 : 16;
    for (const [aadLength, length] of [
      [13, 0],
      [0, 1],
      [13, 16],
      [13, 777],
    ] as const) {
      const [key, nonce, aad, text] = [
        counting(aeadKeyLength[aead]),
        counting(12),
        counting(aadLength),
        counting(length),
      ];
      const name = aead.toLowerCase().replace('-ccm-8', '-ccm') as 'aes-128-ccm';
      const openssl = createCipheriv(name, key, nonce, { authTagLength });
      openssl.setAAD(aad, { plaintextLength: length });
      const theirs = concat(openssl.update(text), openssl.final(), openssl.getAuthTag());
      const { value: ours } = await provider.seal(aead, key, nonce, aad, text);
      expect(toHex(ours)).toBe(toHex(theirs));
      const { value: opened } = await provider.open(aead, key, nonce, aad, ours);
      expect(opened && toHex(opened)).toBe(toHex(text));
      const bad = ours.map((byte, i) => (i === ours.length - 1 ? byte ^ 1 : byte));
      expect((await provider.open(aead, key, nonce, aad, bad)).value).toBeUndefined();
      expect((await provider.open(aead, key, nonce, counting(9), ours)).value).toBeUndefined();
      expect((await provider.open(aead, key, nonce, aad, ours.slice(0, 7))).value).toBeUndefined();
    }
  });

  it.each(['Camellia-128-GCM', 'Camellia-256-GCM'] as const)(
    '%s: counter mode of the block cipher, a tag that fits and one that does not',
    async (aead) => {
      const [key, nonce, aad, text] = [
        counting(aeadKeyLength[aead]),
        counting(12),
        counting(13),
        counting(50),
      ];
      const { value: sealed } = await provider.seal(aead, key, nonce, aad, text);
      // SP 800-38D: the text's first block is masked by E(nonce || 00000002), which OpenSSL's counter mode has.
      const ctr = createCipheriv(
        `${aead.toLowerCase().slice(0, -4)}-ctr`,
        key,
        concat(nonce, hex('00000002')),
      );
      expect(toHex(sealed.slice(0, -16))).toBe(toHex(concat(ctr.update(text), ctr.final())));
      expect(toHex((await provider.open(aead, key, nonce, aad, sealed)).value!)).toBe(toHex(text));
      for (const at of [0, sealed.length - 1])
        expect(
          (await provider.open(aead, key, nonce, aad, sealed.with(at, (sealed[at] ?? 0) ^ 1))).value,
        ).toBeUndefined();
      expect((await provider.open(aead, key, nonce, counting(12), sealed)).value).toBeUndefined();
    },
  );

  it('RSAES-PKCS1-v1_5: with OpenSSL, both ways', async () => {
    const message = counting(48);
    const pkcs8 = new Uint8Array(rsa.privateKey.export({ type: 'pkcs8', format: 'der' }));
    const spki = new Uint8Array(rsa.publicKey.export({ type: 'spki', format: 'der' }));
    const theirs = new Uint8Array(
      publicEncrypt({ key: rsa.publicKey, padding: constants.RSA_PKCS1_PADDING }, message),
    );
    expect(toHex((await provider.rsaDecrypt(pkcs8, theirs)).value!)).toBe(toHex(message));
    const made = await provider.rsaEncrypt(spki, message);
    const ours = made.value!;
    const padded = privateDecrypt({ key: rsa.privateKey, padding: constants.RSA_NO_PADDING }, ours);
    expect(toHex(padded)).toMatch(new RegExp(`^0002([1-9a-f].|.[1-9a-f]){205}00${toHex(message)}$`));
    expect(toHex(made.encoded!)).toBe(toHex(padded));
    expect(toHex((await provider.rsaDecrypt(pkcs8, ours)).encoded!)).toBe(toHex(padded));
    const again = (await provider.rsaEncrypt(spki, message)).value!;
    expect(toHex(again)).not.toBe(toHex(ours));
  });

  it('RSAES-PKCS1-v1_5: undefined for what is not padded so', async () => {
    const pkcs8 = new Uint8Array(rsa.privateKey.export({ type: 'pkcs8', format: 'der' }));
    const raw = (encoded: Bytes): Bytes =>
      new Uint8Array(publicEncrypt({ key: rsa.publicKey, padding: constants.RSA_NO_PADDING }, encoded));
    const block = (head: string, filler: number): Bytes =>
      concat(hex(head), zeros(256 - head.length / 2 - 4).fill(filler), hex('00010203'));
    for (const encoded of [
      block('0001', 5),
      block('0102', 5).with(0, 1),
      block('00020505050505050500', 5),
      block('0002', 5).fill(5, 2),
    ]) {
      const refused = await provider.rsaDecrypt(pkcs8, raw(encoded));
      expect(refused.value).toBeUndefined();
      expect(toHex(refused.encoded!)).toBe(toHex(encoded));
    }
    expect((await provider.rsaDecrypt(pkcs8, zeros(255).fill(1))).value).toBeUndefined();
    expect((await provider.rsaDecrypt(pkcs8, zeros(256).fill(0xff))).value).toBeUndefined();
    expect((await provider.rsaEncrypt(hex('3000'), zeros(48))).value).toBeUndefined();
    const spki = new Uint8Array(rsa.publicKey.export({ type: 'spki', format: 'der' }));
    expect((await provider.rsaEncrypt(spki, zeros(246))).value).toBeUndefined();
  });

  it('finite-field Diffie-Hellman: with OpenSSL, and refuses what everybody could compute', async () => {
    const group = ffdheGroup('ffdhe2048');
    const theirs = createDiffieHellman(Buffer.from(group.p), Buffer.from(group.g));
    theirs.generateKeys();
    const { value: ours } = await provider.generateFfdhKeyPair(group);
    expect([ours.privateKey.length, ours.publicKey.length]).toEqual([29, 256]);
    const secret = await provider.agreeFfdh(group, ours.privateKey, new Uint8Array(theirs.getPublicKey()));
    const padded = Buffer.concat([Buffer.alloc(256), theirs.computeSecret(ours.publicKey)]).subarray(-256);
    expect(toHex(secret.value!)).toBe(toHex(padded));
    const minusOne = group.p.with(group.p.length - 1, (group.p.at(-1) ?? 0) - 1);
    for (const bad of [zeros(256), hex('01'), minusOne, group.p, concat(hex('01'), group.p)])
      expect((await provider.agreeFfdh(group, ours.privateKey, bad)).value).toBeUndefined();
  });

  it('a group of any size, however small', async () => {
    const group = { name: 'p = 2^31 - 1', p: hex('7fffffff'), g: Uint8Array.of(7) };
    const { value: a } = await provider.generateFfdhKeyPair(group);
    const { value: b } = await provider.generateFfdhKeyPair(group);
    const secrets = [
      await provider.agreeFfdh(group, a.privateKey, b.publicKey),
      await provider.agreeFfdh(group, b.privateKey, a.publicKey),
    ];
    expect(toHex(secrets[0]?.value ?? zeros(0))).toBe(toHex(secrets[1]?.value ?? zeros(0)));
  });

  it('X448 (RFC 7748 §6.2), and refuses the all-zero result', async () => {
    const [alice, alicePublic, bobPublic, shared] = [
      '9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b',
      '9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c22c5d9bbc836647241d953d40c5b12da88120d53177f80e532c41fa0',
      '3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609',
      '07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a449a5037514a879d',
    ].map(hex) as [Bytes, Bytes, Bytes, Bytes];
    const agreed = await provider.agree('X448', alice, alicePublic, bobPublic);
    expect(toHex(agreed.value!)).toBe(toHex(shared));
    const ours = (await provider.generateDhKeyPair('X448')).value;
    const { privateKey, publicKey } = generateKeyPairSync('x448');
    const theirs = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-56));
    const here = await provider.agree('X448', ours.privateKey, ours.publicKey, theirs);
    const web = await createProvider();
    const own = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-56));
    const there = await web.agree('X448', own, theirs, ours.publicKey);
    expect(toHex(here.value!)).toBe(toHex(there.value!));
    for (const bad of [zeros(56), zeros(55)])
      expect((await provider.agree('X448', ours.privateKey, ours.publicKey, bad)).value).toBeUndefined();
  });

  it('Ed448 (RFC 8032 §7.4, blank)', async () => {
    const seed =
      '6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b';
    const point =
      '5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180';
    const signature = await provider.sign('Ed448', hex(`3047020100300506032b6571043b0439${seed}`), zeros(0));
    expect(toHex(signature.value)).toBe(
      '533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600',
    );
    const spki = hex(`3043300506032b6571033a00${point}`);
    expect((await provider.verify('Ed448', spki, zeros(0), signature.value)).value).toBe(true);
    expect((await provider.verify('Ed448', spki, zeros(1), signature.value)).value).toBe(false);
  });

  it.each([
    ['DSA-SHA1', 'sha1'],
    ['DSA-SHA256', 'sha256'],
    ['DSA-SHA384', 'sha384'],
  ] as const)('%s: with OpenSSL, both ways', async (algorithm, hash) => {
    const pkcs8 = new Uint8Array(dsa.privateKey.export({ type: 'pkcs8', format: 'der' }));
    const spki = new Uint8Array(dsa.publicKey.export({ type: 'spki', format: 'der' }));
    const data = utf8('sample');
    const ours = (await provider.sign(algorithm, pkcs8, data)).value;
    expect(verify(hash, data, dsa.publicKey, ours)).toBe(true);
    const theirs = new Uint8Array(sign(hash, data, dsa.privateKey));
    expect((await provider.verify(algorithm, spki, data, theirs)).value).toBe(true);
    expect((await provider.verify(algorithm, spki, utf8('other'), theirs)).value).toBe(false);
    expect((await provider.verify(algorithm, spki, data, theirs.slice(0, -1))).value).toBe(false);
    expect((await provider.verify('ECDSA-P256-SHA256', spki, data, theirs)).value).toBe(false);
  });

  it.each([
    ['ECDSA-P256-SHA384', 'prime256v1', 'sha384'],
    ['ECDSA-P384-SHA256', 'secp384r1', 'sha256'],
    ['ECDSA-P521-SHA1', 'secp521r1', 'sha1'],
  ] as const)('%s: with OpenSSL, both ways', async (algorithm, namedCurve, hash) => {
    const pair = generateKeyPairSync('ec', { namedCurve });
    const data = utf8('hash and curve are free in TLS 1.2');
    const pkcs8 = new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' }));
    const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }));
    expect(verify(hash, data, pair.publicKey, (await provider.sign(algorithm, pkcs8, data)).value)).toBe(
      true,
    );
    const theirs = new Uint8Array(sign(hash, data, pair.privateKey));
    expect((await provider.verify(algorithm, spki, data, theirs)).value).toBe(true);
  });

  it('RSA-PKCS1-SHA1: with OpenSSL', async () => {
    const pkcs8 = new Uint8Array(rsa.privateKey.export({ type: 'pkcs8', format: 'der' }));
    const { value } = await provider.sign('RSA-PKCS1-SHA1', pkcs8, utf8('old'));
    expect(toHex(value)).toBe(toHex(sign('sha1', utf8('old'), rsa.privateKey)));
  });

  it.each(['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] as const)('%s: own keys sign', async (algorithm) => {
    const { mlDsaPublicKey } = await import('./library/ml-dsa.ts');
    const seed = counting(32);
    const oid = { 'ML-DSA-44': '11', 'ML-DSA-65': '12', 'ML-DSA-87': '13' }[algorithm];
    const identifier = hex(`300b06096086480165030403${oid}`);
    const pkcs8 = concat(hex('3034020100'), identifier, hex('04228020'), seed);
    const key = mlDsaPublicKey(algorithm, seed);
    const size = (length: number): Bytes => Uint8Array.of(0x82, length >> 8, length);
    const bits = concat(hex('03'), size(key.length + 1), hex('00'), key);
    const spki = concat(hex('30'), size(identifier.length + bits.length), identifier, bits);
    const signature = (await provider.sign(algorithm, pkcs8, utf8('message'))).value;
    expect(signature).toHaveLength({ 'ML-DSA-44': 2_420, 'ML-DSA-65': 3_309, 'ML-DSA-87': 4_627 }[algorithm]);
    expect((await provider.verify(algorithm, spki, utf8('message'), signature)).value).toBe(true);
    expect((await provider.verify(algorithm, spki, utf8('another'), signature)).value).toBe(false);
  });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const dsa = generateKeyPairSync('dsa', { modulusLength: 1_024, divisorLength: 160 });

describe('RFC 7919', () => {
  it.each(['ffdhe2048', 'ffdhe3072', 'ffdhe4096', 'ffdhe6144', 'ffdhe8192'] satisfies FfdheName[])(
    '%s is what OpenSSL has',
    (name) => {
      const pem = execFileSync('openssl', [
        'genpkey',
        '-genparam',
        '-algorithm',
        'DH',
        '-pkeyopt',
        `group:${name}`,
      ]);
      const text = execFileSync('openssl', ['asn1parse', '-inform', 'PEM'], { input: pem }).toString();
      const named = /:([0-9A-F]{400,})/.exec(text)?.[1];
      const { p, g } = ffdheGroup(name);
      if (named !== undefined) expect(toHex(p)).toBe(named.toLowerCase());
      expect(g).toEqual(Uint8Array.of(2));
      expect(toHex(p)).toMatch(/^f{16}adf85458a2bb4a9aafdc5620273d3cf1.+f{16}$/);
      expect(8 * p.length).toBe(Number(name.slice(5)));
    },
  );

  it('ffdhe2048 and its half are primes', () => {
    const p = BigInt(`0x${toHex(ffdheGroup('ffdhe2048').p)}`);
    expect([checkPrimeSync(p, { checks: 8 }), checkPrimeSync((p - 1n) / 2n, { checks: 8 })]).toEqual([
      true,
      true,
    ]);
  });
});

describe('key formats', () => {
  it('reads what OpenSSL writes: DSA, DH in both notations, Ed448', () => {
    const group = ffdheGroup('ffdhe2048');
    // @types/node does not know this kind.
    const generate = generateKeyPairSync as unknown as (
      type: string,
      options: object,
    ) => { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
    const dh = generate('dh', { prime: Buffer.from(group.p), generator: 2 });
    const spki = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: 'spki', format: 'der' }));
    const pkcs8 = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
    expect(readPublicKey(spki(dh.publicKey))).toMatchObject({
      kind: 'DH',
      group: { p: group.p, g: group.g },
    });
    expect(readPrivateKey(pkcs8(dh.privateKey))).toMatchObject({ kind: 'DH', group: { p: group.p } });
    expect(readPublicKey(spki(dsa.publicKey))).toMatchObject({ kind: 'DSA' });
    expect(readPrivateKey(pkcs8(dsa.privateKey))).toMatchObject({ kind: 'DSA' });
    const edwards = generateKeyPairSync('ed448');
    expect(readPublicKey(spki(edwards.publicKey))).toMatchObject({ kind: 'Ed448' });
    expect(readPrivateKey(pkcs8(edwards.privateKey))).toMatchObject({ kind: 'Ed448' });
    for (const bytes of [spki(dh.publicKey).slice(0, -1), spki(dsa.publicKey).with(4, 0)])
      expect(readPublicKey(bytes)).toBeUndefined();
    expect(createPublicKey(dh.publicKey.export({ type: 'spki', format: 'pem' })).asymmetricKeyType).toBe(
      'dh',
    );
  });
});
