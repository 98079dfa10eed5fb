/** Signatures by library code, for every provider; loaded when first used. */
import { type PublicKeyParts, fieldLength, readPrivateKey } from '../key-formats.ts';
import type { Bytes, HashName } from '../port.ts';
import { type SignatureParts, keyFits } from './algorithms.ts';
import { signatureFromDer, signatureToDer } from './ecdsa.ts';
import { libraries } from './library/index.ts';

/** RSA is no part of it: every WebCrypto has it. */
export async function signByLibrary(
  parts: SignatureParts,
  privateKey: Bytes,
  data: Bytes,
  random: (length: number) => Bytes,
): Promise<Bytes> {
  const key = readPrivateKey(privateKey);
  if (key === undefined || !keyFits(parts, key))
    throw new TypeError(`not a PKCS#8 key for ${parts.scheme} with ${parts.key}`);
  switch (key.kind) {
    case 'P-256':
    case 'P-384':
    case 'P-521': {
      const { signEcdsa } = await libraries.curves();
      return signatureToDer(signEcdsa(key.kind, hashOf(parts), key.scalar, data));
    }
    case 'Ed25519': {
      const { signEd25519 } = await libraries.curves();
      return signEd25519(key.seed, data);
    }
    case 'Ed448': {
      const { signEd448 } = await libraries.curves448();
      return signEd448(key.seed, data);
    }
    case 'DSA': {
      const { signDsa } = await libraries.dsa();
      return signDsa(hashOf(parts), key, data);
    }
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87': {
      const { signMlDsa } = await libraries.mlDsa();
      return signMlDsa(key.kind, key.seed, data, random(32));
    }
    case 'RSA':
    case 'RSASSA-PSS':
    case 'DH':
      throw new TypeError('RSA signatures are WebCrypto’s everywhere, and DH keys sign nothing');
  }
}

export async function verifyByLibrary(
  parts: SignatureParts,
  key: PublicKeyParts,
  data: Bytes,
  signature: Bytes,
): Promise<boolean> {
  switch (key.kind) {
    case 'P-256':
    case 'P-384':
    case 'P-521': {
      const { verifyEcdsa } = await libraries.curves();
      const raw = signatureFromDer(signature, fieldLength[key.kind]);
      return raw !== undefined && verifyEcdsa(key.kind, hashOf(parts), key.point, data, raw);
    }
    case 'Ed25519': {
      const { verifyEd25519 } = await libraries.curves();
      return verifyEd25519(key.point, data, signature);
    }
    case 'Ed448': {
      const { verifyEd448 } = await libraries.curves448();
      return verifyEd448(key.point, data, signature);
    }
    case 'DSA': {
      const { verifyDsa } = await libraries.dsa();
      return verifyDsa(hashOf(parts), key, data, signature);
    }
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87': {
      const { verifyMlDsa } = await libraries.mlDsa();
      return verifyMlDsa(key.kind, key.key, data, signature);
    }
    case 'RSA':
    case 'RSASSA-PSS':
    case 'DH':
      return false;
  }
}

function hashOf(parts: SignatureParts): HashName {
  if (!('hash' in parts)) throw new TypeError(`${parts.scheme} brings its own hash`);
  return parts.hash;
}
