/**
 * A provider whose randomness is a number: the same calls in the same order give the same bytes. For
 * tests and for scripts that must repeat a run exactly; never for a connection that protects anything.
 *
 * All of it is library code, so that nothing of the platform's own randomness gets in. Signatures
 * are deterministic by themselves (RFC 6979 ECDSA, Ed25519, PKCS#1) or salted from the seed (RSA-PSS).
 */
import { cbc, ctr, gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from '../../bytes/hex.ts';
import { readPrivateKey, readPublicKey } from '../key-formats.ts';
import type {
  AeadName,
  Backend,
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
import { aeadTagLengthOf, cipherLengths, hashLength } from '../port.ts';
import {
  isAes,
  isCcm,
  isEncapsulationKey,
  isLibraryAead,
  keyFits,
  libraryOf,
  mlKem768,
  signatureParts,
} from './algorithms.ts';
import { signByLibrary, verifyByLibrary } from './library-signatures.ts';
import { LibraryProvider, assertBlocks, libraryCipher } from './library-provider.ts';
import { type AesModes, openCcm, sealCcm } from './library/ccm.ts';
import { open as openChaCha, seal as sealChaCha } from './library/chacha.ts';
import { open as openByLibrary, seal as sealByLibrary } from './library/ciphers.ts';
import { agree, generateDhKeyPair } from './library/curves.ts';
import { agreeX448, generateX448KeyPair } from './library/curves448.ts';
import { hashes } from './library/hashes.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from './library/kem.ts';
import { signPkcs1, signPss, verifyPkcs1, verifyPss } from './library/rsa.ts';

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

class DeterministicProvider extends LibraryProvider implements Provider {
  readonly #random: (length: number) => Bytes;

  constructor(random: (length: number) => Bytes) {
    super();
    this.#random = random;
  }

  random(length: number): Bytes {
    return this.#random(length);
  }

  async digest(hash: HashName, data: Bytes): Promise<Computed<Bytes>> {
    return by('@noble/hashes', hashes[hash](data));
  }

  async hmac(hash: HashName, key: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    return by('@noble/hashes', hmac(hashes[hash], key, data));
  }

  async generateDhKeyPair(curve: CurveName): Promise<Computed<KeyPairBytes>> {
    const pair =
      curve === 'X448' ? generateX448KeyPair(this.#random) : generateDhKeyPair(curve, this.#random);
    return by('@noble/curves', pair);
  }

  async agree(
    curve: CurveName,
    privateKey: Bytes,
    _publicKey: Bytes,
    peerPublicKey: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    const secret =
      curve === 'X448' ? agreeX448(privateKey, peerPublicKey) : agree(curve, privateKey, peerPublicKey);
    return by('@noble/curves', secret);
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
    const parts = signatureParts(algorithm);
    if (parts.key !== 'RSA')
      return by(libraryOf(parts), await signByLibrary(parts, privateKey, data, this.#random));
    const key = readPrivateKey(privateKey);
    if (key === undefined || !('prime1' in key) || !keyFits(parts, key))
      throw new TypeError(`not a PKCS#8 key for ${algorithm}`);
    const { hash, scheme } = parts;
    if (scheme === 'RSA-PKCS1') return by('@noble/hashes', signPkcs1(hash, key, data));
    return by('@noble/hashes', signPss(hash, key, data, this.random(hashLength[hash])));
  }

  async verify(
    algorithm: SignatureName,
    publicKey: Bytes,
    data: Bytes,
    signature: Bytes,
  ): Promise<Computed<boolean>> {
    const parts = signatureParts(algorithm);
    const key = readPublicKey(publicKey);
    if (key === undefined || !keyFits(parts, key)) return by(libraryOf(parts), false);
    if (!('modulus' in key) || parts.key !== 'RSA')
      return by(libraryOf(parts), await verifyByLibrary(parts, key, data, signature));
    const verifyRsa = parts.scheme === 'RSA-PKCS1' ? verifyPkcs1 : verifyPss;
    return by('@noble/hashes', verifyRsa(parts.hash, key, data, signature));
  }

  async encryptCipher(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    assertBlocks(cipher, iv, data, cipherLengths[cipher].block);
    if (!isAes(cipher)) return libraryCipher('encrypt', cipher, key, iv, data);
    return by('@noble/ciphers', cbc(key, iv, { disablePadding: true }).encrypt(data));
  }

  async decryptCipher(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    assertBlocks(cipher, iv, data, cipherLengths[cipher].block);
    if (!isAes(cipher)) return libraryCipher('decrypt', cipher, key, iv, data);
    return by('@noble/ciphers', cbc(key, iv, { disablePadding: true }).decrypt(data));
  }

  async seal(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    plaintext: Bytes,
  ): Promise<Computed<Bytes>> {
    if (isCcm(aead)) {
      const value = await sealCcm(modes(key), aeadTagLengthOf(aead), nonce, aad, plaintext);
      return by('@noble/ciphers', value);
    }
    if (isLibraryAead(aead)) return by('handshake-lab', sealByLibrary(aead, key, nonce, aad, plaintext));
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
    if (isCcm(aead)) {
      const value = await openCcm(modes(key), aeadTagLengthOf(aead), nonce, aad, sealed);
      return by('@noble/ciphers', value);
    }
    if (isLibraryAead(aead)) return by('handshake-lab', openByLibrary(aead, key, nonce, aad, sealed));
    if (sealed.length < aeadTagLengthOf(aead)) return by('@noble/ciphers', undefined);
    if (aead === 'ChaCha20-Poly1305') return by('@noble/ciphers', openChaCha(key, nonce, aad, sealed));
    try {
      return by('@noble/ciphers', gcm(key, nonce, aad).decrypt(sealed));
    } catch {
      return by('@noble/ciphers', undefined);
    }
  }
}

function modes(key: Bytes): AesModes {
  return {
    cbcMac: async (blocks) =>
      cbc(key, new Uint8Array(16), { disablePadding: true }).encrypt(blocks).slice(-16),
    counter: async (first, data) => ctr(key, first).encrypt(data),
  };
}

function by<T>(backend: Backend, value: T): Computed<T> {
  return { value, backend };
}
