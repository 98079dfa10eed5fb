/** Making a certification request, PKCS #10 (RFC 2986 §4): the applicant's half of an issuance. */
import type { Bytes, Provider } from '../../crypto/port.ts';
import { signatureNameOf } from '../../x509/algorithm.ts';
import { decodeRequest } from '../../x509/request.ts';
import { context, oid, sequence, set, smallInteger } from '../der.ts';
import {
  basicConstraints,
  distinguishedName,
  extendedKeyUsage,
  keyUsage,
  subjectAltName,
} from '../extensions.ts';
import type { KeyPair } from '../pki.ts';
import { signed } from '../signed.ts';
import type { RequestWish } from './model.ts';

/** Writes the request and signs it with the key it is about: proof that whoever asks has the private half. */
export async function makeRequest(wish: RequestWish, key: KeyPair, provider: Provider): Promise<Bytes> {
  const extensions = [
    ...(wish.cA ? [basicConstraints(true, undefined)] : []),
    ...(wish.keyUsage.length > 0 ? [keyUsage(wish.keyUsage)] : []),
    ...(wish.extKeyUsage.length > 0 ? [extendedKeyUsage(wish.extKeyUsage)] : []),
    ...(wish.names.length > 0 ? [subjectAltName(wish.names)] : []),
  ];
  // extensionRequest, RFC 2985 §5.4.2: one attribute whose one value is the list of extensions.
  const attributes =
    extensions.length === 0
      ? new Uint8Array()
      : sequence(oid('1.2.840.113549.1.9.14'), set(sequence(...extensions)));
  const info = sequence(
    smallInteger(0),
    distinguishedName(wish.subject),
    key.publicKey,
    context(0, attributes, true),
  );
  return signed(info, key, provider);
}

/** Whether the request is signed by the very key it carries (RFC 2986 §4.2). False for what is no request. */
export async function provesPossession(der: Bytes, provider: Provider): Promise<boolean> {
  const decoded = decodeRequest(der);
  if (!decoded.ok) return false;
  const { signatureAlgorithm, publicKey, subjectPublicKeyInfo, info, signatureValue } = decoded.value;
  const algorithm = signatureNameOf(signatureAlgorithm, publicKey);
  if (!('name' in algorithm)) return false;
  return (await provider.verify(algorithm.name, subjectPublicKeyInfo, info, signatureValue)).value;
}
