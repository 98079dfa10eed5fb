/** Every provider against published vectors, and against each other. */
import { shake128 } from '@noble/hashes/sha3.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../../bytes/hex.ts';
import { Recorder, publicValue } from '../recorder.ts';
import type { Bytes, Provider, SignatureName } from '../port.ts';
import { tags, writeElement } from '../der.ts';
import { asRsaEncryption, asRsassaPss } from '../pss-keys.ts';
import { createDeterministicProvider } from './deterministic.ts';
import { signatureFromDer, signatureToDer } from './ecdsa.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from './library/kem.ts';
import { aeads, agreements, badShares, digests, macs, signatures } from './testing/vectors.ts';
import { createProvider } from './web.ts';

const hex = (text: string): Bytes => fromHex(text) as Bytes;

const makers: readonly (readonly [string, () => Provider | Promise<Provider>])[] = [
  ['web', () => createProvider()],
  [
    'web without the newer algorithms',
    () =>
      createProvider({
        library: ['X25519', 'Ed25519', 'P-256', 'P-384', 'P-521', 'ChaCha20-Poly1305', 'ML-KEM-768'],
      }),
  ],
  ['deterministic', () => createDeterministicProvider(1)],
];

describe.each(makers)('%s', (_, make) => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await make();
  });

  it.each(digests)('$hash (FIPS 180-4)', async ({ hash, data, digest }) => {
    expect(toHex((await provider.digest(hash, utf8(data))).value)).toBe(digest);
  });

  it.each(macs)('HMAC $hash: $name', async ({ hash, key, data, mac }) => {
    expect(toHex((await provider.hmac(hash, hex(key), hex(data))).value)).toBe(mac);
  });

  it('HKDF-Extract (RFC 5869 §A.1)', async () => {
    const rec = new Recorder({ provider, now: () => 0, onOperation: () => {} });
    const salt = publicValue('salt', hex('000102030405060708090a0b0c'));
    const prk = await rec.hkdfExtract('prk', 'SHA-256', salt, publicValue('ikm', hex('0b'.repeat(22))));
    expect(toHex(prk.bytes)).toBe('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5');
  });

  it.each(agreements)('$curve ($source)', async ({ curve, privateKey, publicKey, peer, shared }) => {
    const { value } = await provider.agree(curve, hex(privateKey), hex(publicKey), hex(peer));
    expect(toHex(value!)).toBe(shared);
  });

  it.each(['X25519', 'P-256', 'P-384', 'P-521'] as const)('%s: own pairs agree', async (curve) => {
    const [{ value: a }, { value: b }] = [
      await provider.generateDhKeyPair(curve),
      await provider.generateDhKeyPair(curve),
    ];
    const lengths = { X25519: [32, 32], 'P-256': [32, 65], 'P-384': [48, 97], 'P-521': [66, 133] }[curve];
    expect([a.privateKey.length, a.publicKey.length]).toEqual(lengths);
    const ab = await provider.agree(curve, a.privateKey, a.publicKey, b.publicKey);
    // Copies, so that nothing comes from what was remembered about the arrays.
    const ba = await provider.agree(curve, b.privateKey.slice(), b.publicKey.slice(), a.publicKey.slice());
    expect(toHex(ab.value!)).toBe(toHex(ba.value!));
    expect(toHex(a.privateKey)).not.toBe(toHex(b.privateKey));
  });

  it.each(badShares)('refuses the share of a peer: $curve, $what', async ({ curve, peer }) => {
    const { value: own } = await provider.generateDhKeyPair(curve);
    expect(
      (await provider.agree(curve, own.privateKey, own.publicKey, peer(own.publicKey))).value,
    ).toBeUndefined();
  });

  it.each(aeads)('$aead ($source)', async ({ aead, key, nonce, aad, plaintext, sealed }) => {
    const inputs = [hex(key), hex(nonce), hex(aad)] as const;
    expect(toHex((await provider.seal(aead, ...inputs, hex(plaintext))).value)).toBe(sealed);
    expect(toHex((await provider.open(aead, ...inputs, hex(sealed))).value!)).toBe(plaintext);
    const damaged = hex(sealed).map((byte, i) => (i === 3 ? byte ^ 1 : byte));
    expect((await provider.open(aead, ...inputs, damaged)).value).toBeUndefined();
    expect((await provider.open(aead, ...inputs, damaged.slice(0, 15))).value).toBeUndefined();
    expect(
      (await provider.open(aead, inputs[0], inputs[1], new Uint8Array(), hex(sealed))).value,
    ).toBeUndefined();
  });

  it('ML-KEM-768: both sides hold one secret; a changed ciphertext gives another', async () => {
    const { value: own } = await provider.generateKemKeyPair('ML-KEM-768');
    expect([own.privateKey.length, own.publicKey.length]).toEqual([64, 1184]);
    const { value } = await provider.encapsulate('ML-KEM-768', own.publicKey.slice());
    expect(value!.ciphertext).toHaveLength(1088);
    const opened = await provider.decapsulate('ML-KEM-768', own.privateKey, value!.ciphertext);
    expect(toHex(opened.value)).toBe(toHex(value!.sharedSecret));
    const again = await provider.decapsulate('ML-KEM-768', own.privateKey.slice(), value!.ciphertext);
    expect(toHex(again.value)).toBe(toHex(value!.sharedSecret));
    const changed = value!.ciphertext.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
    const rejected = await provider.decapsulate('ML-KEM-768', own.privateKey, changed);
    expect(rejected.value).toHaveLength(32);
    expect(toHex(rejected.value)).not.toBe(toHex(value!.sharedSecret));
  });

  it('ML-KEM-768 refuses encapsulation keys by FIPS 203 §7.2', async () => {
    const { value: own } = await provider.generateKemKeyPair('ML-KEM-768');
    // First coefficient 3329, just outside of the field; the last one 4095.
    const low = own.publicKey.map((byte, i) => (i === 0 ? 0x01 : i === 1 ? (byte & 0xf0) | 0x0d : byte));
    const high = own.publicKey.map((byte, i) => (i === 1150 ? byte | 0xf0 : i === 1151 ? 0xff : byte));
    for (const key of [low, high, own.publicKey.slice(1), new Uint8Array()]) {
      expect((await provider.encapsulate('ML-KEM-768', key)).value).toBeUndefined();
    }
  });

  it.each(signatures)('verifies $algorithm ($source)', async ({ algorithm, spki, data, signature }) => {
    const check = async (key: Bytes, message: Bytes, mark: Bytes): Promise<boolean> =>
      (await provider.verify(algorithm, key, message, mark)).value;
    expect(await check(hex(spki), hex(data), hex(signature))).toBe(true);
    expect(await check(hex(spki), concat(hex(data), Uint8Array.of(0)), hex(signature))).toBe(false);
    const damaged = hex(signature).map((byte, i, all) => (i === all.length - 1 ? byte ^ 1 : byte));
    expect(await check(hex(spki), hex(data), damaged)).toBe(false);
    expect(await check(hex(spki), hex(data), new Uint8Array())).toBe(false);
    expect(await check(hex(spki).slice(0, -1), hex(data), hex(signature))).toBe(false);
    expect(await check(concat(hex(spki), Uint8Array.of(0)), hex(data), hex(signature))).toBe(false);
    expect(await check(new Uint8Array(), hex(data), hex(signature))).toBe(false);
  });

  it.each(['P-256', 'P-384', 'P-521'] as const)(
    'answers false, not an exception, for a %s key that is no point',
    async (curve) => {
      const { value: good } = await provider.generateDhKeyPair(curve);
      const algorithm = (
        { 'P-256': 'ECDSA-P256-SHA256', 'P-384': 'ECDSA-P384-SHA384', 'P-521': 'ECDSA-P521-SHA512' } as const
      )[curve];
      const oid = { 'P-256': '2a8648ce3d030107', 'P-384': '2b81040022', 'P-521': '2b81040023' }[curve];
      const spkiOf = (point: Bytes): Bytes => {
        const names = concat(hex('06072a8648ce3d0201'), writeElement(tags.objectIdentifier, hex(oid)));
        const bits = writeElement(tags.bitString, concat(Uint8Array.of(0), point));
        return writeElement(tags.sequence, concat(writeElement(tags.sequence, names), bits));
      };
      const signature = signatureToDer(new Uint8Array(good.privateKey.length * 2).fill(1));
      for (const { peer } of badShares.filter((share) => share.curve === curve)) {
        const { value } = await provider.verify(
          algorithm,
          spkiOf(peer(good.publicKey)),
          utf8('data'),
          signature,
        );
        expect(value).toBe(false);
      }
    },
  );

  it('refuses a key of another kind', async () => {
    const [ecdsa, ed25519] = [signatures[0]!, signatures[1]!];
    const { value } = await provider.verify(
      ecdsa.algorithm,
      hex(ed25519.spki),
      hex(ecdsa.data),
      hex(ecdsa.signature),
    );
    expect(value).toBe(false);
  });
});

