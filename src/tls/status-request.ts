/**
 * Stapling: a server hands over what the authority says about its certificate, to clients that ask for it. TLS 1.3
 * carries it in the certificate's entry (RFC 9846 §4.5.1.1), TLS 1.2 in a message of its own (RFC 6066 §8).
 */
import { concat } from '../bytes/hex.ts';
import { once } from '../bytes/once.ts';
import type { Bytes } from '../crypto/port.ts';
import { provideOcspField } from '../x509/revocation/field.ts';
import type { ClientHello, Extension } from './messages/model.ts';
import { extensionCodes } from './registry/extensions.ts';

/** CertificateStatusType, RFC 6066 §8. */
const ocsp = 1;
const code = extensionCodes.status_request;

/** CertificateStatusRequest: from any responder, and without extensions of its own. A nonce would be of no use to a server that asked before. */
export function statusRequest(): Extension {
  return { type: 'unknown', code, data: Uint8Array.of(ocsp, 0, 0, 0, 0) };
}

export function asksForStatus({ extensions }: ClientHello): boolean {
  const asked = extensions?.find((extension) => extension.type === 'unknown' && extension.code === code);
  return asked?.type === 'unknown' && asked.data[0] === ocsp;
}

/** CertificateStatus as an extension of a CertificateEntry. */
export function stapled(response: Bytes): Extension {
  const { length } = response;
  const header = Uint8Array.of(ocsp, length >> 16, (length >> 8) & 0xff, length & 0xff);
  return { type: 'unknown', code, data: concat(header, response) };
}

/** TLS 1.2: an empty status_request in ServerHello says that CertificateStatus will follow. */
export function statusPromise(): Extension {
  return { type: 'unknown', code, data: new Uint8Array() };
}

/** Before the first staple is read: from then on it has names for its fields. */
export const openStaples = once(async () => {
  const { decodeOcspResponse } = await import('../x509/revocation/ocsp.ts');
  provideOcspField((der) => decodeOcspResponse(der).field);
});
