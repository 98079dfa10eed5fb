/** Ciphers and AEADs for the web provider. */
import {
  type AeadName,
  type Backend,
  type Bytes,
  type CipherName,
  type Computed,
  aeadTagLengthOf,
  cipherLengths,
} from '../port.ts';
import { isAes, isCcm, isLibraryAead } from './algorithms.ts';
import type { ModernSubtle } from './features.ts';
import type { KeyCache } from './key-cache.ts';
import { assertBlocks, libraryCipher } from './library-provider.ts';
import type { AesModes } from './library/ccm.ts';
import { libraries } from './library/index.ts';
import { aeadParameters } from './web-parameters.ts';

export class WebCiphers {
  readonly #subtle: ModernSubtle;
  readonly #keys: KeyCache;
  readonly #hasChaCha: () => Promise<boolean> | boolean;

  constructor(subtle: ModernSubtle, keys: KeyCache, hasChaCha: () => Promise<boolean> | boolean) {
    this.#subtle = subtle;
    this.#keys = keys;
    this.#hasChaCha = hasChaCha;
  }

  async encrypt(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    assertBlocks(cipher, iv, data, cipherLengths[cipher].block);
    if (!isAes(cipher)) return libraryCipher('encrypt', cipher, key, iv, data);
    return web(await this.#encryptCbc(key, iv, data));
  }

  async decrypt(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>> {
    assertBlocks(cipher, iv, data, cipherLengths[cipher].block);
    if (!isAes(cipher)) return libraryCipher('decrypt', cipher, key, iv, data);
    if (data.length === 0) return web(data);
    // WebCrypto insists on padding, and here there may be any or none: a block that decrypts to padding and
    // nothing else is put behind the data. It comes from encrypting nothing, chained to the last block.
    const imported = await this.#aesKey(key, 'AES-CBC');
    const padding = await this.#subtle.encrypt(
      { name: 'AES-CBC', iv: data.slice(-iv.length) },
      imported,
      new Uint8Array(),
    );
    const padded = new Uint8Array(data.length + padding.byteLength);
    padded.set(data);
    padded.set(new Uint8Array(padding), data.length);
    return web(await this.#subtle.decrypt({ name: 'AES-CBC', iv }, imported, padded));
  }

  async seal(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    plaintext: Bytes,
  ): Promise<Computed<Bytes>> {
    if (isCcm(aead)) {
      const { sealCcm } = await libraries.ccm();
      return web(await sealCcm(this.#modes(key), aeadTagLengthOf(aead), nonce, aad, plaintext));
    }
    if (isLibraryAead(aead)) {
      const { seal } = await libraries.ciphers();
      return { value: seal(aead, key, nonce, aad, plaintext), backend: 'handshake-lab' };
    }
    if (aead === 'ChaCha20-Poly1305' && !(await this.#hasChaCha())) {
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
    if (isCcm(aead)) {
      const { openCcm } = await libraries.ccm();
      const value = await openCcm(this.#modes(key), aeadTagLengthOf(aead), nonce, aad, sealed);
      return { value, backend: 'WebCrypto' };
    }
    if (isLibraryAead(aead)) {
      const { open } = await libraries.ciphers();
      return { value: open(aead, key, nonce, aad, sealed), backend: 'handshake-lab' };
    }
    const native = aead !== 'ChaCha20-Poly1305' || (await this.#hasChaCha());
    const backend: Backend = native ? 'WebCrypto' : '@noble/ciphers';
    if (sealed.length < aeadTagLengthOf(aead)) return { value: undefined, backend };
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

  /** CBC without the block of padding that WebCrypto puts behind the data. */
  async #encryptCbc(key: Bytes, iv: Bytes, data: Bytes): Promise<ArrayBuffer> {
    const padded = await this.#subtle.encrypt(
      { name: 'AES-CBC', iv },
      await this.#aesKey(key, 'AES-CBC'),
      data,
    );
    return padded.slice(0, data.length);
  }

  #modes(key: Bytes): AesModes {
    return {
      cbcMac: async (blocks) =>
        new Uint8Array(await this.#encryptCbc(key, new Uint8Array(16), blocks)).slice(-16),
      counter: async (counter, data) => {
        const imported = await this.#aesKey(key, 'AES-CTR');
        const parameters = { name: 'AES-CTR', counter, length: 16 };
        return new Uint8Array(await this.#subtle.encrypt(parameters, imported, data));
      },
    };
  }

  #aeadKey(aead: AeadName, key: Bytes): CryptoKey | Promise<CryptoKey> {
    return aead === 'ChaCha20-Poly1305'
      ? this.#keys.key(key, aead, () =>
          this.#subtle.importKey('raw-secret', key, { name: aead }, false, ['encrypt', 'decrypt']),
        )
      : this.#aesKey(key, 'AES-GCM');
  }

  #aesKey(key: Bytes, name: 'AES-GCM' | 'AES-CBC' | 'AES-CTR'): CryptoKey | Promise<CryptoKey> {
    return this.#keys.key(key, name, () =>
      this.#subtle.importKey('raw', key, { name }, false, ['encrypt', 'decrypt']),
    );
  }
}

function web(value: ArrayBuffer | Bytes): Computed<Bytes> {
  return { value: new Uint8Array(value), backend: 'WebCrypto' };
}
