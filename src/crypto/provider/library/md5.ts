/** MD5 (RFC 1321) and HMAC-MD5 (RFC 2104) by @noble/hashes: WebCrypto never had it. */
import { hmac } from '@noble/hashes/hmac.js';
import { md5 } from '@noble/hashes/legacy.js';
import type { Bytes } from '../../port.ts';

export function digestMd5(data: Bytes): Bytes {
  return md5(data);
}

export function hmacMd5(key: Bytes, data: Bytes): Bytes {
  return hmac(md5, key, data);
}
