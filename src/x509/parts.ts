/** The parts of a certificate that a reader is shown one by one, each with the place of its bytes. */
import type { Field } from '../bytes/field.ts';
import { fieldByPath } from './certificate.ts';
import type { Certificate } from './model.ts';

export interface CertificatePart {
  /** 'subject', 'validity', …; for extensions their name (dotted where unknown). */
  readonly id: string;
  /** Dotted path below the certificate's root, e.g. 'tbsCertificate.extensions.subjectAltName'. */
  readonly path: string;
  /** With offsets in the DER; header octets belong to it. */
  readonly field: Field;
  /** Extensions only. */
  readonly critical?: boolean;
}

const order: readonly (readonly [id: string, path: string])[] = [
  ['subject', 'tbsCertificate.subject'],
  ['issuer', 'tbsCertificate.issuer'],
  ['validity', 'tbsCertificate.validity'],
  ['subjectAltName', 'tbsCertificate.extensions.subjectAltName'],
  ['publicKey', 'tbsCertificate.subjectPublicKeyInfo'],
  ['keyUsage', 'tbsCertificate.extensions.keyUsage'],
  ['extKeyUsage', 'tbsCertificate.extensions.extKeyUsage'],
  ['basicConstraints', 'tbsCertificate.extensions.basicConstraints'],
  ['subjectKeyIdentifier', 'tbsCertificate.extensions.subjectKeyIdentifier'],
  ['authorityKeyIdentifier', 'tbsCertificate.extensions.authorityKeyIdentifier'],
  ['authorityInfoAccess', 'tbsCertificate.extensions.authorityInfoAccess'],
];

const end: readonly (readonly [id: string, path: string])[] = [
  ['serialNumber', 'tbsCertificate.serialNumber'],
  ['version', 'tbsCertificate.version'],
  ['signature', 'signatureValue'],
];

/** In reading order; every extension of the certificate is among them, parts it lacks are not. */
export function certificateParts(certificate: Certificate): readonly CertificatePart[] {
  const named = new Set(order.map(([id]) => id));
  const others = certificate.extensions.all
    .filter((extension) => !named.has(extension.name))
    .map((extension) => [extension.name, `tbsCertificate.extensions.${extension.name}`] as const);
  return [...order, ...others, ...end].flatMap(([id, path]) => {
    const field = fieldByPath(certificate.field, path);
    if (field === undefined) return [];
    const extension = path.includes('.extensions.')
      ? certificate.extensions.all.find((one) => one.name === id)
      : undefined;
    return [{ id, path, field, ...(extension && { critical: extension.critical }) }];
  });
}
