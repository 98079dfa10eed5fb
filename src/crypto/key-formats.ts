/**
 * The two containers in which keys arrive: SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) and PKCS#8
 * (RFC 5958), read just far enough to tell what key it is and to hand its parts to a library, or to
 * a key agreement with the static key of a certificate.
 *
 * Strict on purpose: platforms differ in what they import, and a key that one browser refuses must
 * not verify in another. Not for showing certificates; that is x509's work.
 */
import { equal, fromHex } from '../bytes/hex.ts';
import type { Bytes, FfdhGroup } from './port.ts';
import { type Element, children, integerBytes, readElement, tags } from './der.ts';

export type EcCurve = 'P-256' | 'P-384' | 'P-521';

export type EdwardsCurve = 'Ed25519' | 'Ed448';
export type MlDsaName = `ML-DSA-${44 | 65 | 87}`;

/** Domain parameters of DSA, RFC 3279 §2.3.2: big-endian, without leading zeros. */
export interface DsaParameters {
  readonly p: Bytes;
  readonly q: Bytes;
  readonly g: Bytes;
}

export type PublicKeyParts =
  | { readonly kind: EcCurve; /** Uncompressed point 04 || x || y. */ readonly point: Bytes }
  | { readonly kind: EdwardsCurve; readonly point: Bytes }
  | {
      /** RSASSA-PSS: a key that makes such signatures and nothing else, RFC 4055 §1.2. */
      readonly kind: 'RSA' | 'RSASSA-PSS';
      readonly modulus: Bytes;
      readonly exponent: Bytes;
    }
  | ({ readonly kind: 'DSA'; readonly y: Bytes } & DsaParameters)
  /** Of a certificate for static Diffie-Hellman; `publicValue` is as long as p. */
  | { readonly kind: 'DH'; readonly group: FfdhGroup; readonly publicValue: Bytes }
  | { readonly kind: MlDsaName; readonly key: Bytes };

export type PrivateKeyParts =
  | { readonly kind: EcCurve; /** Big-endian, as long as the field. */ readonly scalar: Bytes }
  | { readonly kind: EdwardsCurve; readonly seed: Bytes }
  | {
      readonly kind: 'RSA' | 'RSASSA-PSS';
      readonly modulus: Bytes;
      readonly publicExponent: Bytes;
      readonly privateExponent: Bytes;
      readonly prime1: Bytes;
      readonly prime2: Bytes;
    }
  | ({ readonly kind: 'DSA'; readonly x: Bytes } & DsaParameters)
  | { readonly kind: 'DH'; readonly group: FfdhGroup; readonly x: Bytes }
  | { readonly kind: MlDsaName; /** 32 bytes. */ readonly seed: Bytes };

/** Bytes of a field element. */
export const fieldLength: Readonly<Record<EcCurve | 'X25519' | 'X448', number>> = {
  X25519: 32,
  X448: 56,
  'P-256': 32,
  'P-384': 48,
  'P-521': 66,
};

/** Bytes of a public key, and of a seed. */
const edwardsLength: Readonly<Record<EdwardsCurve, number>> = { Ed25519: 32, Ed448: 57 };
/** FIPS 204, table 2. */
export const mlDsaKeyLength: Readonly<Record<MlDsaName, number>> = {
  'ML-DSA-44': 1_312,
  'ML-DSA-65': 1_952,
  'ML-DSA-87': 2_592,
};

/** Undefined for anything but a well-formed key of a kind that is known here; EC points uncompressed only. */
export function readPublicKey(spki: Bytes): PublicKeyParts | undefined {
  const outer = whole(spki, tags.sequence);
  const [identifier, bits, ...more] = outer ? (children(outer) ?? []) : [];
  if (identifier === undefined || bits === undefined || more.length > 0) return undefined;
  // A BIT STRING begins with the number of unused bits, which keys do not have.
  if (bits.tag !== tags.bitString || bits.content[0] !== 0) return undefined;
  const algorithm = readAlgorithm(identifier);
  const key = bits.content.slice(1);
  switch (algorithm?.kind) {
    case undefined:
      return undefined;
    case 'RSA':
    case 'RSASSA-PSS':
      return readRsaPublicKey(algorithm.kind, key);
    case 'DSA': {
      const y = wholeInteger(key);
      return y && { ...algorithm, y };
    }
    case 'DH': {
      const { group } = algorithm;
      const y = wholeInteger(key);
      return y && y.length <= group.p.length
        ? { kind: 'DH', group, publicValue: padded(y, group.p.length) }
        : undefined;
    }
    case 'Ed25519':
    case 'Ed448': {
      const { kind } = algorithm;
      return key.length === edwardsLength[kind] ? { kind, point: key } : undefined;
    }
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87': {
      const { kind } = algorithm;
      return key.length === mlDsaKeyLength[kind] ? { kind, key } : undefined;
    }
    case 'P-256':
    case 'P-384':
    case 'P-521': {
      const { kind } = algorithm;
      return key.length === 1 + 2 * fieldLength[kind] && key[0] === 4 ? { kind, point: key } : undefined;
    }
  }
}

