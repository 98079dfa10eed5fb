/**
 * Record protection, RFC 9846 §5.2 to §5.5: one direction of a connection, one set of keys.
 *
 * A `RecordProtection` is never changed; sealing and opening return its successor, so a state that
 * holds one can be kept and looked at later.
 */
import { concat } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import { type AeadName, type Bytes, aeadNonceLength, aeadTagLengthOf } from '../../crypto/port.ts';
import { type Recorder, type Value, publicValue } from '../../crypto/recorder.ts';
import type { TlsError } from '../errors.ts';
import { fault } from '../failure.ts';
import type { CipherSuite } from '../registry/suites.ts';
import type { TrafficKeys } from '../schedule/tls13.ts';
import { type Level, type OpenedRecord, contentTypes, headerLength, maxContentLength } from './view.ts';
import { say } from '../../bytes/say.ts';

/** Keys of one direction and how many records they have protected. */
export interface RecordProtection {
  readonly level: Exclude<Level, 'plaintext'>;
  readonly aead: AeadName;
  readonly key: Value;
  readonly iv: Value;
  /** Number of the next record, from 0 for each new key (RFC 9846 §5.3). */
  readonly sequence: number;
}

export interface SealedRecord {
  /** The record as it goes on the wire, header included. */
  readonly bytes: Bytes;
  /** What is inside, for the plain view. */
  readonly opened: OpenedRecord;
  readonly next: RecordProtection;
  /** The limit of §5.5 is reached: send a KeyUpdate before the next record. */
  readonly keyUpdateDue: boolean;
}

export interface OpenResult extends OpenedRecord {
  readonly next: RecordProtection;
  /** The limit of §5.5 is reached: ask the peer for a KeyUpdate. */
  readonly keyUpdateDue: boolean;
}

/** Most bytes of encrypted_record: content, type, padding and what the AEAD adds, RFC 9846 §5.2. */
export const maxCiphertextLength = 2 ** 14 + 256;

const gcmLimit = Math.floor(2 ** 24.5);
const ccmLimit = 2 ** 23;

/**
 * Records that one key may protect, RFC 9846 §5.5: 2^24.5 full-size records for GCM, 2^23 for CCM. With
 * ChaCha20-Poly1305 the sequence number would wrap first; here the limit is what a number can count.
 */
export const recordLimit: Readonly<Record<AeadName, number>> = {
  'AES-128-GCM': gcmLimit,
  'AES-256-GCM': gcmLimit,
  'ChaCha20-Poly1305': Number.MAX_SAFE_INTEGER,
  'AES-128-CCM': ccmLimit,
  'AES-256-CCM': ccmLimit,
  'AES-128-CCM-8': ccmLimit,
  'AES-256-CCM-8': ccmLimit,
  'Camellia-128-GCM': gcmLimit,
  'Camellia-256-GCM': gcmLimit,
  'ARIA-128-GCM': gcmLimit,
  'ARIA-256-GCM': gcmLimit,
};

/** Fresh protection for one direction; the sequence number starts at 0. */
export function protectionFor(
  level: RecordProtection['level'],
  suite: CipherSuite,
  keys: TrafficKeys,
): RecordProtection {
  return { level, aead: suite.aead, key: keys.key, iv: keys.iv, sequence: 0 };
}

/**
 * Protects `content` as one record, RFC 9846 §5.2. `padding` zero bytes go behind the inner content
 * type (§5.4). Content, type and padding together may have 2^14 + 1 bytes; more is our own bug.
 */
export async function sealRecord(
  rec: Recorder,
  protection: RecordProtection,
  contentType: number,
  content: Bytes,
  padding = 0,
): Promise<SealedRecord> {
  const names = recordNames(protection);
  const size = content.length + 1 + padding;
  if (size > maxContentLength + 1) {
    throw new RangeError(
      `${content.length} bytes of content and ${padding} of padding do not fit one record`,
    );
  }
  const inner = new Uint8Array(size);
  inner.set(content);
  inner[content.length] = contentType;
  const length = size + aeadTagLengthOf(protection.aead);
  const header = Uint8Array.of(contentTypes.application_data, 0x03, 0x03, length >> 8, length & 0xff);
  const nonce = recordNonce(rec, protection, names.nonce);
  const plaintext: Value = { name: names.plaintext, bytes: inner, secrecy: 'secret' };
  const aad = publicValue(names.aad, header);
  const sealed = await rec.seal(
    names.sealed,
    protection.aead,
    protection.key,
    nonce,
    aad,
    plaintext,
    spec(9846, '5.2'),
  );
  const next = successor(protection);
  return {
    bytes: concat(header, sealed.bytes),
    opened: {
      header,
      level: protection.level,
      contentType,
      content,
      padding,
      tagLength: aeadTagLengthOf(protection.aead),
    },
    next,
    // The KeyUpdate itself is the last record under these keys.
    keyUpdateDue: next.sequence >= recordLimit[protection.aead] - 1,
  };
}

