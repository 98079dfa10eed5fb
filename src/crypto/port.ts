/**
 * The crypto port: every primitive the laboratory needs, by name, as functions of bytes.
 *
 * Layers above never see WebCrypto or a crypto library; they see this interface. Providers live in
 * provider/. Each result says which backend computed it.
 */

/** MD5 and SHA-1 are broken for signatures; in TLS 1.2 they live on inside HMAC and in old signatures. */
export type HashName = 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
export type AeadName =
  | 'AES-128-GCM'
  | 'AES-256-GCM'
  | 'ChaCha20-Poly1305'
  | `AES-${128 | 256}-CCM`
  /** CCM with a tag of 8 bytes, RFC 6655 §4. */
  | `AES-${128 | 256}-CCM-8`
  | `Camellia-${128 | 256}-GCM`
  | `ARIA-${128 | 256}-GCM`;
/** Ciphers without authentication: blocks chained by CBC, and one stream. */
export type CipherName =
  | 'RC4-128'
  | '3DES-EDE-CBC'
  | `AES-${128 | 256}-CBC`
  | `Camellia-${128 | 256}-CBC`
  | `ARIA-${128 | 256}-CBC`;
/** Groups of one Diffie-Hellman over a curve; hybrids are composed of these and a KEM above the port. */
export type CurveName = 'X25519' | 'X448' | 'P-256' | 'P-384' | 'P-521';
export type KemName = 'ML-KEM-768';
export type SignatureName =
  /** TLS 1.3 ties the hash to the curve; TLS 1.2 and certificates combine them freely. */
  | `ECDSA-${'P256' | 'P384' | 'P521'}-SHA${1 | 256 | 384 | 512}`
  | `RSA-PSS-SHA${256 | 384 | 512}`
  | `RSA-PKCS1-SHA${1 | 256 | 384 | 512}`
  | `DSA-SHA${1 | 256 | 384 | 512}`
  | 'Ed25519'
  | 'Ed448'
  | `ML-DSA-${44 | 65 | 87}`;

/**
 * A group of finite-field Diffie-Hellman: a prime and a generator, big-endian without leading zeros. Not
 * only the good ones of RFC 7919 (ffdhe.ts): a TLS 1.2 server sends whatever it likes.
 */
export interface FfdhGroup {
  /** 'ffdhe2048', or what the scenario calls it. */
  readonly name: string;
  readonly p: Bytes;
  readonly g: Bytes;
  /** Bits of a private key that are enough for the group, RFC 7919 §5.2; absent: as many as p has. */
  readonly exponentBits?: number;
}

/** Who did the work: the platform's WebCrypto, a named library, or Node itself where a run is made outside a browser. */
export type Backend =
  | 'WebCrypto'
  | '@noble/ciphers'
  | '@noble/curves'
  | '@noble/hashes'
  | '@noble/post-quantum'
  | 'micro-rsa-dsa-dh'
  | 'des.js'
  /** Small code of this project's, for what no kept library has: Camellia, ARIA, CCM, RC4. */
  | 'handshake-lab'
  | 'node:crypto';

export interface Computed<T> {
  readonly value: T;
  readonly backend: Backend;
}

