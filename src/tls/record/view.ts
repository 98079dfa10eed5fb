/**
 * Records as a screen shows them: bytes, their field tree, and which keys protect which stretch.
 *
 * - `wireView`: what crossed the wire. Protected content is ciphertext and tag.
 * - `plainView`: the same records opened: header, content with the message's own tree, inner content
 *   type and padding. The tag is not in it.
 *
 * RFC 9846 §5.1 (TLSPlaintext), §5.2 (TLSCiphertext, TLSInnerPlaintext); for TLS 1.2 RFC 5246 §6.2.
 */
import { type Field, shiftField } from '../../bytes/field.ts';
import { concat } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import { type Writer, lengthLeaf, write } from '../../bytes/writer.ts';
import { type Bytes, aeadTagLength } from '../../crypto/port.ts';

/** Which keys protect a stretch of bytes; `early` ones are made of a PSK alone (RFC 9846 §2.3). */
export type Level = 'plaintext' | 'early' | 'handshake' | 'application';

/** Bytes with their meaning and protection; leaves of `field` tile `bytes`. */
export interface ByteView {
  readonly bytes: Bytes;
  readonly field: Field;
  readonly levels: readonly { readonly start: number; readonly end: number; readonly level: Level }[];
}

/** Offsets in the bytes of a view; `end` is the offset of the byte after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How TLS 1.2 cuts the fragment of a record, RFC 5246 §6.2.3; TLS 1.3 knows only one form. */
export interface RecordForm {
  readonly kind: 'plaintext' | 'null' | 'stream' | 'block' | 'aead';
  /** Bytes in front: explicit nonce or IV. */
  readonly explicit: number;
  /** Bytes of the AEAD's tag, or of a MAC that is not encrypted. */
  readonly tag: number;
}

/** One record, protected or not, as it crossed the wire. */
export interface WireRecord {
  /** Header (5 bytes) and fragment. */
  readonly bytes: Bytes;
  readonly level: Level;
  /** Bytes of the tag at its end; 16 but for CCM_8. */
  readonly tagLength?: number;
  /** Of records of TLS 1.2 only. */
  readonly form?: RecordForm;
}

/** One record with its protection taken off; for plaintext records the fragment itself. */
export interface OpenedRecord {
  /** The 5 bytes in front, as on the wire: `length` still counts ciphertext and tag. */
  readonly header: Bytes;
  readonly level: Level;
  /** Inner content type (of a plaintext record: its only one). */
  readonly contentType: number;
  readonly content: Bytes;
  /** Zero bytes behind the inner content type, RFC 9846 §5.4. */
  readonly padding: number;
  /** As in `WireRecord`. */
  readonly tagLength?: number;
  /** Of records of TLS 1.2 only. */
  readonly form?: RecordForm;
  /** What TLS 1.2 puts behind the content before it encrypts: MAC, and padding with its length byte. */
  readonly trailer?: { readonly mac: Bytes; readonly padding: Bytes };
}

/** A message inside the content of records, where the content of all records counts as one string. */
export interface PlacedMessage {
  /** Tree of the message; its offsets count from the message's own first byte. */
  readonly field: Field;
  /** Offset of the first byte of the message in the joined content. */
  readonly start: number;
}

/** ContentType of RFC 9846 §5.1. */
export const contentTypes = {
  change_cipher_spec: 20,
  alert: 21,
  handshake: 22,
  application_data: 23,
} as const;

export function contentTypeName(code: number): keyof typeof contentTypes | undefined {
  return (Object.keys(contentTypes) as (keyof typeof contentTypes)[]).find(
    (name) => contentTypes[name] === code,
  );
}

/**
 * The records as they crossed the wire. One record: its own tree. Several: a container `records`
 * with one tree each. `message` is grafted where it fits: in a single plaintext record.
 */
