/** Modes of operation over any block cipher: CBC (SP 800-38A §6.2) and GCM (SP 800-38D), for the ciphers no library has. */
import { ghash } from '@noble/ciphers/_polyval.js';
import { concat, equal } from '../../../bytes/hex.ts';
import { type Bytes, aeadTagLength } from '../../port.ts';

/** A cipher of 16-byte blocks under one key. Both functions work in place, on the block at `at`. */
export interface BlockCipher {
  encrypt(bytes: Uint8Array, at: number): void;
  decrypt(bytes: Uint8Array, at: number): void;
}

const blockLength = 16;

/** Each block of plaintext is mixed with the ciphertext block before it. No padding. */
export function encryptCbc(cipher: BlockCipher, iv: Bytes, plaintext: Bytes): Bytes {
  const out = concat(iv, plaintext);
  for (let at = blockLength; at < out.length; at += blockLength) {
    xorBlock(out, at, out, at - blockLength);
    cipher.encrypt(out, at);
  }
  return out.slice(blockLength);
}

export function decryptCbc(cipher: BlockCipher, iv: Bytes, ciphertext: Bytes): Bytes {
  const before = concat(iv, ciphertext);
  const out = ciphertext.slice();
  for (let at = 0; at < out.length; at += blockLength) {
    cipher.decrypt(out, at);
    xorBlock(out, at, before, at);
  }
  return out;
}

/** Ciphertext || tag. */
export function sealGcm(cipher: BlockCipher, nonce: Bytes, aad: Bytes, plaintext: Bytes): Bytes {
  const ciphertext = counterMode(cipher, nonce, plaintext);
  return concat(ciphertext, tagOf(cipher, nonce, aad, ciphertext));
}

/** Undefined where the tag does not fit. */
export function openGcm(cipher: BlockCipher, nonce: Bytes, aad: Bytes, sealed: Bytes): Bytes | undefined {
  const ciphertext = sealed.slice(0, -aeadTagLength);
  const fits =
    sealed.length >= aeadTagLength &&
    equal(tagOf(cipher, nonce, aad, ciphertext), sealed.slice(-aeadTagLength));
  return fits ? counterMode(cipher, nonce, ciphertext) : undefined;
}

/** GCTR from the second counter block on: nonce || 00000002; the first one masks the tag. */
function counterMode(cipher: BlockCipher, nonce: Bytes, data: Bytes): Bytes {
  // The whole key stream first, block by block in place; then the data on top of it.
  const stream = new Uint8Array(blockLength * Math.ceil(data.length / blockLength));
  const view = new DataView(stream.buffer);
  for (let at = 0, counter = 2; at < stream.length; at += blockLength, counter++) {
    stream.set(nonce, at);
    view.setUint32(at + nonce.length, counter);
    cipher.encrypt(stream, at);
  }
  return data.map((byte, i) => byte ^ (stream[i] ?? 0));
}

/** GHASH over additional data, ciphertext and both lengths in bits, under H = E(0); masked by E(nonce || 00000001). */
function tagOf(cipher: BlockCipher, nonce: Bytes, aad: Bytes, ciphertext: Bytes): Bytes {
  const h = new Uint8Array(blockLength);
  cipher.encrypt(h, 0);
  const lengths = new DataView(new ArrayBuffer(blockLength));
  lengths.setBigUint64(0, 8n * BigInt(aad.length));
  lengths.setBigUint64(8, 8n * BigInt(ciphertext.length));
  // GHASH pads each update to whole blocks.
  const hash = ghash.create(h, aad.length + ciphertext.length + blockLength);
  hash.update(aad).update(ciphertext).update(new Uint8Array(lengths.buffer));
  const tag = Uint8Array.from(hash.digest());
  const mask = counterBlock(nonce, 1);
  cipher.encrypt(mask, 0);
  xorBlock(tag, 0, mask, 0);
  return tag;
}

function counterBlock(nonce: Bytes, counter: number): Bytes {
  return concat(nonce, Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter));
}

function xorBlock(bytes: Uint8Array, at: number, other: Uint8Array, otherAt: number): void {
  for (let i = 0; i < blockLength; i++) bytes[at + i] = (bytes[at + i] ?? 0) ^ (other[otherAt + i] ?? 0);
}
