/** Documents of a PKI beside certificates: which tree lies over their bytes. */
import { parseDer } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import type { Bytes } from '../crypto/port.ts';
import { certificateField } from '../x509/certificate.ts';
import { decodeRequest } from '../x509/request.ts';

/** A request (PKCS #10), a revocation list, a question to a responder and its answer. */
export type DocumentKind = 'certificate' | 'request' | 'list' | 'question' | 'answer';

const names: Readonly<Record<DocumentKind, string>> = {
  certificate: 'Certificate',
  request: 'CertificationRequest',
  list: 'CertificateList',
  question: 'OCSPRequest',
  answer: 'OCSPResponse',
};

/** Label of the PEM frame; what is only ever sent as DER has none. */
export const pemLabels: Readonly<Partial<Record<DocumentKind, string>>> = {
  certificate: 'CERTIFICATE',
  request: 'CERTIFICATE REQUEST',
  list: 'X509 CRL',
};

const trees = new WeakMap<Bytes, Field>();

/** The same bytes give the same tree. */
export function documentField(kind: DocumentKind, der: Bytes): Field {
  const known = trees.get(der);
  if (known) return known;
  const tree = makeTree(kind, der);
  trees.set(der, tree);
  return tree;
}

function makeTree(kind: DocumentKind, der: Bytes): Field {
  if (kind === 'certificate') return certificateField(der);
  if (kind === 'request') return decodeRequest(der).field;
  return parseDer(der, { name: names[kind] }).field;
}
