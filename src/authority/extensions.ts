/** Writing extensions for requests, certificates, CRLs and OCSP (RFC 5280 §4.2, §5.2; RFC 6960 §4.4). */
import { concat, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { parseIp } from '../x509/ip.ts';
import { type KeyUsage, keyUsageBits } from '../x509/model.ts';
import {
  booleanTrue,
  context,
  element,
  namedBits,
  number,
  octetString,
  oid,
  printableString,
  sequence,
  set,
  smallInteger,
  utf8String,
} from './der.ts';

/** A name in subjectAltName or in a name constraint; the kind is seen from the text. */
export type PlainName =
  | { readonly type: 'dns' | 'email' | 'uri'; readonly value: string }
  /** In constraints with the length of the prefix, '10.0.0.0/8'. */
  | { readonly type: 'ip'; readonly value: string };

export type KeyPurpose = keyof typeof purposeOids;

const purposeOids = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  OCSPSigning: '1.3.6.1.5.5.7.3.9',
} as const;

/** In the order of their numbers. */
export const keyPurposes = Object.keys(purposeOids) as readonly KeyPurpose[];

/** What the text of a name is: an address, a mailbox, an address of the web, else a host name. */
export function plainName(text: string): PlainName {
  const value = text.trim();
  if (parseIp(value.replace(/\/\d+$/, '')) !== undefined) return { type: 'ip', value };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return { type: 'uri', value };
  return { type: value.includes('@') ? 'email' : 'dns', value };
}

export function extension(id: string, value: Bytes, critical = false): Bytes {
  return sequence(oid(id), ...(critical ? [booleanTrue] : []), octetString(value));
}

/** Critical, as RFC 5280 §4.2.1.9 wants it for authorities. Without `cA` the SEQUENCE is empty. */
export function basicConstraints(cA: boolean, pathLength: number | undefined): Bytes {
  const limit = cA && pathLength !== undefined ? [number(pathLength)] : [];
  return extension('2.5.29.19', sequence(...(cA ? [booleanTrue, ...limit] : [])), true);
}

export function keyUsage(usages: readonly KeyUsage[]): Bytes {
  return extension('2.5.29.15', namedBits(usages.map((usage) => keyUsageBits.indexOf(usage))), true);
}

export function extendedKeyUsage(purposes: readonly KeyPurpose[]): Bytes {
  return extension('2.5.29.37', sequence(...purposes.map((purpose) => oid(purposeOids[purpose]))));
}

/** Critical where the subject is empty (RFC 5280 §4.2.1.6). */
export function subjectAltName(names: readonly PlainName[], critical = false): Bytes {
  return extension('2.5.29.17', sequence(...names.map(generalName)), critical);
}

export function subjectKeyIdentifier(identifier: Bytes): Bytes {
  return extension('2.5.29.14', octetString(identifier));
}

export function authorityKeyIdentifier(identifier: Bytes): Bytes {
  return extension('2.5.29.35', sequence(context(0, identifier)));
}

export function authorityInfoAccess(caIssuers: string, ocsp: string): Bytes {
  const access = (id: string, url: string): Bytes =>
    sequence(oid(id), generalName({ type: 'uri', value: url }));
  return extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(access('1.3.6.1.5.5.7.48.1', ocsp), access('1.3.6.1.5.5.7.48.2', caIssuers)),
  );
}

// DistributionPoint.distributionPoint.fullName: three context tags deep, RFC 5280 §4.2.1.13.
export function crlDistributionPoint(url: string): Bytes {
  const fullName = context(0, context(0, generalName({ type: 'uri', value: url }), true), true);
  return extension('2.5.29.31', sequence(sequence(fullName)));
}

export function certificatePolicy(id: string): Bytes {
  return extension('2.5.29.32', sequence(sequence(oid(id))));
}

export function nameConstraints(permitted: readonly PlainName[], excluded: readonly PlainName[]): Bytes {
  const subtrees = (tag: number, names: readonly PlainName[]): readonly Bytes[] =>
    names.length === 0
      ? []
      : [context(tag, concat(...names.map((name) => sequence(subtreeBase(name)))), true)];
  return extension('2.5.29.30', sequence(...subtrees(0, permitted), ...subtrees(1, excluded)), true);
}

/** The server promises to staple an answer about itself (RFC 7633): TLS feature status_request. */
export function mustStaple(): Bytes {
  return extension('1.3.6.1.5.5.7.1.24', sequence(smallInteger(5)));
}

export interface PlainSubject {
  readonly country?: string;
  readonly organization?: string;
  readonly commonName?: string;
}

/** Most significant part first; countryName is a PrintableString, the rest UTF8String (RFC 5280 appendix A). */
export function distinguishedName({ country, organization, commonName }: PlainSubject): Bytes {
  const attribute = (type: string, value: Bytes): Bytes => set(sequence(oid(type), value));
  return sequence(
    ...(country ? [attribute('2.5.4.6', printableString(country))] : []),
    ...(organization ? [attribute('2.5.4.10', utf8String(organization))] : []),
    ...(commonName ? [attribute('2.5.4.3', utf8String(commonName))] : []),
  );
}

function generalName({ type, value }: PlainName): Bytes {
  switch (type) {
    case 'email':
      return context(1, utf8(value));
    case 'dns':
      return context(2, utf8(value));
    case 'uri':
      return context(6, utf8(value));
    case 'ip':
      return context(7, addressOf(value));
  }
}

/** Address and mask, from '10.0.0.0/8'; a single address has a mask of ones. */
function subtreeBase(name: PlainName): Bytes {
  if (name.type !== 'ip') return generalName(name);
  const [address = '', prefix] = name.value.split('/');
  const octets = addressOf(address);
  const bits = prefix === undefined ? 8 * octets.length : Number(prefix);
  const mask = octets.map((_, i) => 0xff & ~(0xff >> Math.min(8, Math.max(0, bits - 8 * i))));
  return element(
    0x87,
    octets.map((octet, i) => octet & (mask[i] ?? 0)),
    mask,
  );
}

function addressOf(value: string): Bytes {
  const address = parseIp(value);
  if (address === undefined) throw new Error(`not an IP address: ${value}`);
  return address;
}