/** What one signs, all verify: the platform's code and the libraries check each other. */
describe('providers agree on signatures', () => {
  const algorithms: readonly (readonly [
    SignatureName,
    EcKeyGenParams | RsaHashedKeyGenParams | { name: string },
  ])[] = [
    ['ECDSA-P256-SHA256', { name: 'ECDSA', namedCurve: 'P-256' }],
    ['ECDSA-P384-SHA384', { name: 'ECDSA', namedCurve: 'P-384' }],
    ['ECDSA-P521-SHA512', { name: 'ECDSA', namedCurve: 'P-521' }],
    ['Ed25519', { name: 'Ed25519' }],
    ...(
      [
        'RSA-PSS-SHA256',
        'RSA-PSS-SHA384',
        'RSA-PSS-SHA512',
        'RSA-PKCS1-SHA256',
        'RSA-PKCS1-SHA384',
        'RSA-PKCS1-SHA512',
      ] as const
    ).map(
      (name) =>
        [
          name,
          { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
        ] as const,
    ),
  ];

  it.each(algorithms)('%s', async (algorithm, parameters) => {
    const pair = (await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])) as CryptoKeyPair;
    const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
    const data = utf8('what both parties said');
    const providers = await Promise.all(makers.map(async ([, make]) => make()));
    for (const signer of providers) {
      const { value: signature } = await signer.sign(algorithm, privateKey, data);
      for (const verifier of providers) {
        expect((await verifier.verify(algorithm, publicKey, data, signature)).value).toBe(true);
        expect((await verifier.verify(algorithm, publicKey, utf8('something else'), signature)).value).toBe(
          false,
        );
      }
    }
  });
});