/** Undefined for anything but a well-formed key of a kind that is known here. */
export function readPrivateKey(pkcs8: Bytes): PrivateKeyParts | undefined {
  const outer = whole(pkcs8, tags.sequence);
  const [version, identifier, octets] = outer ? (children(outer) ?? []) : [];
  if (version?.tag !== tags.integer || identifier === undefined || octets?.tag !== tags.octetString)
    return undefined;
  const algorithm = readAlgorithm(identifier);
  const key = octets.content;
  switch (algorithm?.kind) {
    case undefined:
      return undefined;
    case 'RSA':
    case 'RSASSA-PSS':
      return readRsaPrivateKey(algorithm.kind, key);
    case 'DSA':
    case 'DH': {
      const x = wholeInteger(key);
      return x && { ...algorithm, x };
    }
    case 'Ed25519':
    case 'Ed448': {
      const { kind } = algorithm;
      const seed = whole(key, tags.octetString)?.content;
      return seed?.length === edwardsLength[kind] ? { kind, seed } : undefined;
    }
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87': {
      // ML-DSA-PrivateKey ::= CHOICE { seed [0] OCTET STRING (SIZE (32)), expandedKey …, both … }, RFC 9881 §6.
      const seed = whole(key, tags.context0)?.content ?? readBoth(key);
      return seed?.length === 32 ? { kind: algorithm.kind, seed } : undefined;
    }
    case 'P-256':
    case 'P-384':
    case 'P-521': {
      // ECPrivateKey ::= SEQUENCE { version, privateKey OCTET STRING, ... }, RFC 5915 §3.
      const ec = whole(key, tags.sequence);
      const scalar = ec && children(ec)?.[1];
      const length = fieldLength[algorithm.kind];
      if (scalar?.tag !== tags.octetString || scalar.content.length > length) return undefined;
      return { kind: algorithm.kind, scalar: padded(scalar.content, length) };
    }
  }
}

type Algorithm =
  | { readonly kind: Exclude<PublicKeyParts['kind'], 'DSA' | 'DH'> }
  | ({ readonly kind: 'DSA' } & DsaParameters)
  | { readonly kind: 'DH'; readonly group: FfdhGroup };

/** AlgorithmIdentifiers whose parameters are always the same: object identifier (content) and parameters (whole element). */
const fixedAlgorithms: readonly {
  readonly kind: Exclude<PublicKeyParts['kind'], 'DSA' | 'DH'>;
  readonly oid: Bytes;
  readonly parameters: Bytes;
}[] = (
  [
    ['RSA', '2a864886f70d010101', '0500'],
    ['P-256', '2a8648ce3d0201', '06082a8648ce3d030107'],
    ['P-384', '2a8648ce3d0201', '06052b81040022'],
    ['P-521', '2a8648ce3d0201', '06052b81040023'],
    ['Ed25519', '2b6570', ''],
    ['Ed448', '2b6571', ''],
    ['ML-DSA-44', '608648016503040311', ''],
    ['ML-DSA-65', '608648016503040312', ''],
    ['ML-DSA-87', '608648016503040313', ''],
  ] as const
).map(([kind, oid, parameters]) => ({
  kind,
  oid: fromHex(oid) as Bytes,
  parameters: fromHex(parameters) as Bytes,
}));

/** id-dsa, RFC 3279 §2.3.2; dhpublicnumber of X9.42, RFC 3279 §2.3.3; dhKeyAgreement, PKCS #3. */
const dsaOid = fromHex('2a8648ce380401');
/** id-RSASSA-PSS, RFC 4055 §3.1. What its parameters permit, whoever chooses the signature has to ask. */
const pssOid = fromHex('2a864886f70d01010a');
const x942Oid = fromHex('2a8648ce3e0201');
const pkcs3Oid = fromHex('2a864886f70d010301');

