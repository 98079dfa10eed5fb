/**
 * Certificates, lists and OCSP responses put together octet by octet, right or wrong in any way, with keys
 * of Node's own crypto. Where forge.ts can make it, forge.ts says it shorter.
 */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  bitString,
  context,
  element,
  generalizedTime,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  set,
  smallInteger,
  time,
  utf8String,
} from '../../authority/der.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  extendedKeyUsage,
  extension,
  keyUsage,
  plainName,
  subjectAltName,
  subjectKeyIdentifier,
} from '../../authority/extensions.ts';
import type { Bytes } from '../../crypto/port.ts';

export interface Party {
  readonly name: Bytes;
  readonly spki: Bytes;
  readonly key: KeyObject;
  readonly keyId: Bytes;
}

export const ecdsaSha256: Bytes = sequence(oid('1.2.840.10045.4.3.2'));

export function named(commonName: string): Bytes {
  return commonName === '' ? sequence() : sequence(set(sequence(oid('2.5.4.3'), utf8String(commonName))));
}

/** A name and a fresh P-256 key. */
export function party(commonName: string): Party {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = Uint8Array.from(pair.publicKey.export({ type: 'spki', format: 'der' }));
  const key = createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { name: named(commonName), spki, key, keyId: sha1(spki.subarray(26)) };
}

/** Another name for the same key, or the same name with another key's party. */
export function renamed(of: Party, commonName: string): Party {
  return { ...of, name: named(commonName) };
}

export function sha1(data: Uint8Array): Bytes {
  return Uint8Array.from(createHash('sha1').update(data).digest());
}

export function sha256(data: Uint8Array): Bytes {
  return Uint8Array.from(createHash('sha256').update(data).digest());
}

export const epoch = {
  from: Date.parse('2026-01-01T00:00:00Z'),
  now: Date.parse('2026-06-01T12:00:00Z'),
  to: Date.parse('2027-01-01T00:00:00Z'),
};

/** Extensions by name; false leaves one out, a value replaces the usual one. */
export type ExtensionWishes = Readonly<Record<string, Bytes | false>>;

export interface Craft {
  readonly cA?: boolean;
  readonly pathLength?: number;
  /** Names of the leaf, as one writes them. */
  readonly names?: readonly string[];
  readonly extensions?: ExtensionWishes;
  readonly serial?: Uint8Array;
  /** TLV of `[0] version`; an empty one leaves it out. */
  readonly version?: Bytes;
  readonly notBefore?: Bytes;
  readonly notAfter?: Bytes;
  readonly inner?: Bytes;
  readonly outer?: Bytes;
  /** TLVs between key and extensions. */
  readonly uniqueIds?: Bytes;
  readonly issuerName?: Bytes;
}

let serial = 1;

/** A tidy certificate, but for what `craft` wishes otherwise. */
export function certify(subject: Party, issuer: Party, craft: Craft = {}): Bytes {
  const { cA = false } = craft;
  const usual: Record<string, Bytes | false> = {
    subjectKeyIdentifier: subjectKeyIdentifier(subject.keyId),
    authorityKeyIdentifier: subject === issuer ? false : authorityKeyIdentifier(issuer.keyId),
    basicConstraints: basicConstraints(cA, craft.pathLength),
    keyUsage: keyUsage(cA ? ['keyCertSign', 'cRLSign'] : ['digitalSignature']),
    extKeyUsage: cA ? false : extendedKeyUsage(['serverAuth']),
    subjectAltName: cA ? false : subjectAltName((craft.names ?? ['shop.example']).map(plainName)),
    ...craft.extensions,
  };
  const list = Object.values(usual).filter((value) => value !== false);
  const number = Uint8Array.of(0x10 + (serial % 100), serial >> 8, serial & 0xff);
  serial += 1;
  const inner = craft.inner ?? ecdsaSha256;
  return signedBy(
    issuer,
    sequence(
      craft.version ?? context(0, smallInteger(2), true),
      integer(craft.serial ?? number),
      inner,
      craft.issuerName ?? issuer.name,
      sequence(craft.notBefore ?? time(epoch.from), craft.notAfter ?? time(epoch.to)),
      subject.name,
      subject.spki,
      craft.uniqueIds ?? new Uint8Array(0),
      ...(list.length > 0 ? [context(3, sequence(...list), true)] : []),
    ),
    craft.outer ?? inner,
  );
}

