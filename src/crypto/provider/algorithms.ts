/** The port's names taken apart: what a provider needs to know about each algorithm. */
import type { HashName, SignatureName } from '../port.ts';
import type { EcCurve } from './key-formats.ts';

export type SignatureParts =
  | { readonly scheme: 'ECDSA'; readonly hash: HashName; readonly key: EcCurve }
  | { readonly scheme: 'RSA-PSS' | 'RSA-PKCS1'; readonly hash: HashName; readonly key: 'RSA' }
  | { readonly scheme: 'Ed25519'; readonly key: 'Ed25519' };

export const signatureParts: Readonly<Record<SignatureName, SignatureParts>> = {
  'ECDSA-P256-SHA256': { scheme: 'ECDSA', hash: 'SHA-256', key: 'P-256' },
  'ECDSA-P384-SHA384': { scheme: 'ECDSA', hash: 'SHA-384', key: 'P-384' },
  'ECDSA-P521-SHA512': { scheme: 'ECDSA', hash: 'SHA-512', key: 'P-521' },
  'RSA-PSS-SHA256': { scheme: 'RSA-PSS', hash: 'SHA-256', key: 'RSA' },
  'RSA-PSS-SHA384': { scheme: 'RSA-PSS', hash: 'SHA-384', key: 'RSA' },
  'RSA-PSS-SHA512': { scheme: 'RSA-PSS', hash: 'SHA-512', key: 'RSA' },
  'RSA-PKCS1-SHA256': { scheme: 'RSA-PKCS1', hash: 'SHA-256', key: 'RSA' },
  'RSA-PKCS1-SHA384': { scheme: 'RSA-PKCS1', hash: 'SHA-384', key: 'RSA' },
  'RSA-PKCS1-SHA512': { scheme: 'RSA-PKCS1', hash: 'SHA-512', key: 'RSA' },
  Ed25519: { scheme: 'Ed25519', key: 'Ed25519' },
};

/** Lengths of FIPS 203 for ML-KEM-768, in bytes. */
export const mlKem768 = { seed: 64, encapsulationKey: 1_184, ciphertext: 1_088, coins: 32 } as const;

/**
 * The check of an encapsulation key, FIPS 203 §7.2: length, and every 12-bit coefficient below
 * q = 3329 (what decoding and encoding again would find).
 */
export function isEncapsulationKey(key: Uint8Array): boolean {
  if (key.length !== mlKem768.encapsulationKey) return false;
  // Behind the three polynomials come the 32 bytes of the matrix seed.
  for (let i = 0; i < key.length - 32; i += 3) {
    const [a = 0, b = 0, c = 0] = key.subarray(i, i + 3);
    if ((a | ((b & 0x0f) << 8)) >= 3_329 || ((b >> 4) | (c << 4)) >= 3_329) return false;
  }
  return true;
}