/**
 * Takes the protection off one record, header included, RFC 9846 §5.2. Faults of the peer come back
 * as a TlsError: record-overflow, bad-record-mac, no-content-type, unexpected-record-type,
 * empty-handshake-fragment. The connection ends with any of them, so there is no successor then.
 */
export async function openRecord(
  rec: Recorder,
  protection: RecordProtection,
  record: Bytes,
): Promise<OpenResult | TlsError> {
  const header = record.subarray(0, headerLength);
  const encrypted = record.subarray(headerLength);
  if (encrypted.length > maxCiphertextLength) {
    const detail = say('{} bytes, at most {} are allowed', encrypted.length, maxCiphertextLength);
    return fault('record-overflow', 'TLSCiphertext.length', detail, spec(9846, '5.2'));
  }
  const names = recordNames(protection);
  const nonce = recordNonce(rec, protection, names.nonce);
  // The additional data is the header as it arrived, so that a changed header is found as well.
  const aad = publicValue(names.aad, header);
  const sealed = publicValue(names.sealed, encrypted);
  const opened = await rec.open(
    names.plaintext,
    protection.aead,
    protection.key,
    nonce,
    aad,
    sealed,
    spec(9846, '5.2'),
  );
  if (opened === undefined) {
    const detail = say('record {} does not authenticate under {}', protection.sequence, protection.key.name);
    return fault('bad-record-mac', 'TLSCiphertext.encrypted_record', detail, spec(9846, '5.2'));
  }
  const inner = takeApart(opened.bytes);
  if ('fault' in inner) return inner;
  const next = successor(protection);
  return {
    header,
    level: protection.level,
    contentType: inner.contentType,
    content: inner.content,
    padding: inner.padding,
    tagLength: aeadTagLengthOf(protection.aead),
    next,
    keyUpdateDue: next.sequence >= recordLimit[protection.aead],
  };
}

/** TLSInnerPlaintext: content, the last byte that is not zero as content type, zeros. RFC 9846 §5.4. */
function takeApart(
  inner: Bytes,
): { readonly contentType: number; readonly content: Bytes; readonly padding: number } | TlsError {
  if (inner.length > maxContentLength + 1) {
    const detail = say('{} bytes, at most {} are allowed', inner.length, maxContentLength + 1);
    return fault('record-overflow', 'TLSInnerPlaintext', detail, spec(9846, '5.4'));
  }
  let typeAt = inner.length - 1;
  while (typeAt >= 0 && inner[typeAt] === 0) typeAt--;
  const contentType = inner[typeAt];
  if (contentType === undefined) {
    return fault(
      'no-content-type',
      'TLSInnerPlaintext.type',
      say('{} zero bytes and nothing else', inner.length),
      spec(9846, '5.4'),
    );
  }
  // A protected ChangeCipherSpec is as wrong as a type nobody knows, RFC 9846 §5.
  if (contentType < contentTypes.alert || contentType > contentTypes.application_data) {
    const detail = say('inner content type {}', contentType);
    return fault('unexpected-record-type', 'TLSInnerPlaintext.type', detail, spec(9846, '5'));
  }
  if (typeAt === 0 && contentType !== contentTypes.application_data) {
    const detail = say('only application data may be empty');
    return fault('empty-handshake-fragment', 'TLSInnerPlaintext.content', detail, spec(9846, '5.4'));
  }
  return { contentType, content: inner.subarray(0, typeAt), padding: inner.length - typeAt - 1 };
}

/** The sequence number in network byte order, padded on the left to the IV's length, XOR the IV. §5.3. */
function recordNonce(rec: Recorder, { iv, sequence }: RecordProtection, name: string): Value {
  const padded = new Uint8Array(aeadNonceLength);
  for (let at = aeadNonceLength - 1, rest = sequence; rest > 0; at--, rest = Math.floor(rest / 256))
    padded[at] = rest % 256;
  return rec.xor(name, iv, publicValue('sequence_number', padded), spec(9846, '5.3'));
}

function successor(protection: RecordProtection): RecordProtection {
  // Far from the wrap at 2^64 that §5.3 forbids, but the last number that stays exact.
  if (protection.sequence >= Number.MAX_SAFE_INTEGER) throw new RangeError('sequence number exhausted');
  return { ...protection, sequence: protection.sequence + 1 };
}

/** client_handshake_key -> client_handshake_nonce_0, ..._record_0, ..._plaintext_0, ..._header_0. */
function recordNames({ key, sequence }: RecordProtection): {
  readonly nonce: string;
  readonly aad: string;
  readonly plaintext: string;
  readonly sealed: string;
} {
  const cut = key.name.lastIndexOf('_key');
  const owner = key.name.slice(0, cut) + key.name.slice(cut + '_key'.length);
  return {
    nonce: `${owner}_nonce_${sequence}`,
    aad: `${owner}_header_${sequence}`,
    plaintext: `${owner}_plaintext_${sequence}`,
    sealed: `${owner}_record_${sequence}`,
  };
}
