/**
 * AES-CCM (SP 800-38C, RFC 3610): CBC-MAC and counter mode put together here, AES itself by whoever the caller
 * has for it: WebCrypto knows both modes, but not CCM.
 */
import { concat, equal } from '../../../bytes/hex.ts';
import type { Bytes } from '../../port.ts';

/** AES under one key. */
export interface AesModes {
  /** The last block of CBC encryption of whole blocks, with an IV of zeros. */
  readonly cbcMac: (blocks: Bytes) => Promise<Bytes>;
  /** Encryption in counter mode, from that first counter block on. */
  readonly counter: (first: Bytes, data: Bytes) => Promise<Bytes>;
}

/** Ciphertext || tag. */
export async function sealCcm(
  aes: AesModes,
  tagLength: number,
  nonce: Bytes,
  aad: Bytes,
  plaintext: Bytes,
): Promise<Bytes> {
  const mac = await aes.cbcMac(formatted(tagLength, nonce, aad, plaintext));
  // The first counter block masks the tag, the others the text: one call for both.
  const masked = await aes.counter(counterBlock(nonce), concat(mac, plaintext));
  return concat(masked.subarray(16), masked.subarray(0, tagLength));
}

/** Undefined where the tag does not fit. */
export async function openCcm(
  aes: AesModes,
  tagLength: number,
  nonce: Bytes,
  aad: Bytes,
  sealed: Bytes,
): Promise<Bytes | undefined> {
  if (sealed.length < tagLength) return undefined;
  const masked = new Uint8Array(16 + sealed.length - tagLength);
  masked.set(sealed.subarray(-tagLength));
  masked.set(sealed.subarray(0, -tagLength), 16);
  const clear = await aes.counter(counterBlock(nonce), masked);
  const plaintext = clear.slice(16);
  const mac = await aes.cbcMac(formatted(tagLength, nonce, aad, plaintext));
  return equal(mac.subarray(0, tagLength), clear.subarray(0, tagLength)) ? plaintext : undefined;
}

/** B0, additional data behind its length, text; each padded to whole blocks (RFC 3610 §2.2). Less than 64 KiB of either. */
function formatted(tagLength: number, nonce: Bytes, aad: Bytes, plaintext: Bytes): Bytes {
  const lengthBytes = 15 - nonce.length;
  const flags = (aad.length > 0 ? 0x40 : 0) | (((tagLength - 2) / 2) << 3) | (lengthBytes - 1);
  const length = new Uint8Array(lengthBytes);
  length.set(
    [plaintext.length >>> 16, plaintext.length >>> 8, plaintext.length].slice(-lengthBytes),
    Math.max(0, lengthBytes - 3),
  );
  const header = concat(Uint8Array.of(flags), nonce, length);
  const data = aad.length > 0 ? padded(concat(Uint8Array.of(aad.length >>> 8, aad.length), aad)) : aad;
  return concat(header, data, padded(plaintext));
}

function counterBlock(nonce: Bytes): Bytes {
  const block = new Uint8Array(16);
  block[0] = 14 - nonce.length;
  block.set(nonce, 1);
  return block;
}

function padded(bytes: Bytes): Bytes {
  const result = new Uint8Array(16 * Math.ceil(bytes.length / 16));
  result.set(bytes);
  return result;
}
