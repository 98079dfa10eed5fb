/**
 * A provider with the shape of cryptography and none of its strength: everything is a quick mixing of its inputs. Two
 * parties agree, signatures and tags fit or do not, and a run costs a fraction. For tests of the protocol only.
 */
import { concat, toHex } from '../../bytes/hex.ts';
import {
  aeadTagLengthOf,
  hashLength,
  type Bytes,
  type Computed,
  type CurveName,
  type Provider,
} from '../../crypto/port.ts';
import type { Credential } from '../client/config.ts';

/** What real cryptography has found good, to be taken as good here: signatures in real certificates. */
export interface Known {
  readonly publicKey: Bytes;
  readonly data: Bytes;
  readonly signature: Bytes;
}

export function createToyProvider(
  seed: number,
  credentials: readonly Credential[],
  known: readonly Known[],
): Provider {
  const publicKeys = new Map(
    credentials.map(({ privateKey, leaf }) => [toHex(privateKey), leaf.subjectPublicKeyInfo]),
  );
  const good = new Set(
    known.map(({ publicKey, data, signature }) => toHex(mix(32, publicKey, data, signature))),
  );
  let drawn = 0;
  const random = (length: number): Bytes =>
    mix(length, Uint8Array.of(seed >>> 24, seed >>> 16, seed >>> 8, seed), utf16(drawn++));
  // The stream and the tag of a record both hang on all that an AEAD's do.
  const stream = (length: number, key: Bytes, nonce: Bytes): Bytes =>
    mix(length, Uint8Array.of(7), key, nonce);
  const tag = (length: number, key: Bytes, nonce: Bytes, aad: Bytes, text: Bytes): Bytes =>
    mix(length, Uint8Array.of(9), key, nonce, aad, text);
  const cipher = async (_: string, key: Bytes, iv: Bytes, data: Bytes) =>
    by(xor(data, stream(data.length, key, iv)));
  return {
    random,
    digest: async (hash, data) => by(mix(hashLength[hash], data)),
    hmac: async (hash, key, data) => by(mix(hashLength[hash], key, Uint8Array.of(1), data)),
    generateDhKeyPair: async (curve) => {
      const publicKey = random(publicKeyLength[curve]);
      return by({ privateKey: random(32), publicKey });
    },
    agree: async (curve, _, own, peer) => {
      if (peer.every((byte) => byte === 0)) return by(undefined);
      const [a, b] = toHex(own) < toHex(peer) ? [own, peer] : [peer, own];
      return by(mix(curve === 'P-521' ? 66 : 32, a, b));
    },
    generateFfdhKeyPair: async (group) => {
      // One number for both halves, so that the agreement can find the other side's again.
      const number = random(group.p.length).map((byte, i) => (i === 0 ? byte & 0x3f : byte | 1));
      return by({ privateKey: number, publicKey: number });
    },
    agreeFfdh: async (group, own, peer) => {
      if (peer.length !== group.p.length || peer.slice(0, -1).every((byte) => byte === 0))
        return by(undefined);
      const [a, b] = toHex(own) < toHex(peer) ? [own, peer] : [peer, own];
      return by(mix(group.p.length, a, b));
    },
    rsaEncrypt: async (publicKey, message) =>
      by(
        concat(
          mix(256 - message.length, publicKey, message),
          xor(message, stream(message.length, publicKey, publicKey)),
        ),
      ),
    rsaDecrypt: async (privateKey, ciphertext) => {
      const publicKey = publicKeys.get(toHex(privateKey)) ?? privateKey;
      // All that TLS encrypts so is 48 bytes long.
      const message = xor(ciphertext.slice(-48), stream(48, publicKey, publicKey));
      const head = mix(256 - 48, publicKey, message);
      return by(toHex(head) === toHex(ciphertext.slice(0, -48)) ? message : undefined);
    },
    encryptCipher: cipher,
    decryptCipher: cipher,
    generateKemKeyPair: async () => by({ privateKey: random(64), publicKey: random(1184) }),
    encapsulate: async (_, publicKey) =>
      by({ ciphertext: mix(1088, publicKey), sharedSecret: mix(32, mix(1088, publicKey)) }),
    decapsulate: async (_, __, ciphertext) => by(mix(32, ciphertext)),
    sign: async (_, privateKey, data) => by(mix(64, publicKeys.get(toHex(privateKey)) ?? privateKey, data)),
    verify: async (_, publicKey, data, signature) => {
      const toy = toHex(signature) === toHex(mix(64, publicKey, data));
      return by(toy || good.has(toHex(mix(32, publicKey, data, signature))));
    },
    seal: async (aead, key, nonce, aad, text) =>
      by(
        concat(xor(text, stream(text.length, key, nonce)), tag(aeadTagLengthOf(aead), key, nonce, aad, text)),
      ),
    open: async (aead, key, nonce, aad, sealed) => {
      const length = aeadTagLengthOf(aead);
      if (sealed.length < length) return by(undefined);
      const body = sealed.slice(0, -length);
      const text = xor(body, stream(body.length, key, nonce));
      return by(
        toHex(tag(length, key, nonce, aad, text)) === toHex(sealed.slice(-length)) ? text : undefined,
      );
    },
  };
}

const publicKeyLength: Readonly<Record<CurveName, number>> = {
  X25519: 32,
  X448: 56,
  'P-256': 65,
  'P-384': 97,
  'P-521': 133,
};

/** `length` bytes that hang on every byte of the parts and on where one ends and the next begins. */
function mix(length: number, ...parts: readonly Uint8Array[]): Bytes {
  let a = 0x9e37_79b9;
  let b = 0x85eb_ca6b;
  for (const part of parts) {
    a = Math.imul(a ^ part.length, 0x27d4_eb2f);
    for (const byte of part) {
      a = Math.imul(a ^ byte, 0x0100_0193);
      b = Math.imul((b << 5) ^ (b >>> 27) ^ byte ^ a, 0x5bd1_e995);
    }
  }
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    a = Math.imul(a ^ (b >>> 15) ^ i, 0x2c1b_3c6d);
    b = Math.imul(b ^ (a >>> 13), 0x297a_2d39);
    out[i] = (a ^ b) >>> 24;
  }
  return out;
}

function xor(a: Bytes, b: Bytes): Bytes {
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}

function utf16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value);
}

function by<T>(value: T): Computed<T> {
  return { value, backend: '@noble/hashes' };
}
