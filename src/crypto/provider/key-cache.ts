/**
 * Keys are bytes at the port and CryptoKey objects inside. The import is remembered by the identity of the byte
 * array, so whoever passes the same array twice pays once; arrays must not be changed.
 */
export class KeyCache {
  readonly #keys = new WeakMap<Uint8Array, Map<string, CryptoKey>>();

  key(bytes: Uint8Array, use: string, make: () => Promise<CryptoKey>): CryptoKey | Promise<CryptoKey> {
    return this.#keys.get(bytes)?.get(use) ?? this.#make(bytes, use, make);
  }

  async #make(bytes: Uint8Array, use: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const key = await make();
    this.remember(bytes, use, key);
    return key;
  }

  remember(bytes: Uint8Array, use: string, key: CryptoKey): void {
    const uses = this.#keys.get(bytes) ?? new Map<string, CryptoKey>();
    uses.set(use, key);
    this.#keys.set(bytes, uses);
  }
}