export function wireView(records: readonly WireRecord[], message?: PlacedMessage): ByteView {
  const only = records.length === 1;
  const trees = records.map(({ bytes, level, form, tagLength }) => {
    const inside = only && message ? [message] : [];
    if (form !== undefined) return tls12WireTree(bytes, form, level === 'plaintext' ? inside : []);
    return level === 'plaintext' ? plaintextTree(bytes, inside) : ciphertextTree(bytes, tagLength);
  });
  const levels: { start: number; end: number; level: Level }[] = [];
  let at = 0;
  for (const { bytes, level } of records) {
    levels.push({ start: at, end: at + headerLength, level: 'plaintext' });
    if (bytes.length > headerLength) levels.push({ start: at + headerLength, end: at + bytes.length, level });
    at += bytes.length;
  }
  return {
    bytes: concat(...records.map(({ bytes }) => bytes)),
    field: joined(trees),
    levels: merged(levels),
  };
}

/**
 * Opened records around one message, with where the message lies (one span per record).
 *
 * One record: header, content, inner content type, padding; bytes of other messages in the same
 * record are leaves named `other_content`. Several records: the header of the first, then the joined
 * content of all of them, so that the message's tree stands in one piece; inner content types and
 * padding are left out.
 */
export function plainView(
  records: readonly OpenedRecord[],
  message: PlacedMessage,
): ByteView & { readonly spans: readonly Span[] } {
  const [first] = records;
  if (first === undefined) throw new Error('a view of no record');
  const { bytes, field } =
    records.length === 1 ? openedTree(first, message) : reassembledTree(records, message);
  const levels = [
    { start: 0, end: headerLength, level: 'plaintext' as Level },
    { start: headerLength, end: bytes.length, level: first.level },
  ];
  return { bytes: bytes as Bytes, field, levels: merged(levels), spans: spansOf(records, message) };
}

/** Where a message lies in a view of `records`: one span per record it touches. */
export function spansOf(records: readonly OpenedRecord[], message: PlacedMessage): readonly Span[] {
  const from = message.start;
  const to = message.start + message.field.end - message.field.start;
  const spans: Span[] = [];
  let at = 0;
  for (const { content } of records) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + content.length);
    if (start < end) spans.push({ start: headerLength + start, end: headerLength + end });
    at += content.length;
  }
  return spans;
}

export const headerLength = 5;

/** Most bytes of content in one record, RFC 9846 §5.1 and RFC 5246 §6.2.1. */
export const maxContentLength = 2 ** 14;

const recordLayer = spec(9846, '5.1');
const protection = spec(9846, '5.2');

/** struct { ContentType type; ProtocolVersion legacy_record_version; uint16 length; opaque fragment[length]; } */
function plaintextTree(bytes: Bytes, messages: readonly PlacedMessage[]): Field {
  return write(
    'TLSPlaintext',
    (w) => {
      writeHeader(w, bytes, 'type');
      writeContent(w, 'fragment', bytes.subarray(headerLength), messages);
    },
    { spec: recordLayer },
  ).field;
}

/**
 * struct { ContentType opaque_type = application_data; ProtocolVersion legacy_record_version;
 * uint16 length; opaque encrypted_record[length]; }, where the last bytes are the AEAD's tag.
 */
function ciphertextTree(bytes: Bytes, tagLength = aeadTagLength): Field {
  return write(
    'TLSCiphertext',
    (w) => {
      writeHeader(w, bytes, 'opaque_type');
      const tagAt = Math.max(headerLength, bytes.length - tagLength);
      w.struct(
        'encrypted_record',
        (w) => {
          w.opaque('ciphertext', bytes.subarray(headerLength, tagAt), { spec: protection });
          w.opaque('tag', bytes.subarray(tagAt), { spec: protection });
        },
        { spec: protection, value: { type: 'bytes' } },
      );
    },
    { spec: protection },
  ).field;
}

