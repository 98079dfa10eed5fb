/**
 * A provider whose randomness is a number: the same calls in the same order give the same bytes. For
 * tests and for scripts that must repeat a run exactly; never for a connection that protects anything.
 *
 * All of it is library code, so that nothing of the platform's own randomness gets in. Signatures
 * are deterministic by themselves (RFC 6979 ECDSA, Ed25519, PKCS#1) or salted from the seed (RSA-PSS).
 */
import { gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from '../../bytes/hex.ts';
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
import { aeadTagLength, hashLength } from '../port.ts';
import { isEncapsulationKey, mlKem768, signatureParts } from './algorithms.ts';
import { signatureFromDer, signatureToDer } from './ecdsa.ts';
import { fieldLength, readPrivateKey, readPublicKey } from './key-formats.ts';
import { open as openChaCha, seal as sealChaCha } from './library/chacha.ts';
import {
  agree,
  generateDhKeyPair,
  signEcdsa,
  signEd25519,
  verifyEcdsa,
  verifyEd25519,
} from './library/curves.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from './library/kem.ts';
import { signPkcs1, signPss, verifyPkcs1, verifyPss } from './library/rsa.ts';

const hashes = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

/** A provider that repeats itself: `seed` (any number) decides all randomness. */
export function createDeterministicProvider(seed: number): Provider {
  return new DeterministicProvider(seededBytes(seed));
}

/**
 * A stream of bytes out of a number: HMAC-SHA-256 over a counter, keyed by the seed. Each call goes
 * on where the last one ended a block.
 */
export function seededBytes(seed: number): (length: number) => Bytes {
  const key = sha256(utf8(`handshake-lab deterministic ${seed}`));
  let counter = 0;
  return (length) => {
    let bytes = new Uint8Array();
    while (bytes.length < length) bytes = concat(bytes, hmac(sha256, key, utf8(String(counter++))));
    return bytes.slice(0, length);
  };
}

class DeterministicProvider implements Provider {
  readonly random: (length: number) => Bytes;

  constructor(random: (length: number) => Bytes) {
    this.random = random;
  }

  async digest(hash: HashName, data: Bytes): Promise<Computed<Bytes>> {
    return by('@noble/hashes', hashes[hash](data));
  }

  async hmac(hash: HashName, key: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    return by('@noble/hashes', hmac(hashes[hash], key, data));
  }

  async generateDhKeyPair(curve: CurveName): Promise<Computed<KeyPairBytes>> {
    return by('@noble/curves', generateDhKeyPair(curve, this.random));
  }

  async agree(
    curve: CurveName,
    privateKey: Bytes,
    _publicKey: Bytes,
    peerPublicKey: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    return by('@noble/curves', agree(curve, privateKey, peerPublicKey));
  }

  async generateKemKeyPair(_kem: KemName): Promise<Computed<KeyPairBytes>> {
    return by('@noble/post-quantum', generateKemKeyPair(this.random(mlKem768.seed)));
  }

  async encapsulate(
    _kem: KemName,
    publicKey: Bytes,
  ): Promise<Computed<{ readonly ciphertext: Bytes; readonly sharedSecret: Bytes } | undefined>> {
    if (!isEncapsulationKey(publicKey)) return by('@noble/post-quantum', undefined);
    return by('@noble/post-quantum', encapsulate(publicKey, this.random(mlKem768.coins)));
  }

  async decapsulate(_kem: KemName, privateKey: Bytes, ciphertext: Bytes): Promise<Computed<Bytes>> {
    return by('@noble/post-quantum', decapsulate(privateKey, ciphertext));
  }

  async sign(algorithm: SignatureName, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    const parts = signatureParts[algorithm];
    const key = readPrivateKey(privateKey);
    if (key === undefined || key.kind !== parts.key) throw new TypeError(`not a PKCS#8 key for ${algorithm}`);
    if (key.kind === 'RSA') {
      const { hash, scheme } = parts as Extract<typeof parts, { readonly key: 'RSA' }>;
      if (scheme === 'RSA-PKCS1') return by('@noble/hashes', signPkcs1(hash, key, data));
      return by('@noble/hashes', signPss(hash, key, data, this.random(hashLength[hash])));
    }
    if (key.kind === 'Ed25519') return by('@noble/curves', signEd25519(key.seed, data));
    return by('@noble/curves', signatureToDer(signEcdsa(key.kind, key.scalar, data)));
  }

  async verify(
    algorithm: SignatureName,
    publicKey: Bytes,
    data: Bytes,
    signature: Bytes,
  ): Promise<Computed<boolean>> {
    const parts = signatureParts[algorithm];
    const key = readPublicKey(publicKey);
    if (key === undefined || key.kind !== parts.key) return by('@noble/curves', false);
    if (key.kind === 'RSA') {
      const { hash, scheme } = parts as Extract<typeof parts, { readonly key: 'RSA' }>;
      const verifyRsa = scheme === 'RSA-PKCS1' ? verifyPkcs1 : verifyPss;
      return by('@noble/hashes', verifyRsa(hash, key, data, signature));
    }
    if (key.kind === 'Ed25519') return by('@noble/curves', verifyEd25519(key.point, data, signature));
    const raw = signatureFromDer(signature, fieldLength[key.kind]);
    return by('@noble/curves', raw !== undefined && verifyEcdsa(key.kind, key.point, data, raw));
  }

  async seal(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    plaintext: Bytes,
  ): Promise<Computed<Bytes>> {
    if (aead === 'ChaCha20-Poly1305') return by('@noble/ciphers', sealChaCha(key, nonce, aad, plaintext));
    return by('@noble/ciphers', gcm(key, nonce, aad).encrypt(plaintext));
  }

  async open(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    sealed: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    if (sealed.length < aeadTagLength) return by('@noble/ciphers', undefined);
    if (aead === 'ChaCha20-Poly1305') return by('@noble/ciphers', openChaCha(key, nonce, aad, sealed));
    try {
      return by('@noble/ciphers', gcm(key, nonce, aad).decrypt(sealed));
    } catch {
      return by('@noble/ciphers', undefined);
    }
  }
}

function by<T>(backend: Backend, value: T): Computed<T> {
  return { value, backend };
}
