/** Diffie-Hellman, ECDSA (RFC 6979) and Ed25519 by @noble/curves. */
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { type EcCurve, fieldLength } from '../../key-formats.ts';
import type { Bytes, CurveName, HashName, KeyPairBytes } from '../../port.ts';
import { hashes } from './hashes.ts';

const nist = { 'P-256': p256, 'P-384': p384, 'P-521': p521 } as const;

/** `random(length)` yields the seed of the private key. */
export function generateDhKeyPair(
  curve: Exclude<CurveName, 'X448'>,
  random: (length: number) => Bytes,
): KeyPairBytes {
  if (curve === 'X25519') {
    const privateKey = random(32);
    return { privateKey, publicKey: x25519.getPublicKey(privateKey) };
  }
  const { utils, getPublicKey, lengths } = nist[curve];
  const privateKey = utils.randomSecretKey(random(lengths.seed ?? 0));
  return { privateKey, publicKey: getPublicKey(privateKey, false) };
}

/** Undefined for a peer key that is no point of the curve, and for the all-zero result (RFC 7748 §6.1). */
export function agree(curve: Exclude<CurveName, 'X448'>, privateKey: Bytes, peer: Bytes): Bytes | undefined {
  const length = fieldLength[curve];
  try {
    if (curve === 'X25519')
      return peer.length === length ? x25519.getSharedSecret(privateKey, peer) : undefined;
    if (peer.length !== 1 + 2 * length || peer[0] !== 4) return undefined;
    // The shared secret is the x coordinate alone, RFC 9846 §7.4.2.
    return nist[curve].getSharedSecret(privateKey, peer, true).slice(1);
  } catch {
    return undefined;
  }
}

/** r || s. */
export function signEcdsa(curve: EcCurve, hash: HashName, scalar: Bytes, data: Bytes): Bytes {
  return nist[curve].sign(hashes[hash](data), scalar, { format: 'compact', lowS: false, prehash: false });
}

export function verifyEcdsa(
  curve: EcCurve,
  hash: HashName,
  point: Bytes,
  data: Bytes,
  signature: Bytes,
): boolean {
  const options = { format: 'compact', lowS: false, prehash: false } as const;
  try {
    return nist[curve].verify(signature, hashes[hash](data), point, options);
  } catch {
    return false;
  }
}

export function ed25519PublicKey(seed: Bytes): Bytes {
  return ed25519.getPublicKey(seed);
}

export function signEd25519(seed: Bytes, data: Bytes): Bytes {
  return ed25519.sign(data, seed);
}

export function verifyEd25519(point: Bytes, data: Bytes, signature: Bytes): boolean {
  try {
    // RFC 8032 §5.1.7 as written: no small-order or non-canonical points.
    return ed25519.verify(signature, data, point, { zip215: false });
  } catch {
    return false;
  }
}
