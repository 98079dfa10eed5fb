/** Diffie-Hellman in a finite field: powers modulo a prime (RFC 2631 §2.1, RFC 7919), by micro-rsa-dsa-dh's arithmetic. */
import type { Bytes, FfdhGroup, KeyPairBytes } from '../../port.ts';
import { bytesOf, numberOf, pow } from './numbers.ts';

/** `random(length)` yields the bytes of the exponent. */
export function generateFfdhKeyPair(group: FfdhGroup, random: (length: number) => Bytes): KeyPairBytes {
  const p = numberOf(group.p);
  const bits = Math.min(group.exponentBits ?? Infinity, p.toString(2).length - 1);
  const privateKey = random(Math.ceil(bits / 8));
  // Exactly so many bits: the top one is set, so that 0 and 1 cannot come out (RFC 7919 §5.2 wants enough of them).
  const top = 1 << ((bits - 1) % 8);
  privateKey[0] = ((privateKey[0] ?? 0) & (top - 1)) | top;
  return { privateKey, publicKey: ffdhPublicKey(group, privateKey) };
}

export function ffdhPublicKey(group: FfdhGroup, privateKey: Bytes): Bytes {
  return bytesOf(pow(numberOf(group.g), numberOf(privateKey), numberOf(group.p)), group.p.length);
}

/** Undefined for 0, 1, p - 1 and more, whose powers everybody knows (RFC 7919 §5.1). As long as p. */
export function agreeFfdh(group: FfdhGroup, privateKey: Bytes, peerPublicKey: Bytes): Bytes | undefined {
  const p = numberOf(group.p);
  const peer = numberOf(peerPublicKey);
  if (peer < 2n || peer > p - 2n) return undefined;
  return bytesOf(pow(peer, numberOf(privateKey), p), group.p.length);
}
