/** One certificate: profile in, DER out (RFC 5280 §4.1). */
import { concat, utf8 } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { parseIp } from '../x509/ip.ts';
import { decodePublicKey } from '../x509/public-key.ts';
import {
  bitString,
  booleanTrue,
  context,
  element,
  namedBits,
  nullValue,
  octetString,
  oid,
  printableString,
  sequence,
  smallInteger,
  time,
  utf8String,
} from './der.ts';
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
  /** Leaves basicConstraints out altogether. */
  readonly withoutBasicConstraints?: boolean;
  readonly keyUsage: readonly (keyof typeof usageBits)[];
  readonly purposes?: readonly (keyof typeof purposeOids)[];
  readonly names?: readonly { readonly type: 'dns' | 'ip' | 'email'; readonly value: string }[];
  readonly caIssuers?: string;
  readonly crl?: string;
  /** Dotted. */
  readonly policy?: string;
  /** dNSName subtrees that the authority may issue for; critical (RFC 5280 §4.2.1.10). */
  readonly permittedNames?: readonly string[];
  /** TLS extensions the server promises to answer, RFC 7633. */
  readonly tlsFeatures?: readonly number[];
  /** Nobody need ask whether this responder was itself revoked, RFC 6960 §4.2.2.2.1. */
  readonly ocspNocheck?: boolean;
  /** An extension that no reader knows, dotted; marked critical. */
  readonly unknownCritical?: string;
  /** Stands in authorityKeyIdentifier in place of the identifier of the issuer's key. */
  readonly authorityKeyId?: Bytes;
  /** Signs over a hash that is broken, in place of the one that fits the key. */
  readonly sha1?: (data: Bytes, key: KeyPair) => Promise<Bytes>;
}

/** Issues the certificate. Serial number: 16 random octets, RFC 5280 §4.1.2.2. */
export async function signCertificate(profile: CertificateProfile, provider: Provider): Promise<Bytes> {
  const { issuerKey } = profile;
  const algorithm = profile.sha1 ? sha1Algorithm(issuerKey.kind) : signatureAlgorithm(issuerKey.kind);
  const tbsCertificate = sequence(
    context(0, smallInteger(2), true),
    element(0x02, serialNumber(provider)),
    algorithm,
    nameOf(profile.issuer ?? profile.subject),
    sequence(time(profile.notBefore), time(profile.notAfter)),
    nameOf(profile.subject),
    profile.publicKey,
    context(3, sequence(...(await extensionsOf(profile, provider))), true),
  );
  const value = profile.sha1
    ? await profile.sha1(tbsCertificate, issuerKey)
    : (await provider.sign(certificateSignature(issuerKey.kind), issuerKey.privateKey, tbsCertificate)).value;
  return sequence(tbsCertificate, algorithm, bitString(value));
}

/** ecdsa-with-SHA1 (RFC 3279 §2.2.3) and sha1WithRSAEncryption (§2.2.1): what no authority may use today. */
function sha1Algorithm(kind: KeyKind): Bytes {
  return kind.startsWith('RSA')
    ? sequence(oid('1.2.840.113549.1.1.5'), nullValue)
    : sequence(oid('1.2.840.10045.4.1'));
}

/**
 * AlgorithmIdentifier: without parameters (ECDSA and DSA, RFC 5758; EdDSA, RFC 8410 §3; ML-DSA, RFC 9881 §2), but
 * RSA with NULL (RFC 4055 §5) and RSASSA-PSS with all that it depends on.
 */
export function signatureAlgorithm(kind: KeyKind): Bytes {
  switch (kind) {
    case 'EC P-256':
      return sequence(oid('1.2.840.10045.4.3.2'));
    case 'EC P-384':
      return sequence(oid('1.2.840.10045.4.3.3'));
    case 'Ed25519':
      return sequence(oid('1.3.101.112'));
    case 'RSA 1024':
    case 'RSA 2048':
    case 'RSA 4096':
      return sequence(oid('1.2.840.113549.1.1.11'), nullValue);
    case 'RSASSA-PSS 2048':
      return pssWithSha256();
    case 'DSA 2048':
      return sequence(oid('2.16.840.1.101.3.4.3.2'));
    case 'Ed448':
      return sequence(oid('1.3.101.113'));
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87':
      return sequence(oid(mlDsaOids[kind]));
    case 'DH 2048':
      throw new TypeError('a DH key signs nothing');
  }
}

/** RSASSA-PSS-params: SHA-256 for the message and for the mask, and a salt of 32 octets (RFC 4055 §3.1). */
function pssWithSha256(): Bytes {
  const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue);
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(
      context(0, sha256, true),
      context(1, sequence(oid('1.2.840.113549.1.1.8'), sha256), true),
      context(2, smallInteger(32), true),
    ),
  );
}

/** RFC 9881 §2. */
const mlDsaOids = {
  'ML-DSA-44': '2.16.840.1.101.3.4.3.17',
  'ML-DSA-65': '2.16.840.1.101.3.4.3.18',
  'ML-DSA-87': '2.16.840.1.101.3.4.3.19',
} as const;

