/**
 * Records on the stream: where one ends and the next begins, RFC 9846 §5.1.
 *
 * `struct { ContentType type; ProtocolVersion legacy_record_version; uint16 length; opaque fragment[length]; }`
 *
 * Only the header is judged here, and as soon as its bytes are there: a peer that announces too much, or that
 * does not speak TLS at all, is answered before its bytes are collected.
 */
import { textOfBytes } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { TlsError } from '../errors.ts';
import { fault } from '../failure.ts';
import { maxCiphertextLength } from './protection.ts';
import { contentTypeName, contentTypes, headerLength, maxContentLength } from './view.ts';
import { type Said, say, type Sentence } from '../../bytes/say.ts';

export interface FramedRecord {
  /** One of `contentTypes`; of the outer record when it is protected. */
  readonly contentType: number;
  /** legacy_record_version, to be ignored for all purposes. */
  readonly version: number;
  /** Of header and fragment together. */
  readonly length: number;
}

export type FoundRecord =
  | { readonly record: FramedRecord }
  /** So many bytes in all must be in the buffer before there is more to say. */
  | { readonly needs: number }
  /** record-overflow, unexpected-record-type or not-tls; the connection is beyond repair. */
  | { readonly error: TlsError };

/** Finds the record at the front of `buffer`. `most` bytes may stand behind its header; default: as TLS 1.3 has it. */
export function findRecord(buffer: Bytes, most?: number): FoundRecord {
  if (buffer.length < headerLength) return { needs: headerLength };
  const type = buffer[0] ?? 0;
  const version = uint16(buffer, 1);
  const length = uint16(buffer, 3);
  if (contentTypeName(type) === undefined) return notARecord(buffer);

  const isProtected = type === contentTypes.application_data;
  const max = most ?? (isProtected ? maxCiphertextLength : maxContentLength);
  if (length > max) {
    const at = isProtected ? 'TLSCiphertext.length' : 'TLSPlaintext.length';
    const detail = say('{} bytes announced, at most {} are allowed', length, max);
    return { error: fault('record-overflow', at, detail, spec(9846, isProtected ? '5.2' : '5.1')) };
  }
  const size = headerLength + length;
  if (buffer.length < size) return { needs: size };
  return { record: { contentType: type, version, length: size } };
}

function uint16(bytes: Bytes, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

/** A record as it goes on the wire. Writes what it is told, faulty types and sizes up to 2^16 - 1 included. */
export function encodeRecord(contentType: number, version: number, fragment: Uint8Array): Bytes {
  const { length } = fragment;
  if (length > 0xffff) throw new RangeError(`a record cannot say ${length}`);
  const bytes = new Uint8Array(headerLength + length);
  bytes[0] = contentType;
  bytes[1] = version >> 8;
  bytes[2] = version & 0xff;
  bytes[3] = length >> 8;
  bytes[4] = length & 0xff;
  bytes.set(fragment, headerLength);
  return bytes;
}

/** Unknown ContentTypes are unexpected_message (RFC 9846 §5); bytes of another protocol get a name of their own. */
function notARecord(buffer: Bytes): FoundRecord {
  const [type, major] = buffer;
  // A TLS peer says 0x03xx behind the type; whoever does not, talks about something else.
  if (major === 0x03) {
    const detail = say('content type {} is unknown', type ?? 0);
    return { error: fault('unexpected-record-type', 'TLSPlaintext.type', detail, spec(9846, '5')) };
  }
  return {
    error: fault(
      'not-tls',
      'TLSPlaintext.type',
      say('{}, not a TLS record', guess(buffer)),
      spec(9846, '5.1'),
    ),
  };
}

/** What the first bytes look like; for the expert's line and for the bridge, where a wrong port is a common slip. */
function guess(buffer: Bytes): Said {
  const [first = 0, , third] = buffer;
  const text = textOfBytes(buffer.subarray(0, 16)).replace(/[^ -~].*/su, '');
  const known = openings.find(([start]) => text.startsWith(start));
  if (known) return say(known[1], text);
  // RFC 6101 appendix E: two length bytes with the high bit set, then message type 1.
  if (first >= 0x80 && third === 1) return say('an SSL 2.0 ClientHello');
  if (text.length >= 3) return say('text ("{}")', text);
  return say('first byte {}', `0x${first.toString(16).padStart(2, '0')}`);
}

const openings: readonly (readonly [start: string, meaning: Sentence])[] = [
  ['HTTP/', 'an HTTP answer ("{}")'],
  ...['GET ', 'POST ', 'HEAD ', 'PUT ', 'OPTIONS ', 'CONNECT '].map(
    (method) => [method, 'an HTTP request ("{}")'] as const,
  ),
  ['PRI * HTTP/2', 'an HTTP/2 connection without TLS ("{}")'],
  ['SSH-', 'SSH ("{}")'],
  ['220 ', 'a mail or FTP greeting ("{}")'],
  ['EHLO ', 'a mail client ("{}")'],
];
