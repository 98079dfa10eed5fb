/** DSA signatures (FIPS 186-4 §4) by micro-rsa-dsa-dh, with nonces of RFC 6979. */
import { DSA } from 'micro-rsa-dsa-dh/dsa.js';
import type { PrivateKeyParts, PublicKeyParts } from '../../key-formats.ts';
import type { Bytes, HashName } from '../../port.ts';
import { signatureFromDer, signatureToDer } from '../ecdsa.ts';
import { hashes } from './hashes.ts';
import { bytesOf, numberOf, pow } from './numbers.ts';

type DsaPrivateKey = Extract<PrivateKeyParts, { readonly kind: 'DSA' }>;
type DsaPublicKey = Extract<PublicKeyParts, { readonly kind: 'DSA' }>;

/** DER, as X.509 and TLS carry it (Dss-Sig-Value, RFC 3279 §2.2.2). */
export function signDsa(hash: HashName, key: DsaPrivateKey, data: Bytes): Bytes {
  return signatureToDer(DSA(parameters(hash, key)).sign(numberOf(key.x), data));
}

export function verifyDsa(hash: HashName, key: DsaPublicKey, data: Bytes, signature: Bytes): boolean {
  // The library also takes r || s, and long lengths; only DER is a signature here.
  if (signatureFromDer(signature, key.q.length) === undefined) return false;
  try {
    return DSA(parameters(hash, key)).verify(numberOf(key.y), data, signature);
  } catch {
    // No inverse modulo q: the parameters are none.
    return false;
  }
}

/** The public number y = g^x mod p. */
export function dsaPublicKey(parts: { readonly p: Bytes; readonly g: Bytes }, x: Bytes): Bytes {
  return bytesOf(pow(numberOf(parts.g), numberOf(x), numberOf(parts.p)), parts.p.length);
}

function parameters(hash: HashName, { p, q, g }: Pick<DsaPublicKey, 'p' | 'q' | 'g'>) {
  return { p: numberOf(p), q: numberOf(q), g: numberOf(g), hash: hashes[hash] };
}