it('an RSA key for RSASSA-PSS alone makes these signatures, and no others', async () => {
  const parameters = {
    name: 'RSA-PSS',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
  };
  const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
  const [plainPrivate, plainPublic] = [
    new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
  ];
  const [privateKey, publicKey] = [asRsassaPss(plainPrivate), asRsassaPss(plainPublic)];
  expect(asRsaEncryption(privateKey)).toEqual(plainPrivate);
  expect(asRsaEncryption(publicKey)).toEqual(plainPublic);
  const data = utf8('what both parties said');
  const providers = await Promise.all(makers.map(async ([, make]) => make()));
  for (const signer of providers) {
    const { value: signature } = await signer.sign('RSA-PSS-SHA384', privateKey, data);
    const { value: old } = await signer.sign('RSA-PKCS1-SHA256', plainPrivate, data);
    for (const verifier of providers) {
      expect((await verifier.verify('RSA-PSS-SHA384', publicKey, data, signature)).value).toBe(true);
      expect((await verifier.verify('RSA-PSS-SHA256', publicKey, data, signature)).value).toBe(false);
      expect((await verifier.verify('RSA-PKCS1-SHA256', publicKey, data, old)).value).toBe(false);
    }
    await expect(signer.sign('RSA-PKCS1-SHA256', privateKey, data)).rejects.toThrow(/./);
    expect((await signer.rsaEncrypt(publicKey, data)).value).toBeUndefined();
  }
});

it('ML-KEM-768 yields the accumulated digest of 100 rounds (C2SP/CCTV, FIPS 203)', () => {
  // Seeds, coins and random ciphertexts come out of SHAKE128(""); keys, ciphertexts and secrets go into another.
  const source = shake128.create({ dkLen: 32 });
  const sink = shake128.create({ dkLen: 32 });
  for (let round = 0; round < 100; round++) {
    const { privateKey, publicKey } = generateKemKeyPair(source.xof(64));
    sink.update(publicKey);
    const { ciphertext, sharedSecret } = encapsulate(publicKey, source.xof(32));
    sink.update(ciphertext).update(sharedSecret);
    expect(toHex(decapsulate(privateKey, ciphertext))).toBe(toHex(sharedSecret));
    sink.update(decapsulate(privateKey, source.xof(1088)));
  }
  expect(toHex(sink.digest())).toBe('1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415');
});

it('ECDSA of the deterministic provider is RFC 6979 (§A.2.5)', async () => {
  const scalar = 'c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721';
  const pkcs8 = hex(`3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420${scalar}`);
  const { value } = await createDeterministicProvider(0).sign('ECDSA-P256-SHA256', pkcs8, utf8('sample'));
  expect(toHex(value)).toBe(signatures[0]!.signature);
});

it('the deterministic provider repeats itself, and another seed does not', async () => {
  const run = async (seed: number): Promise<string> => {
    const provider = createDeterministicProvider(seed);
    const pair = (await provider.generateDhKeyPair('P-256')).value;
    const kem = (await provider.generateKemKeyPair('ML-KEM-768')).value;
    const { ciphertext } = (await provider.encapsulate('ML-KEM-768', kem.publicKey)).value!;
    return toHex(concat(provider.random(33), pair.publicKey, kem.publicKey, ciphertext, provider.random(7)));
  };
  expect(await run(5)).toBe(await run(5));
  expect(await run(5)).not.toBe(await run(6));
});

