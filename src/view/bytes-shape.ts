/**
 * How a tree of records is laid out in rows. The record and the handshake message wrap each other
 * on the wire; on screen their headers are rows beside what they announce, so that a message starts
 * at the first level however deep it is wrapped.
 */
import type { Field } from '../bytes/field.ts';

/** Containers that only say "what is inside"; their children take their place. */
const transparent = new Set(['fragment', 'fragments', 'content', 'TLSInnerPlaintext']);
const recordNames = new Set(['TLSPlaintext', 'TLSCiphertext']);
/** Fields in front of the body, with the length that counts it. */
const headerFields = new Set([
  'type',
  'opaque_type',
  'legacy_record_version',
  'version',
  'msg_type',
  'length',
]);

/** The rows of the first level for the tree of a view. */
export function shapeTree(root: Field): readonly Field[] {
  if (root.name === 'records') return (root.children ?? []).map(shapeEntry);
  return unwrap(root);
}

/** Tag and length octets: they belong to the row of what follows them. */
export function isPrefix(field: Field): boolean {
  return field.role === 'length' || field.key === 'DER.tag';
}

/** A DER element by itself: tag and length first. */
export function isDer(field: Field): boolean {
  return field.children?.some(({ key }) => key === 'DER.tag') ?? false;
}

/** DER containers whose parts are told apart in the hex view; of all other elements only the whole. */
export function isDivided({ key }: Field): boolean {
  return dividedKeys.has(key);
}

const dividedKeys = new Set([
  'CertificateEntry.cert_data',
  'Certificate',
  'Certificate.tbsCertificate',
  'TBSCertificate.extensions',
]);

/** A list has entries; any other container is a struct, whose fields say what it is. */
export function isList({ name, children = [] }: Field): boolean {
  const entries = children.filter((child) => !isPrefix(child));
  if (name === 'extensions' || entries.length === 0) return true;
  const [first] = entries;
  if (/^\[\d+\]\./.test(first?.name ?? '')) return true;
  return entries.every(
    (entry) =>
      /^\[\d+\]$/.test(entry.name) ||
      (entry.key === first?.key && (entries.length > 1 || /^[a-z].*(s|list)$/.test(name))),
  );
}

/** True for the row that stands for the header of a record or of a handshake message. */
export function isHeader(field: Field): boolean {
  return (recordNames.has(field.name) || field.name === 'Handshake') && field.role === 'container';
}

/** One of several records: a row of its own, its header and content below it. */
function shapeEntry(record: Field): Field {
  return { ...record, children: unwrap({ ...record, name: recordName(record) }) };
}

/** Entries of `records` are named by number; the record's type is the key of its prose. */
function recordName(record: Field): string {
  return record.key.split('.')[0] ?? record.key;
}

/**
 * Entries of certificate_list are rows by what they hold: '[0].cert_data', '[0].extensions'; and the
 * certificate in cert_data is cert_data, its own tag and length part of the prefix.
 */
function certificateList(list: Field): Field {
  const children = (list.children ?? []).flatMap((entry) =>
    entry.key === 'CertificateEntry'
      ? (entry.children ?? []).map((child) => ({
          ...certificateData(child),
          name: `${entry.name}.${child.name}`,
        }))
      : [entry],
  );
  // The value still counts the entries, not the rows.
  return { ...list, children };
}

function certificateData(field: Field): Field {
  const [length, certificate] = field.children ?? [];
  if (certificate?.key !== 'Certificate' || certificate.children === undefined || length === undefined)
    return field;
  return { ...field, children: [length, ...certificate.children] };
}

function unwrap(field: Field): readonly Field[] {
  const children = field.children ?? [];
  if (recordNames.has(field.name) || field.name === 'Handshake') {
    const count = headerCount(children);
    return [headerOf(field, children.slice(0, count)), ...children.slice(count).flatMap(unwrap)];
  }
  if (transparent.has(field.name) && field.children !== undefined) return children.flatMap(unwrap);
  return [inside(field)];
}

function inside(field: Field): Field {
  if (field.key === 'CertificateMessage.certificate_list') return certificateList(field);
  return field.key === 'CertificateMessage'
    ? { ...field, children: (field.children ?? []).map(inside) }
    : field;
}

function headerCount(children: readonly Field[]): number {
  const first = children.findIndex((child) => !headerFields.has(child.name));
  return first < 0 ? children.length : first;
}

/** The length in a header counts what follows the header, so it is a value here and not a prefix. */
function headerOf(field: Field, children: readonly Field[]): Field {
  const end = children.at(-1)?.end ?? field.start;
  const values = children.map((child): Field =>
    child.role === 'length' ? { ...child, role: 'value' } : child,
  );
  return { ...field, role: 'container', end, children: values };
}
