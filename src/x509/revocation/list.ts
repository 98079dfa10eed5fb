/** Certificate revocation lists: bytes to a model and to a field tree with the names of RFC 5280 §5.1. */
import { type DerNode, isContext, isUniversal, universal } from '../../bytes/der-node.ts';
import { smallIntegerOf, timeOf } from '../../bytes/der-values.ts';
import { derField, parseDer } from '../../bytes/der.ts';
import type { Field } from '../../bytes/field.ts';
import type { DecodeError, Decoded } from '../../bytes/reader.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { readAlgorithm } from '../algorithm.ts';
import { errorOf, readExtensions } from '../extensions.ts';
import type { AlgorithmIdentifier, Extensions, Name, RevocationExtensions } from '../model.ts';
import { readName } from '../name.ts';
import {
  contentCopy,
  fail,
  inside,
  labels,
  need,
  needEnd,
  needSequence,
  needSome,
  type Place,
  type Read,
} from '../read.ts';
import { readSignatureValue } from '../signature-value.ts';
import { revocationReaders } from './extensions.ts';
import { say } from '../../bytes/say.ts';

export interface RevokedCertificate {
  /** Content octets of the INTEGER. */
  readonly serialNumber: Bytes;
  readonly revocationDate: number;
  readonly extensions: Extensions & RevocationExtensions;
}

export interface RevocationList {
  readonly der: Bytes;
  /** Tree over `der`; its root is named 'CertificateList'. */
  readonly field: Field;
  readonly version: 1 | 2;
  /** `signature` inside the signed part. */
  readonly signature: AlgorithmIdentifier;
  readonly issuer: Name;
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  readonly revokedCertificates: readonly RevokedCertificate[];
  readonly extensions: Extensions & RevocationExtensions;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signatureValue: Bytes;
  /** The signed bytes. */
  readonly tbs: Bytes;
}

/** Elements in a list of some ten thousand entries. */
const maxNodes = 400_000;

/** Never throws on bad input: an error carries the plain DER tree, as far as the bytes are DER. */
export function decodeRevocationList(der: Bytes): Decoded<RevocationList> {
  const parsed = parseDer(der, { name: 'CertificateList', maxNodes });
  if (!parsed.ok) return parsed;
  try {
    let problem: DecodeError | undefined;
    const read = readList(parsed.value, der, (error) => (problem ??= error));
    return problem
      ? { ok: false, error: problem, field: read.field }
      : { ok: true, value: { ...read.value, field: read.field }, field: read.field };
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown), field: parsed.field };
  }
}

type Report = (error: DecodeError) => void;

// CertificateList ::= SEQUENCE { tbsCertList, signatureAlgorithm, signatureValue BIT STRING }
function readList(node: DerNode, bytes: Bytes, report: Report): Read<Omit<RevocationList, 'field'>> {
  const root: Place = { name: 'CertificateList', path: 'CertificateList' };
  const members = needSequence(node, root.path, node);
  needEnd(members, 3, root.path);
  const at = (name: string, section: string): Place => inside(root, root.name, name, spec(5280, section));
  const tbsNode = need(members[0], universal.SEQUENCE, `${root.path}.tbsCertList`, node);
  const tbs = readTbs(tbsNode, bytes, at('tbsCertList', '5.1.1.1'), report);
  const algorithm = readAlgorithm(members[1], bytes, at('signatureAlgorithm', '5.1.1.2'), node);
  const signatureNode = need(members[2], universal.BIT_STRING, `${root.path}.signatureValue`, node);
  const place = at('signatureValue', '5.1.1.3');
  const signature = readSignatureValue(signatureNode, bytes, place, node, algorithm.value);
  return {
    value: {
      der: bytes,
      ...tbs.value,
      signatureAlgorithm: algorithm.value,
      signatureValue: signature.value,
      tbs: bytes.slice(tbsNode.start, tbsNode.end),
    },
    field: derField(node, bytes, root.name, {
      spec: spec(5280, '5.1'),
      children: [tbs.field, algorithm.field, signature.field],
    }),
  };
}

type Tbs = Omit<RevocationList, 'der' | 'field' | 'signatureAlgorithm' | 'signatureValue' | 'tbs'>;

