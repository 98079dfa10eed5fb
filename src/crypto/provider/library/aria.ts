/**
 * ARIA with keys of 128 and 256 bits, RFC 5794. No kept JavaScript library has it, so it is written here, small
 * and to be read next to the RFC. Not constant-time: tables are indexed by secrets.
 */
import { concat, fromHex, toHex } from '../../../bytes/hex.ts';
import type { Bytes } from '../../port.ts';
import type { BlockCipher } from './block-cipher.ts';

export function createAria(key: Bytes): BlockCipher {
  const forward = expandKey(key);
  // Decryption is encryption with other round keys, §2.2: backwards, and the inner ones diffused.
  const backward = forward
    .toReversed()
    .map((roundKey, i, all) => (i === 0 || i === all.length - 1 ? roundKey : diffused(roundKey)));
  return {
    encrypt: (bytes, at) => crypt(forward, bytes, at),
    decrypt: (bytes, at) => crypt(backward, bytes, at),
  };
}

// §2.3: rounds of an odd number begin with FO, those of an even number with FE; the last one has no diffusion.
function crypt(roundKeys: readonly Uint8Array[], bytes: Uint8Array, at: number): void {
  const block = bytes.subarray(at, at + 16);
  const rounds = roundKeys.length - 1;
  for (let round = 0; round < rounds; round++) {
    substitute(block, roundKeys[round], round % 2);
    if (round < rounds - 1) diffuse(block);
  }
  const last = roundKeys[rounds];
  for (let i = 0; i < 16; i++) block[i] = (block[i] ?? 0) ^ (last?.[i] ?? 0);
}

/** Mixes the round key in, then SL1 (kind 0: S1, S2, S1⁻¹, S2⁻¹ in turn) or SL2 (kind 1: the inverses first), §2.4.2. */
function substitute(block: Uint8Array, roundKey: Uint8Array | undefined, kind: number): void {
  for (let i = 0; i < 16; i++) {
    const box = (i + 2 * kind) & 3;
    block[i] = sboxes[256 * box + ((block[i] ?? 0) ^ (roundKey?.[i] ?? 0))] ?? 0;
  }
}

/**
 * Diffusion layer A, §2.4.3: each byte becomes the sum of seven; its own inverse. Each byte is put into the seven
 * it is part of at once, four bytes to a word, by multiplying with a word of ones and zeros.
 */
function diffuse(block: Uint8Array): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < 16; i++) {
    const byte = block[i] ?? 0;
    a ^= Math.imul(byte, spread[4 * i] ?? 0);
    b ^= Math.imul(byte, spread[4 * i + 1] ?? 0);
    c ^= Math.imul(byte, spread[4 * i + 2] ?? 0);
    d ^= Math.imul(byte, spread[4 * i + 3] ?? 0);
  }
  for (let i = 0; i < 4; i++) {
    const shift = 24 - 8 * i;
    block[i] = a >>> shift;
    block[4 + i] = b >>> shift;
    block[8 + i] = c >>> shift;
    block[12 + i] = d >>> shift;
  }
}

/** y0 = x3 ^ x4 ^ x6 ^ x8 ^ x9 ^ x13 ^ x14, and so on. */
const diffusion: readonly (readonly number[])[] = [
  [3, 4, 6, 8, 9, 13, 14],
  [2, 5, 7, 8, 9, 12, 15],
  [1, 4, 6, 10, 11, 12, 15],
  [0, 5, 7, 10, 11, 13, 14],
  [0, 2, 5, 8, 11, 14, 15],
  [1, 3, 4, 9, 10, 14, 15],
  [0, 2, 7, 9, 10, 12, 13],
  [1, 3, 6, 8, 11, 12, 13],
  [0, 1, 4, 7, 10, 13, 15],
  [0, 1, 5, 6, 11, 12, 14],
  [2, 3, 5, 6, 8, 13, 15],
  [2, 3, 4, 7, 9, 12, 14],
  [1, 2, 6, 7, 9, 11, 12],
  [0, 3, 6, 7, 8, 10, 13],
  [0, 3, 4, 5, 9, 11, 14],
  [1, 2, 4, 5, 8, 10, 15],
];

