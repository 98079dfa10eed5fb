/**
 * The provider that ships: WebCrypto does the work, and what a platform lacks comes from libraries
 * that are loaded when they are first needed. Every result says who computed it.
 *
 * What the platform has is found out by trying, once for each feature and only when it is first
 * needed: X25519, Ed25519 and P-521, and from the newer draft of WebCrypto ("Modern Algorithms in
 * the Web Cryptography API") ChaCha20-Poly1305, ML-KEM and ML-DSA.
 */
import { concat } from '../../bytes/hex.ts';
import { fieldLength } from '../key-formats.ts';
import type {
  AeadName,
  Bytes,
  CipherName,
  Computed,
  CurveName,
  HashName,
  KemName,
  KeyPairBytes,
  Provider,
  SignatureName,
} from '../port.ts';
import { isEncapsulationKey, mlKem768 } from './algorithms.ts';
import { type Feature, type ModernSubtle, findFeature } from './features.ts';
import { KeyCache } from './key-cache.ts';
import { LibraryProvider } from './library-provider.ts';
import { libraries } from './library/index.ts';
import { isPoint } from './points.ts';
import { WebCiphers } from './web-ciphers.ts';
import { dhAlgorithm } from './web-parameters.ts';
import { WebSignatures } from './web-signatures.ts';

export interface WebProviderOptions {
  /** Features to take from the library although the platform may have them; for comparisons. */
  readonly library?: readonly Feature[];
}

/** The page is not in a secure context, or the browser has no WebCrypto at all. */
export class WebCryptoMissing extends Error {
  override readonly name = 'WebCryptoMissing';
}

/** A provider on the platform's WebCrypto. Throws WebCryptoMissing where there is none. */
export async function createProvider(options: WebProviderOptions = {}): Promise<Provider> {
  const { crypto } = globalThis as { readonly crypto?: Crypto };
  if (crypto?.subtle === undefined)
    throw new WebCryptoMissing('WebCrypto needs a secure context (https or localhost)');
  return new WebProvider(crypto, options);
}

class WebProvider extends LibraryProvider implements Provider {
  readonly #crypto: Crypto;
  readonly #subtle: ModernSubtle;
  readonly #forced: ReadonlySet<Feature>;
  readonly #features = new Map<Feature, Promise<boolean>>();
  readonly #keys = new KeyCache();
  readonly #signatures: WebSignatures;
  readonly #ciphers: WebCiphers;

  constructor(crypto: Crypto, options: WebProviderOptions) {
    super();
    this.#crypto = crypto;
    this.#subtle = crypto.subtle as unknown as ModernSubtle;
    this.#forced = new Set(options.library);
    const has = (feature: Feature) => this.#has(feature);
    this.#signatures = new WebSignatures(this.#subtle, this.#keys, has, (length) => this.random(length));
    this.#ciphers = new WebCiphers(this.#subtle, this.#keys, () => has('ChaCha20-Poly1305'));
  }

  random(length: number): Bytes {
    return this.#crypto.getRandomValues(new Uint8Array(length));
  }

  async digest(hash: HashName, data: Bytes): Promise<Computed<Bytes>> {
    if (hash === 'MD5') {
      const { digestMd5 } = await libraries.md5();
      return { value: digestMd5(data), backend: '@noble/hashes' };
    }
    return web(await this.#subtle.digest(hash, data));
  }

  async hmac(hash: HashName, key: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    if (hash === 'MD5') {
      const { hmacMd5 } = await libraries.md5();
      return { value: hmacMd5(key, data), backend: '@noble/hashes' };
    }
    const imported = await this.#key(key, `HMAC ${hash}`, () => {
      // HMAC pads keys with zero bytes (RFC 2104 §2), so one zero byte is the same key as none;
      // WebCrypto refuses the empty one.
      const bytes = key.length === 0 ? new Uint8Array(1) : key;
      return this.#subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
    });
    return web(await this.#subtle.sign('HMAC', imported, data));
  }

