/** One certificate: profile in, DER out, with @peculiar/x509. */
import './reflect.ts';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  CertificatePolicyExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { toHex } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { signatureFromDer } from '../crypto/provider/ecdsa.ts';
import { decodePublicKey } from '../x509/public-key.ts';
import { certificateSignature } from './keys.ts';
import type { KeyKind, KeyPair } from './pki.ts';

export interface SubjectName {
  readonly country?: string;
  readonly organization?: string;
  readonly commonName: string;
}

export interface CertificateProfile {
  readonly subject: SubjectName;
  readonly publicKey: Bytes;
  /** Absent: self-signed. */
  readonly issuer?: SubjectName;
  readonly issuerKey: KeyPair;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Absent: not an authority. */
  readonly authority?: { readonly pathLength?: number };
  readonly keyUsage: readonly ('digitalSignature' | 'keyCertSign' | 'cRLSign')[];
  readonly purposes?: readonly ('serverAuth' | 'clientAuth')[];
  readonly names?: readonly { readonly type: 'dns' | 'ip' | 'email'; readonly value: string }[];
  readonly caIssuers?: string;
  readonly crl?: string;
  /** Dotted. */
  readonly policy?: string;
}

/** Issues the certificate. Serial number: 16 random octets, RFC 5280 §4.1.2.2. */
export async function signCertificate(profile: CertificateProfile, provider: Provider): Promise<Bytes> {
  const { issuerKey } = profile;
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: serialNumber(provider),
      subject: nameOf(profile.subject),
      issuer: nameOf(profile.issuer ?? profile.subject),
      notBefore: new Date(profile.notBefore),
      notAfter: new Date(profile.notAfter),
      publicKey: profile.publicKey,
      extensions: await extensionsOf(profile, provider),
      signingKey: { algorithm: webAlgorithm(issuerKey.kind) } as unknown as CryptoKey,
    },
    signer(issuerKey, provider),
  );
  return new Uint8Array(certificate.rawData);
}

/** The library asks a WebCrypto for signatures; it gets the port instead. */
function signer(key: KeyPair, provider: Provider): Crypto {
  const sign = async (_algorithm: unknown, _key: unknown, data: ArrayBuffer): Promise<ArrayBuffer> => {
    const { value } = await provider.sign(
      certificateSignature(key.kind),
      key.privateKey,
      new Uint8Array(data),
    );
    // WebCrypto's ECDSA signatures are r || s; the port's are what goes into the certificate.
    const raw = key.kind.startsWith('EC ')
      ? signatureFromDer(value, key.kind === 'EC P-384' ? 48 : 32)
      : value;
    if (raw === undefined) throw new Error('the provider made a signature that is no ECDSA-Sig-Value');
    return raw.slice().buffer;
  };
  return { subtle: { sign } } as unknown as Crypto;
}

function webAlgorithm(kind: KeyKind): KeyAlgorithm & Record<string, unknown> {
  switch (kind) {
    case 'EC P-256':
      return { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    case 'EC P-384':
      return { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' };
    case 'Ed25519':
      return { name: 'Ed25519' };
    case 'RSA 1024':
    case 'RSA 2048':
    case 'RSA 4096':
      return { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } };
  }
}

/** Positive, and always 16 octets long: neither the sign bit nor a leading zero. */
function serialNumber(provider: Provider): string {
  const octets = provider.random(16);
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40;
  return toHex(octets);
}

/** Most significant part first; countryName is a PrintableString, the rest UTF8String (RFC 5280 §4.1.2.4, appendix A). */
function nameOf(name: SubjectName): Name {
  return new Name([
    ...(name.country === undefined ? [] : [{ C: [{ printableString: name.country }] }]),
    ...(name.organization === undefined ? [] : [{ O: [{ utf8String: name.organization }] }]),
    { CN: [{ utf8String: name.commonName }] },
  ]);
}

const usageFlags = {
  digitalSignature: KeyUsageFlags.digitalSignature,
  keyCertSign: KeyUsageFlags.keyCertSign,
  cRLSign: KeyUsageFlags.cRLSign,
} as const;
const purposeOids = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' } as const;

async function extensionsOf(profile: CertificateProfile, provider: Provider): Promise<Extension[]> {
  const extensions: Extension[] = [
    new BasicConstraintsExtension(profile.authority !== undefined, profile.authority?.pathLength, true),
    new KeyUsagesExtension(
      profile.keyUsage.reduce((flags, usage) => flags | usageFlags[usage], 0),
      true,
    ),
  ];
  if (profile.purposes)
    extensions.push(new ExtendedKeyUsageExtension(profile.purposes.map((purpose) => purposeOids[purpose])));
  if (profile.names)
    extensions.push(new SubjectAlternativeNameExtension(profile.names.map((name) => ({ ...name }))));
  extensions.push(new SubjectKeyIdentifierExtension(await keyIdentifier(profile.publicKey, provider)));
  // A self-signed certificate is its own authority; the key identifier would say nothing new (RFC 5280 §4.2.1.1).
  if (profile.issuer)
    extensions.push(
      new AuthorityKeyIdentifierExtension(await keyIdentifier(profile.issuerKey.publicKey, provider)),
    );
  if (profile.caIssuers !== undefined)
    extensions.push(new AuthorityInfoAccessExtension({ caIssuers: profile.caIssuers }));
  if (profile.crl !== undefined) extensions.push(new CRLDistributionPointsExtension([profile.crl]));
  if (profile.policy !== undefined) extensions.push(new CertificatePolicyExtension([profile.policy]));
  return extensions;
}

/** RFC 7093 §2, method 1: the first 160 bits of SHA-256 over the key's bits. In hex. */
async function keyIdentifier(publicKey: Bytes, provider: Provider): Promise<string> {
  const decoded = decodePublicKey(publicKey);
  if (decoded === undefined) throw new Error('a key of the demo PKI is no SubjectPublicKeyInfo');
  const { value } = await provider.digest('SHA-256', decoded.key);
  return toHex(value.subarray(0, 20));
}
