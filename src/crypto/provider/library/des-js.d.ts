/** What is used of des.js, which has no types of its own. */
declare module 'des.js' {
  interface CipherOptions {
    readonly type: 'encrypt' | 'decrypt';
    readonly key: Uint8Array;
    readonly iv: Uint8Array;
    readonly padding: boolean;
  }
  interface Cipher {
    update(data: Uint8Array): number[];
    final(): number[];
  }
  interface CipherClass {
    create(options: CipherOptions): Cipher;
  }
  export const EDE: CipherClass;
  export const CBC: { instantiate(base: CipherClass): CipherClass };
}
