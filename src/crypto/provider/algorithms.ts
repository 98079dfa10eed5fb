/** The port's names taken apart: what a provider needs to know about each algorithm. */
import type { AeadName, Backend, CipherName, HashName, SignatureName } from '../port.ts';
import type { EcCurve, EdwardsCurve, MlDsaName, PublicKeyParts } from '../key-formats.ts';

export type SignatureParts =
  | { readonly scheme: 'ECDSA'; readonly hash: HashName; readonly key: EcCurve }
  | { readonly scheme: 'RSA-PSS' | 'RSA-PKCS1'; readonly hash: HashName; readonly key: 'RSA' }
  | { readonly scheme: 'DSA'; readonly hash: HashName; readonly key: 'DSA' }
  | { readonly scheme: 'EdDSA'; readonly key: EdwardsCurve }
  | { readonly scheme: 'ML-DSA'; readonly key: MlDsaName };

export function signatureParts(name: SignatureName): SignatureParts {
  if (name === 'Ed25519' || name === 'Ed448') return { scheme: 'EdDSA', key: name };
  if (name === 'ML-DSA-44' || name === 'ML-DSA-65' || name === 'ML-DSA-87')
    return { scheme: 'ML-DSA', key: name };
  const hash = `SHA-${name.slice(name.lastIndexOf('-SHA') + 4)}` as HashName;
  if (name.startsWith('RSA-PSS')) return { scheme: 'RSA-PSS', hash, key: 'RSA' };
  if (name.startsWith('RSA-PKCS1')) return { scheme: 'RSA-PKCS1', hash, key: 'RSA' };
  if (name.startsWith('DSA')) return { scheme: 'DSA', hash, key: 'DSA' };
  return { scheme: 'ECDSA', hash, key: `P-${name.slice(7, 10)}` as EcCurve };
}

/** Whether a key can make such a signature; one for RSASSA-PSS alone makes no other. */
export function keyFits(parts: SignatureParts, { kind }: Pick<PublicKeyParts, 'kind'>): boolean {
  return kind === 'RSASSA-PSS' ? parts.scheme === 'RSA-PSS' : kind === parts.key;
}

/** Whose code does what WebCrypto does not. */
export function libraryOf({ scheme }: SignatureParts): Backend {
  if (scheme === 'DSA') return 'micro-rsa-dsa-dh';
  return scheme === 'ML-DSA' ? '@noble/post-quantum' : '@noble/curves';
}

/** What WebCrypto has, though without a way to leave the padding out. */
export function isAes(cipher: CipherName): cipher is Extract<CipherName, `AES-${string}`> {
  return cipher.startsWith('AES-');
}

/** What is composed of WebCrypto's CBC and counter mode. */
export function isCcm(aead: AeadName): aead is Extract<AeadName, `${string}-CCM${string}`> {
  return aead.includes('-CCM');
}

/** What no platform has. */
export function isLibraryAead(
  aead: AeadName,
): aead is Extract<AeadName, `Camellia-${string}` | `ARIA-${string}`> {
  return aead.startsWith('Camellia') || aead.startsWith('ARIA');
}

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
