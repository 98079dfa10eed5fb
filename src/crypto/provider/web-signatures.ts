/** Signatures for the web provider: WebCrypto where it knows the scheme, a library where not. */
import { type PublicKeyParts, fieldLength, readPrivateKey, readPublicKey } from '../key-formats.ts';
import type { Backend, Bytes, Computed, SignatureName } from '../port.ts';
import { type SignatureParts, signatureParts } from './algorithms.ts';
import { signatureFromDer, signatureToDer } from './ecdsa.ts';
import type { Feature, ModernSubtle } from './features.ts';
import type { KeyCache } from './key-cache.ts';
import { libraries } from './library/index.ts';
import { isPoint } from './points.ts';
import { type WebSignature, importParameters, signParameters } from './web-parameters.ts';

export class WebSignatures {
  readonly #subtle: ModernSubtle;
  readonly #keys: KeyCache;
  readonly #has: (feature: Feature) => Promise<boolean> | boolean;
  readonly #random: (length: number) => Bytes;

  constructor(
    subtle: ModernSubtle,
    keys: KeyCache,
    has: (feature: Feature) => Promise<boolean> | boolean,
    random: (length: number) => Bytes,
  ) {
    this.#subtle = subtle;
    this.#keys = keys;
    this.#has = has;
    this.#random = random;
  }

  async sign(algorithm: SignatureName, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const parts = signatureParts(algorithm);
    if (parts.scheme === 'DSA' || !(await this.#native(parts)))
      return this.#signByLibrary(parts, privateKey, data);
    const key = await this.#keys.key(privateKey, algorithm, () => this.#importPrivate(parts, privateKey));
    const signature = new Uint8Array(await this.#subtle.sign(signParameters(parts), key, data));
    return { value: parts.scheme === 'ECDSA' ? signatureToDer(signature) : signature, backend: 'WebCrypto' };
  }

  async verify(
    algorithm: SignatureName,
    publicKey: Bytes,
    data: Bytes,
    signature: Bytes,
  ): Promise<Computed<boolean>> {
    const parts = signatureParts(algorithm);
    const native = parts.scheme !== 'DSA' && (await this.#native(parts));
    const backend: Backend = native ? 'WebCrypto' : libraryOf(parts);
    const key = readPublicKey(publicKey);
    if (key === undefined || key.kind !== parts.key || !isUsable(key)) return { value: false, backend };
    if (parts.scheme === 'DSA' || !native)
      return { value: await verifyByLibrary(parts, key, data, signature), backend };
    const raw = parts.scheme === 'ECDSA' ? signatureFromDer(signature, fieldLength[parts.key]) : signature;
    if (raw === undefined) return { value: false, backend };
    try {
      const imported = await this.#keys.key(publicKey, algorithm, () =>
        key.kind === 'ML-DSA-44' || key.kind === 'ML-DSA-65' || key.kind === 'ML-DSA-87'
          ? this.#subtle.importKey('raw-public', key.key, importParameters(parts), true, ['verify'])
          : this.#subtle.importKey('spki', publicKey, importParameters(parts), true, ['verify']),
      );
      return { value: await this.#subtle.verify(signParameters(parts), imported, raw, data), backend };
    } catch {
      // An RSA key too short for the hash: nothing such a key signed is valid.
      return { value: false, backend };
    }
  }

  #native(parts: WebSignature): Promise<boolean> | boolean {
    return parts.key === 'RSA' ? true : this.#has(parts.key);
  }

  #importPrivate(parts: WebSignature, privateKey: Bytes): Promise<CryptoKey> {
    if (parts.scheme !== 'ML-DSA')
      return this.#subtle.importKey('pkcs8', privateKey, importParameters(parts), false, ['sign']);
    const key = readPrivateKey(privateKey);
    if (key?.kind !== parts.key) throw new TypeError(`not a PKCS#8 key for ${parts.key}`);
    return this.#subtle.importKey('raw-seed', key.seed, importParameters(parts), false, ['sign']);
  }

  async #signByLibrary(parts: SignatureParts, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const value = await signByLibrary(parts, privateKey, data, this.#random);
    return { value, backend: libraryOf(parts) };
  }
}

/** Whose code does what WebCrypto does not. */
export function libraryOf({ scheme }: SignatureParts): Backend {
  if (scheme === 'DSA') return 'micro-rsa-dsa-dh';
  return scheme === 'ML-DSA' ? '@noble/post-quantum' : '@noble/curves';
}

/** RSA is no part of it: every WebCrypto has it. */
export async function signByLibrary(
  parts: SignatureParts,
  privateKey: Bytes,
  data: Bytes,
  random: (length: number) => Bytes,
): Promise<Bytes> {
  const key = readPrivateKey(privateKey);
  if (key?.kind !== parts.key) throw new TypeError(`not a PKCS#8 key for ${parts.scheme} with ${parts.key}`);
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
      throw new TypeError('RSA signatures are WebCrypto’s everywhere');
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
    case 'DH':
      return false;
  }
}

function hashOf(parts: SignatureParts) {
  if (!('hash' in parts)) throw new TypeError(`${parts.scheme} brings its own hash`);
  return parts.hash;
}

function isUsable(key: PublicKeyParts): boolean {
  return 'point' in key && key.kind.startsWith('P-') ? isPoint(key.kind as 'P-256', key.point) : true;
}