/** Positive, and always 16 octets long: neither the sign bit nor a leading zero. */
function serialNumber(provider: Provider): Bytes {
  const octets = provider.random(16);
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40;
  return octets;
}

/** Most significant part first; countryName is a PrintableString, the rest UTF8String (RFC 5280 §4.1.2.4, appendix A). */
function nameOf(name: SubjectName): Bytes {
  const attribute = (type: string, value: Bytes): Bytes => element(0x31, sequence(oid(type), value));
  return sequence(
    ...(name.country === undefined ? [] : [attribute('2.5.4.6', printableString(name.country))]),
    ...(name.organization === undefined ? [] : [attribute('2.5.4.10', utf8String(name.organization))]),
    attribute('2.5.4.3', utf8String(name.commonName)),
  );
}

/** Positions in KeyUsage, RFC 5280 §4.2.1.3. */
const usageBits = {
  digitalSignature: 0,
  keyEncipherment: 2,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
} as const;
const purposeOids = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  OCSPSigning: '1.3.6.1.5.5.7.3.9',
} as const;

async function extensionsOf(profile: CertificateProfile, provider: Provider): Promise<readonly Bytes[]> {
  const { authority, names, purposes } = profile;
  const extensions = [
    ...(profile.withoutBasicConstraints === true
      ? []
      : [extension('2.5.29.19', basicConstraints(authority), true)]),
    extension('2.5.29.15', namedBits(profile.keyUsage.map((usage) => usageBits[usage])), true),
  ];
  if (purposes)
    extensions.push(
      extension('2.5.29.37', sequence(...purposes.map((purpose) => oid(purposeOids[purpose])))),
    );
  // GeneralNames has at least one entry (RFC 5280 §4.2.1.6): without names there is no extension.
  if (names !== undefined && names.length > 0)
    extensions.push(extension('2.5.29.17', sequence(...names.map(generalName))));
  extensions.push(extension('2.5.29.14', octetString(await keyIdentifier(profile.publicKey, provider))));
  // A self-signed certificate is its own authority; the key identifier would say nothing new (RFC 5280 §4.2.1.1).
  if (profile.issuer) {
    const identifier = profile.authorityKeyId ?? (await keyIdentifier(profile.issuerKey.publicKey, provider));
    extensions.push(extension('2.5.29.35', sequence(context(0, identifier))));
  }
  if (profile.caIssuers !== undefined) {
    const access = sequence(oid('1.3.6.1.5.5.7.48.2'), uri(profile.caIssuers));
    extensions.push(extension('1.3.6.1.5.5.7.1.1', sequence(access)));
  }
  // DistributionPoint.distributionPoint.fullName: three context tags deep, RFC 5280 §4.2.1.13.
  if (profile.crl !== undefined) {
    const fullName = context(0, context(0, uri(profile.crl), true), true);
    extensions.push(extension('2.5.29.31', sequence(sequence(fullName))));
  }
  if (profile.policy !== undefined) {
    extensions.push(extension('2.5.29.32', sequence(sequence(oid(profile.policy)))));
  }
  if (profile.permittedNames) {
    const subtrees = profile.permittedNames.map((value) => sequence(generalName({ type: 'dns', value })));
    extensions.push(extension('2.5.29.30', sequence(context(0, concat(...subtrees), true)), true));
  }
  if (profile.tlsFeatures)
    extensions.push(extension('1.3.6.1.5.5.7.1.24', sequence(...profile.tlsFeatures.map(smallInteger))));
  if (profile.ocspNocheck === true) extensions.push(extension('1.3.6.1.5.5.7.48.1.5', nullValue));
  if (profile.unknownCritical !== undefined)
    extensions.push(extension(profile.unknownCritical, nullValue, true));
  return extensions;
}

function extension(id: string, value: Bytes, critical = false): Bytes {
  return sequence(oid(id), ...(critical ? [booleanTrue] : []), octetString(value));
}

/** cA is FALSE by default, and DER leaves defaults out. */
function basicConstraints(authority: CertificateProfile['authority']): Bytes {
  if (authority === undefined) return sequence();
  const { pathLength } = authority;
  return sequence(booleanTrue, ...(pathLength === undefined ? [] : [smallInteger(pathLength)]));
}

function generalName({ type, value }: NonNullable<CertificateProfile['names']>[number]): Bytes {
  if (type === 'email') return context(1, utf8(value));
  if (type === 'dns') return context(2, utf8(value));
  const address = parseIp(value);
  if (address === undefined) throw new Error(`not an IP address: ${value}`);
  return context(7, address);
}

function uri(value: string): Bytes {
  return context(6, utf8(value));
}

/** RFC 7093 §2, method 1: the first 160 bits of SHA-256 over the key's bits. */
export async function keyIdentifier(publicKey: Bytes, provider: Provider): Promise<Bytes> {
  const decoded = decodePublicKey(publicKey);
  if (decoded === undefined) throw new Error('a key of the demo PKI is no SubjectPublicKeyInfo');
  const { value } = await provider.digest('SHA-256', decoded.key);
  return value.slice(0, 20);
}