/** For each input byte four words: 01 in the output bytes it is part of. */
const spread = Int32Array.from({ length: 64 }, (_, k) =>
  [0, 1, 2, 3].reduce(
    (word, i) => (word << 8) | (diffusion[4 * (k & 3) + i]?.includes(k >> 2) === true ? 1 : 0),
    0,
  ),
);

/** CK1, CK2, CK3 of a 128-bit key; 256-bit keys begin with CK3, §2.2. */
const constants = [
  '517cc1b727220a94fe13abe8fa9a6ee0',
  '6db14acc9e21c820ff28b1d5ef5de2b0',
  'db92371d2126e9700324977504e8c90e',
].map((constant) => fromHex(constant));

// Key schedule, §2.2: a Feistel network over four words of 128 bits, then rotations.
function expandKey(key: Bytes): readonly Uint8Array[] {
  const start = key.length === 16 ? 0 : 2;
  const constant = (i: number): Uint8Array | undefined => constants[(start + i) % 3];
  const mixed = (word: Uint8Array, i: number, kind: number): Uint8Array => {
    const block = word.slice();
    substitute(block, constant(i), kind);
    return diffused(block);
  };
  const right = new Uint8Array(16);
  right.set(key.subarray(16));
  const w0 = key.slice(0, 16);
  const w1 = xor(mixed(w0, 0, 0), right);
  const w2 = xor(mixed(w1, 1, 1), w0);
  const w3 = xor(mixed(w2, 2, 0), w1);
  const w = [w0, w1, w2, w3] as const;
  const rounds = key.length === 16 ? 12 : 16;
  // ek1 = W0 ^ (W1 >>> 19), ek2 = W1 ^ (W2 >>> 19), …, ek5 = W0 ^ (W1 >>> 31), …
  return Array.from({ length: rounds + 1 }, (_, i) => {
    const [a, b] = [w[i % 4], w[(i + 1) % 4]] as [Uint8Array, Uint8Array];
    return xor(a, rotatedRight(b, [19, 31, 128 - 61, 128 - 31, 128 - 19][i >> 2] ?? 0));
  });
}

function diffused(word: Uint8Array): Uint8Array {
  const block = word.slice();
  diffuse(block);
  return block;
}

function rotatedRight(word: Uint8Array, by: number): Uint8Array {
  const number = BigInt(`0x${toHex(word)}`);
  const turned = BigInt.asUintN(128, (number >> BigInt(by)) | (number << BigInt(128 - by)));
  return fromHex(turned.toString(16).padStart(32, '0'));
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}

/**
 * S-boxes, §2.4.2, computed instead of copied: S1 is that of AES, an affine map of the inverse in GF(2^8);
 * S2 is another affine map, of x^247.
 */
const sboxes: Uint8Array = (() => {
  const s1 = new Uint8Array(256);
  const s2 = new Uint8Array(256);
  for (let x = 0; x < 256; x++) {
    s1[x] = linear(power(x, 254), [0x1f, 0x3e, 0x7c, 0xf8, 0xf1, 0xe3, 0xc7, 0x8f]) ^ 0x63;
    s2[x] = linear(power(x, 247), [0xac, 0xc5, 0x12, 0xcf, 0x5b, 0x5f, 0x85, 0xee]) ^ 0xe2;
  }
  return concat(s1, s2, inverse(s1), inverse(s2));
})();

/** The sum of the columns that the bits of `byte` choose. */
function linear(byte: number, columns: readonly number[]): number {
  return columns.reduce((sum, column, bit) => ((byte >> bit) & 1 ? sum ^ column : sum), 0);
}

/** In GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let e = exponent, b = base; e > 0; e >>= 1, b = multiply(b, b)) {
    if (e & 1) result = multiply(result, b);
  }
  return result;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11b : 0) ^ ((b >> bit) & 1 ? a : 0);
  }
  return product;
}

function inverse(box: Uint8Array): Uint8Array {
  const back = new Uint8Array(256);
  for (const [x, y] of box.entries()) back[y] = x;
  return back;
}
