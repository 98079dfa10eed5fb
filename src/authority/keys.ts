/**
 * Keys of the demo PKI, made in the user's browser: no private key ships with the site.
 *
 * EC keys come through the crypto port, so that a deterministic provider makes them repeatable; RSA
 * and Ed25519 keys need WebCrypto's generateKey.
 */
import { fromHex } from '../bytes/hex.ts';
import type { CurveName, Provider, SignatureName } from '../crypto/port.ts';
import { bitString, context, octetString, sequence, smallInteger } from './der.ts';
import type { KeyKind, KeyPair } from './pki.ts';

export interface KeyMaker {
  readonly provider: Provider;
  readonly subtle: SubtleCrypto;
}

/** Makes a key pair. RSA 1024 becomes RSA 2048 where the platform refuses it, and says so in `kind`. */
export async function makeKeyPair(kind: KeyKind, maker: KeyMaker): Promise<KeyPair> {
  switch (kind) {
    case 'EC P-256':
      return makeEc(kind, 'P-256', maker.provider);
    case 'EC P-384':
      return makeEc(kind, 'P-384', maker.provider);
    case 'Ed25519':
      return makeEd25519(maker);
    case 'RSA 1024':
      try {
        return await makeRsa(kind, 1024, maker.subtle);
      } catch {
        return makeRsa('RSA 2048', 2048, maker.subtle);
      }
    case 'RSA 2048':
      return makeRsa(kind, 2048, maker.subtle);
    case 'RSA 4096':
      return makeRsa(kind, 4096, maker.subtle);
    default: {
      const { makeRareKey } = await import('./rare-keys.ts');
      return makeRareKey(kind, maker);
    }
  }
}

/** The signature that a certificate gets from an issuer with such a key. */
export function certificateSignature(kind: KeyKind): SignatureName {
  switch (kind) {
    case 'EC P-256':
      return 'ECDSA-P256-SHA256';
    case 'EC P-384':
      return 'ECDSA-P384-SHA384';
    case 'Ed25519':
      return 'Ed25519';
    case 'RSA 1024':
    case 'RSA 2048':
    case 'RSA 4096':
      return 'RSA-PKCS1-SHA256';
    case 'RSASSA-PSS 2048':
      return 'RSA-PSS-SHA256';
    case 'DSA 2048':
      return 'DSA-SHA256';
    case 'Ed448':
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87':
      return kind;
    case 'DH 2048':
      throw new TypeError('a DH key signs nothing');
  }
}

// AlgorithmIdentifier of id-ecPublicKey with the curve, RFC 5480 §2.1.1.
const ecAlgorithm: Readonly<Record<'P-256' | 'P-384', string>> = {
  'P-256': '301306072a8648ce3d020106082a8648ce3d030107',
  'P-384': '301006072a8648ce3d020106052b81040022',
};
const ed25519Algorithm = '300506032b6570';

async function makeEc(
  kind: KeyKind,
  curve: CurveName & ('P-256' | 'P-384'),
  provider: Provider,
): Promise<KeyPair> {
  const { privateKey: scalar, publicKey: point } = (await provider.generateDhKeyPair(curve)).value;
  const algorithm = fromHex(ecAlgorithm[curve]);
  // ECPrivateKey, RFC 5915 §3. The public key is optional there, but not every platform imports without it.
  const key = sequence(smallInteger(1), octetString(scalar), context(1, bitString(point), true));
  return {
    kind,
    privateKey: sequence(smallInteger(0), algorithm, octetString(key)),
    publicKey: sequence(algorithm, bitString(point)),
  };
}

/** Of rsaEncryption, whatever `kind` says. */
export async function makeRsa(kind: KeyKind, modulusLength: number, subtle: SubtleCrypto): Promise<KeyPair> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength,
    publicExponent: Uint8Array.of(1, 0, 1),
  };
  return exported(kind, await subtle.generateKey(algorithm, true, ['sign', 'verify']), subtle);
}

async function makeEd25519({ provider, subtle }: KeyMaker): Promise<KeyPair> {
  try {
    return await exported(
      'Ed25519',
      await subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']),
      subtle,
    );
  } catch {
    const { ed25519PublicKey } = await import('../crypto/provider/library/curves.ts');
    const seed = provider.random(32);
    const algorithm = fromHex(ed25519Algorithm);
    return {
      kind: 'Ed25519',
      privateKey: sequence(smallInteger(0), algorithm, octetString(octetString(seed))),
      publicKey: sequence(algorithm, bitString(ed25519PublicKey(seed))),
    };
  }
}

async function exported(kind: KeyKind, pair: CryptoKeyPair, subtle: SubtleCrypto): Promise<KeyPair> {
  const [privateKey, publicKey] = await Promise.all([
    subtle.exportKey('pkcs8', pair.privateKey),
    subtle.exportKey('spki', pair.publicKey),
  ]);
  return { kind, privateKey: new Uint8Array(privateKey), publicKey: new Uint8Array(publicKey) };
}
