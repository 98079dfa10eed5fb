/**
 * The provider that ships: WebCrypto does the work, and what a platform lacks comes from libraries
 * that are loaded when they are first needed. Every result says who computed it.
 *
 * What the platform has is found out by trying, once for each feature and only when it is first
 * needed: X25519, Ed25519 and P-521, and from the newer draft of WebCrypto ("Modern Algorithms in
 * the Web Cryptography API") ChaCha20-Poly1305 and ML-KEM.
 *
 * Keys are bytes at the port and CryptoKey objects inside. The import is remembered by the identity
 * of the byte array, so whoever passes the same array twice pays once; arrays must not be changed.
 */
import { concat } from '../../bytes/hex.ts';
import type {
  AeadName,
  Backend,
  Bytes,
  Computed,
  CurveName,
  HashName,
  KemName,
  KeyPairBytes,
  Provider,
  SignatureName,
} from '../port.ts';
import { aeadTagLength } from '../port.ts';
import { type SignatureParts, isEncapsulationKey, mlKem768, signatureParts } from './algorithms.ts';
import { signatureFromDer, signatureToDer } from './ecdsa.ts';
import { type Feature, type ModernSubtle, findFeature } from './features.ts';
import { type PublicKeyParts, fieldLength, readPrivateKey, readPublicKey } from './key-formats.ts';
import { isPoint } from './points.ts';
import { libraries } from './library/index.ts';
import { aeadParameters, dhAlgorithm, importParameters, signParameters } from './web-parameters.ts';

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

class WebProvider implements Provider {
  readonly #crypto: Crypto;
  readonly #subtle: ModernSubtle;
  readonly #forced: ReadonlySet<Feature>;
  readonly #features = new Map<Feature, Promise<boolean>>();
  readonly #keys = new WeakMap<Uint8Array, Map<string, CryptoKey>>();

  constructor(crypto: Crypto, options: WebProviderOptions) {
    this.#crypto = crypto;
    this.#subtle = crypto.subtle as unknown as ModernSubtle;
    this.#forced = new Set(options.library);
  }

  random(length: number): Bytes {
    return this.#crypto.getRandomValues(new Uint8Array(length));
  }

  async digest(hash: HashName, data: Bytes): Promise<Computed<Bytes>> {
    return web(await this.#subtle.digest(hash, data));
  }

  async hmac(hash: HashName, key: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const imported = await this.#key(key, `HMAC ${hash}`, () => {
      // HMAC pads keys with zero bytes (RFC 2104 §2), so one zero byte is the same key as none;
      // WebCrypto refuses the empty one.
      const bytes = key.length === 0 ? new Uint8Array(1) : key;
      return this.#subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
    });
    return web(await this.#subtle.sign('HMAC', imported, data));
  }

