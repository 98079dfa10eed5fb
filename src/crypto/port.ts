/**
 * The crypto port: every primitive the laboratory needs, by name, as functions of bytes.
 *
 * Layers above never see WebCrypto or a crypto library; they see this interface. Providers live in
 * provider/. Each result says which backend computed it.
 */

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type AeadName = 'AES-128-GCM' | 'AES-256-GCM' | 'ChaCha20-Poly1305';
/** Groups of one Diffie-Hellman; hybrids are composed of these and a KEM above the port. */
export type CurveName = 'X25519' | 'P-256' | 'P-384' | 'P-521';
export type KemName = 'ML-KEM-768';
export type SignatureName =
  | 'ECDSA-P256-SHA256'
  | 'ECDSA-P384-SHA384'
  | 'ECDSA-P521-SHA512'
  | 'RSA-PSS-SHA256'
  | 'RSA-PSS-SHA384'
  | 'RSA-PSS-SHA512'
  | 'RSA-PKCS1-SHA256'
  | 'RSA-PKCS1-SHA384'
  | 'RSA-PKCS1-SHA512'
  | 'Ed25519';

/** Who did the work: the platform's WebCrypto, a named library, or Node itself where a run is made outside a browser. */
export type Backend =
  | 'WebCrypto'
  | '@noble/ciphers'
  | '@noble/curves'
  | '@noble/hashes'
  | '@noble/post-quantum'
  | 'node:crypto';

export interface Computed<T> {
  readonly value: T;
  readonly backend: Backend;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** A key pair of one connection. Private bytes are visible on purpose: this is a laboratory. */
export interface KeyPairBytes {
  /** DH: raw scalar (X25519: 32 bytes; NIST curves: field-size big-endian). ML-KEM: 64-byte seed d || z. */
  readonly privateKey: Bytes;
  /** X25519: 32 bytes; NIST curves: uncompressed point 04 || x || y; ML-KEM-768: 1184-byte encapsulation key. */
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
  /** Result is ciphertext || tag (16 bytes). */
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

export const hashLength: Readonly<Record<HashName, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
export const aeadKeyLength: Readonly<Record<AeadName, number>> = {
  'AES-128-GCM': 16,
  'AES-256-GCM': 32,
  'ChaCha20-Poly1305': 32,
};
export const aeadTagLength = 16;
export const aeadNonceLength = 12;