/** AlgorithmIdentifier: object identifier and parameters must be exactly those of RFC 3279, 5480, 8410, 9881. */
function readAlgorithm(element: Element): Algorithm | undefined {
  if (element.tag !== tags.sequence) return undefined;
  const oid = readElement(element.content, 0);
  if (oid?.tag !== tags.objectIdentifier) return undefined;
  const parameters = element.content.slice(oid.end);
  const fixed = fixedAlgorithms.find(
    (one) => equal(one.oid, oid.content) && equal(one.parameters, parameters),
  );
  if (fixed !== undefined) return { kind: fixed.kind };
  if (equal(oid.content, pssOid)) return { kind: 'RSASSA-PSS' };
  const sequence = whole(parameters, tags.sequence);
  const [first, second, third] = (sequence && children(sequence)) ?? [];
  const p = first && integerBytes(first);
  // Numbers of more than 16,384 bits would keep the page busy for minutes.
  if (p === undefined || p.length > 2_048 || (p.at(-1) ?? 0) % 2 === 0) return undefined;
  const [b, c] = [second && integerBytes(second), third && integerBytes(third)];
  if (equal(oid.content, dsaOid)) return b && c && { kind: 'DSA', p, q: b, g: c };
  // DomainParameters ::= SEQUENCE { p, g, q, … }; DHParameter ::= SEQUENCE { prime, base, privateValueLength OPTIONAL }.
  if (!equal(oid.content, x942Oid) && !equal(oid.content, pkcs3Oid)) return undefined;
  return b && { kind: 'DH', group: { name: `DH ${8 * p.length}`, p, g: b } };
}

/**
 * RSAPublicKey, RFC 8017 §A.1.1. Keys that make verification worthless or endless are refused:
 * exponents that are even, 1 or longer than 33 bits, moduli that are even or longer than 16,384 bits.
 */
function readRsaPublicKey(kind: 'RSA' | 'RSASSA-PSS', key: Bytes): PublicKeyParts | undefined {
  const sequence = whole(key, tags.sequence);
  const [n, e, ...more] = sequence ? (children(sequence) ?? []) : [];
  const modulus = n && integerBytes(n);
  const exponent = e && integerBytes(e);
  if (modulus === undefined || exponent === undefined || more.length > 0) return undefined;
  if (modulus.length < 64 || modulus.length > 2_048 || (modulus.at(-1) ?? 0) % 2 === 0) return undefined;
  const value = exponent.reduce((sum, byte) => sum * 256 + byte, 0);
  if (value % 2 === 0 || value < 3 || value >= 2 ** 33) return undefined;
  return { kind, modulus, exponent };
}

/** RSAPrivateKey, RFC 8017 §A.1.2. */
function readRsaPrivateKey(kind: 'RSA' | 'RSASSA-PSS', key: Bytes): PrivateKeyParts | undefined {
  const sequence = whole(key, tags.sequence);
  const numbers = (sequence && children(sequence))?.map((element) => integerBytes(element, true));
  const [, modulus, publicExponent, privateExponent, prime1, prime2] = numbers ?? [];
  if (!modulus || !publicExponent || !privateExponent || !prime1 || !prime2) return undefined;
  return { kind, modulus, publicExponent, privateExponent, prime1, prime2 };
}

/** both SEQUENCE { seed OCTET STRING, expandedKey OCTET STRING }, RFC 9881 §6. */
function readBoth(key: Bytes): Bytes | undefined {
  const sequence = whole(key, tags.sequence);
  const seed = sequence && children(sequence)?.[0];
  return seed?.tag === tags.octetString ? seed.content : undefined;
}

function wholeInteger(bytes: Bytes): Bytes | undefined {
  const element = whole(bytes, tags.integer);
  return element && integerBytes(element);
}

function padded(bytes: Bytes, length: number): Bytes {
  const result = new Uint8Array(length);
  result.set(bytes, length - bytes.length);
  return result;
}

/** The one element that `bytes` consist of. */
function whole(bytes: Bytes, tag: number): Element | undefined {
  const element = readElement(bytes, 0);
  return element?.tag === tag && element.end === bytes.length ? element : undefined;
}
