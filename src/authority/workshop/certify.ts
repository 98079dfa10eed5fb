/** Issuing a certificate in which every field is the issuer's choice (RFC 5280 §4.1). */
import type { Bytes, Provider } from '../../crypto/port.ts';
import type { Name } from '../../x509/model.ts';
import { context, integer, sequence, smallInteger, time } from '../der.ts';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicy,
  crlDistributionPoint,
  distinguishedName,
  extendedKeyUsage,
  keyUsage,
  mustStaple,
  nameConstraints,
  subjectAltName,
  subjectKeyIdentifier,
} from '../extensions.ts';
import type { KeyPair } from '../pki.ts';
import { algorithmOf, signed } from '../signed.ts';
import { keyIdentifier } from '../sign.ts';
import type { Grant } from './model.ts';

export interface Issuer {
  /** As it stands in the issuer's certificate, byte by byte; undefined for a self-signed root. */
  readonly name: Name | undefined;
  readonly key: KeyPair;
  /** Where its certificate, its list and its responder are said to be; absent for roots. */
  readonly places?: { readonly certificate: string; readonly crl: string; readonly ocsp: string };
  /** Dotted; the policy it issues under. */
  readonly policy?: string;
}

export async function certify(
  grant: Grant,
  publicKey: Bytes,
  issuer: Issuer,
  provider: Provider,
): Promise<Bytes> {
  const { places } = issuer;
  const subject = distinguishedName(grant.subject);
  const ownId = await keyIdentifier(publicKey, provider);
  const issuerId = await keyIdentifier(issuer.key.publicKey, provider);
  const isNameless = Object.values(grant.subject).every((part) => part === undefined || part === '');
  const extensions = [
    basicConstraints(grant.cA, grant.pathLength),
    ...(grant.keyUsage.length > 0 ? [keyUsage(grant.keyUsage)] : []),
    ...(grant.extKeyUsage.length > 0 ? [extendedKeyUsage(grant.extKeyUsage)] : []),
    ...(grant.names.length > 0 ? [subjectAltName(grant.names, isNameless)] : []),
    ...(grant.cA && grant.permitted.length + grant.excluded.length > 0
      ? [nameConstraints(grant.permitted, grant.excluded)]
      : []),
    subjectKeyIdentifier(ownId),
    ...(issuer.name ? [authorityKeyIdentifier(issuerId)] : []),
    ...(places
      ? [authorityInfoAccess(places.certificate, places.ocsp), crlDistributionPoint(places.crl)]
      : []),
    ...(issuer.policy === undefined ? [] : [certificatePolicy(issuer.policy)]),
    ...(grant.mustStaple ? [mustStaple()] : []),
  ];
  const tbs = sequence(
    context(0, smallInteger(2), true),
    integer(serialNumber(provider)),
    algorithmOf(issuer.key),
    issuer.name?.der ?? subject,
    sequence(time(grant.notBefore), time(grant.notAfter)),
    subject,
    publicKey,
    context(3, sequence(...extensions), true),
  );
  return signed(tbs, issuer.key, provider);
}

/** Positive and 16 octets long: neither the sign bit nor a leading zero (RFC 5280 §4.1.2.2). */
function serialNumber(provider: Provider): Bytes {
  const octets = provider.random(16);
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40;
  return octets;
}