it('says who computed', async () => {
  const backends = async (provider: Provider): Promise<readonly string[]> => [
    (await provider.digest('SHA-256', new Uint8Array())).backend,
    (await provider.generateDhKeyPair('P-256')).backend,
    (await provider.generateDhKeyPair('X25519')).backend,
    (
      await provider.seal(
        'ChaCha20-Poly1305',
        new Uint8Array(32),
        new Uint8Array(12),
        new Uint8Array(),
        new Uint8Array(),
      )
    ).backend,
    (await provider.generateKemKeyPair('ML-KEM-768')).backend,
  ];
  const library = ['@noble/curves', '@noble/curves', '@noble/ciphers', '@noble/post-quantum'];
  const forced = await createProvider({ library: ['P-256', 'X25519', 'ChaCha20-Poly1305', 'ML-KEM-768'] });
  expect(await backends(forced)).toEqual(['WebCrypto', ...library]);
  expect(await backends(createDeterministicProvider(1))).toEqual(['@noble/hashes', ...library]);
  expect((await backends(await createProvider())).slice(0, 3)).toEqual([
    'WebCrypto',
    'WebCrypto',
    'WebCrypto',
  ]);
});

it('an own ciphertext of the wrong length is our own bug', async () => {
  const provider = await createProvider();
  const { value } = await provider.generateKemKeyPair('ML-KEM-768');
  await expect(provider.decapsulate('ML-KEM-768', value.privateKey, new Uint8Array(5))).rejects.toThrow(
    RangeError,
  );
});

describe('ECDSA-Sig-Value', () => {
  const raw = hex(`${'00'.repeat(31)}7f${'80'.repeat(32)}`);
  it('is written minimally and read back', () => {
    const der = signatureToDer(raw);
    expect(toHex(der)).toBe(`302602017f022100${'80'.repeat(32)}`);
    expect(toHex(signatureFromDer(der, 32)!)).toBe(toHex(raw));
  });
  it.each([
    ['trailing bytes', `302602017f022100${'80'.repeat(32)}00`],
    ['a third number', '300902017f020101020101'],
    ['one number', '300302017f'],
    ['a needless zero', '30070202007f020101'],
    ['a negative number', '3006020180020101'],
    ['zero', '3006020100020101'],
    ['a number too long', `302602017f0221017f${'00'.repeat(31)}`],
    ['an empty number', '30050200020101'],
    ['a long length', '308106020101020101'],
    ['an indefinite length', '30800201010201010000'],
    ['a length past the end', '3007020101020101'],
    ['a SET', '3106020101020101'],
    ['nothing', ''],
  ])('is refused with %s', (_, der) => {
    expect(signatureFromDer(hex(der), 32)).toBeUndefined();
  });
});

describe('RSA keys that would make verification worthless', () => {
  const odd = `00${'c5'.repeat(127)}01`;
  it.each([
    ['exponent 1', odd, '01'],
    ['an even exponent', odd, '010000'],
    ['an exponent of 34 bits', odd, '0200000001'],
    ['an even modulus', `00${'c5'.repeat(127)}02`, '010001'],
    ['a modulus of 256 bits', `00${'c5'.repeat(31)}01`, '010001'],
    ['a modulus of 16,392 bits', `00${'c5'.repeat(2048)}01`, '010001'],
    ['a negative modulus', `${'c5'.repeat(127)}01`, '010001'],
  ])('%s', async (_, modulus, exponent) => {
    const spki = rsaSpki(hex(modulus), hex(exponent));
    // With exponent 1 a signature is its own encoding, which anybody can write down.
    const data = utf8('forged');
    const { value: digest } = await (await createProvider()).digest('SHA-256', data);
    const length = hex(modulus).length - 1;
    const info = concat(hex('3031300d060960864801650304020105000420'), digest);
    const padding = new Uint8Array(Math.max(0, length - info.length - 3)).fill(0xff);
    const forged = concat(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
    for (const [, make] of makers) {
      expect((await (await make()).verify('RSA-PKCS1-SHA256', spki, data, forged)).value).toBe(false);
    }
  });
});

function rsaSpki(modulus: Bytes, exponent: Bytes): Bytes {
  const key = writeElement(
    tags.sequence,
    concat(writeElement(tags.integer, modulus), writeElement(tags.integer, exponent)),
  );
  const bits = writeElement(tags.bitString, concat(Uint8Array.of(0), key));
  return writeElement(tags.sequence, concat(hex('300d06092a864886f70d0101010500'), bits));
}
