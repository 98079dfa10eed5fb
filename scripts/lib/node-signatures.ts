/**
 * Signatures by node:crypto at once, without WebCrypto's trips through a pool of threads. Which keys and
 * signatures are well formed is decided as in the page, by the same readers.
 */
import { constants, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Bytes, SignatureName } from '../../src/crypto/port.ts';
import { keyFits, signatureParts, type SignatureParts } from '../../src/crypto/provider/algorithms.ts';
import { signatureFromDer } from '../../src/crypto/provider/ecdsa.ts';
import { fieldLength, readPublicKey } from '../../src/crypto/key-formats.ts';

const hashes = { 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const;
const privateKeys = new WeakMap<Uint8Array, KeyObject>();
const publicKeys = new WeakMap<Uint8Array, KeyObject>();

/** The schemes done here; what WebCrypto never had or does not have yet is left to the libraries. */
export function nodeSigns(algorithm: SignatureName): boolean {
  const parts = signatureParts(algorithm);
  return parts.scheme !== 'DSA' && parts.scheme !== 'ML-DSA';
}

/** `privateKey` is PKCS#8; ECDSA signatures are DER. */
export function signByNode(algorithm: SignatureName, privateKey: Bytes, data: Bytes): Bytes {
  const parts = signatureParts(algorithm);
  const key = kept(privateKeys, privateKey, () =>
    createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }),
  );
  return Uint8Array.from(sign(hashOf(parts), data, { key, ...parameters(parts) }));
}

/** `publicKey` is a SubjectPublicKeyInfo. False for a bad signature and for a key of another kind. */
export function verifyByNode(
  algorithm: SignatureName,
  publicKey: Bytes,
  data: Bytes,
  signature: Bytes,
): boolean {
  const parts = signatureParts(algorithm);
  const read = readPublicKey(publicKey);
  if (read === undefined || !keyFits(parts, read)) return false;
  if (parts.scheme === 'ECDSA' && signatureFromDer(signature, fieldLength[parts.key]) === undefined)
    return false;
  try {
    const key = kept(publicKeys, publicKey, () =>
      createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
    );
    return verify(hashOf(parts), data, { key, ...parameters(parts) }, signature);
  } catch {
    // OpenSSL takes no such key; nothing it signed is valid.
    return false;
  }
}

function hashOf(parts: SignatureParts): string | null {
  return 'hash' in parts ? hashes[parts.hash as keyof typeof hashes] : null;
}

/** RSASSA-PSS with a salt as long as the hash, RFC 9846 §4.3.3. */
function parameters(parts: SignatureParts): { padding?: number; saltLength?: number } {
  return parts.scheme === 'RSA-PSS'
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {};
}

function kept(keys: WeakMap<Uint8Array, KeyObject>, bytes: Bytes, make: () => KeyObject): KeyObject {
  const known = keys.get(bytes);
  if (known !== undefined) return known;
  const key = make();
  keys.set(bytes, key);
  return key;
}
