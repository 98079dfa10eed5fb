/**
 * The finite-field groups of RFC 7919, computed from their definition instead of copied:
 *
 *     p = 2^b - 2^(b-64) + ([2^(b-130) e] + X) 2^64 - 1,   g = 2
 *
 * The digits of e show that nobody chose the prime with a trap door in mind; X is the first number that makes
 * p and (p - 1) / 2 prime (RFC 7919 §A).
 */
import { fromHex } from '../bytes/hex.ts';
import type { Bytes, FfdhGroup } from './port.ts';

export type FfdheName = 'ffdhe2048' | 'ffdhe3072' | 'ffdhe4096' | 'ffdhe6144' | 'ffdhe8192';

/** Bits of p, X, and bits of a private key that are as hard to find as the group is strong (RFC 7919 §A). */
const definitions: Readonly<Record<FfdheName, readonly [bits: number, x: bigint, exponentBits: number]>> = {
  ffdhe2048: [2_048, 560_316n, 225],
  ffdhe3072: [3_072, 2_625_351n, 275],
  ffdhe4096: [4_096, 5_736_041n, 325],
  ffdhe6144: [6_144, 15_705_020n, 375],
  ffdhe8192: [8_192, 10_965_728n, 400],
};

/** The group of that name; computed when it is first asked for. */
export function ffdheGroup(name: FfdheName): FfdhGroup {
  const known = groups.get(name);
  if (known !== undefined) return known;
  const [bits, x, exponentBits] = definitions[name];
  const b = BigInt(bits);
  const p = (1n << b) - (1n << (b - 64n)) + ((scaledE(b - 130n) + x) << 64n) - 1n;
  const group = { name, p: fromHex(p.toString(16)) as Bytes, g: Uint8Array.of(2), exponentBits };
  groups.set(name, group);
  return group;
}

const groups = new Map<FfdheName, FfdhGroup>();

/** [2^bits e], by the series 1 + 1/1! + 1/2! + …, with 64 bits more than are kept. */
function scaledE(bits: bigint): bigint {
  let term = 1n << (bits + 64n);
  let sum = 0n;
  for (let k = 1n; term > 0n; term /= k++) sum += term;
  return sum >> 64n;
}