// TBSCertList ::= SEQUENCE { version OPTIONAL, signature, issuer, thisUpdate, nextUpdate OPTIONAL,
//   revokedCertificates SEQUENCE OF … OPTIONAL, crlExtensions [0] EXPLICIT OPTIONAL }
function readTbs(node: DerNode, bytes: Bytes, place: Place, report: Report): Read<Tbs> {
  const rest = [...(node.children ?? [])];
  const at = (name: string, section: string): Place =>
    inside(place, 'TBSCertList', name, spec(5280, section));
  const fields: Field[] = [];
  const keep = <T>(read: Read<T>): T => {
    fields.push(read.field);
    return read.value;
  };
  const version = isUniversal(rest[0], universal.INTEGER)
    ? keep(readVersion(rest.shift() ?? node, bytes, at('version', '5.1.2.1')))
    : 1;
  const signature = keep(readAlgorithm(rest.shift(), bytes, at('signature', '5.1.2.2'), node));
  const issuer = keep(readName(rest.shift(), bytes, at('issuer', '5.1.2.3'), node));
  const thisUpdate = keep(readTime(rest.shift(), bytes, at('thisUpdate', '5.1.2.4'), node));
  const nextUpdate = isTime(rest[0])
    ? keep(readTime(rest.shift(), bytes, at('nextUpdate', '5.1.2.5'), node))
    : undefined;
  const revokedCertificates = isUniversal(rest[0], universal.SEQUENCE)
    ? keep(readEntries(rest.shift() ?? node, bytes, at('revokedCertificates', '5.1.2.6'), report))
    : [];
  const extensions = isContext(rest[0], 0)
    ? keep(readWrapped(rest.shift() ?? node, bytes, at('crlExtensions', '5.1.2.7'), report))
    : { all: [] };
  needEnd(rest, 0, place.path);
  return {
    value: {
      version,
      signature,
      issuer,
      thisUpdate,
      ...(nextUpdate !== undefined && { nextUpdate }),
      revokedCertificates,
      extensions,
    },
    field: derField(node, bytes, place.name, { ...labels(place), children: fields }),
  };
}

function readVersion(node: DerNode, bytes: Bytes, place: Place): Read<2> {
  const value = smallIntegerOf(node, bytes, place.path);
  // Version 1 is the default and never written out.
  if (value !== 1)
    fail('bad-value', place.path, node.start, say('{} is no version', value), spec(5280, '5.1.2.1'));
  return {
    value: 2,
    field: derField(node, bytes, place.name, {
      ...labels(place),
      value: { type: 'code', value, width: 1, name: 'v2' },
    }),
  };
}

function isTime(node: DerNode | undefined): boolean {
  return isUniversal(node, universal.UTCTime) || isUniversal(node, universal.GeneralizedTime);
}

function readTime(node: DerNode | undefined, bytes: Bytes, place: Place, parent: DerNode): Read<number> {
  const general = isUniversal(node, universal.GeneralizedTime);
  const found = need(node, general ? universal.GeneralizedTime : universal.UTCTime, place.path, parent);
  const value = timeOf(found, bytes, place.path);
  return {
    value,
    field: derField(found, bytes, place.name, { ...labels(place), value: { type: 'time', value } }),
  };
}

// SEQUENCE OF SEQUENCE { userCertificate INTEGER, revocationDate Time, crlEntryExtensions OPTIONAL };
// a list without entries leaves it out.
function readEntries(
  node: DerNode,
  bytes: Bytes,
  place: Place,
  report: Report,
): Read<readonly RevokedCertificate[]> {
  const entries = needSome(node, place.path).map((child): Read<RevokedCertificate> => {
    const [serialNode, dateNode, extensionsNode, ...more] = needSequence(child, place.path, node);
    needEnd(more, 0, place.path);
    const at = (name: string, section: string): Place =>
      inside(place, 'RevokedCertificate', name, spec(5280, section));
    const serial = need(serialNode, universal.INTEGER, `${place.path}.userCertificate`, child);
    const date = readTime(dateNode, bytes, at('revocationDate', '5.1.2.6'), child);
    const extensions =
      extensionsNode &&
      readExtensions(
        extensionsNode,
        bytes,
        at('crlEntryExtensions', '5.3'),
        child,
        report,
        revocationReaders,
      );
    return {
      value: {
        serialNumber: contentCopy(serial, bytes),
        revocationDate: date.value,
        extensions: extensions?.value ?? { all: [] },
      },
      field: derField(child, bytes, 'RevokedCertificate', {
        spec: spec(5280, '5.1.2.6'),
        value: { type: 'time', value: date.value },
        children: [
          derField(serial, bytes, 'userCertificate', {
            key: 'RevokedCertificate.userCertificate',
            spec: spec(5280, '5.1.2.6'),
            value: { type: 'bytes' },
          }),
          date.field,
          ...(extensions ? [extensions.field] : []),
        ],
      }),
    };
  });
  return {
    value: entries.map((entry) => entry.value),
    field: derField(node, bytes, place.name, {
      ...labels(place),
      value: { type: 'count', value: entries.length },
      children: entries.map((entry) => entry.field),
    }),
  };
}

/** Extensions inside an explicit tag; the two headers go together, as in certificates. */
export function readWrapped(
  node: DerNode,
  bytes: Bytes,
  place: Place,
  report: Report,
): Read<Extensions & RevocationExtensions> {
  needEnd(node.children ?? [], 1, place.path);
  const inner: Place = { ...place, name: 'Extensions', key: 'Extensions' };
  const read = readExtensions(node.children?.[0], bytes, inner, node, report, revocationReaders);
  return {
    value: read.value,
    field: derField(node, bytes, place.name, {
      ...labels(place),
      value: { type: 'count', value: read.value.all.length },
      children: read.field.children ?? [],
    }),
  };
}
