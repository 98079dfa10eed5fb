/** ML-DSA (FIPS 204) by @noble/post-quantum: pure, with an empty context, as X.509 and TLS use it (RFC 9881 §3). */
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import type { MlDsaName } from '../../key-formats.ts';
import type { Bytes } from '../../port.ts';

const sets = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 } as const;

export function mlDsaPublicKey(name: MlDsaName, seed: Bytes): Bytes {
  return sets[name].keygen(seed).publicKey;
}

/** `randomness` are the 32 bytes rnd of FIPS 204 §5.2. */
export function signMlDsa(name: MlDsaName, seed: Bytes, data: Bytes, randomness: Bytes): Bytes {
  return sets[name].sign(data, sets[name].keygen(seed).secretKey, { extraEntropy: randomness });
}

export function verifyMlDsa(name: MlDsaName, publicKey: Bytes, data: Bytes, signature: Bytes): boolean {
  try {
    return sets[name].verify(signature, data, publicKey);
  } catch {
    return false;
  }
}
