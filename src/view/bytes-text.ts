/** What a field says, as text: short for a row of the tree, in full for the detail line. */
import type { Field, FieldValue } from '../bytes/field.ts';
import { toHex } from '../bytes/hex.ts';
import type { FieldNode } from './bytes.ts';
import { grouped } from '../lesson/catalog.ts';
import { isHeader, isList, isPrefix } from './bytes-shape.ts';

/** The few words a value needs; the rest is registry names and numbers. */
export interface ValueWords {
  readonly empty: string;
  readonly entries: (count: number) => string;
  readonly bytes: (count: number) => string;
  readonly recordHeader: string;
  /** e.g. 'certificate (11), 1 174 bytes' in the row of a handshake header. */
  readonly header: (type: string, length: number) => string;
  readonly yes: string;
  readonly no: string;
  /** Day, month and year of a time in milliseconds, UTC. */
  readonly date: (time: number) => string;
  readonly dateAndTime: (time: number) => string;
  readonly period: (from: string, to: string) => string;
}

/** One line for the tree's value column. `bytes` are those of the view. */
export function shortValue(node: FieldNode, bytes: Uint8Array, words: ValueWords): string {
  if (isHeader(node.field)) return headerText(node.field, words);
  const { value } = node.field;
  if (value === undefined) return '';
  if (value.type === 'count' && !isList(node.field)) return structText(node, bytes, words);
  const content = contentBytes(node.field, bytes);
  if (value.type === 'bytes') return shortHex(content);
  if (value.type === 'period') return words.period(words.date(value.from), words.date(value.to));
  if (value.type === 'time') return words.date(value.value);
  if (value.type === 'code' && value.width === 1 && value.name) return `${value.name} (${value.value})`;
  if (value.type === 'code' && value.name) return value.name;
  if (value.type === 'flags' && value.names.length > 2) return `${value.names.slice(0, 2).join(', ')} …`;
  return fullValue(value, content, words);
}

/** The decoded value in full; opaque bytes up to `most` of them. */
export function longValue(field: Field, bytes: Uint8Array, words: ValueWords, most = 32): string {
  if (isHeader(field)) return headerText(field, words);
  if (field.value === undefined || (field.value.type === 'count' && !isList(field))) return '';
  return fullValue(field.value, contentBytes(field, bytes), words, most);
}

/** '4d4570c1…0eee' for what is longer than 8 bytes. */
export function shortHex(bytes: Uint8Array, head = 4, tail = 2): string {
  if (bytes.length <= head + tail + 2) return toHex(bytes);
  return `${toHex(bytes.subarray(0, head))}…${toHex(bytes.subarray(bytes.length - tail))}`;
}

/** '0x003b', at least four digits. */
export function offsetText(offset: number): string {
  return `0x${offset.toString(16).padStart(4, '0')}`;
}

/** '0x003b – 0x0090', last byte included; one offset for a single byte. */
export function rangeText(start: number, end: number): string {
  return end - start <= 1 ? offsetText(start) : `${offsetText(start)} – ${offsetText(end - 1)}`;
}

/** Size column: '86', '1 174', or '3+590' for a length prefix with its content. */
export function sizeText(node: FieldNode): string {
  const size = node.field.end - node.field.start;
  const [first] = node.prefixes;
  // Tag and length of DER are part of the element; a vector's length stands in front of it.
  if (first?.role !== 'length') return size >= 1_000 ? grouped(size) : String(size);
  const prefix = first.end - first.start;
  return size === prefix ? String(size) : `${prefix}+${size - prefix}`;
}

/** Printable ASCII as it is, everything else as a middle dot. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
  return text;
}

function fullValue(value: FieldValue, content: Uint8Array, words: ValueWords, most = 32): string {
  switch (value.type) {
    case 'number':
      return grouped(value.value);
    case 'code':
      return codeText(value.value, value.width, value.name);
    case 'bytes':
      return content.length <= most ? toHex(content) : `${toHex(content.subarray(0, most))}…`;
    case 'text':
      return value.value;
    case 'count':
      return words.entries(value.value);
    case 'empty':
      return words.empty;
    case 'boolean':
      return value.value ? words.yes : words.no;
    case 'time':
      return words.dateAndTime(value.value);
    case 'period':
      return words.period(words.dateAndTime(value.from), words.dateAndTime(value.to));
    case 'flags':
      return value.names.length === 0 ? words.empty : value.names.join(', ');
    case 'oid':
      return value.name === undefined ? value.oid : `${value.name} (${value.oid})`;
  }
}

function codeText(value: number, width: number, name: string | undefined): string {
  const hex = `0x${value.toString(16).padStart(2 * width, '0')}`;
  if (name === undefined) return hex;
  return width === 1 ? `${name} (${value})` : `${name} (${hex})`;
}

function headerText(field: Field, words: ValueWords): string {
  if (field.name !== 'Handshake') return words.recordHeader;
  const type = field.children?.[0]?.value;
  const length = field.children?.[1]?.value;
  const name = type?.type === 'code' ? codeText(type.value, 1, type.name) : '';
  return words.header(name, length?.type === 'number' ? length.value : 0);
}

const naming = new Set(['group', 'extension_type', 'algorithm', 'description']);

/** A struct that begins with a code point is called by it: KeyShareEntry, 'X25519MLKEM768'. */
function structText(node: FieldNode, bytes: Uint8Array, words: ValueWords): string {
  if (node.field.key === 'CertificateEntry.cert_data') return subjectOf(node);
  const [first] = node.children;
  if (!first || !naming.has(first.name) || first.children.length > 0) return '';
  const text = shortValue(first, bytes, words);
  return text === node.field.name ? '' : text;
}

/** Whose certificate it is. */
function subjectOf(node: FieldNode): string {
  for (const child of node.children) {
    const { key, value } = child.field;
    if (key === 'TBSCertificate.subject' && value?.type === 'text') return value.value;
    if (key === 'Certificate.tbsCertificate') return subjectOf(child);
  }
  return '';
}

/** The bytes behind tag and length. */
function contentBytes(field: Field, bytes: Uint8Array): Uint8Array {
  const prefix = field.children?.findLast(isPrefix);
  return bytes.subarray(prefix?.end ?? field.start, field.end);
}
