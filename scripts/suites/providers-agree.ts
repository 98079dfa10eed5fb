/** Two providers, held against each other: what one makes the other must take, and what has one result must be the same. */
import { makeKeyPair } from '../../src/authority/keys.ts';
import type { KeyKind } from '../../src/authority/pki.ts';
import { equal } from '../../src/bytes/hex.ts';
import {
  type AeadName,
  type Bytes,
  type CipherName,
  type CurveName,
  type HashName,
  type Provider,
  type SignatureName,
  aeadKeyLength,
  cipherLengths,
} from '../../src/crypto/port.ts';

export interface Agreement {
  readonly compared: number;
  readonly disagreements: readonly string[];
  /** Whose code computed it in the first provider, by algorithm. */
  readonly backends: Readonly<Record<string, string>>;
}

const hashes: readonly HashName[] = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];
const curves: readonly CurveName[] = ['X25519', 'X448', 'P-256', 'P-384', 'P-521'];
const signatures: readonly (readonly [SignatureName, KeyKind])[] = [
  ['ECDSA-P256-SHA256', 'EC P-256'],
  ['ECDSA-P256-SHA384', 'EC P-256'],
  ['ECDSA-P384-SHA384', 'EC P-384'],
  ['RSA-PSS-SHA256', 'RSA 2048'],
  ['RSA-PKCS1-SHA1', 'RSA 2048'],
  ['RSA-PKCS1-SHA256', 'RSA 2048'],
  ['Ed25519', 'Ed25519'],
  ['Ed448', 'Ed448'],
  ['DSA-SHA256', 'DSA 2048'],
  ['ML-DSA-44', 'ML-DSA-44'],
  ['ML-DSA-65', 'ML-DSA-65'],
  ['ML-DSA-87', 'ML-DSA-87'],
];

export async function providersAgree(first: Provider, second: Provider): Promise<Agreement> {
  const disagreements: string[] = [];
  const backends: Record<string, string> = {};
  let compared = 0;
  const note = (name: string, backend: string, good: boolean): void => {
    backends[name] = backend;
    compared++;
    if (!good) disagreements.push(name);
  };
  const [key, data] = [counting(32), counting(200)];
  for (const hash of hashes) {
    const digest = await first.digest(hash, data);
    note(hash, digest.backend, equal(digest.value, (await second.digest(hash, data)).value));
    const mac = await first.hmac(hash, key, data);
    note(`HMAC-${hash}`, mac.backend, equal(mac.value, (await second.hmac(hash, key, data)).value));
  }
  for (const aead of Object.keys(aeadKeyLength) as AeadName[]) {
    const inputs = [counting(aeadKeyLength[aead]), counting(12), counting(13)] as const;
    const sealed = await first.seal(aead, ...inputs, data);
    const opened = (await second.open(aead, ...inputs, sealed.value)).value;
    const again = (await second.seal(aead, ...inputs, data)).value;
    note(aead, sealed.backend, opened !== undefined && equal(opened, data) && equal(sealed.value, again));
  }
  for (const cipher of Object.keys(cipherLengths) as CipherName[]) {
    const { key: keyLength, block } = cipherLengths[cipher];
    const inputs = [counting(keyLength), block === 0 ? new Uint8Array(8) : counting(block)] as const;
    const blocks = counting(160);
    const sealed = await first.encryptCipher(cipher, ...inputs, blocks);
    const opened = (await second.decryptCipher(cipher, ...inputs, sealed.value)).value;
    note(cipher, sealed.backend, equal(opened, blocks));
  }
  for (const curve of curves) {
    const [{ value: a, backend }, { value: b }] = [
      await first.generateDhKeyPair(curve),
      await second.generateDhKeyPair(curve),
    ];
    const here = (await first.agree(curve, a.privateKey, a.publicKey, b.publicKey)).value;
    const there = (await second.agree(curve, b.privateKey, b.publicKey, a.publicKey)).value;
    note(curve, backend, here !== undefined && there !== undefined && equal(here, there));
  }
  const kem = await first.generateKemKeyPair('ML-KEM-768');
  const made = (await second.encapsulate('ML-KEM-768', kem.value.publicKey)).value;
  const got = made && (await first.decapsulate('ML-KEM-768', kem.value.privateKey, made.ciphertext)).value;
  note('ML-KEM-768', kem.backend, made !== undefined && got !== undefined && equal(made.sharedSecret, got));
  for (const [algorithm, kind] of signatures) {
    const pair = await makeKeyPair(kind, { provider: first, subtle: crypto.subtle });
    const ours = await first.sign(algorithm, pair.privateKey, data);
    const theirs = await second.sign(algorithm, pair.privateKey, data);
    const good = await Promise.all([
      second.verify(algorithm, pair.publicKey, data, ours.value),
      first.verify(algorithm, pair.publicKey, data, theirs.value),
    ]);
    const bad = await first.verify(algorithm, pair.publicKey, counting(199), theirs.value);
    note(algorithm, ours.backend, good.every(({ value }) => value) && !bad.value);
  }
  return { compared, disagreements, backends };
}

function counting(length: number): Bytes {
  return Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 0xff);
}
