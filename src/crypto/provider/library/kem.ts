/** ML-KEM-768 (FIPS 203) by @noble/post-quantum. */
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import type { Bytes, KeyPairBytes } from '../../port.ts';

/** Expanded decapsulation keys (2,400 bytes) by their seed, so that one handshake expands once. */
const expanded = new WeakMap<Uint8Array, Uint8Array>();

/** `seed` is d || z, 64 bytes; it is the private key of the pair. */
export function generateKemKeyPair(seed: Bytes): KeyPairBytes {
  const { secretKey, publicKey } = ml_kem768.keygen(seed);
  expanded.set(seed, secretKey);
  return { privateKey: seed, publicKey };
}

/** `coins` are the 32 random bytes m of FIPS 203 §6.2. The key must have passed the check of §7.2. */
export function encapsulate(
  publicKey: Bytes,
  coins: Bytes,
): { readonly ciphertext: Bytes; readonly sharedSecret: Bytes } {
  const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, coins);
  return { ciphertext: cipherText, sharedSecret };
}

/** A ciphertext that was tampered with yields another secret, not an error (implicit rejection). */
export function decapsulate(seed: Bytes, ciphertext: Bytes): Bytes {
  return ml_kem768.decapsulate(ciphertext, expanded.get(seed) ?? ml_kem768.keygen(seed).secretKey);
}
