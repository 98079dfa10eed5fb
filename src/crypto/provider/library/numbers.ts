/** Big-endian bytes as numbers and back, and powers modulo a number: for what WebCrypto has no function for. */
import { pow } from 'micro-rsa-dsa-dh/utils.js';
import { fromHex, toHex } from '../../../bytes/hex.ts';
import type { Bytes } from '../../port.ts';

export { pow };

export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes) || '0'}`);
}

/** `length` bytes, zeros in front. */
export function bytesOf(number: bigint, length: number): Bytes {
  return fromHex(number.toString(16).padStart(2 * length, '0')) as Bytes;
}
