/** The shape that certificates, requests, lists and answers share: what is signed, how, and the signature. */
import type { Bytes, Provider } from '../crypto/port.ts';
import { bitString, sequence } from './der.ts';
import { certificateSignature } from './keys.ts';
import type { KeyPair } from './pki.ts';
import { signatureAlgorithm } from './sign.ts';

/** SEQUENCE { toBeSigned, AlgorithmIdentifier, BIT STRING, … }, signed with the usual algorithm of the key. */
export async function signed(
  toBeSigned: Bytes,
  key: KeyPair,
  provider: Provider,
  ...more: readonly Bytes[]
): Promise<Bytes> {
  const { value } = await provider.sign(certificateSignature(key.kind), key.privateKey, toBeSigned);
  return sequence(toBeSigned, signatureAlgorithm(key.kind), bitString(value), ...more);
}

/** AlgorithmIdentifier of what `signed` does with this key; it also stands inside what is signed. */
export function algorithmOf(key: KeyPair): Bytes {
  return signatureAlgorithm(key.kind);
}
