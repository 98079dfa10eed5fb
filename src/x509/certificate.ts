/**
 * Certificates: bytes to a model and to a field tree with the names of RFC 5280 §4.1.
 *
 * The reader is strict about DER, because a certificate is signed over one encoding only. It does not
 * judge: what a certificate may be used for, and whether anyone vouches for it, is path/'s business.
 */
import { type DerNode, isContext, isUniversal, universal } from '../bytes/der-node.ts';
import { smallIntegerOf, timeOf } from '../bytes/der-values.ts';
import { derField, parseDer, tagName } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { equal } from '../bytes/hex.ts';
import type { DecodeError, Decoded } from '../bytes/reader.ts';
import { spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import { readAlgorithm } from './algorithm.ts';
import { errorOf, readExtensions } from './extensions.ts';
import type { AlgorithmIdentifier, Certificate, Extensions, Name, PublicKey } from './model.ts';
import { readName } from './name.ts';
import { readPublicKey } from './public-key.ts';
import { readSignatureValue } from './signature-value.ts';
import { contentCopy, fail, inside, labels, need, needEnd, type Place, type Read } from './read.ts';

/**
 * Decodes one certificate. Never throws on bad input: an error carries as much of the tree as could
 * be named; parts that could not keep the plain DER tree, and what is no DER is `undecoded`.
 */
export function decodeCertificate(der: Bytes): Decoded<Certificate> {
  const known = recent.find((entry) => equal(entry.der, der));
  if (known !== undefined) return known.decoded;
  const decoded = decodeAfresh(der);
  recent.push({ der, decoded });
  if (recent.length > mostRecent) recent.shift();
  return decoded;
}

/**
 * The last certificates decoded. One handshake reads the same few several times over: to send them, to
 * check them, to show them. The result is immutable and depends on the bytes alone.
 */
const recent: { readonly der: Bytes; readonly decoded: Decoded<Certificate> }[] = [];
const mostRecent = 16;

function decodeAfresh(der: Bytes): Decoded<Certificate> {
  const parsed = parseDer(der, { name: 'Certificate' });
  if (!parsed.ok) return parsed;
  const reader = new CertificateReader(der);
  const { value, field } = reader.certificate(parsed.value);
  const error = reader.error;
  if (error) return { ok: false, error, field };
  if (value === undefined) throw new Error('unreachable: a certificate without a value has an error');
  return { ok: true, value: { ...value, field }, field };
}

/** The tree of one certificate, whatever the bytes are. Never throws. */
export function certificateField(der: Uint8Array): Field {
  if (der.length === 0)
    return {
      name: 'Certificate',
      key: 'Certificate',
      role: 'container',
      start: 0,
      end: 0,
      value: { type: 'empty' },
      children: [],
    };
  return decodeCertificate(der as Bytes).field;
}

/** The field at a dotted path below `root`, e.g. 'tbsCertificate.extensions.subjectAltName'; the first one of equal names. */
export function fieldByPath(root: Field, path: string): Field | undefined {
  // Dotted OIDs are names of unknown extensions, so the longest name that fits wins.
  const find = (field: Field, from: number): Field | undefined => {
    for (const child of field.children ?? []) {
      if (!path.startsWith(child.name, from)) continue;
      const end = from + child.name.length;
      if (end === path.length) return child;
      const found = path[end] === '.' ? find(child, end + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return path === '' ? root : find(root, 0);
}

export type { Certificate } from './model.ts';

type Part<T> = Read<T> | { readonly value: undefined; readonly field: Field };

class CertificateReader {
  error: DecodeError | undefined;
  readonly #bytes: Bytes;
  readonly #report = (error: DecodeError): void => {
    this.error ??= error;
  };

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  // Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue BIT STRING }
  certificate(node: DerNode): {
    readonly value: Omit<Certificate, 'field'> | undefined;
    readonly field: Field;
  } {
    const root: Place = { name: 'Certificate', path: 'Certificate' };
    const members = this.#members(node, 3, 'Certificate');
    const tbs = this.#part(
      members[0],
      inside(root, 'Certificate', 'tbsCertificate', spec(5280, '4.1.1.1')),
      (child, place) => this.#tbs(child, place, node),
    );
    const algorithm = this.#part(
      members[1],
      inside(root, 'Certificate', 'signatureAlgorithm', spec(5280, '4.1.1.2')),
      (child, place) => readAlgorithm(child, this.#bytes, place, node),
    );
    const signature = this.#part(
      members[2],
      inside(root, 'Certificate', 'signatureValue', spec(5280, '4.1.1.3')),
      (child, place) => readSignatureValue(child, this.#bytes, place, node, algorithm?.value),
    );
    const value =
      tbs?.value && algorithm?.value && signature?.value && members[0]
        ? {
            der: this.#bytes,
            ...tbs.value,
            signatureAlgorithm: algorithm.value,
            signatureValue: signature.value,
            tbs: this.#bytes.slice(members[0].start, members[0].end),
            tbsRange: { start: members[0].start, end: members[0].end },
          }
        : undefined;
    return { value, field: this.#container(node, root, [tbs, algorithm, signature], members.slice(3)) };
  }

  #tbs(node: DerNode, place: Place, parent: DerNode): Part<Tbs> {
    need(node, universal.SEQUENCE, place.path, parent);
    const all = node.children ?? [];
    // version is [0] EXPLICIT DEFAULT v1; only version 1 certificates leave it out.
    const versionNode = isContext(all[0], 0) ? all[0] : undefined;
    const rest = versionNode ? all.slice(1) : all;
    const at = (name: string, section: string): Place =>
      inside(place, 'TBSCertificate', name, spec(5280, section));
    const bytes = this.#bytes;

    const version =
      versionNode && this.#part(versionNode, at('version', '4.1.2.1'), (child, p) => this.#version(child, p));
    const serial = this.#required(rest[0], node, at('serialNumber', '4.1.2.2'), (child, p) =>
      this.#serial(child, p, node),
    );
    const signature = this.#required(rest[1], node, at('signature', '4.1.2.3'), (child, p) =>
      readAlgorithm(child, bytes, p, node),
    );
    const issuer = this.#required(rest[2], node, at('issuer', '4.1.2.4'), (child, p) =>
      readName(child, bytes, p, node),
    );
    const validity = this.#required(rest[3], node, at('validity', '4.1.2.5'), (child, p) =>
      this.#validity(child, p, node),
    );
    const subject = this.#required(rest[4], node, at('subject', '4.1.2.6'), (child, p) =>
      readName(child, bytes, p, node),
    );
    const key = this.#required(rest[5], node, at('subjectPublicKeyInfo', '4.1.2.7'), (child, p) =>
      readPublicKey(child, bytes, p, node),
    );

    // issuerUniqueID [1], subjectUniqueID [2], extensions [3]: each at most once, in this order.
    const optional: Part<unknown>[] = [];
    let extensions: Extensions | undefined = { all: [] };
    let last = 0;
    let used = 6;
    for (const child of rest.slice(6)) {
      const name =
        child.tagClass === 'context'
          ? ['', 'issuerUniqueID', 'subjectUniqueID', 'extensions'][child.tag]
          : undefined;
      if (name === undefined || name === '' || child.tag <= last) break;
      last = child.tag;
      used += 1;
      if (name === 'extensions') {
        const read = this.#part(child, at(name, '4.2'), (c, p) => this.#extensions(c, p));
        extensions = read?.value;
        if (read) optional.push(read);
      } else
        optional.push({
          value: undefined,
          field: derField(child, bytes, name, { key: `TBSCertificate.${name}`, spec: spec(5280, '4.1.2.8') }),
        });
    }
    const extra = rest.slice(used);
    if (extra[0])
      this.#report({
        code: 'trailing-data',
        path: place.path,
        offset: extra[0].start,
        detail: `${tagName(extra[0])} has no place here`,
        spec: spec(5280, '4.1'),
      });

    const field = this.#container(
      node,
      place,
      [version, serial, signature, issuer, validity, subject, key, ...optional],
      extra,
    );
    if (
      !serial?.value ||
      !signature?.value ||
      !issuer?.value ||
      !validity?.value ||
      !subject?.value ||
      !key?.value ||
      !extensions
    )
      return { value: undefined, field };
    return {
      value: {
        version: version?.value ?? 1,
        serialNumber: serial.value,
        signature: signature.value,
        issuer: issuer.value,
        ...validity.value,
        subject: subject.value,
        subjectPublicKeyInfo: bytes.slice(key.field.start, key.field.end),
        publicKey: key.value,
        extensions,
      },
      field,
    };
  }

  #version(node: DerNode, place: Place): Read<1 | 2 | 3> {
    const inner = need(node.children?.[0], universal.INTEGER, place.path, node);
    needEnd(node.children ?? [], 1, place.path);
    const value = smallIntegerOf(inner, this.#bytes, place.path);
    // v1 is the default, so DER never writes it out.
    if (value !== 1 && value !== 2)
      fail('bad-value', place.path, inner.start, `${value} is no version`, spec(5280, '4.1.2.1'));
    const label = { type: 'code', value, width: 1, name: `v${value + 1}` } as const;
    const field = derField(node, this.#bytes, place.name, {
      ...labels(place),
      value: label,
      children: [derField(inner, this.#bytes, 'Version', { value: label })],
    });
    return { value: value === 1 ? 2 : 3, field };
  }

  #serial(node: DerNode, place: Place, parent: DerNode): Read<Bytes> {
    need(node, universal.INTEGER, place.path, parent);
    const value = contentCopy(node, this.#bytes);
    const [first, second = 0] = value;
    const padded =
      value.length > 1 && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (first === undefined || padded)
      fail('bad-value', place.path, node.start, 'not a minimal INTEGER', spec(5280, '4.1.2.2'));
    return {
      value,
      field: derField(node, this.#bytes, place.name, { ...labels(place), value: { type: 'bytes' } }),
    };
  }

  #validity(node: DerNode, place: Place, parent: DerNode): Read<{ notBefore: number; notAfter: number }> {
    need(node, universal.SEQUENCE, place.path, parent);
    const [from, to] = node.children ?? [];
    needEnd(node.children ?? [], 2, place.path);
    const notBefore = this.#time(from, inside(place, 'Validity', 'notBefore', spec(5280, '4.1.2.5')), node);
    const notAfter = this.#time(to, inside(place, 'Validity', 'notAfter', spec(5280, '4.1.2.5')), node);
    return {
      value: { notBefore: notBefore.value, notAfter: notAfter.value },
      field: derField(node, this.#bytes, place.name, {
        ...labels(place),
        value: { type: 'period', from: notBefore.value, to: notAfter.value },
        children: [notBefore.field, notAfter.field],
      }),
    };
  }

  #time(node: DerNode | undefined, place: Place, parent: DerNode): Read<number> {
    const general = node?.tagClass === 'universal' && node.tag === universal.GeneralizedTime;
    const found = need(node, general ? universal.GeneralizedTime : universal.UTCTime, place.path, parent);
    const value = timeOf(found, this.#bytes, place.path);
    return {
      value,
      field: derField(found, this.#bytes, place.name, { ...labels(place), value: { type: 'time', value } }),
    };
  }

  #extensions(node: DerNode, place: Place): Read<Extensions> {
    needEnd(node.children ?? [], 1, place.path);
    const read = readExtensions(
      node.children?.[0],
      this.#bytes,
      { ...place, name: 'Extensions', key: 'Extensions' },
      node,
      this.#report,
    );
    // [3] and the SEQUENCE in it are one thing to a reader: the inner header goes up, beside the outer one.
    return {
      value: read.value,
      field: derField(node, this.#bytes, place.name, {
        ...labels(place),
        value: { type: 'count', value: read.value.all.length },
        children: read.field.children ?? [],
      }),
    };
  }

  /** Reads one part; where that fails the part keeps its plain tree and the fault is kept. */
  #part<T>(
    node: DerNode | undefined,
    place: Place,
    read: (node: DerNode, place: Place) => Part<T>,
  ): Part<T> | undefined {
    if (node === undefined) return undefined;
    try {
      return read(node, place);
    } catch (thrown) {
      this.#report(errorOf(thrown));
      return { value: undefined, field: derField(node, this.#bytes, place.name, labels(place)) };
    }
  }

  #required<T>(
    node: DerNode | undefined,
    parent: DerNode,
    place: Place,
    read: (node: DerNode, place: Place) => Part<T>,
  ): Part<T> | undefined {
    if (node === undefined)
      this.#report({
        code: 'truncated',
        path: place.path,
        offset: parent.end,
        detail: `${place.name} is missing`,
        spec: place.spec ?? spec(5280, '4.1'),
      });
    return this.#part(node, place, read);
  }

  #members(node: DerNode, count: number, path: string): readonly DerNode[] {
    if (!isUniversal(node, universal.SEQUENCE))
      this.#report({
        code: 'bad-value',
        path,
        offset: 0,
        detail: 'SEQUENCE expected',
        spec: spec(5280, '4.1'),
      });
    const children = node.children ?? [];
    const extra = children[count];
    if (children.length < count)
      this.#report({
        code: 'truncated',
        path,
        offset: node.end,
        detail: `${children.length} of ${count} members`,
        spec: spec(5280, '4.1'),
      });
    if (extra)
      this.#report({
        code: 'trailing-data',
        path,
        offset: extra.start,
        detail: `more than ${count} members`,
        spec: spec(5280, '4.1'),
      });
    return children;
  }

  #container(
    node: DerNode,
    place: Place,
    parts: readonly (Part<unknown> | undefined)[],
    extra: readonly DerNode[],
  ): Field {
    // A primitive element has content but no parts: derField makes its leaf.
    if (node.children === undefined) return derField(node, this.#bytes, place.name, labels(place));
    const known = parts.flatMap((part) => (part ? [part.field] : []));
    const rest = extra.map((child) => derField(child, this.#bytes, 'unexpected', { key: 'unexpected' }));
    return derField(node, this.#bytes, place.name, { ...labels(place), children: [...known, ...rest] });
  }
}

interface Tbs {
  readonly version: 1 | 2 | 3;
  readonly serialNumber: Bytes;
  readonly signature: AlgorithmIdentifier;
  readonly issuer: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly subject: Name;
  readonly subjectPublicKeyInfo: Bytes;
  readonly publicKey: PublicKey;
  readonly extensions: Extensions;
}
