/**
 * Whether a public key is a point of its NIST curve (SEC 1 §3.2.2.1). Every platform should find out
 * by itself, but not every one does: one browser engine takes any two numbers for P-521, and crashes
 * on some of them. So nothing a peer sent reaches WebCrypto before it has passed here.
 */
import { toHex } from '../../bytes/hex.ts';
import { type EcCurve, fieldLength } from '../key-formats.ts';

/** p and b of y² = x³ - 3x + b over the integers modulo p (FIPS 186-4 §D.1.2). The order is prime, so no other check is left. */
const curves: Readonly<Record<EcCurve, { readonly p: bigint; readonly b: bigint }>> = {
  'P-256': {
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  'P-521': {
    p: 2n ** 521n - 1n,
    b: 0x0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
};

/** `point` must be uncompressed, 04 || x || y: TLS 1.3 knows no other form (RFC 9846 §4.3.8.2). */
export function isPoint(curve: EcCurve, point: Uint8Array): boolean {
  const length = fieldLength[curve];
  if (point.length !== 1 + 2 * length || point[0] !== 4) return false;
  const { p, b } = curves[curve];
  const x = BigInt(`0x${toHex(point.subarray(1, 1 + length))}`);
  const y = BigInt(`0x${toHex(point.subarray(1 + length))}`);
  return x < p && y < p && (y * y - (x * x - 3n) * x - b) % p === 0n;
}