/** Of RSA encryption, with what was encrypted or came out: EM, RFC 8017 §7.2. Absent where it did not come so far. */
export interface RsaComputed extends Computed<Bytes | undefined> {
  readonly encoded?: Bytes;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** A key pair of one connection. Private bytes are visible on purpose: this is a laboratory. */
export interface KeyPairBytes {
  /**
   * DH: raw scalar (X25519: 32 bytes, X448: 56; NIST curves: field-size big-endian; finite fields: big-endian
   * exponent). ML-KEM: 64-byte seed d || z.
   */
  readonly privateKey: Bytes;
  /**
   * X25519: 32 bytes, X448: 56; NIST curves: uncompressed point 04 || x || y; finite fields: big-endian, as long as
   * p; ML-KEM-768: 1184-byte encapsulation key.
   */
  readonly publicKey: Bytes;
}

export interface Provider {
  random(length: number): Bytes;
  digest(hash: HashName, data: Bytes): Promise<Computed<Bytes>>;
  hmac(hash: HashName, key: Bytes, data: Bytes): Promise<Computed<Bytes>>;
  generateDhKeyPair(curve: CurveName): Promise<Computed<KeyPairBytes>>;
  /** Undefined where the peer's bytes are no valid public key, or the result is the all-zero point (RFC 7748 §6.1). */
  agree(
    curve: CurveName,
    privateKey: Bytes,
    publicKey: Bytes,
    peerPublicKey: Bytes,
  ): Promise<Computed<Bytes | undefined>>;
  generateFfdhKeyPair(group: FfdhGroup): Promise<Computed<KeyPairBytes>>;
  /**
   * The shared secret, as long as p (RFC 9846 §7.4.1; TLS 1.2 takes the leading zeros off again, RFC 5246 §8.1.2).
   * Undefined where the peer's value is not in 2 … p - 2 (RFC 7919 §5.1).
   */
  agreeFfdh(group: FfdhGroup, privateKey: Bytes, peerPublicKey: Bytes): Promise<Computed<Bytes | undefined>>;
  generateKemKeyPair(kem: KemName): Promise<Computed<KeyPairBytes>>;
  /** Undefined where the peer's encapsulation key fails the check of FIPS 203 §7.2. */
  encapsulate(
    kem: KemName,
    publicKey: Bytes,
  ): Promise<Computed<{ readonly ciphertext: Bytes; readonly sharedSecret: Bytes } | undefined>>;
  decapsulate(kem: KemName, privateKey: Bytes, ciphertext: Bytes): Promise<Computed<Bytes>>;
  /** `privateKey` is PKCS#8. ECDSA signatures are DER (ECDSA-Sig-Value), as TLS and X.509 carry them. */
  sign(algorithm: SignatureName, privateKey: Bytes, data: Bytes): Promise<Computed<Bytes>>;
  /** `publicKey` is a SubjectPublicKeyInfo. False for a bad signature and for a key that cannot be imported. */
  verify(
    algorithm: SignatureName,
    publicKey: Bytes,
    data: Bytes,
    signature: Bytes,
  ): Promise<Computed<boolean>>;
  /** RSAES-PKCS1-v1_5, RFC 8017 §7.2.1. `publicKey` is a SubjectPublicKeyInfo. Undefined where it is no RSA key that has room. */
  rsaEncrypt(publicKey: Bytes, message: Bytes): Promise<RsaComputed>;
  /** RFC 8017 §7.2.2; `privateKey` is PKCS#8. Undefined where what comes out is not padded as it should be. */
  rsaDecrypt(privateKey: Bytes, ciphertext: Bytes): Promise<RsaComputed>;
  /**
   * Without padding: data for CBC are whole blocks. `iv` is the block before the first one; for RC4, which has no
   * IV, the 8-byte big-endian number of key stream bytes that were used before.
   */
  encryptCipher(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>>;
  decryptCipher(cipher: CipherName, key: Bytes, iv: Bytes, data: Bytes): Promise<Computed<Bytes>>;
  /** Result is ciphertext || tag; `aeadTagLengthOf` says how long the tag is. */
  seal(aead: AeadName, key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Promise<Computed<Bytes>>;
  /** Undefined where authentication fails. */
  open(
    aead: AeadName,
    key: Bytes,
    nonce: Bytes,
    aad: Bytes,
    sealed: Bytes,
  ): Promise<Computed<Bytes | undefined>>;
}

export const hashLength: Readonly<Record<HashName, number>> = {
  MD5: 16,
  'SHA-1': 20,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
};
export const aeadKeyLength: Readonly<Record<AeadName, number>> = {
  'AES-128-GCM': 16,
  'AES-256-GCM': 32,
  'ChaCha20-Poly1305': 32,
  'AES-128-CCM': 16,
  'AES-256-CCM': 32,
  'AES-128-CCM-8': 16,
  'AES-256-CCM-8': 32,
  'Camellia-128-GCM': 16,
  'Camellia-256-GCM': 32,
  'ARIA-128-GCM': 16,
  'ARIA-256-GCM': 32,
};
export const aeadNonceLength = 12;

/** Bytes of the tag that `seal` puts behind the ciphertext. */
export function aeadTagLengthOf(aead: AeadName): number {
  return aead.endsWith('-CCM-8') ? 8 : aeadTagLength;
}
/** The tag of every AEAD but CCM_8. */
export const aeadTagLength = 16;

/** Key, IV (for CBC the block) in bytes; a stream has no blocks. */
export const cipherLengths: Readonly<Record<CipherName, { readonly key: number; readonly block: number }>> = {
  'RC4-128': { key: 16, block: 0 },
  '3DES-EDE-CBC': { key: 24, block: 8 },
  'AES-128-CBC': { key: 16, block: 16 },
  'AES-256-CBC': { key: 32, block: 16 },
  'Camellia-128-CBC': { key: 16, block: 16 },
  'Camellia-256-CBC': { key: 32, block: 16 },
  'ARIA-128-CBC': { key: 16, block: 16 },
  'ARIA-256-CBC': { key: 32, block: 16 },
};
