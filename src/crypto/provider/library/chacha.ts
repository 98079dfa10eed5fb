/** ChaCha20-Poly1305 (RFC 8439) by @noble/ciphers. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Bytes } from '../../port.ts';

/** Ciphertext || tag. */
export function seal(key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Bytes {
  return chacha20poly1305(key, nonce, aad).encrypt(plaintext);
}

/** Undefined where authentication fails. */
export function open(key: Bytes, nonce: Bytes, aad: Bytes, sealed: Bytes): Bytes | undefined {
  try {
    return chacha20poly1305(key, nonce, aad).decrypt(sealed);
  } catch {
    return undefined;
  }
}
