/**
 * RSAES-PKCS1-v1_5, RFC 8017 §7.2: the encryption of TLS 1.2's RSA key exchange. WebCrypto left it out on purpose;
 * whoever can ask a server whether a padding was right can decrypt with it (Bleichenbacher 1998).
 *
 * The arithmetic is micro-rsa-dsa-dh's. Its own PKCS1_KEM draws its padding from the platform, and runs here must
 * be repeatable, so the randomness comes in as an argument.
 */
import { concat } from '../../../bytes/hex.ts';
import type { PrivateKeyParts, PublicKeyParts } from '../../key-formats.ts';
import type { Bytes } from '../../port.ts';
import { bytesOf, numberOf, pow } from './numbers.ts';

type RsaPrivateKey = Extract<PrivateKeyParts, { readonly prime1: Bytes }>;
type RsaPublicKey = Extract<PublicKeyParts, { readonly modulus: Bytes }>;

/** EM = 00 02 PS 00 M with at least 8 random bytes PS, none of them zero. Undefined where M is too long. */
export function rsaEncrypt(
  key: RsaPublicKey,
  message: Bytes,
  random: (length: number) => Bytes,
): { readonly encoded: Bytes; readonly ciphertext: Bytes } | undefined {
  const length = key.modulus.length;
  if (message.length > length - 11) return undefined;
  const padding = nonZero(length - message.length - 3, random);
  const encoded = concat(Uint8Array.of(0, 2), padding, Uint8Array.of(0), message);
  const power = pow(numberOf(encoded), numberOf(key.exponent), numberOf(key.modulus));
  return { encoded, ciphertext: bytesOf(power, length) };
}

/**
 * What comes out, and the message in it; none where it is not padded so: what a server does then is TLS's business
 * (RFC 5246 §7.4.7.1). Undefined for what no key of this size can have made.
 */
export function rsaDecrypt(
  key: RsaPrivateKey,
  ciphertext: Bytes,
): { readonly encoded: Bytes; readonly message: Bytes | undefined } | undefined {
  const length = key.modulus.length;
  if (ciphertext.length !== length || numberOf(ciphertext) >= numberOf(key.modulus)) return undefined;
  const encoded = rsaPrivateOperation(key, ciphertext);
  const end = encoded.indexOf(0, 2);
  const padded = encoded[0] === 0 && encoded[1] === 2 && end >= 10;
  return { encoded, message: padded ? encoded.slice(end + 1) : undefined };
}

/** RSADP and RSASP1, RFC 8017 §5.1.2, with Chinese remainders: two powers of half the size. */
export function rsaPrivateOperation(key: RsaPrivateKey, input: Bytes): Bytes {
  const d = numberOf(key.privateExponent);
  const p = numberOf(key.prime1);
  const q = numberOf(key.prime2);
  const m = numberOf(input);
  const mp = pow(m % p, d % (p - 1n), p);
  const mq = pow(m % q, d % (q - 1n), q);
  const h = (((mp - mq) % p) + p) * pow(q % p, p - 2n, p);
  return bytesOf((mq + q * (h % p)) % numberOf(key.modulus), key.modulus.length);
}

function nonZero(length: number, random: (length: number) => Bytes): Bytes {
  const bytes = random(length);
  for (let i = 0; i < length; i++) {
    while (bytes[i] === 0) bytes[i] = random(1)[0] ?? 0;
  }
  return bytes;
}
