/** What a platform's WebCrypto can do, found out by doing it. */

import type { MlDsaName } from '../key-formats.ts';

/** What not every platform has. P-256 and P-384 are everywhere; they are named so that tests can force the library. */
export type Feature =
  | 'X25519'
  | 'X448'
  | 'Ed25519'
  | 'Ed448'
  | 'P-256'
  | 'P-384'
  | 'P-521'
  | 'ChaCha20-Poly1305'
  | 'ML-KEM-768'
  | MlDsaName;

/** SubtleCrypto with what "Modern Algorithms in the Web Cryptography API" adds. */
export interface ModernSubtle extends Omit<SubtleCrypto, 'importKey' | 'exportKey'> {
  importKey(
    format: 'raw' | 'pkcs8' | 'spki' | 'raw-secret' | 'raw-public' | 'raw-seed',
    data: Uint8Array<ArrayBuffer>,
    algorithm: AlgorithmIdentifier | HmacImportParams | RsaHashedImportParams | EcKeyImportParams,
    extractable: boolean,
    usages: KeyUsage[],
  ): Promise<CryptoKey>;
  importKey(
    format: 'jwk',
    data: JsonWebKey,
    algorithm: AlgorithmIdentifier | EcKeyImportParams,
    extractable: boolean,
    usages: KeyUsage[],
  ): Promise<CryptoKey>;
  exportKey(format: 'jwk', key: CryptoKey): Promise<JsonWebKey>;
  exportKey(format: 'raw-public' | 'raw-seed', key: CryptoKey): Promise<ArrayBuffer>;
  encapsulateBits(
    algorithm: AlgorithmIdentifier,
    key: CryptoKey,
  ): Promise<{ readonly ciphertext: ArrayBuffer; readonly sharedKey: ArrayBuffer }>;
  decapsulateBits(
    algorithm: AlgorithmIdentifier,
    key: CryptoKey,
    ciphertext: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
}

/** Whether `subtle` can do all that the provider wants of `feature`. Takes about a millisecond. */
export async function findFeature(subtle: ModernSubtle, feature: Feature): Promise<boolean> {
  try {
    return await trials[feature](subtle);
  } catch {
    return false;
  }
}

const trials: Readonly<Record<Feature, (subtle: ModernSubtle) => Promise<boolean>>> = {
  X25519: (subtle) => exports(subtle, { name: 'X25519' }, ['deriveBits']),
  X448: (subtle) => exports(subtle, { name: 'X448' }, ['deriveBits']),
  Ed25519: (subtle) => exports(subtle, { name: 'Ed25519' }, ['sign', 'verify']),
  Ed448: (subtle) => exports(subtle, { name: 'Ed448' }, ['sign', 'verify']),
  'P-256': (subtle) => exports(subtle, { name: 'ECDH', namedCurve: 'P-256' }, ['deriveBits']),
  'P-384': (subtle) => exports(subtle, { name: 'ECDH', namedCurve: 'P-384' }, ['deriveBits']),
  'P-521': (subtle) => exports(subtle, { name: 'ECDH', namedCurve: 'P-521' }, ['deriveBits']),
  'ChaCha20-Poly1305': async (subtle) => {
    const name = 'ChaCha20-Poly1305';
    const key = await subtle.importKey('raw-secret', new Uint8Array(32), { name }, false, [
      'encrypt',
      'decrypt',
    ]);
    const parameters = { name, iv: new Uint8Array(12), additionalData: new Uint8Array(5), tagLength: 128 };
    return (await subtle.encrypt(parameters, key, new Uint8Array(1))).byteLength === 17;
  },
  'ML-KEM-768': async (subtle) => {
    if (typeof subtle.encapsulateBits !== 'function' || typeof subtle.decapsulateBits !== 'function')
      return false;
    const usages = ['encapsulateBits', 'decapsulateBits'] as unknown as KeyUsage[];
    const pair = (await subtle.generateKey({ name: 'ML-KEM-768' }, true, usages)) as CryptoKeyPair;
    const seed = await subtle.exportKey('raw-seed', pair.privateKey);
    const key = await subtle.exportKey('raw-public', pair.publicKey);
    return seed.byteLength === 64 && key.byteLength === 1_184;
  },
  'ML-DSA-44': (subtle) => importsSeed(subtle, 'ML-DSA-44'),
  'ML-DSA-65': (subtle) => importsSeed(subtle, 'ML-DSA-65'),
  'ML-DSA-87': (subtle) => importsSeed(subtle, 'ML-DSA-87'),
};

async function importsSeed(subtle: ModernSubtle, name: MlDsaName): Promise<boolean> {
  const key = await subtle.importKey('raw-seed', new Uint8Array(32), { name }, false, ['sign']);
  return (await subtle.sign({ name }, key, new Uint8Array(1))).byteLength > 0;
}

async function exports(
  subtle: ModernSubtle,
  algorithm: { readonly name: string; readonly namedCurve?: string },
  usages: KeyUsage[],
): Promise<boolean> {
  const pair = (await subtle.generateKey(algorithm, true, usages)) as CryptoKeyPair;
  const { d, x } = await subtle.exportKey('jwk', pair.privateKey);
  return d !== undefined && x !== undefined;
}