  async generateDhKeyPair(curve: CurveName): Promise<Computed<KeyPairBytes>> {
    if (!(await this.#has(curve))) {
      if (curve === 'X448') {
        const { generateX448KeyPair } = await libraries.curves448();
        return { value: generateX448KeyPair((length) => this.random(length)), backend: '@noble/curves' };
      }
      const { generateDhKeyPair } = await libraries.curves();
      return { value: generateDhKeyPair(curve, (length) => this.random(length)), backend: '@noble/curves' };
    }
    const pair = (await this.#subtle.generateKey(dhAlgorithm(curve), true, ['deriveBits'])) as CryptoKeyPair;
    // One export holds both halves: d, x and, for the NIST curves, y.
    const { d = '', x = '', y } = await this.#subtle.exportKey('jwk', pair.privateKey);
    const privateKey = fromBase64Url(d);
    const publicKey =
      y === undefined ? fromBase64Url(x) : concat(Uint8Array.of(4), fromBase64Url(x), fromBase64Url(y));
    this.#remember(privateKey, curve, pair.privateKey);
    this.#remember(publicKey, curve, pair.publicKey);
    return { value: { privateKey, publicKey }, backend: 'WebCrypto' };
  }

  async agree(
    curve: CurveName,
    privateKey: Bytes,
    publicKey: Bytes,
    peerPublicKey: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    if (!(await this.#has(curve))) {
      if (curve === 'X448') {
        const { agreeX448 } = await libraries.curves448();
        return { value: agreeX448(privateKey, peerPublicKey), backend: '@noble/curves' };
      }
      const { agree } = await libraries.curves();
      return { value: agree(curve, privateKey, peerPublicKey), backend: '@noble/curves' };
    }
    if (!isPublicKey(curve, peerPublicKey)) return { value: undefined, backend: 'WebCrypto' };
    const own = await this.#key(privateKey, curve, () =>
      this.#importDhPrivateKey(curve, privateKey, publicKey),
    );
    try {
      // X25519 fails on the all-zero result.
      const peer = await this.#key(peerPublicKey, curve, () =>
        this.#subtle.importKey('raw', peerPublicKey, dhAlgorithm(curve), true, []),
      );
      const bits = 8 * fieldLength[curve];
      const shared = await this.#subtle.deriveBits({ ...dhAlgorithm(curve), public: peer }, own, bits);
      const value = new Uint8Array(shared);
      return { value: value.some((byte) => byte !== 0) ? value : undefined, backend: 'WebCrypto' };
    } catch {
      return { value: undefined, backend: 'WebCrypto' };
    }
  }

  async generateKemKeyPair(kem: KemName): Promise<Computed<KeyPairBytes>> {
    if (!(await this.#has(kem))) {
      const { generateKemKeyPair } = await libraries.kem();
      return { value: generateKemKeyPair(this.random(mlKem768.seed)), backend: '@noble/post-quantum' };
    }
    const usages = ['encapsulateBits', 'decapsulateBits'] as unknown as KeyUsage[];
    const pair = (await this.#subtle.generateKey({ name: kem }, true, usages)) as CryptoKeyPair;
    const [seed, encapsulationKey] = await Promise.all([
      this.#subtle.exportKey('raw-seed', pair.privateKey),
      this.#subtle.exportKey('raw-public', pair.publicKey),
    ]);
    const value = { privateKey: new Uint8Array(seed), publicKey: new Uint8Array(encapsulationKey) };
    this.#remember(value.privateKey, kem, pair.privateKey);
    this.#remember(value.publicKey, kem, pair.publicKey);
    return { value, backend: 'WebCrypto' };
  }

  async encapsulate(
    kem: KemName,
    publicKey: Bytes,
  ): Promise<Computed<{ readonly ciphertext: Bytes; readonly sharedSecret: Bytes } | undefined>> {
    const native = await this.#has(kem);
    const backend = native ? 'WebCrypto' : '@noble/post-quantum';
    if (!isEncapsulationKey(publicKey)) return { value: undefined, backend };
    if (!native) {
      const { encapsulate } = await libraries.kem();
      return { value: encapsulate(publicKey, this.random(mlKem768.coins)), backend };
    }
    const usages = ['encapsulateBits'] as unknown as KeyUsage[];
    const key = await this.#key(publicKey, kem, () =>
      this.#subtle.importKey('raw-public', publicKey, { name: kem }, true, usages),
    );
    const { ciphertext, sharedKey } = await this.#subtle.encapsulateBits({ name: kem }, key);
    return {
      value: { ciphertext: new Uint8Array(ciphertext), sharedSecret: new Uint8Array(sharedKey) },
      backend,
    };
  }

  async decapsulate(kem: KemName, privateKey: Bytes, ciphertext: Bytes): Promise<Computed<Bytes>> {
    if (ciphertext.length !== mlKem768.ciphertext) {
      throw new RangeError(
        `an ML-KEM-768 ciphertext has ${mlKem768.ciphertext} bytes, not ${ciphertext.length}`,
      );
    }
    if (!(await this.#has(kem))) {
      const { decapsulate } = await libraries.kem();
      return { value: decapsulate(privateKey, ciphertext), backend: '@noble/post-quantum' };
    }
    const usages = ['decapsulateBits'] as unknown as KeyUsage[];
    const key = await this.#key(privateKey, kem, () =>
      this.#subtle.importKey('raw-seed', privateKey, { name: kem }, true, usages),
    );
    return web(await this.#subtle.decapsulateBits({ name: kem }, key, ciphertext));
  }

  sign(algorithm: SignatureName, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    return this.#signatures.sign(algorithm, privateKey, data);
  }

  verify(
    algorithm: SignatureName,
    publicKey: Bytes,
    data: Bytes,
    signature: Bytes,
  ): Promise<Computed<boolean>> {
    return this.#signatures.verify(algorithm, publicKey, data, signature);
  }

  encryptCipher(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    return this.#ciphers.encrypt(cipher, key, iv, data);
  }

  decryptCipher(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    return this.#ciphers.decrypt(cipher, key, iv, data);
  }

  seal(aead: AeadName, key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Promise<Computed<Bytes>> {
    return this.#ciphers.seal(aead, key, nonce, aad, plaintext);
  }

  open(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    sealed: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    return this.#ciphers.open(aead, key, nonce, aad, sealed);
  }

  // --- What the platform has.

  #has(feature: Feature): Promise<boolean> | boolean {
    if (this.#forced.has(feature)) return false;
    if (feature === 'P-256' || feature === 'P-384') return true;
    let known = this.#features.get(feature);
    if (known === undefined) {
      known = findFeature(this.#subtle, feature);
      this.#features.set(feature, known);
    }
    return known;
  }

  // --- Keys.

  #key(bytes: Bytes, use: string, make: () => Promise<CryptoKey>): CryptoKey | Promise<CryptoKey> {
    return this.#keys.key(bytes, use, make);
  }

  #remember(bytes: Uint8Array, use: string, key: CryptoKey): void {
    this.#keys.remember(bytes, use, key);
  }

  #importDhPrivateKey(curve: CurveName, privateKey: Bytes, publicKey: Bytes): Promise<CryptoKey> {
    const d = toBase64Url(privateKey);
    const half = (publicKey.length - 1) / 2;
    const jwk: JsonWebKey =
      curve === 'X25519' || curve === 'X448'
        ? { kty: 'OKP', crv: curve, d, x: toBase64Url(publicKey) }
        : {
            kty: 'EC',
            crv: curve,
            d,
            x: toBase64Url(publicKey.subarray(1, 1 + half)),
            y: toBase64Url(publicKey.subarray(1 + half)),
          };
    return this.#subtle.importKey('jwk', jwk, dhAlgorithm(curve), true, ['deriveBits']);
  }
}

function web(value: ArrayBuffer): Computed<Bytes> {
  return { value: new Uint8Array(value), backend: 'WebCrypto' };
}

/** Only what is a key can be agreed with, RFC 9846 §4.3.8.2; X25519 and X448 take any bytes. */
function isPublicKey(curve: CurveName, key: Bytes): boolean {
  return curve === 'X25519' || curve === 'X448' ? key.length === fieldLength[curve] : isPoint(curve, key);
}

function fromBase64Url(text: string): Bytes {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