/**
 * TLSCiphertext of RFC 5246 §6.2.3: in front an explicit nonce or IV, then ciphertext (with a NULL cipher the
 * content itself), then what is not encrypted: a tag or MAC.
 */
function tls12WireTree(bytes: Bytes, form: RecordForm, messages: readonly PlacedMessage[]): Field {
  const { kind, explicit, tag } = form;
  return write(
    kind === 'plaintext' ? 'TLSPlaintext' : 'TLSCiphertext',
    (w) => {
      writeHeader(w, bytes, 'type', 'version');
      if (kind === 'plaintext') return writeContent(w, 'fragment', bytes.subarray(headerLength), messages);
      const tagAt = Math.max(headerLength + explicit, bytes.length - tag);
      w.struct(
        'fragment',
        (w) => {
          w.opaque(explicitNames[kind], bytes.subarray(headerLength, headerLength + explicit), {
            spec: formSpecs[kind],
          });
          const inside = bytes.subarray(headerLength + explicit, tagAt);
          if (kind === 'null') writeContent(w, 'content', inside, messages);
          else w.opaque('ciphertext', inside, { spec: formSpecs[kind] });
          w.opaque(kind === 'aead' ? 'tag' : 'MAC', bytes.subarray(tagAt), { spec: formSpecs[kind] });
        },
        { spec: formSpecs[kind], type: formNames[kind], value: { type: 'bytes' } },
      );
    },
    { spec: recordLayer12 },
  ).field;
}

const recordLayer12 = spec(5246, '6.2.1');
const formSpecs = {
  null: spec(5246, '6.2.3.1'),
  stream: spec(5246, '6.2.3.1'),
  block: spec(5246, '6.2.3.2'),
  aead: spec(5246, '6.2.3.3'),
} as const;
const formNames = {
  null: 'GenericStreamCipher',
  stream: 'GenericStreamCipher',
  block: 'GenericBlockCipher',
  aead: 'GenericAEADCipher',
} as const;
const explicitNames = { null: 'IV', stream: 'IV', block: 'IV', aead: 'nonce_explicit' } as const;

/** The opened fragment of TLS 1.2: content, MAC, padding. */
function tls12OpenedTree(
  record: OpenedRecord,
  form: RecordForm,
  name: string,
  content: Bytes,
  message: PlacedMessage,
): { bytes: Uint8Array; field: Field } {
  const { kind } = form;
  return write(
    kind === 'plaintext' ? 'TLSPlaintext' : 'TLSCiphertext',
    (w) => {
      writeHeader(w, record.header, 'type', 'version');
      if (kind === 'plaintext') return writeContent(w, name, content, [message]);
      w.struct(
        'fragment',
        (w) => {
          writeContent(w, 'content', content, [message]);
          if (name === 'fragments') return;
          const { mac, padding } = record.trailer ?? nothingBehind;
          w.opaque('MAC', mac, { spec: formSpecs[kind] });
          w.opaque('padding', padding.subarray(0, -1), { spec: formSpecs[kind] });
          const last = padding.at(-1);
          if (last !== undefined) w.u8('padding_length', last, { spec: formSpecs[kind] });
        },
        { spec: formSpecs[kind], type: formNames[kind], value: { type: 'bytes' } },
      );
    },
    { spec: recordLayer12 },
  );
}

const nothingBehind = { mac: new Uint8Array(), padding: new Uint8Array() } as const;

function openedTree(record: OpenedRecord, message: PlacedMessage): { bytes: Uint8Array; field: Field } {
  if (record.form !== undefined)
    return tls12OpenedTree(record, record.form, 'fragment', record.content, message);
  const isProtected = record.level !== 'plaintext';
  return write(
    isProtected ? 'TLSCiphertext' : 'TLSPlaintext',
    (w) => {
      writeHeader(w, record.header, isProtected ? 'opaque_type' : 'type');
      if (!isProtected) return writeContent(w, 'fragment', record.content, [message]);
      w.struct(
        'TLSInnerPlaintext',
        (w) => {
          writeContent(w, 'content', record.content, [message]);
          writeType(w, 'type', record.contentType);
          w.opaque('zeros', new Uint8Array(record.padding), { spec: spec(9846, '5.4') });
        },
        { spec: protection, type: 'TLSInnerPlaintext' },
      );
    },
    { spec: isProtected ? protection : recordLayer },
  );
}

