/** Distinguished names: reading (RFC 5280 §4.1.2.4), text (RFC 4514) and comparison (RFC 5280 §7.1). */
import { type DerNode, universal } from '../bytes/der-node.ts';
import { oidOf, stringOf, stringTags } from '../bytes/der-values.ts';
import { catchDecode, derField, parseDer } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { spec } from '../bytes/spec.ts';
import type { Name, NameAttribute } from './model.ts';
import { attributeName, oidName } from './oids.ts';
import {
  elementCopy,
  hashHex,
  inside,
  need,
  needEnd,
  needSequence,
  needSome,
  type Place,
  type Read,
} from './read.ts';

/** Reads a Name. The container's value is its RFC 4514 text. */
export function readName(
  node: DerNode | undefined,
  bytes: Uint8Array,
  place: Place,
  parent: DerNode,
): Read<Name> {
  const sequence = need(node, universal.SEQUENCE, place.path, parent);
  const rdns = (sequence.children ?? []).map((child) => readRdn(child, bytes, place, sequence));
  const value = nameOf(
    rdns.map((rdn) => rdn.value),
    elementCopy(sequence, bytes),
  );
  return {
    value,
    field: derField(sequence, bytes, place.name, {
      ...(place.key !== undefined && { key: place.key }),
      ...(place.spec && { spec: place.spec }),
      value: value.text === '' ? { type: 'empty' } : { type: 'text', value: value.text },
      children: rdns.map((rdn) => rdn.field),
    }),
  };
}

/** Decodes a Name that stands alone (a certificate authority in a CertificateRequest); undefined where it is none. */
export function decodeName(der: Uint8Array): Name | undefined {
  const parsed = parseDer(der);
  if (!parsed.ok) return undefined;
  const place = { name: 'Name', path: 'Name' };
  const decoded = catchDecode(parsed.field, () => readName(parsed.value, der, place, parsed.value));
  return decoded.ok ? decoded.value : undefined;
}

/** Whether two names match, so that the one can be the issuer of a certificate with the other. */
export function sameName(a: Name, b: Name): boolean {
  return a.canonical === b.canonical;
}

function readRdn(
  node: DerNode,
  bytes: Uint8Array,
  place: Place,
  parent: DerNode,
): Read<readonly NameAttribute[]> {
  const at = inside(place, 'Name', 'RelativeDistinguishedName', spec(5280, '4.1.2.4'));
  const attributes = needSome(need(node, universal.SET, at.path, parent), at.path).map((child) =>
    readAttribute(child, bytes, at, node),
  );
  const value = attributes.map((attribute) => attribute.value);
  return {
    value,
    field: derField(node, bytes, at.name, {
      key: 'RelativeDistinguishedName',
      spec: spec(5280, '4.1.2.4'),
      value: { type: 'text', value: value.map(attributeText).join('+') },
      children: attributes.map((attribute) => attribute.field),
    }),
  };
}

function readAttribute(node: DerNode, bytes: Uint8Array, place: Place, parent: DerNode): Read<NameAttribute> {
  const at = inside(place, 'RelativeDistinguishedName', 'AttributeTypeAndValue', spec(5280, '4.1.2.4'));
  const [type, content, ...rest] = needSequence(node, at.path, parent);
  const typeNode = need(type, universal.OBJECT_IDENTIFIER, `${at.path}.type`, node);
  const oid = oidOf(typeNode, bytes, `${at.path}.type`);
  const valueNode = content ?? need(content, universal.UTF8String, `${at.path}.value`, node);
  needEnd(rest, 0, at.path);
  // AttributeValue is ANY: text for the string types, '#' and hex for the rest (RFC 4514 §2.4).
  const isText = valueNode.tagClass === 'universal' && stringTags.has(valueNode.tag);
  const text = isText ? stringOf(valueNode, bytes, `${at.path}.value`) : hashHex(valueNode, bytes);
  const value: NameAttribute = { oid, type: attributeName(oid), value: text };
  const name = oidName(oid);
  const children: readonly Field[] = [
    derField(typeNode, bytes, 'type', {
      key: 'AttributeTypeAndValue.type',
      value: { type: 'oid', oid, ...(name !== undefined && { name }) },
    }),
    derField(valueNode, bytes, 'value', {
      key: 'AttributeTypeAndValue.value',
      ...(isText && { value: { type: 'text', value: text } }),
    }),
  ];
  return {
    value,
    field: derField(node, bytes, at.name, {
      key: at.name,
      value: { type: 'text', value: attributeText(value) },
      children,
    }),
  };
}

function nameOf(rdns: readonly (readonly NameAttribute[])[], der: Name['der']): Name {
  // Neither an RDN's order in the name nor its attribute types may differ; order inside the SET may.
  const canonicalRdns = rdns.map((rdn) =>
    JSON.stringify(rdn.map((attribute) => `${attribute.oid}=${prepared(attribute.value)}`).toSorted()),
  );
  const commonName = rdns.flat().findLast((attribute) => attribute.type === 'CN')?.value;
  return {
    der,
    rdns,
    // RFC 4514 §2.1: the string starts with the last RDN of the sequence.
    text: rdns
      .toReversed()
      .map((rdn) => rdn.map(attributeText).join('+'))
      .join(', '),
    ...(commonName !== undefined && { commonName }),
    canonical: canonicalRdns.join(),
    canonicalRdns,
  };
}

function attributeText(attribute: NameAttribute): string {
  return `${attribute.type}=${escaped(attribute.value)}`;
}

// RFC 4514 §2.4: characters that would end or start something else get a backslash.
function escaped(value: string): string {
  return value
    .replace(/["+,;<>\\]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
    .replaceAll('\0', '\\00');
}

// RFC 5280 §7.1 asks for the string preparation of RFC 4518: compatibility forms composed, case
// folded, space at the ends dropped and runs of space made one. Case folding beyond ASCII is
// approximated by lower case.
function prepared(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}
