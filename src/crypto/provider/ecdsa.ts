/**
 * ECDSA signatures between their two shapes: DER in TLS and X.509 (ECDSA-Sig-Value, RFC 3279 §2.2.3;
 * RFC 9846 §4.3.3) and r || s in WebCrypto.
 */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../port.ts';
import { children, integerBytes, readElement, tags, writeElement } from '../der.ts';

/**
 * r || s, each `length` bytes, of a DER signature. Undefined for anything that is not the one and
 * only DER encoding of two positive numbers that fit: trailing bytes, leading zeros, long lengths,
 * negative or zero values. Whether r and s are below the order is the verifier's to say.
 */
export function signatureFromDer(signature: Bytes, length: number): Bytes | undefined {
  const sequence = readElement(signature, 0);
  if (sequence?.tag !== tags.sequence || sequence.end !== signature.length) return undefined;
  const numbers = children(sequence);
  if (numbers?.length !== 2) return undefined;
  const raw = new Uint8Array(2 * length);
  for (const [i, element] of numbers.entries()) {
    const number = integerBytes(element);
    if (number === undefined || number.length > length) return undefined;
    raw.set(number, (i + 1) * length - number.length);
  }
  return raw;
}

/** The DER of r || s. */
export function signatureToDer(raw: Uint8Array): Bytes {
  const half = raw.length / 2;
  return writeElement(tags.sequence, concat(integer(raw.subarray(0, half)), integer(raw.subarray(half))));
}

function integer(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const magnitude = bytes.subarray(first < 0 ? bytes.length - 1 : first);
  // A set top bit would read as a minus sign.
  return writeElement(
    tags.integer,
    (magnitude[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), magnitude) : magnitude,
  );
}
