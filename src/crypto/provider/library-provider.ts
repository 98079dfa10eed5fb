/** What no platform has, and every provider therefore takes from the libraries; loaded when first used. */
import { readPrivateKey, readPublicKey } from '../key-formats.ts';
import type { Backend, Bytes, CipherName, Computed, FfdhGroup, KeyPairBytes, RsaComputed } from '../port.ts';
import { libraries } from './library/index.ts';

/** Arithmetic on big numbers: finite-field Diffie-Hellman and RSA encryption. */
export abstract class LibraryProvider {
  abstract random(length: number): Bytes;

  async generateFfdhKeyPair(group: FfdhGroup): Promise<Computed<KeyPairBytes>> {
    const { generateFfdhKeyPair } = await libraries.ffdh();
    return bigNumbers(generateFfdhKeyPair(group, (length) => this.random(length)));
  }

  async agreeFfdh(
    group: FfdhGroup,
    privateKey: Bytes,
    peerPublicKey: Bytes,
  ): Promise<Computed<Bytes | undefined>> {
    const { agreeFfdh } = await libraries.ffdh();
    return bigNumbers(agreeFfdh(group, privateKey, peerPublicKey));
  }

  async rsaEncrypt(publicKey: Bytes, message: Bytes): Promise<RsaComputed> {
    const key = readPublicKey(publicKey);
    if (key?.kind !== 'RSA') return bigNumbers(undefined);
    const { rsaEncrypt } = await libraries.rsaes();
    const { encoded, ciphertext } = rsaEncrypt(key, message, (length) => this.random(length)) ?? {};
    return { ...bigNumbers(ciphertext), ...(encoded && { encoded }) };
  }

  async rsaDecrypt(privateKey: Bytes, ciphertext: Bytes): Promise<RsaComputed> {
    const key = readPrivateKey(privateKey);
    if (key?.kind !== 'RSA') throw new TypeError('not a PKCS#8 key for RSA');
    const { rsaDecrypt } = await libraries.rsaes();
    const { encoded, message } = rsaDecrypt(key, ciphertext) ?? {};
    return { ...bigNumbers(message), ...(encoded && { encoded }) };
  }
}

/** Triple DES, RC4, Camellia and ARIA. */
export async function libraryCipher(
  direction: 'encrypt' | 'decrypt',
  cipher: Exclude<CipherName, `AES-${string}`>,
  key: Bytes,
  iv: Bytes,
  data: Bytes,
): Promise<Computed<Bytes>> {
  if (cipher === '3DES-EDE-CBC') {
    const { decryptTripleDes, encryptTripleDes } = await libraries.des();
    const run = direction === 'encrypt' ? encryptTripleDes : decryptTripleDes;
    return { value: run(key, iv, data), backend: 'des.js' };
  }
  const { decrypt, encrypt } = await libraries.ciphers();
  const run = direction === 'encrypt' ? encrypt : decrypt;
  return { value: run(cipher, key, iv, data), backend: 'handshake-lab' };
}

/** Data for CBC that are no whole blocks, or an IV of another length, are our own bugs. */
export function assertBlocks(cipher: CipherName, iv: Bytes, data: Bytes, blockLength: number): void {
  if (blockLength === 0) return;
  if (iv.length !== blockLength || data.length % blockLength !== 0)
    throw new RangeError(`${cipher}: an IV of ${iv.length} and ${data.length} bytes are no blocks`);
}

function bigNumbers<T>(value: T): Computed<T> {
  const backend: Backend = 'micro-rsa-dsa-dh';
  return { value, backend };
}
