/** Signatures for the web provider: WebCrypto where it knows the scheme, a library where not. */
import { once } from '../../bytes/once.ts';
import { type PublicKeyParts, fieldLength, readPrivateKey, readPublicKey } from '../key-formats.ts';
import type { Backend, Bytes, Computed, SignatureName } from '../port.ts';
import { type SignatureParts, keyFits, libraryOf, signatureParts } from './algorithms.ts';
import { signatureFromDer, signatureToDer } from './ecdsa.ts';
import type { Feature, ModernSubtle } from './features.ts';
import type { KeyCache } from './key-cache.ts';
import { isPoint } from './points.ts';
import { type WebSignature, importParameters, signParameters } from './web-parameters.ts';

/** What WebCrypto lacks is loaded when a key of that kind turns up. */
const library = once(() => import('./library-signatures.ts'));
const pssKeys = once(() => import('../pss-keys.ts'));

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
    if (key === undefined || !keyFits(parts, key) || !isUsable(key)) return { value: false, backend };
    if (parts.scheme === 'DSA' || !native)
      return { value: await (await library()).verifyByLibrary(parts, key, data, signature), backend };
    const raw = parts.scheme === 'ECDSA' ? signatureFromDer(signature, fieldLength[parts.key]) : signature;
    if (raw === undefined) return { value: false, backend };
    try {
      const imported = await this.#keys.key(publicKey, algorithm, async () => {
        if (key.kind === 'ML-DSA-44' || key.kind === 'ML-DSA-65' || key.kind === 'ML-DSA-87')
          return this.#subtle.importKey('raw-public', key.key, importParameters(parts), true, ['verify']);
        const spki = key.kind === 'RSASSA-PSS' ? (await pssKeys()).asRsaEncryption(publicKey) : publicKey;
        return this.#subtle.importKey('spki', spki, importParameters(parts), true, ['verify']);
      });
      return { value: await this.#subtle.verify(signParameters(parts), imported, raw, data), backend };
    } catch {
      // An RSA key too short for the hash: nothing such a key signed is valid.
      return { value: false, backend };
    }
  }

  #native(parts: WebSignature): Promise<boolean> | boolean {
    return parts.key === 'RSA' ? true : this.#has(parts.key);
  }

  async #importPrivate(parts: WebSignature, privateKey: Bytes): Promise<CryptoKey> {
    const key = readPrivateKey(privateKey);
    if (parts.scheme !== 'ML-DSA') {
      const pkcs8 =
        key?.kind === 'RSASSA-PSS' && keyFits(parts, key)
          ? (await pssKeys()).asRsaEncryption(privateKey)
          : privateKey;
      return this.#subtle.importKey('pkcs8', pkcs8, importParameters(parts), false, ['sign']);
    }
    if (key?.kind !== parts.key || !('seed' in key)) throw new TypeError(`not a PKCS#8 key for ${parts.key}`);
    return this.#subtle.importKey('raw-seed', key.seed, importParameters(parts), false, ['sign']);
  }

  async #signByLibrary(parts: SignatureParts, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const value = await (await library()).signByLibrary(parts, privateKey, data, this.#random);
    return { value, backend: libraryOf(parts) };
  }
}

function isUsable(key: PublicKeyParts): boolean {
  return 'point' in key && key.kind.startsWith('P-') ? isPoint(key.kind as 'P-256', key.point) : true;
}
