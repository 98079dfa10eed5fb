/** Documents of a PKI beside certificates: which tree lies over their bytes. */
import { parseDer } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import type { Bytes } from '../crypto/port.ts';
import { certificateField } from '../x509/certificate.ts';
import { decodeRequest } from '../x509/request.ts';
import { decodeRevocationList } from '../x509/revocation/list.ts';
import { decodeOcspResponse } from '../x509/revocation/ocsp.ts';

/** A request (PKCS #10), a revocation list, a question to a responder and its answer. */
export type DocumentKind = 'certificate' | 'request' | 'list' | 'question' | 'answer';

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
  switch (kind) {
    case 'certificate':
      return certificateField(der);
    case 'request':
      return decodeRequest(der).field;
    case 'list':
      return decodeRevocationList(der).field;
    case 'answer':
      return decodeOcspResponse(der).field;
    case 'question':
      return parseDer(der, { name: 'OCSPRequest' }).field;
  }
}
