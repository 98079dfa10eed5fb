/** What WebCrypto calls the port's algorithms, and the parameters it wants with them. */
import { type AeadName, type Bytes, type CurveName, aeadTagLength, hashLength } from '../port.ts';
import type { SignatureParts } from './algorithms.ts';

/** What WebCrypto can have; DSA it never had. */
export type WebSignature = Exclude<SignatureParts, { readonly scheme: 'DSA' }>;

/** For generateKey, importKey and deriveBits. */
export function dhAlgorithm(
  curve: CurveName,
): { readonly name: string; readonly namedCurve: string } | { readonly name: string } {
  return curve === 'X25519' || curve === 'X448' ? { name: curve } : { name: 'ECDH', namedCurve: curve };
}

/** For importKey of PKCS#8 and SPKI. */
export function importParameters(
  parts: WebSignature,
): RsaHashedImportParams | EcKeyImportParams | { readonly name: string } {
  switch (parts.scheme) {
    case 'ECDSA':
      return { name: 'ECDSA', namedCurve: parts.key };
    case 'RSA-PSS':
      return { name: 'RSA-PSS', hash: parts.hash };
    case 'RSA-PKCS1':
      return { name: 'RSASSA-PKCS1-v1_5', hash: parts.hash };
    case 'EdDSA':
    case 'ML-DSA':
      return { name: parts.key };
  }
}

/** For sign and verify. */
export function signParameters(parts: WebSignature): EcdsaParams | RsaPssParams | { readonly name: string } {
  switch (parts.scheme) {
    case 'ECDSA':
      return { name: 'ECDSA', hash: parts.hash };
    case 'RSA-PSS':
      // The salt is as long as the hash, RFC 9846 §4.3.3.
      return { name: 'RSA-PSS', saltLength: hashLength[parts.hash] };
    case 'RSA-PKCS1':
      return { name: 'RSASSA-PKCS1-v1_5' };
    case 'EdDSA':
    case 'ML-DSA':
      return { name: parts.key };
  }
}

/** For encrypt and decrypt; tags of 16 bytes. */
export function aeadParameters(aead: AeadName, nonce: Bytes, aad: Bytes): AesGcmParams {
  const name = aead === 'ChaCha20-Poly1305' ? aead : 'AES-GCM';
  return { name, iv: nonce, additionalData: aad, tagLength: 8 * aeadTagLength };
}
