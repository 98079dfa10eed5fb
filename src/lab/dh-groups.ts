/** The finite-field groups that a scenario can name. */
import { fromHex } from '../bytes/hex.ts';
import { ffdheGroup } from '../crypto/ffdhe.ts';
import type { Bytes, FfdhGroup } from '../crypto/port.ts';
import type { DhGroupId } from './scenario.ts';

export function dhGroupOf(id: DhGroupId): FfdhGroup {
  return id === 'modp1024' ? modp1024() : ffdheGroup(id);
}

/**
 * The 1024-bit group of RFC 2409 §6.2, for years the default of most servers: p = 2^1024 - 2^960 - 1 +
 * 2^64 ([2^894 pi] + 129093). Small enough that breaking it once is within a state's reach (Logjam, 2015).
 */
function modp1024(): FfdhGroup {
  const middle = scaledPi(894n) + 129_093n;
  const p = 2n ** 1024n - 2n ** 960n - 1n + (middle << 64n);
  return { name: 'modp1024', p: fromHex(p.toString(16)) as Bytes, g: Uint8Array.of(2) };
}

/** [2^bits pi], by Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239). */
function scaledPi(bits: bigint): bigint {
  const guard = 64n;
  const one = 1n << (bits + guard);
  return (16n * arctanOfInverse(5n, one) - 4n * arctanOfInverse(239n, one)) >> guard;
}

function arctanOfInverse(x: bigint, one: bigint): bigint {
  let power = one / x;
  let sum = power;
  for (let n = 3n, sign = -1n; power > 0n; n += 2n, sign = -sign) {
    power /= x * x;
    sum += (sign * power) / n;
  }
  return sum;
}
