/**
 * Camellia with keys of 128 and 256 bits, RFC 3713. No kept JavaScript library has it, so it is written
 * here, small and to be read next to the RFC. Not constant-time: tables are indexed by secrets.
 *
 * A block is two halves of 64 bits, each as two words of 32: JavaScript's numbers are fast up to there.
 */
import { fromHex, toHex } from '../../../bytes/hex.ts';
import type { Bytes } from '../../port.ts';
import type { BlockCipher } from './block-cipher.ts';

/** A subkey of 64 bits: high word, low word. */
type Subkey = readonly [high: number, low: number];

interface Schedule {
  /** kw1 … kw4, mixed in before the first and after the last round. */
  readonly whitening: readonly Subkey[];
  /** k1 … k18 or k24. */
  readonly rounds: readonly Subkey[];
  /** ke1 … ke4 or ke6, for FL and FLINV after every sixth round. */
  readonly layers: readonly Subkey[];
}

export function createCamellia(key: Bytes): BlockCipher {
  const forward = expandKey(key);
  const backward = reversed(forward);
  return {
    encrypt: (bytes, at) => crypt(forward, bytes, at),
    decrypt: (bytes, at) => crypt(backward, bytes, at),
  };
}

// §2.3: a Feistel network whose rounds are interrupted twice (three times) by FL and FLINV.
function crypt({ whitening, rounds, layers }: Schedule, bytes: Uint8Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
  const [kw1, kw2, kw3, kw4] = whitening as readonly [Subkey, Subkey, Subkey, Subkey];
  let h1 = view.getUint32(0) ^ kw1[0];
  let l1 = view.getUint32(4) ^ kw1[1];
  let h2 = view.getUint32(8) ^ kw2[0];
  let l2 = view.getUint32(12) ^ kw2[1];
  for (let round = 0; round < rounds.length; round += 2) {
    if (round > 0 && round % 6 === 0) {
      const [a, b] = [layers[round / 3 - 2], layers[round / 3 - 1]] as [Subkey, Subkey];
      // FL, §2.4.2.
      l1 ^= rotateLeft(h1 & a[0], 1);
      h1 ^= l1 | a[1];
      // FLINV, §2.4.3.
      h2 ^= l2 | b[1];
      l2 ^= rotateLeft(h2 & b[0], 1);
    }
    const [a, b] = [rounds[round], rounds[round + 1]] as [Subkey, Subkey];
    f(h1 ^ a[0], l1 ^ a[1]);
    h2 ^= fHigh;
    l2 ^= fLow;
    f(h2 ^ b[0], l2 ^ b[1]);
    h1 ^= fHigh;
    l1 ^= fLow;
  }
  view.setUint32(0, h2 ^ kw3[0]);
  view.setUint32(4, l2 ^ kw3[1]);
  view.setUint32(8, h1 ^ kw4[0]);
  view.setUint32(12, l1 ^ kw4[1]);
}

/** Result of `f`. Two words and no allocation: this runs a thousand times per record. */
let fHigh = 0;
let fLow = 0;

/**
 * F, §2.4.1: eight S-boxes, then P. Each output byte of P is the sum of some S-box outputs, so each
 * S-box output is put into those bytes at once, by multiplying with a word of ones and zeros.
 */
function f(high: number, low: number): void {
  const t1 = sbox1[high >>> 24] ?? 0;
  const t2 = sbox2[(high >>> 16) & 0xff] ?? 0;
  const t3 = sbox3[(high >>> 8) & 0xff] ?? 0;
  const t4 = sbox4[high & 0xff] ?? 0;
  const t5 = sbox2[low >>> 24] ?? 0;
  const t6 = sbox3[(low >>> 16) & 0xff] ?? 0;
  const t7 = sbox4[(low >>> 8) & 0xff] ?? 0;
  const t8 = sbox1[low & 0xff] ?? 0;
  fHigh =
    (t1 * 0x01010100) ^
    (t2 * 0x00010101) ^
    (t3 * 0x01000101) ^
    (t4 * 0x01010001) ^
    (t5 * 0x00010101) ^
    (t6 * 0x01000101) ^
    (t7 * 0x01010001) ^
    (t8 * 0x01010100);
  fLow =
    (t1 * 0x01000001) ^
    (t2 * 0x01010000) ^
    (t3 * 0x00010100) ^
    (t4 * 0x00000101) ^
    (t5 * 0x00010101) ^
    (t6 * 0x01000101) ^
    (t7 * 0x01010001) ^
    (t8 * 0x01010100);
}

