/** X448 (RFC 7748) and Ed448 (RFC 8032) by @noble/curves. */
import { ed448, x448 } from '@noble/curves/ed448.js';
import type { Bytes, KeyPairBytes } from '../../port.ts';

export function generateX448KeyPair(random: (length: number) => Bytes): KeyPairBytes {
  const privateKey = random(56);
  return { privateKey, publicKey: x448.getPublicKey(privateKey) };
}

/** Undefined for a key of another length, and for the all-zero result (RFC 7748 §6.2). */
export function agreeX448(privateKey: Bytes, peer: Bytes): Bytes | undefined {
  if (peer.length !== 56) return undefined;
  try {
    return x448.getSharedSecret(privateKey, peer);
  } catch {
    return undefined;
  }
}

export function ed448PublicKey(seed: Bytes): Bytes {
  return ed448.getPublicKey(seed);
}

export function signEd448(seed: Bytes, data: Bytes): Bytes {
  return ed448.sign(data, seed);
}

export function verifyEd448(point: Bytes, data: Bytes, signature: Bytes): boolean {
  try {
    return ed448.verify(signature, data, point, { zip215: false });
  } catch {
    return false;
  }
}
