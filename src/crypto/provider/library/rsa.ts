/**
 * RSA signatures of RFC 8017 on plain numbers, for runs that must repeat byte by byte: WebCrypto
 * salts RSA-PSS with randomness of its own. Slow, not constant-time, and never what the page uses.
 */
import { concat, equal, fromHex } from '../../../bytes/hex.ts';
import { type Bytes, type HashName, hashLength } from '../../port.ts';
import type { PrivateKeyParts, PublicKeyParts } from '../../key-formats.ts';
import { hashes } from './hashes.ts';
import { bytesOf, numberOf, pow } from './numbers.ts';
import { rsaPrivateOperation } from './rsaes.ts';

type RsaPrivateKey = Extract<PrivateKeyParts, { readonly prime1: Bytes }>;
type RsaPublicKey = Extract<PublicKeyParts, { readonly modulus: Bytes }>;

/** RSASSA-PSS-SIGN, RFC 8017 §8.1.1; MGF1 with the same hash, `salt` as long as the hash. */
export function signPss(hash: HashName, key: RsaPrivateKey, data: Bytes, salt: Bytes): Bytes {
  const bits = bitLength(key.modulus) - 1;
  return rsaPrivateOperation(key, encodePss(hash, data, salt, bits));
}

/** RSASSA-PSS-VERIFY, RFC 8017 §8.1.2. */
export function verifyPss(hash: HashName, key: RsaPublicKey, data: Bytes, signature: Bytes): boolean {
  const bits = bitLength(key.modulus) - 1;
  const encoded = publicOperation(key, signature, Math.ceil(bits / 8));
  const length = hashLength[hash];
  if (encoded === undefined || encoded.length < 2 * length + 2 || encoded.at(-1) !== 0xbc) return false;
  // EMSA-PSS-VERIFY, §9.1.2: unmask the salt, then build the encoding again and compare.
  const masked = encoded.slice(0, encoded.length - length - 1);
  const digest = encoded.slice(masked.length, -1);
  const block = unmask(hash, masked, digest, bits);
  return equal(encodePss(hash, data, block.slice(-length), bits), encoded);
}

/** RSASSA-PKCS1-V1_5-SIGN, RFC 8017 §8.2.1. */
export function signPkcs1(hash: HashName, key: RsaPrivateKey, data: Bytes): Bytes {
  return rsaPrivateOperation(key, encodePkcs1(hash, data, key.modulus.length));
}

/** RSASSA-PKCS1-V1_5-VERIFY, RFC 8017 §8.2.2: by comparing encodings, never by parsing. */
export function verifyPkcs1(hash: HashName, key: RsaPublicKey, data: Bytes, signature: Bytes): boolean {
  const encoded = publicOperation(key, signature, key.modulus.length);
  const room = fromHex(digestInfo[hash]).length + hashLength[hash] + 11 <= key.modulus.length;
  return room && encoded !== undefined && equal(encodePkcs1(hash, data, key.modulus.length), encoded);
}

/** EMSA-PSS-ENCODE, RFC 8017 §9.1.1. `bits` is one less than the modulus has. */
function encodePss(hash: HashName, data: Bytes, salt: Bytes, bits: number): Bytes {
  const length = Math.ceil(bits / 8);
  const digest = hashes[hash](concat(new Uint8Array(8), hashes[hash](data), salt));
  const padding = length - salt.length - digest.length - 2;
  if (padding < 0)
    throw new RangeError(`an RSA key of ${bits + 1} bits is too short for RSA-PSS with ${hash}`);
  const block = concat(new Uint8Array(padding), Uint8Array.of(1), salt);
  return concat(unmask(hash, block, digest, bits), digest, Uint8Array.of(0xbc));
}

/** XOR with MGF1 (RFC 8017 §B.2.1) of `seed`; the bits above `bits` are cleared. Its own inverse. */
function unmask(hash: HashName, block: Bytes, seed: Bytes, bits: number): Bytes {
  let mask = new Uint8Array();
  for (let counter = 0; mask.length < block.length; counter++) {
    mask = concat(mask, hashes[hash](concat(seed, Uint8Array.of(0, 0, 0, counter))));
  }
  const result = block.map((byte, i) => byte ^ (mask[i] ?? 0));
  result[0] = (result[0] ?? 0) & (0xff >> (8 * Math.ceil(bits / 8) - bits));
  return result;
}

/** EMSA-PKCS1-v1_5, RFC 8017 §9.2: 00 01 ff … ff 00 DigestInfo. */
function encodePkcs1(hash: HashName, data: Bytes, length: number): Bytes {
  const info = concat(fromHex(digestInfo[hash]), hashes[hash](data));
  const padding = length - info.length - 3;
  if (padding < 8) throw new RangeError(`an RSA key of ${length} bytes is too short for PKCS#1 with ${hash}`);
  return concat(Uint8Array.of(0, 1), new Uint8Array(padding).fill(0xff), Uint8Array.of(0), info);
}

/** DigestInfo up to the digest, RFC 8017 §9.2 note 1. */
const digestInfo: Readonly<Record<HashName, string>> = {
  MD5: '3020300c06082a864886f70d020505000410',
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
};

function publicOperation(key: RsaPublicKey, signature: Bytes, length: number): Bytes | undefined {
  const n = numberOf(key.modulus);
  const s = numberOf(signature);
  if (signature.length !== key.modulus.length || s >= n) return undefined;
  const m = pow(s, numberOf(key.exponent), n);
  return m >= 1n << BigInt(8 * length) ? undefined : bytesOf(m, length);
}

function bitLength(modulus: Bytes): number {
  return 8 * modulus.length - Math.clz32(modulus[0] ?? 0) + 24;
}