export function signedBy(issuer: Party, tbs: Bytes, algorithm = ecdsaSha256, ...more: Bytes[]): Bytes {
  return sequence(tbs, algorithm, bitString(sign('sha256', tbs, issuer.key)), ...more);
}

export interface CraftList {
  readonly thisUpdate?: number;
  /** false leaves it out. */
  readonly nextUpdate?: number | false;
  /** TLVs of entries: see `entryOf`. */
  readonly entries?: readonly Bytes[];
  readonly extensions?: ExtensionWishes;
  readonly version?: Bytes;
  readonly inner?: Bytes;
}

export const crlNumber = (value: number): Bytes => extension('2.5.29.20', smallInteger(value));

export function entryOf(serial: Uint8Array, reason?: number, ...more: readonly Bytes[]): Bytes {
  const extensions = [
    ...(reason === undefined ? [] : [extension('2.5.29.21', element(0x0a, Uint8Array.of(reason)))]),
    ...more,
  ];
  return sequence(
    integer(serial),
    time(epoch.from),
    ...(extensions.length > 0 ? [sequence(...extensions)] : []),
  );
}

/** CertificateList. */
export function listOf(issuer: Party, craft: CraftList = {}): Bytes {
  const extensions = Object.values<Bytes | false>({
    authorityKeyIdentifier: authorityKeyIdentifier(issuer.keyId),
    cRLNumber: crlNumber(7),
    ...craft.extensions,
  }).filter((value) => value !== false);
  const next = craft.nextUpdate ?? epoch.to;
  const tbs = sequence(
    craft.version ?? smallInteger(1),
    craft.inner ?? ecdsaSha256,
    issuer.name,
    time(craft.thisUpdate ?? epoch.from),
    ...(next === false ? [] : [time(next)]),
    ...(craft.entries && craft.entries.length > 0 ? [sequence(...craft.entries)] : []),
    ...(extensions.length > 0 ? [context(0, sequence(...extensions), true)] : []),
  );
  return signedBy(issuer, tbs);
}

export interface CraftResponse {
  readonly serial: Uint8Array;
  readonly issuer: Party;
  /** Who signs; default the issuer. */
  readonly responder?: Party;
  /** Certificates sent along. */
  readonly certificates?: readonly Bytes[];
  readonly byKey?: boolean;
  readonly hash?: 'SHA-1' | 'SHA-256';
  /** TLV of certStatus; default good. */
  readonly status?: Bytes;
  readonly thisUpdate?: number;
  readonly nextUpdate?: number | false;
  readonly nonce?: Uint8Array;
  readonly extensions?: readonly Bytes[];
}

export const goodStatus: Bytes = element(0x80);
export const unknownStatus: Bytes = element(0x82);
export const revokedStatus: Bytes = context(1, generalizedTime(epoch.from), true);

/** OCSPResponse, successful. */
export function responseOf(craft: CraftResponse): Bytes {
  const { issuer, responder = issuer } = craft;
  const digest = craft.hash === 'SHA-256' ? sha256 : sha1;
  const algorithm = craft.hash === 'SHA-256' ? oid('2.16.840.1.101.3.4.2.1') : oid('1.3.14.3.2.26');
  const next = craft.nextUpdate ?? epoch.to;
  const single = sequence(
    sequence(
      sequence(algorithm, nullValue),
      octetString(digest(issuer.name)),
      octetString(digest(issuer.spki.subarray(26))),
      integer(craft.serial),
    ),
    craft.status ?? goodStatus,
    generalizedTime(craft.thisUpdate ?? epoch.from),
    ...(next === false ? [] : [context(0, generalizedTime(next), true)]),
  );
  const extensions = [
    ...(craft.nonce ? [extension('1.3.6.1.5.5.7.48.1.2', octetString(craft.nonce))] : []),
    ...(craft.extensions ?? []),
  ];
  const data = sequence(
    craft.byKey === true
      ? context(2, octetString(sha1(responder.spki.subarray(26))), true)
      : context(1, responder.name, true),
    generalizedTime(epoch.from),
    sequence(single),
    ...(extensions.length > 0 ? [context(1, sequence(...extensions), true)] : []),
  );
  const certificates = craft.certificates ? [context(0, sequence(...craft.certificates), true)] : [];
  const basic = signedBy(responder, data, ecdsaSha256, ...certificates);
  return sequence(
    element(0x0a, Uint8Array.of(0)),
    context(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic)), true),
  );
}
