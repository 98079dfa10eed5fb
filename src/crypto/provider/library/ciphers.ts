/** Ciphers and AEADs that are library code on every platform, by the port's name. */
import type { AeadName, Bytes, CipherName } from '../../port.ts';
import { createAria } from './aria.ts';
import { type BlockCipher, decryptCbc, encryptCbc, openGcm, sealGcm } from './block-cipher.ts';
import { createCamellia } from './camellia.ts';
import { rc4 } from './rc4.ts';

export type LibraryAead = Extract<AeadName, `Camellia-${string}` | `ARIA-${string}`>;
export type LibraryCipher = Extract<CipherName, `Camellia-${string}` | `ARIA-${string}` | 'RC4-128'>;

/** `iv` as in the port; RC4 has a position instead. */
export function encrypt(cipher: LibraryCipher, key: Bytes, iv: Bytes, data: Bytes): Bytes {
  return cipher === 'RC4-128'
    ? rc4(key, positionOf(iv), data)
    : encryptCbc(blockCipher(cipher, key), iv, data);
}

export function decrypt(cipher: LibraryCipher, key: Bytes, iv: Bytes, data: Bytes): Bytes {
  return cipher === 'RC4-128'
    ? rc4(key, positionOf(iv), data)
    : decryptCbc(blockCipher(cipher, key), iv, data);
}

export function seal(aead: LibraryAead, key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Bytes {
  return sealGcm(blockCipher(aead, key), nonce, aad, plaintext);
}

export function open(
  aead: LibraryAead,
  key: Bytes,
  nonce: Bytes,
  aad: Bytes,
  sealed: Bytes,
): Bytes | undefined {
  return openGcm(blockCipher(aead, key), nonce, aad, sealed);
}

/** Key schedules by the identity of the key, as with the imported keys of WebCrypto. */
const scheduled = new WeakMap<Uint8Array, BlockCipher>();

function blockCipher(algorithm: string, key: Bytes): BlockCipher {
  const known = scheduled.get(key);
  if (known !== undefined) return known;
  const cipher = algorithm.startsWith('ARIA') ? createAria(key) : createCamellia(key);
  scheduled.set(key, cipher);
  return cipher;
}

function positionOf(iv: Bytes): number {
  return iv.reduce((sum, byte) => sum * 256 + byte, 0);
}
