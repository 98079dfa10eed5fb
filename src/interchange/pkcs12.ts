/**
 * PKCS#12, RFC 7292: a key and its certificates in one file under a password, as OpenSSL 3 and today's systems
 * write it: PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC (RFC 8018), HMAC-SHA-256 over the whole.
 */
import { context, nullValue, number, octetString, oid, sequence, set, element } from '../authority/der.ts';
import { concat, utf8 } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';

export interface Identity {
  readonly name: string;
  /** PKCS#8. */
  readonly privateKey: Bytes;
  /** The one that belongs to the key first. */
  readonly certificates: readonly Bytes[];
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  sha256: '2.16.840.1.101.3.4.2.1',
};
const iterations = 2048;
const saltLength = 16;

/** Salts and IVs are drawn from the provider: the same identity gives another file each time. */
export async function writePkcs12(identity: Identity, password: string, provider: Provider): Promise<Bytes> {
  const { name, privateKey, certificates } = identity;
  const [leaf] = certificates;
  const keyId = (await provider.digest('SHA-1', leaf ?? privateKey)).value;
  const ofKey = set(
    attribute(oids.friendlyName, bmpString(name)),
    attribute(oids.localKeyId, octetString(keyId)),
  );
  const certBags = certificates.map((der, i) =>
    sequence(
      oid(oids.certBag),
      context(0, sequence(oid(oids.x509Certificate), context(0, octetString(der), true)), true),
      ...(i === 0 ? [ofKey] : []),
    ),
  );
  const [shroudedKey, shroudedCertificates] = await Promise.all([
    encrypt(privateKey, password, provider),
    encrypt(sequence(...certBags), password, provider),
  ]);
  const keyBag = sequence(
    oid(oids.shroudedKeyBag),
    context(0, sequence(shroudedKey.algorithm, octetString(shroudedKey.ciphertext)), true),
    ofKey,
  );
  const encryptedContent = sequence(
    oid(oids.data),
    shroudedCertificates.algorithm,
    context(0, shroudedCertificates.ciphertext),
  );
  const authenticatedSafe = sequence(
    sequence(oid(oids.encryptedData), context(0, sequence(number(0), encryptedContent), true)),
    sequence(oid(oids.data), context(0, octetString(sequence(keyBag)), true)),
  );
  return sequence(
    number(3),
    sequence(oid(oids.data), context(0, octetString(authenticatedSafe), true)),
    await macData(authenticatedSafe, password, provider),
  );
}

function attribute(type: string, value: Bytes): Bytes {
  return sequence(oid(type), set(value));
}

/** PBES2, RFC 8018 §6.2. */
async function encrypt(
  plaintext: Bytes,
  password: string,
  provider: Provider,
): Promise<{ readonly algorithm: Bytes; readonly ciphertext: Bytes }> {
  const salt = provider.random(saltLength);
  const iv = provider.random(16);
  const key = await pbkdf2(utf8(password), salt, provider);
  const padding = 16 - (plaintext.length % 16);
  const padded = concat(plaintext, new Uint8Array(padding).fill(padding));
  const { value: ciphertext } = await provider.encryptCipher('AES-256-CBC', key, iv, padded);
  const derivation = sequence(
    oid(oids.pbkdf2),
    sequence(octetString(salt), number(iterations), number(32), sequence(oid(oids.hmacSha256), nullValue)),
  );
  const scheme = sequence(oid(oids.aes256Cbc), octetString(iv));
  return { algorithm: sequence(oid(oids.pbes2), sequence(derivation, scheme)), ciphertext };
}

/** RFC 8018 §5.2; 32 bytes are one block of HMAC-SHA-256. */
async function pbkdf2(password: Bytes, salt: Bytes, provider: Provider): Promise<Bytes> {
  let block = (await provider.hmac('SHA-256', password, concat(salt, Uint8Array.of(0, 0, 0, 1)))).value;
  const result = block.slice();
  for (let i = 1; i < iterations; i++) {
    block = (await provider.hmac('SHA-256', password, block)).value;
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) ^ (block[at] ?? 0);
  }
  return result;
}

async function macData(content: Bytes, password: string, provider: Provider): Promise<Bytes> {
  const salt = provider.random(saltLength);
  const key = await pkcs12Key(password, salt, provider);
  const mac = (await provider.hmac('SHA-256', key, content)).value;
  const digest = sequence(sequence(oid(oids.sha256), nullValue), octetString(mac));
  return sequence(digest, octetString(salt), number(iterations));
}

/** RFC 7292 appendix B.2 with purpose 3 (MAC); 32 bytes are one hash, so the blocks need no carrying on. */
async function pkcs12Key(password: string, salt: Bytes, provider: Provider): Promise<Bytes> {
  const block = 64;
  const repeated = (bytes: Bytes): Bytes =>
    Uint8Array.from(
      { length: block * Math.ceil(bytes.length / block) },
      (_, i) => bytes[i % bytes.length] ?? 0,
    );
  const secret = concat(utf16(password), Uint8Array.of(0, 0));
  let key = concat(new Uint8Array(block).fill(3), repeated(salt), repeated(secret));
  for (let i = 0; i < iterations; i++) key = (await provider.digest('SHA-256', key)).value;
  return key;
}

function bmpString(text: string): Bytes {
  return element(0x1e, utf16(text));
}

/** UTF-16, big-endian. */
function utf16(text: string): Bytes {
  return Uint8Array.from(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) => [
      unit >> 8,
      unit & 0xff,
    ]),
  );
}
