/**
 * The two containers in which keys arrive: SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) and PKCS#8
 * (RFC 5958), read just far enough to tell what key it is and to hand its parts to a library.
 *
 * Strict on purpose: platforms differ in what they import, and a key that one browser refuses must
 * not verify in another. Not for showing certificates; that is x509's work.
 */
import { equal, fromHex } from '../../bytes/hex.ts';
import type { Bytes } from '../port.ts';
import { type Element, children, integerBytes, readElement, tags } from './der.ts';

export type EcCurve = 'P-256' | 'P-384' | 'P-521';

export type PublicKeyParts =
  | { readonly kind: EcCurve; /** Uncompressed point 04 || x || y. */ readonly point: Bytes }
  | { readonly kind: 'Ed25519'; readonly point: Bytes }
  | { readonly kind: 'RSA'; readonly modulus: Bytes; readonly exponent: Bytes };

export type PrivateKeyParts =
  | { readonly kind: EcCurve; /** Big-endian, as long as the field. */ readonly scalar: Bytes }
  | { readonly kind: 'Ed25519'; readonly seed: Bytes }
  | {
      readonly kind: 'RSA';
      readonly modulus: Bytes;
      readonly publicExponent: Bytes;
      readonly privateExponent: Bytes;
      readonly prime1: Bytes;
      readonly prime2: Bytes;
    };

/** Bytes of a field element. */
export const fieldLength: Readonly<Record<EcCurve | 'X25519', number>> = {
  X25519: 32,
  'P-256': 32,
  'P-384': 48,
  'P-521': 66,
};

/** Undefined for anything but a well-formed EC (uncompressed), Ed25519 or RSA key. */
export function readPublicKey(spki: Bytes): PublicKeyParts | undefined {
  const outer = whole(spki, tags.sequence);
  const [algorithm, bits, ...more] = outer ? (children(outer) ?? []) : [];
  if (algorithm === undefined || bits === undefined || more.length > 0) return undefined;
  // A BIT STRING begins with the number of unused bits, which keys do not have.
  if (bits.tag !== tags.bitString || bits.content[0] !== 0) return undefined;
  const kind = readAlgorithm(algorithm);
  const key = bits.content.slice(1);
  if (kind === undefined) return undefined;
  if (kind === 'RSA') return readRsaPublicKey(key);
  if (kind === 'Ed25519') return key.length === 32 ? { kind, point: key } : undefined;
  return key.length === 1 + 2 * fieldLength[kind] && key[0] === 4 ? { kind, point: key } : undefined;
}

/** Undefined for anything but a well-formed EC, Ed25519 or RSA key. */
export function readPrivateKey(pkcs8: Bytes): PrivateKeyParts | undefined {
  const outer = whole(pkcs8, tags.sequence);
  const [version, algorithm, octets] = outer ? (children(outer) ?? []) : [];
  if (version?.tag !== tags.integer || algorithm === undefined || octets?.tag !== tags.octetString)
    return undefined;
  const kind = readAlgorithm(algorithm);
  if (kind === undefined) return undefined;
  if (kind === 'RSA') return readRsaPrivateKey(octets.content);
  if (kind === 'Ed25519') {
    const seed = whole(octets.content, tags.octetString)?.content;
    return seed?.length === 32 ? { kind, seed } : undefined;
  }
  // ECPrivateKey ::= SEQUENCE { version, privateKey OCTET STRING, ... }, RFC 5915 §3.
  const ec = whole(octets.content, tags.sequence);
  const scalar = ec && children(ec)?.[1];
  if (scalar?.tag !== tags.octetString || scalar.content.length > fieldLength[kind]) return undefined;
  const padded = new Uint8Array(fieldLength[kind]);
  padded.set(scalar.content, padded.length - scalar.content.length);
  return { kind, scalar: padded };
}

/** The AlgorithmIdentifiers that are read: object identifier (content) and parameters (whole element). */
const algorithms: readonly {
  readonly kind: PublicKeyParts['kind'];
  readonly oid: Bytes;
  readonly parameters: Bytes;
}[] = [
  ['RSA', '2a864886f70d010101', '0500'],
  ['P-256', '2a8648ce3d0201', '06082a8648ce3d030107'],
  ['P-384', '2a8648ce3d0201', '06052b81040022'],
  ['P-521', '2a8648ce3d0201', '06052b81040023'],
  ['Ed25519', '2b6570', ''],
].map(([kind, oid, parameters]) => ({
  kind: kind as PublicKeyParts['kind'],
  oid: fromHex(oid ?? '') as Bytes,
  parameters: fromHex(parameters ?? '') as Bytes,
}));

/** AlgorithmIdentifier: object identifier and parameters must be exactly those of RFC 3279, 5480, 8410. */
function readAlgorithm(element: Element): PublicKeyParts['kind'] | undefined {
  if (element.tag !== tags.sequence) return undefined;
  const oid = readElement(element.content, 0);
  if (oid?.tag !== tags.objectIdentifier) return undefined;
  const parameters = element.content.subarray(oid.end);
  return algorithms.find((known) => equal(known.oid, oid.content) && equal(known.parameters, parameters))
    ?.kind;
}

/**
 * RSAPublicKey, RFC 8017 §A.1.1. Keys that make verification worthless or endless are refused:
 * exponents that are even, 1 or longer than 33 bits, moduli that are even or longer than 16,384 bits.
 */
function readRsaPublicKey(key: Bytes): PublicKeyParts | undefined {
  const sequence = whole(key, tags.sequence);
  const [n, e, ...more] = sequence ? (children(sequence) ?? []) : [];
  const modulus = n && integerBytes(n);
  const exponent = e && integerBytes(e);
  if (modulus === undefined || exponent === undefined || more.length > 0) return undefined;
  if (modulus.length < 64 || modulus.length > 2_048 || (modulus.at(-1) ?? 0) % 2 === 0) return undefined;
  const value = exponent.reduce((sum, byte) => sum * 256 + byte, 0);
  if (value % 2 === 0 || value < 3 || value >= 2 ** 33) return undefined;
  return { kind: 'RSA', modulus, exponent };
}

/** RSAPrivateKey, RFC 8017 §A.1.2. */
function readRsaPrivateKey(key: Bytes): PrivateKeyParts | undefined {
  const sequence = whole(key, tags.sequence);
  const numbers = (sequence && children(sequence))?.map((element) => integerBytes(element, true));
  const [, modulus, publicExponent, privateExponent, prime1, prime2] = numbers ?? [];
  if (!modulus || !publicExponent || !privateExponent || !prime1 || !prime2) return undefined;
  return { kind: 'RSA', modulus, publicExponent, privateExponent, prime1, prime2 };
}

/** The one element that `bytes` consist of. */
function whole(bytes: Bytes, tag: number): Element | undefined {
  const element = readElement(bytes, 0);
  return element?.tag === tag && element.end === bytes.length ? element : undefined;
}