function reassembledTree(
  records: readonly OpenedRecord[],
  message: PlacedMessage,
): { bytes: Uint8Array; field: Field } {
  const [first] = records;
  if (first === undefined) throw new Error('a view of no record');
  const isProtected = first.level !== 'plaintext';
  const content = concat(...records.map((record) => record.content));
  if (first.form !== undefined) return tls12OpenedTree(first, first.form, 'fragments', content, message);
  return write(
    isProtected ? 'TLSCiphertext' : 'TLSPlaintext',
    (w) => {
      writeHeader(w, first.header, isProtected ? 'opaque_type' : 'type');
      writeContent(w, 'fragments', content, [message]);
    },
    { spec: recordLayer },
  );
}

function writeHeader(
  w: Writer,
  header: Uint8Array,
  typeName: string,
  versionField = 'legacy_record_version',
): void {
  const [type = 0, major = 0, minor = 0, high = 0, low = 0] = header;
  writeType(w, typeName, type);
  const version = major * 256 + minor;
  const name = versionNames.get(version);
  w.u16(versionField, version, { ...(name && { name }), spec: recordLayer });
  const length = lengthLeaf('TLSRecord', 0, 2, high * 256 + low);
  w.graft({ bytes: Uint8Array.of(high, low), field: { ...length, spec: recordLayer } });
}

function writeType(w: Writer, name: string, type: number): void {
  const typeName = contentTypeName(type);
  w.u8(name, type, { ...(typeName && { name: typeName }), spec: recordLayer });
}

/** The messages at their offsets; what lies around them is a leaf of its own. */
function writeContent(
  w: Writer,
  name: string,
  content: Uint8Array,
  messages: readonly PlacedMessage[],
): void {
  if (messages.length === 0) return w.opaque(name, content, { spec: recordLayer });
  w.struct(
    name,
    (w) => {
      let at = 0;
      for (const { field, start } of messages) {
        const end = start + field.end - field.start;
        if (start < at || end > content.length)
          throw new Error(`${field.name} at ${start} is not inside the record`);
        w.opaque('other_content', content.subarray(at, start));
        if (end > start) w.graft({ bytes: content.subarray(start, end), field });
        at = end;
      }
      w.opaque('other_content', content.subarray(at));
    },
    { spec: recordLayer },
  );
}

function joined(trees: readonly Field[]): Field {
  const [only] = trees;
  if (only !== undefined && trees.length === 1) return only;
  let at = 0;
  const children = trees.map((tree, i) => {
    const moved = shiftField({ ...tree, name: `[${i}]` }, at);
    at = moved.end;
    return moved;
  });
  return {
    name: 'records',
    key: 'records',
    role: 'container',
    start: 0,
    end: at,
    value: { type: 'count', value: children.length },
    spec: recordLayer,
    children,
  };
}

/** Neighbouring stretches of one level become one; empty ones go. */
function merged(levels: ByteView['levels']): ByteView['levels'] {
  const result: { start: number; end: number; level: Level }[] = [];
  for (const next of levels) {
    const last = result.at(-1);
    if (next.start === next.end) continue;
    if (last !== undefined && last.level === next.level && last.end === next.start) last.end = next.end;
    else result.push({ ...next });
  }
  return result;
}

const versionNames = new Map([
  [0x0300, 'SSL 3.0'],
  [0x0301, 'TLS 1.0'],
  [0x0302, 'TLS 1.1'],
  [0x0303, 'TLS 1.2'],
  [0x0304, 'TLS 1.3'],
]);
