/**
 * Certificate extensions, RFC 5280 §4.2: the wrapper around each one, and which reader its content
 * goes to. A broken extension does not spoil the tree of the others: it keeps its plain DER tree and
 * the fault is reported.
 */
import { contentOf, type DerNode, isUniversal, universal } from '../bytes/der-node.ts';
import { booleanOf, oidOf } from '../bytes/der-values.ts';
import { derField } from '../bytes/der.ts';
import type { Field, FieldValue } from '../bytes/field.ts';
import { toHex } from '../bytes/hex.ts';
import { type DecodeError, DecodeFailure } from '../bytes/reader.ts';
import { spec } from '../bytes/spec.ts';
import type { ExtensionReader, Known } from './extension-lists.ts';
import { extensionReaders } from './extension-values.ts';
import type { Extension, Extensions, RevocationExtensions } from './model.ts';
import { extensionType, oidName } from './oids.ts';
import { fail, need, needSequence, needSome, nested, type Place, type Read } from './read.ts';
import { say } from '../bytes/say.ts';

/**
 * Reads the SEQUENCE inside [3]. Faults inside one extension go to `report`, the first ones first.
 * `readers`: for lists and answers about revocation, which have extensions of their own.
 */
export function readExtensions(
  node: DerNode | undefined,
  bytes: Uint8Array,
  place: Place,
  parent: DerNode,
  report: (error: DecodeError) => void,
  readers: Readonly<Record<string, ExtensionReader>> = extensionReaders,
): Read<Extensions & RevocationExtensions> {
  const sequence = need(node, universal.SEQUENCE, place.path, parent);
  const all: Extension[] = [];
  const known: Record<string, unknown> = {};
  const fields = needSome(sequence, place.path).map((child) => {
    try {
      const read = readExtension(child, bytes, place.path, sequence, report, readers);
      // RFC 5280 §4.2: no extension may stand twice.
      if (all.some((earlier) => earlier.oid === read.value.extension.oid)) {
        fail(
          'bad-value',
          `${place.path}.${read.value.extension.name}`,
          child.start,
          say('this extension stands here twice'),
          spec(5280, '4.2'),
        );
      }
      all.push(read.value.extension);
      if (read.value.known) Object.assign(known, read.value.known);
      return read.field;
    } catch (thrown) {
      report(errorOf(thrown));
      return derField(child, bytes, 'Extension', { key: 'Extension' });
    }
  });
  return {
    value: { ...known, all },
    field: derField(sequence, bytes, place.name, {
      key: place.key ?? place.name,
      value: { type: 'count', value: fields.length },
      children: fields,
    }),
  };
}

interface Found {
  readonly extension: Extension;
  readonly known?: Known;
}

// Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }
function readExtension(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  parent: DerNode,
  report: (error: DecodeError) => void,
  readers: Readonly<Record<string, ExtensionReader>>,
): Read<Found> {
  const members = needSequence(node, path, parent);
  const idNode = need(members[0], universal.OBJECT_IDENTIFIER, `${path}.extnID`, node);
  const oid = oidOf(idNode, bytes, `${path}.extnID`);
  const type = extensionType(oid);
  const name = type?.name ?? oid;
  const own = `${path}.${name}`;
  const criticalNode = isUniversal(members[1], universal.BOOLEAN) ? members[1] : undefined;
  const critical = criticalNode !== undefined && booleanOf(criticalNode, bytes, `${own}.critical`);
  // X.690 §11.5: DER leaves out what equals the default.
  if (criticalNode && !critical)
    fail(
      'bad-value',
      `${own}.critical`,
      criticalNode.start,
      say('FALSE is the default and must be left out'),
    );
  const valueNode = need(members[criticalNode ? 2 : 1], universal.OCTET_STRING, `${own}.extnValue`, node);
  if (members.length > (criticalNode ? 3 : 2))
    fail('trailing-data', own, valueNode.end, say('more than three members'));

  const value = contentOf(valueNode, bytes).slice();
  const inner = readValue(readers[name], valueNode, bytes, `${own}.extnValue`, report);
  const label = oidName(oid);
  const children: Field[] = [
    derField(idNode, bytes, 'extnID', {
      key: 'Extension.extnID',
      spec: spec(5280, '4.2'),
      value: { type: 'oid', oid, ...(label !== undefined && { name: label }) },
    }),
    ...(criticalNode
      ? [derField(criticalNode, bytes, 'critical', { key: 'Extension.critical', spec: spec(5280, '4.2') })]
      : []),
    derField(valueNode, bytes, 'extnValue', {
      key: 'Extension.extnValue',
      spec: spec(5280, '4.2'),
      ...(inner?.field && { children: [inner.field] }),
    }),
  ];
  return {
    value: { extension: { oid, name, critical, value }, ...(inner?.known && { known: inner.known }) },
    field: derField(node, bytes, name, {
      key: type ? `Extension.${name}` : 'Extension.unknown',
      spec: type?.spec ?? spec(5280, '4.2'),
      value: inner?.summary ?? { type: 'text', value: toHex(value) },
      children,
    }),
  };
}

interface Inner {
  readonly field: Field | undefined;
  readonly summary?: FieldValue;
  readonly known?: Known;
}

/** The decoded content; undefined for an extension that has no reader here: its octets stay octets. */
function readValue(
  reader: ExtensionReader | undefined,
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  report: (error: DecodeError) => void,
): Inner | undefined {
  const start = node.start + node.headerLength;
  if (reader === undefined) return undefined;
  try {
    const read = reader(nested(bytes, start, node.end, path), bytes, path, node);
    return { field: read.field, ...read.value };
  } catch (thrown) {
    report(errorOf(thrown));
    const rest: Field = {
      name: 'undecoded',
      key: 'undecoded',
      role: 'undecoded',
      start,
      end: node.end,
      value: { type: 'bytes' },
    };
    return { field: start < node.end ? rest : undefined, summary: { type: 'bytes' } };
  }
}

/** The error inside a DecodeFailure; anything else is a bug of ours and goes on. */
export function errorOf(thrown: unknown): DecodeError {
  if (thrown instanceof DecodeFailure) return thrown.error;
  throw thrown;
}
