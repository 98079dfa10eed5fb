/**
 * The tree of an OCSP response that stands inside a message. Few connections carry one, so its reader comes with
 * whoever expects it; without the reader it is DER whose elements have no names of their own.
 */
import { parseDer } from '../../bytes/der.ts';
import type { Field } from '../../bytes/field.ts';
import type { Bytes } from '../../crypto/port.ts';

let named: ((der: Bytes) => Field) | undefined;

export function provideOcspField(read: (der: Bytes) => Field): void {
  named = read;
}

export function ocspField(der: Bytes): Field {
  return named?.(der) ?? parseDer(der, { name: 'OCSPResponse' }).field;
}