/** SBOX1, §2.4.1; the other three are the same with a rotation before or after. */
const sbox1: Uint8Array = fromHex(
  '70822cecb327c0e5e4855735ea0cae4123ef6b934519a521ed0e4f4e1d6592bd' +
    '86b8af8f7ceb1fce3e30dc5f5ec50b1aa6e139cad5475d3dd9015ad651566c4d' +
    '8b0d9a66fbccb02d74122b20f0b18499df4ccbc2347e76056db7a931d11704d7' +
    '14583a61de1b111c320f9c165318f222fe44cfb2c3b57a912408e8a860fc6950' +
    'aad0a07da1896297545b1e95e0ff64d210c40048a3f775db8a03e6da093fdd94' +
    '875c8302cd4a90337367f6f39d7fbfe2529bd826c837c63b81966f4b13be632e' +
    'e979a78c9f6ebc8e29f5f9b62ffdb4597898066ae74671bad425ab4288a28dfa' +
    '7207b955f8eeac0a36492a683c38f1a44028d37bbbc943c115e3adf477c7809e',
);
const sbox2 = sbox1.map((byte) => rotateByte(byte, 1));
const sbox3 = sbox1.map((byte) => rotateByte(byte, 7));
const sbox4 = sbox1.map((_, x) => sbox1[rotateByte(x, 1)] ?? 0);

/** Sigma1 … Sigma6, §2.2. */
const sigma = [
  0xa09e667f3bcc908bn,
  0xb67ae8584caa73b2n,
  0xc6ef372fe94f82ben,
  0x54ff53a5f1d36f1cn,
  0x10e527fade682d1dn,
  0xb05688c2b3e6c1fdn,
] as const;

// Key schedule, §2.2. Once per key, so it may be slow and look like the RFC.
function expandKey(key: Bytes): Schedule {
  const kl = BigInt(`0x${toHex(key.subarray(0, 16))}`);
  const kr = key.length === 16 ? 0n : BigInt(`0x${toHex(key.subarray(16, 32))}`);
  const ka = twoRounds(twoRounds(kl ^ kr, sigma[0], sigma[1]) ^ kl, sigma[2], sigma[3]);
  const kb = twoRounds(ka ^ kr, sigma[4], sigma[5]);
  if (key.length === 16) {
    return {
      whitening: [...both(kl, 0), ...both(ka, 111)],
      rounds: [
        ...[both(ka, 0), both(kl, 15), both(ka, 15)].flat(),
        ...[both(kl, 45), [high(ka, 45), low(kl, 60)], both(ka, 60)].flat(),
        ...[both(kl, 94), both(ka, 94), both(kl, 111)].flat(),
      ],
      layers: [...both(ka, 30), ...both(kl, 77)],
    };
  }
  return {
    whitening: [...both(kl, 0), ...both(kb, 111)],
    rounds: [
      ...[both(kb, 0), both(kr, 15), both(ka, 15)].flat(),
      ...[both(kb, 30), both(kl, 45), both(ka, 45)].flat(),
      ...[both(kr, 60), both(kb, 60), both(kl, 77)].flat(),
      ...[both(kr, 94), both(ka, 94), both(kl, 111)].flat(),
    ],
    layers: [...both(kr, 30), ...both(kl, 60), ...both(ka, 77)],
  };
}

/** The same network runs backwards with its subkeys in the opposite order, §2.3.3. */
function reversed({ whitening, rounds, layers }: Schedule): Schedule {
  return {
    whitening: [...whitening.slice(2), ...whitening.slice(0, 2)],
    rounds: rounds.toReversed(),
    layers: layers.toReversed(),
  };
}

const mask64 = (1n << 64n) - 1n;

function twoRounds(block: bigint, first: bigint, second: bigint): bigint {
  let d1 = block >> 64n;
  let d2 = block & mask64;
  d2 ^= fOf(d1, first);
  d1 ^= fOf(d2, second);
  return (d1 << 64n) | d2;
}

function fOf(half: bigint, key: bigint): bigint {
  const [h, l] = words(half ^ key);
  f(h, l);
  return (BigInt(fHigh >>> 0) << 32n) | BigInt(fLow >>> 0);
}

/** Both halves of a 128-bit number rotated to the left. */
function both(number: bigint, by: number): readonly Subkey[] {
  return [high(number, by), low(number, by)];
}

function high(number: bigint, by: number): Subkey {
  return words(rotated(number, by) >> 64n);
}

function low(number: bigint, by: number): Subkey {
  return words(rotated(number, by) & mask64);
}

function rotated(number: bigint, by: number): bigint {
  return BigInt.asUintN(128, (number << BigInt(by)) | (number >> BigInt(128 - by)));
}

function words(half: bigint): Subkey {
  return [Number(half >> 32n) | 0, Number(half & 0xffff_ffffn) | 0];
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function rotateByte(byte: number, by: number): number {
  return ((byte << by) | (byte >>> (8 - by))) & 0xff;
}
