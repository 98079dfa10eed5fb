/**
 * The provider for Node: its own synchronous crypto for hashes, MACs, AEADs, signatures and X25519, WebCrypto for the rest.
 *
 * In Node every WebCrypto call takes a trip through a pool of threads, a tenth of a millisecond even
 * for one HMAC, and a handshake makes a hundred. The operation record names the backend, as always.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import type {
  AeadName,
  Bytes,
  CipherName,
  Computed,
  HashName,
  KeyPairBytes,
  Provider,
} from '../../src/crypto/port.ts';
import { aeadTagLengthOf } from '../../src/crypto/port.ts';
import { isAes, isLibraryAead } from '../../src/crypto/provider/algorithms.ts';
import { assertBlocks } from '../../src/crypto/provider/library-provider.ts';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { concat, fromHex } from '../../src/bytes/hex.ts';
import { nodeSigns, signByNode, verifyByNode } from './node-signatures.ts';

const hashes: Readonly<Record<HashName, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
export async function createNodeProvider(): Promise<Provider> {
  const web = await createProvider();
  return {
    random: (length) => web.random(length),
    generateDhKeyPair: async (curve) =>
      curve === 'X25519' ? byNode(x25519KeyPair()) : web.generateDhKeyPair(curve),
    agree: async (curve, own, ownPublic, peer) =>
      curve === 'X25519' ? byNode(x25519(own, peer)) : web.agree(curve, own, ownPublic, peer),
    generateKemKeyPair: (kem) => web.generateKemKeyPair(kem),
    encapsulate: (kem, publicKey) => web.encapsulate(kem, publicKey),
    decapsulate: (kem, privateKey, ciphertext) => web.decapsulate(kem, privateKey, ciphertext),
    sign: async (algorithm, privateKey, data) =>
      nodeSigns(algorithm)
        ? byNode(signByNode(algorithm, privateKey, data))
        : web.sign(algorithm, privateKey, data),
    verify: async (algorithm, publicKey, data, signature) =>
      nodeSigns(algorithm)
        ? byNode(verifyByNode(algorithm, publicKey, data, signature))
        : web.verify(algorithm, publicKey, data, signature),
    generateFfdhKeyPair: (group) => web.generateFfdhKeyPair(group),
    agreeFfdh: (group, privateKey, peer) => web.agreeFfdh(group, privateKey, peer),
    rsaEncrypt: (publicKey, message) => web.rsaEncrypt(publicKey, message),
    rsaDecrypt: (privateKey, ciphertext) => web.rsaDecrypt(privateKey, ciphertext),
    encryptCipher: async (cipher, key, iv, data) =>
      isAes(cipher)
        ? byNode(cbc(createCipheriv, cipher, key, iv, data))
        : web.encryptCipher(cipher, key, iv, data),
    decryptCipher: async (cipher, key, iv, data) =>
      isAes(cipher)
        ? byNode(cbc(createDecipheriv, cipher, key, iv, data))
        : web.decryptCipher(cipher, key, iv, data),
    digest: async (hash, data) => byNode(bytesOf(createHash(hashes[hash]).update(data).digest())),
    hmac: async (hash, key, data) => byNode(bytesOf(createHmac(hashes[hash], key).update(data).digest())),
    seal: async (aead, key, nonce, aad, plaintext) => {
      if (isLibraryAead(aead)) return web.seal(aead, key, nonce, aad, plaintext);
      const cipher = createCipheriv(gcmOf(aead), key, nonce, { authTagLength: aeadTagLengthOf(aead) });
      cipher.setAAD(aad, { plaintextLength: plaintext.length });
      return byNode(concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag()));
    },
    open: async (aead, key, nonce, aad, sealed) => {
      if (isLibraryAead(aead)) return web.open(aead, key, nonce, aad, sealed);
      const at = sealed.length - aeadTagLengthOf(aead);
      if (at < 0) return byNode(undefined);
      const decipher = createDecipheriv(gcmOf(aead), key, nonce, { authTagLength: aeadTagLengthOf(aead) });
      decipher.setAAD(aad, { plaintextLength: at });
      decipher.setAuthTag(sealed.subarray(at));
      try {
        return byNode(concat(decipher.update(sealed.subarray(0, at)), decipher.final()));
      } catch {
        // The tag does not fit. CCM finds out before it decrypts anything.
        return byNode(undefined);
      }
    },
  };
}

/** Node types all AEADs like GCM; the tag length is what they need to be told. */
function gcmOf(aead: AeadName): 'aes-128-gcm' {
  return aead.toLowerCase().replace('-ccm-8', '-ccm') as 'aes-128-gcm';
}

/** Without padding, in either direction. */
function cbc(
  create: typeof createCipheriv | typeof createDecipheriv,
  cipher: CipherName,
  key: Bytes,
  iv: Bytes,
  data: Bytes,
): Bytes {
  assertBlocks(cipher, iv, data, 16);
  const run = create(cipher.toLowerCase(), key, iv).setAutoPadding(false);
  return concat(run.update(data), run.final());
}

/** What PKCS#8 and SubjectPublicKeyInfo put in front of the 32 bytes of an X25519 key, RFC 8410. */
const pkcs8Prefix = fromHex('302e020100300506032b656e04220420');
const spkiPrefix = fromHex('302a300506032b656e032100');

/** Keys made here, so that they need not be read again; by their private bytes. */
const made = new WeakMap<Uint8Array, KeyObject>();

function x25519KeyPair(): KeyPairBytes {
  const pair = generateKeyPairSync('x25519');
  const privateKey = bytesOf(pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32));
  made.set(privateKey, pair.privateKey);
  return {
    privateKey,
    publicKey: bytesOf(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
  };
}

/** Undefined for bytes that are no key and for the all-zero result, RFC 7748 §6.1. */
function x25519(own: Bytes, peer: Bytes): Bytes | undefined {
  if (peer.length !== 32) return undefined;
  const privateKey =
    made.get(own) ??
    createPrivateKey({ key: Buffer.from(concat(pkcs8Prefix, own)), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey({
    key: Buffer.from(concat(spkiPrefix, peer)),
    format: 'der',
    type: 'spki',
  });
  try {
    const secret = bytesOf(diffieHellman({ privateKey, publicKey }));
    return secret.some((byte) => byte !== 0) ? secret : undefined;
  } catch {
    return undefined;
  }
}

function byNode<T>(value: T): Computed<T> {
  return { value, backend: 'node:crypto' };
}

/** Node's buffers share pools; a value of a run has its bytes to itself. */
function bytesOf(buffer: Buffer): Bytes {
  return Uint8Array.from(buffer);
}
