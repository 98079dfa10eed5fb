/** Triple DES in CBC mode (FIPS 46-3, SP 800-67) by des.js: old, slow, small, and the only kept one. */
import { CBC, EDE } from 'des.js';
import type { Bytes } from '../../port.ts';

const TripleDesCbc = CBC.instantiate(EDE);

export function encryptTripleDes(key: Bytes, iv: Bytes, plaintext: Bytes): Bytes {
  return run('encrypt', key, iv, plaintext);
}

export function decryptTripleDes(key: Bytes, iv: Bytes, ciphertext: Bytes): Bytes {
  return run('decrypt', key, iv, ciphertext);
}

function run(type: 'encrypt' | 'decrypt', key: Bytes, iv: Bytes, data: Bytes): Bytes {
  if (data.length === 0) return new Uint8Array();
  const cipher = TripleDesCbc.create({ type, key, iv, padding: false });
  return Uint8Array.from([...cipher.update(data), ...cipher.final()]);
}
