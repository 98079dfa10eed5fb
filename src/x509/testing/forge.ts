/** Certificates made to order for tests, right or wrong in any way, by @peculiar/x509 and Node's WebCrypto. */
import '../../authority/reflect.ts';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Bytes } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { decodeCertificate } from '../certificate.ts';
import type { Certificate } from '../model.ts';
import type { VerifySignature } from '../path/input.ts';

const crypto = webcrypto as unknown as Crypto;

export type Algorithm = 'P-256' | 'P-384' | 'RSA' | 'RSA-SHA1' | 'RSA 1024' | 'Ed25519';

export interface Identity {
  readonly name: string;
  readonly keys: CryptoKeyPair;
}

export async function identity(name: string, algorithm: Algorithm = 'P-256'): Promise<Identity> {
  return { name, keys: await keyPair(algorithm) };
}

async function keyPair(algorithm: Algorithm): Promise<CryptoKeyPair> {
  const usages: KeyUsage[] = ['sign', 'verify'];
  if (algorithm === 'Ed25519')
    return (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, usages)) as CryptoKeyPair;
  if (algorithm === 'P-256' || algorithm === 'P-384')
    return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: algorithm }, true, usages);
  return crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: algorithm === 'RSA-SHA1' ? 'SHA-1' : 'SHA-256',
      modulusLength: algorithm === 'RSA 1024' ? 1024 : 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    usages,
  );
}

/** What may be changed of the certificate that a tidy authority would issue. */
export interface Wish {
  readonly from?: string;
  readonly to?: string;
  readonly cA?: boolean;
  readonly pathLength?: number;
  readonly basicConstraints?: false;
  /** undefined: the usual one; false: no extension. */
  readonly usage?: readonly (keyof typeof KeyUsageFlags)[] | false;
  readonly purposes?: readonly string[] | false;
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
  readonly more?: readonly Extension[];
  /** A distinguished name instead of the issuer's own. */
  readonly issuerName?: string;
  readonly subjectName?: string;
  readonly hash?: string;
}

export const serverAuth = '1.3.6.1.5.5.7.3.1';
export const clientAuth = '1.3.6.1.5.5.7.3.2';

/** Issues `subject` under `issuer`. */
export async function forge(subject: Identity, issuer: Identity, wish: Wish = {}): Promise<Bytes> {
  const cA = wish.cA ?? false;
  const usage = wish.usage ?? (cA ? ['keyCertSign', 'cRLSign'] : ['digitalSignature']);
  const purposes = wish.purposes ?? (cA ? false : [serverAuth]);
  const names = [
    ...(wish.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(wish.ip ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  const certificate = await X509CertificateGenerator.create(
    {
      subject: wish.subjectName ?? subject.name,
      issuer: wish.issuerName ?? issuer.name,
      notBefore: new Date(wish.from ?? '2026-01-01T00:00:00Z'),
      notAfter: new Date(wish.to ?? '2027-01-01T00:00:00Z'),
      publicKey: subject.keys.publicKey,
      signingKey: issuer.keys.privateKey,
      signingAlgorithm: { name: issuer.keys.privateKey.algorithm.name, hash: wish.hash ?? 'SHA-256' },
      extensions: [
        ...(wish.basicConstraints === false
          ? []
          : [new BasicConstraintsExtension(cA, wish.pathLength, true)]),
        ...(usage === false
          ? []
          : [
              new KeyUsagesExtension(
                usage.reduce((flags, name) => flags | KeyUsageFlags[name], 0),
                true,
              ),
            ]),
        ...(purposes === false ? [] : [new ExtendedKeyUsageExtension([...purposes])]),
        ...(names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)]),
        await SubjectKeyIdentifierExtension.create(subject.keys.publicKey, false, crypto),
        await AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey, false, crypto),
        ...(wish.more ?? []),
      ],
    },
    crypto,
  );
  return new Uint8Array(certificate.rawData);
}

/** An extension by its parts; `value` is the content of extnValue. */
export function rawExtension(oid: string, critical: boolean, value: Uint8Array): Extension {
  return new Extension(oid, critical, Uint8Array.from(value));
}

/** Decodes what must decode. */
export function certificate(der: Bytes): Certificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(`${decoded.error.path}: ${decoded.error.detail}`);
  return decoded.value;
}

/** The signature check of the provider that ships. */
export async function verifier(): Promise<VerifySignature> {
  const provider = await createProvider();
  return async (algorithm, publicKey, tbs, signature) =>
    (await provider.verify(algorithm, publicKey, tbs, signature)).value;
}