  async generateDhKeyPair(curve: CurveName): Promise<Computed<KeyPairBytes>> {
    if (!(await this.#hasCurve(curve))) {
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
    if (!(await this.#hasCurve(curve))) {
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

  async sign(algorithm: SignatureName, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const parts = signatureParts[algorithm];
    if (!(await this.#hasSignature(parts))) return this.#signByLibrary(parts, privateKey, data);
    const key = await this.#key(privateKey, algorithm, () =>
      this.#subtle.importKey('pkcs8', privateKey, importParameters(parts), false, ['sign']),
    );
    const signature = new Uint8Array(await this.#subtle.sign(signParameters(parts), key, data));
    return { value: parts.scheme === 'ECDSA' ? signatureToDer(signature) : signature, backend: 'WebCrypto' };
  }

  async verify(
    algorithm: SignatureName,
    publicKey: Bytes,
    data: Bytes,
    signature: Bytes,
  ): Promise<Computed<boolean>> {
    const parts = signatureParts[algorithm];
    const native = await this.#hasSignature(parts);
    const backend: Backend = native ? 'WebCrypto' : '@noble/curves';
    const key = readPublicKey(publicKey);
    if (key === undefined || key.kind !== parts.key || !isUsable(key)) return { value: false, backend };
    const raw = parts.scheme === 'ECDSA' ? signatureFromDer(signature, fieldLength[parts.key]) : signature;
    if (raw === undefined) return { value: false, backend };
    if (!native) return { value: await verifyByLibrary(key, data, raw), backend };
    try {
      const imported = await this.#key(publicKey, algorithm, () =>
        this.#subtle.importKey('spki', publicKey, importParameters(parts), true, ['verify']),
      );
      return { value: await this.#subtle.verify(signParameters(parts), imported, raw, data), backend };
    } catch {
      // An RSA key too short for the hash: nothing such a key signed is valid.
      return { value: false, backend };
    }
  }

  async seal(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    plaintext: Bytes,
  ): Promise<Computed<Bytes>> {
    if (!(await this.#hasAead(aead))) {
      const { seal } = await libraries.chacha();
      return { value: seal(key, nonce, aad, plaintext), backend: '@noble/ciphers' };
    }
    const parameters = aeadParameters(aead, nonce, aad);
    return web(await this.#subtle.encrypt(parameters, await this.#aeadKey(aead, key), plaintext));
  }

  async open(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    sealed: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    const native = await this.#hasAead(aead);
    const backend = native ? 'WebCrypto' : '@noble/ciphers';
    if (sealed.length < aeadTagLength) return { value: undefined, backend };
    if (!native) {
      const { open } = await libraries.chacha();
      return { value: open(key, nonce, aad, sealed), backend };
    }
    const imported = await this.#aeadKey(aead, key);
    try {
      return web(await this.#subtle.decrypt(aeadParameters(aead, nonce, aad), imported, sealed));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'OperationError')
        return { value: undefined, backend };
      throw error;
    }
  }

  // --- What the platform has.

  #has(feature: Feature): Promise<boolean> {
    let known = this.#features.get(feature);
    if (known === undefined) {
      known = this.#forced.has(feature) ? Promise.resolve(false) : findFeature(this.#subtle, feature);
      this.#features.set(feature, known);
    }
    return known;
  }

  #hasCurve(curve: CurveName): Promise<boolean> | boolean {
    return curve === 'P-256' || curve === 'P-384' ? !this.#forced.has(curve) : this.#has(curve);
  }

  #hasSignature({ key }: SignatureParts): Promise<boolean> | boolean {
    if (key === 'RSA') return true;
    return key === 'Ed25519' ? this.#has(key) : this.#hasCurve(key);
  }

  #hasAead(aead: AeadName): Promise<boolean> | boolean {
    return aead === 'ChaCha20-Poly1305' ? this.#has(aead) : true;
  }

  // --- Keys.

  async #key(bytes: Bytes, use: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const known = this.#keys.get(bytes)?.get(use);
    if (known !== undefined) return known;
    const key = await make();
    this.#remember(bytes, use, key);
    return key;
  }

  #remember(bytes: Uint8Array, use: string, key: CryptoKey): void {
    const uses = this.#keys.get(bytes) ?? new Map<string, CryptoKey>();
    uses.set(use, key);
    this.#keys.set(bytes, uses);
  }

  #aeadKey(aead: AeadName, key: Bytes): Promise<CryptoKey> {
    return this.#key(key, aead, () =>
      aead === 'ChaCha20-Poly1305'
        ? this.#subtle.importKey('raw-secret', key, { name: aead }, false, ['encrypt', 'decrypt'])
        : this.#subtle.importKey('raw', key, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']),
    );
  }

  #importDhPrivateKey(curve: CurveName, privateKey: Bytes, publicKey: Bytes): Promise<CryptoKey> {
    const d = toBase64Url(privateKey);
    const half = (publicKey.length - 1) / 2;
    const jwk: JsonWebKey =
      curve === 'X25519'
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

  async #signByLibrary(parts: SignatureParts, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const { signEcdsa, signEd25519 } = await libraries.curves();
    const key = readPrivateKey(privateKey);
    if (key?.kind !== parts.key || key.kind === 'RSA')
      throw new TypeError(`not a PKCS#8 key for ${parts.scheme}`);
    const value =
      key.kind === 'Ed25519'
        ? signEd25519(key.seed, data)
        : signatureToDer(signEcdsa(key.kind, key.scalar, data));
    return { value, backend: '@noble/curves' };
  }
}

function web(value: ArrayBuffer): Computed<Bytes> {
  return { value: new Uint8Array(value), backend: 'WebCrypto' };
}

async function verifyByLibrary(key: PublicKeyParts, data: Bytes, signature: Bytes): Promise<boolean> {
  const { verifyEcdsa, verifyEd25519 } = await libraries.curves();
  if (key.kind === 'RSA') throw new Error('unreachable: RSA is always WebCrypto');
  if (key.kind === 'Ed25519') return verifyEd25519(key.point, data, signature);
  return verifyEcdsa(key.kind, key.point, data, signature);
}

function isUsable(key: PublicKeyParts): boolean {
  return key.kind === 'RSA' || key.kind === 'Ed25519' || isPoint(key.kind, key.point);
}

/** Only what is a key can be agreed with, RFC 9846 §4.3.8.2; X25519 takes any 32 bytes. */
function isPublicKey(curve: CurveName, key: Bytes): boolean {
  return curve === 'X25519' ? key.length === fieldLength[curve] : isPoint(curve, key);
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
