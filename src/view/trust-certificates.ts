/** Certificates as the Checks tab names them, found by where the validator got them. */
import { toHex } from '../bytes/hex.ts';
import type { CertificateRecord, Party, Trace } from '../lab/trace.ts';
import { type Certificate, decodeCertificate } from '../x509/certificate.ts';
import type { CertificateRef } from '../x509/path/result.ts';

/** One certificate in plain values. What a v1 root or a broken certificate lacks is absent. */
export interface CertificateCard {
  /** Common name of the subject, or the whole name. */
  readonly name: string;
  readonly issuer: string;
  /** It names itself as its issuer. */
  readonly selfIssued: boolean;
  /** subjectKeyIdentifier and authorityKeyIdentifier, in hex. */
  readonly keyId?: string;
  readonly issuerKeyId?: string;
  /** 'EC P-256', 'RSA 2048'. */
  readonly key: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly names: readonly string[];
  readonly usages: readonly string[];
  /** Address of the issuer's certificate, AIA caIssuers (RFC 5280 §4.2.2.1). */
  readonly issuerUrl?: string;
  readonly bytes: number;
}

/** `presenter`: who sent the chain that was judged. Undefined where the trace does not carry the certificate. */
export function cardAt(trace: Trace, ref: CertificateRef, presenter: Party): CertificateCard | undefined {
  const record = recordAt(trace, ref, presenter);
  return record && cardOfRecord(record);
}

/** The certificate itself. */
export function recordAt(trace: Trace, ref: CertificateRef, presenter: Party): CertificateRecord | undefined {
  return trace.certificates.find(
    ({ ref: own, owner }) =>
      own.from === ref.from &&
      own.index === ref.index &&
      owner === (ref.from === 'sent' ? presenter : other(presenter)),
  );
}

/** Decoded once per record: a panel asks for the same certificates many times. */
const cards = new WeakMap<CertificateRecord, CertificateCard>();

function cardOfRecord(record: CertificateRecord): CertificateCard | undefined {
  const known = cards.get(record);
  if (known) return known;
  const decoded = decodeCertificate(record.der);
  if (!decoded.ok) return undefined;
  const card = cardOf(decoded.value);
  cards.set(record, card);
  return card;
}

/** Everything that was sent, in order. */
export function sentCards(trace: Trace, presenter: Party): readonly CertificateCard[] {
  return trace.certificates
    .filter(({ ref, owner }) => ref.from === 'sent' && owner === presenter)
    .toSorted((a, b) => a.ref.index - b.ref.index)
    .flatMap(({ ref }) => cardAt(trace, ref, presenter) ?? []);
}

export function other(party: Party): Party {
  return party === 'browser' ? 'server' : 'browser';
}

/** '9c1778…5217': enough of an identifier to compare two of them by eye. */
export function shortHex(hex: string): string {
  return hex.length <= 12 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}

function cardOf(certificate: Certificate): CertificateCard {
  const { extensions, subject, issuer } = certificate;
  const issuerUrl = extensions.authorityInfoAccess?.find(({ method }) => method === 'caIssuers')?.location
    .value;
  const issuerKeyId = extensions.authorityKeyIdentifier?.keyIdentifier;
  return {
    name: subject.commonName ?? subject.text,
    issuer: issuer.commonName ?? issuer.text,
    selfIssued: subject.canonical === issuer.canonical,
    ...(extensions.subjectKeyIdentifier && { keyId: toHex(extensions.subjectKeyIdentifier) }),
    ...(issuerKeyId && { issuerKeyId: toHex(issuerKeyId) }),
    key: certificate.publicKey.kind,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    names: (extensions.subjectAltName ?? []).map((name) => name.value),
    usages: extensions.keyUsage ?? [],
    ...(issuerUrl !== undefined && { issuerUrl }),
    bytes: certificate.der.length,
  };
}
