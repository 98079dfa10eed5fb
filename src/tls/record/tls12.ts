/**
 * Record protection of TLS 1.2, RFC 5246 §6.2.3: one direction of a connection, one set of keys.
 *
 * Like `RecordProtection`, never changed: sealing and opening return its successor. Four forms:
 *
 * - AEAD (§6.2.3.3): the nonce is the fixed IV with an explicit part that travels in the record (GCM, CCM),
 *   or the IV XOR the sequence number (ChaCha20-Poly1305, RFC 7905 §2)
 * - block (§6.2.3.2): MAC, then pad, then encrypt with a fresh IV; or encrypt, then MAC (RFC 7366)
 * - stream and NULL (§6.2.3.1): MAC, then encrypt if at all
 *
 * Whatever is wrong with a record, the fault is the same bad_record_mac with the same words (§7.2.2): a peer
 * that can tell bad padding from a bad MAC can decrypt records byte by byte.
 */
import { concat, equal } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { AeadName, Bytes, CipherName } from '../../crypto/port.ts';
import { type Recorder, type Value, publicValue } from '../../crypto/recorder.ts';
import type { TlsError } from '../errors.ts';
import { fault } from '../failure.ts';
import type { Tls12Suite } from '../registry/suite-parts.ts';
import type { WriteKeys } from '../schedule/tls12.ts';
import { levelOf, maxTls12CiphertextLength, type Tls12Protection } from './tls12-protection.ts';
import { headerLength, maxContentLength, type OpenedRecord, type RecordForm } from './view.ts';
import { say } from '../../bytes/say.ts';

export interface Tls12Sealed {
  readonly bytes: Bytes;
  readonly opened: OpenedRecord;
  readonly next: Tls12Protection;
}

export interface Tls12Opened extends OpenedRecord {
  readonly next: Tls12Protection;
}

export function tls12Protection(
  suite: Tls12Suite,
  keys: WriteKeys,
  encryptThenMac: boolean,
): Tls12Protection {
  // RFC 7366 §3: only block ciphers are affected; others ignore it.
  const macOutside = encryptThenMac && suite.kind === 'block';
  return { version: 0x0303, suite, keys, encryptThenMac: macOutside, sequence: 0, used: 0 };
}

export async function sealTls12(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  content: Bytes,
): Promise<Tls12Sealed> {
  if (content.length > maxContentLength)
    throw new RangeError(`${content.length} bytes of content do not fit one record`);
  const sealed = await seal(rec, protection, contentType, content);
  const { fragment } = sealed;
  const header = headerOf(contentType, fragment.length);
  return {
    bytes: concat(header, fragment),
    opened: { ...describe(protection), header, contentType, ...sealed.inside },
    next: successor(protection, fragment),
  };
}

/** Header included. Faults: record-overflow, bad-record-mac. */
export async function openTls12(
  rec: Recorder,
  protection: Tls12Protection,
  record: Bytes,
): Promise<Tls12Opened | TlsError> {
  const header = record.slice(0, headerLength);
  const fragment = record.slice(headerLength);
  if (fragment.length > maxTls12CiphertextLength) {
    const detail = say('{} bytes, at most {} are allowed', fragment.length, maxTls12CiphertextLength);
    return fault('record-overflow', 'TLSCiphertext.length', detail, spec(5246, '6.2.3'));
  }
  const opened = await open(rec, protection, header, fragment);
  if (opened === undefined) {
    const detail = say(
      'record {} does not authenticate under {} keys',
      protection.sequence,
      ownerOf(protection),
    );
    return fault('bad-record-mac', 'TLSCiphertext.fragment', detail, spec(5246, '7.2.2'));
  }
  if (opened.content.length > maxContentLength) {
    const detail = say('{} bytes, at most {} are allowed', opened.content.length, maxContentLength);
    return fault('record-overflow', 'TLSPlaintext.length', detail, spec(5246, '6.2.1'));
  }
  return {
    ...describe(protection),
    ...opened,
    header,
    contentType: header[0] ?? 0,
    next: successor(protection, fragment),
  };
}

function successor(protection: Tls12Protection, fragment: Bytes): Tls12Protection {
  const { sequence, used } = protection;
  return { ...protection, sequence: sequence + 1, used: used + fragment.length };
}

interface Inside {
  readonly content: Bytes;
  readonly padding: number;
  readonly trailer?: NonNullable<OpenedRecord['trailer']>;
}

interface Sealed {
  readonly fragment: Bytes;
  readonly inside: Inside;
}

function seal(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  content: Bytes,
): Promise<Sealed> {
  switch (protection.suite.kind) {
    case 'aead':
      return sealAead(rec, protection, contentType, content);
    case 'block':
      return protection.encryptThenMac
        ? encryptThenMac(rec, protection, contentType, content)
        : macThenEncrypt(rec, protection, contentType, content);
    case 'stream':
    case 'null':
      return sealStream(rec, protection, contentType, content);
  }
}

function open(
  rec: Recorder,
  protection: Tls12Protection,
  header: Bytes,
  fragment: Bytes,
): Promise<Inside | undefined> {
  switch (protection.suite.kind) {
    case 'aead':
      return openAead(rec, protection, header, fragment);
    case 'block':
      return protection.encryptThenMac
        ? checkThenDecrypt(rec, protection, header, fragment)
        : decryptThenCheck(rec, protection, header, fragment);
    case 'stream':
    case 'null':
      return openStream(rec, protection, header, fragment);
  }
}

// --- AEAD, RFC 5246 §6.2.3.3.

async function sealAead(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  content: Bytes,
): Promise<Sealed> {
  const names = namesOf(protection);
  // Any value that never repeats will do, RFC 5288 §3; the sequence number cannot repeat.
  const explicit = sequenceBytes(protection).slice(8 - protection.suite.recordIvLength);
  const nonce = nonceOf(rec, protection, explicit, names.nonce);
  const aad = publicValue(names.aad, pseudoHeader(protection, contentType, 0x0303, content.length));
  const plaintext: Value = { name: names.plaintext, bytes: content, secrecy: 'secret' };
  const at = spec(5246, '6.2.3.3');
  const sealed = await rec.seal(
    names.sealed,
    aeadOf(protection),
    protection.keys.key,
    nonce,
    aad,
    plaintext,
    at,
  );
  return { fragment: concat(explicit, sealed.bytes), inside: { content, padding: 0 } };
}

async function openAead(
  rec: Recorder,
  protection: Tls12Protection,
  header: Bytes,
  fragment: Bytes,
): Promise<Inside | undefined> {
  const { recordIvLength, tagLength } = protection.suite;
  const length = fragment.length - recordIvLength - tagLength;
  if (length < 0) return undefined;
  const names = namesOf(protection);
  const nonce = nonceOf(rec, protection, fragment.slice(0, recordIvLength), names.nonce);
  const aad = pseudoHeader(protection, header[0] ?? 0, versionOf(header), length);
  const opened = await rec.open(
    names.plaintext,
    aeadOf(protection),
    protection.keys.key,
    nonce,
    publicValue(names.aad, aad),
    publicValue(names.sealed, fragment.slice(recordIvLength)),
    spec(5246, '6.2.3.3'),
  );
  return opened && { content: opened.bytes, padding: 0 };
}

/** RFC 5288 §3, RFC 6655 §3: fixed IV, then explicit part. RFC 7905 §2: the IV XOR the padded sequence number. */
function nonceOf(rec: Recorder, protection: Tls12Protection, explicit: Bytes, name: string): Value {
  const { iv } = protection.keys;
  if (protection.suite.recordIvLength > 0) {
    return rec.concatenate(name, [iv, publicValue('nonce_explicit', explicit)], spec(5288, '3'));
  }
  const padded = new Uint8Array(iv.bytes.length);
  padded.set(sequenceBytes(protection), padded.length - 8);
  return rec.xor(name, iv, publicValue('sequence_number', padded), spec(7905, '2'));
}

// --- Block ciphers, RFC 5246 §6.2.3.2.

async function macThenEncrypt(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  content: Bytes,
): Promise<Sealed> {
  const mac = (await macOf(rec, protection, contentType, 0x0303, content)).bytes;
  const padding = paddingFor(content.length + mac.length, protection.suite.blockLength);
  const { iv, ciphertext } = await encryptBlocks(rec, protection, concat(content, mac, padding));
  return {
    fragment: concat(iv, ciphertext),
    inside: { content, padding: padding.length, trailer: { mac, padding } },
  };
}

/**
 * The MAC is computed whatever the padding looks like, and both are judged together, as §6.2.3.2 asks: a record
 * with bad padding is treated as one without padding.
 */
async function decryptThenCheck(
  rec: Recorder,
  protection: Tls12Protection,
  header: Bytes,
  fragment: Bytes,
): Promise<Inside | undefined> {
  const inner = await decryptBlocks(rec, protection, fragment);
  const macLength = protection.suite.macKeyLength;
  if (inner === undefined || inner.length < macLength + 1) return undefined;
  const found = paddingOf(inner);
  const good = found !== undefined && inner.length - found.length >= macLength;
  const padding = good ? found : new Uint8Array();
  const content = inner.slice(0, inner.length - padding.length - macLength);
  const mac = inner.slice(content.length, content.length + macLength);
  const expected = await macOf(rec, protection, header[0] ?? 0, versionOf(header), content);
  const same = equal(expected.bytes, mac);
  return good && same ? { content, padding: padding.length, trailer: { mac, padding } } : undefined;
}

/** RFC 7366 §3: the MAC stands outside, over what is sent. */
async function encryptThenMac(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  content: Bytes,
): Promise<Sealed> {
  const padding = paddingFor(content.length, protection.suite.blockLength);
  const { iv, ciphertext } = await encryptBlocks(rec, protection, concat(content, padding));
  const covered = concat(iv, ciphertext);
  const mac = await macOf(rec, protection, contentType, 0x0303, covered);
  return {
    fragment: concat(covered, mac.bytes),
    inside: { content, padding: padding.length, trailer: { mac: new Uint8Array(), padding } },
  };
}

async function checkThenDecrypt(
  rec: Recorder,
  protection: Tls12Protection,
  header: Bytes,
  fragment: Bytes,
): Promise<Inside | undefined> {
  const covered = fragment.slice(0, Math.max(0, fragment.length - protection.suite.macKeyLength));
  const expected = await macOf(rec, protection, header[0] ?? 0, versionOf(header), covered);
  if (!equal(expected.bytes, fragment.slice(covered.length))) return undefined;
  const inner = await decryptBlocks(rec, protection, covered);
  const padding = inner && paddingOf(inner);
  if (inner === undefined || padding === undefined) return undefined;
  const content = inner.slice(0, inner.length - padding.length);
  return { content, padding: padding.length, trailer: { mac: new Uint8Array(), padding } };
}

async function encryptBlocks(
  rec: Recorder,
  protection: Tls12Protection,
  bytes: Bytes,
): Promise<{ readonly iv: Bytes; readonly ciphertext: Bytes }> {
  const names = namesOf(protection);
  const at = spec(5246, '6.2.3.2');
  // Unpredictable for every record: TLS 1.0's chained IVs were what BEAST lived on.
  const iv = rec.random(names.iv, protection.suite.recordIvLength, at);
  const plaintext: Value = { name: names.plaintext, bytes, secrecy: 'secret' };
  const sealed = await rec.encrypt(
    names.sealed,
    cipherOf(protection),
    protection.keys.key,
    iv,
    plaintext,
    at,
  );
  return { iv: iv.bytes, ciphertext: sealed.bytes };
}

/** Undefined where it is no row of whole blocks behind an IV: nothing was decrypted, and nothing can be learned. */
async function decryptBlocks(
  rec: Recorder,
  protection: Tls12Protection,
  bytes: Bytes,
): Promise<Bytes | undefined> {
  const { recordIvLength, blockLength } = protection.suite;
  const ciphertext = bytes.slice(recordIvLength);
  if (ciphertext.length === 0 || ciphertext.length % blockLength !== 0) return undefined;
  const names = namesOf(protection);
  const opened = await rec.decrypt(
    names.plaintext,
    cipherOf(protection),
    protection.keys.key,
    publicValue(names.iv, bytes.slice(0, recordIvLength)),
    publicValue(names.sealed, ciphertext),
    spec(5246, '6.2.3.2'),
  );
  return opened.bytes;
}

/** `padding_length` bytes and padding_length itself, all of one value; the fewest that fill the block. */
function paddingFor(length: number, blockLength: number): Bytes {
  const last = blockLength - 1 - (length % blockLength);
  return new Uint8Array(last + 1).fill(last);
}

/** Padding with its length byte, or undefined where it is none. */
function paddingOf(inner: Bytes): Bytes | undefined {
  const last = inner.at(-1) ?? 0;
  if (last + 1 > inner.length) return undefined;
  const padding = inner.slice(inner.length - last - 1);
  return padding.every((byte) => byte === last) ? padding : undefined;
}

// --- Stream ciphers and NULL, RFC 5246 §6.2.3.1.

async function sealStream(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  content: Bytes,
): Promise<Sealed> {
  const mac = (await macOf(rec, protection, contentType, 0x0303, content)).bytes;
  const inside = { content, padding: 0, trailer: { mac, padding: new Uint8Array() } };
  const inner = concat(content, mac);
  if (protection.suite.kind === 'null') return { fragment: inner, inside };
  const names = namesOf(protection);
  const plaintext: Value = { name: names.plaintext, bytes: inner, secrecy: 'secret' };
  const at = spec(5246, '6.2.3.1');
  const key = protection.keys.key;
  const sealed = await rec.encrypt(
    names.sealed,
    cipherOf(protection),
    key,
    streamPosition(protection),
    plaintext,
    at,
  );
  return { fragment: sealed.bytes, inside };
}

async function openStream(
  rec: Recorder,
  protection: Tls12Protection,
  header: Bytes,
  fragment: Bytes,
): Promise<Inside | undefined> {
  const inner = await decryptStream(rec, protection, fragment);
  const at = inner.length - protection.suite.macKeyLength;
  if (at < 0) return undefined;
  const content = inner.slice(0, at);
  const mac = inner.slice(at);
  const expected = await macOf(rec, protection, header[0] ?? 0, versionOf(header), content);
  if (!equal(expected.bytes, mac)) return undefined;
  return { content, padding: 0, trailer: { mac, padding: new Uint8Array() } };
}

async function decryptStream(rec: Recorder, protection: Tls12Protection, fragment: Bytes): Promise<Bytes> {
  if (protection.suite.kind === 'null') return fragment;
  const names = namesOf(protection);
  const opened = await rec.decrypt(
    names.plaintext,
    cipherOf(protection),
    protection.keys.key,
    streamPosition(protection),
    publicValue(names.sealed, fragment),
    spec(5246, '6.2.3.1'),
  );
  return opened.bytes;
}

/** The key stream goes on from record to record: how much of it is used up, as the port wants it. */
function streamPosition({ used }: Tls12Protection): Value {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(used));
  return publicValue('key_stream_position', bytes);
}

// --- What all of them share.

function aeadOf({ suite }: Tls12Protection): AeadName {
  if (suite.aead === undefined) throw new Error('unreachable: only AEAD suites come here');
  return suite.aead;
}

function cipherOf({ suite }: Tls12Protection): CipherName {
  if (suite.plainCipher === undefined)
    throw new Error('unreachable: only stream and block ciphers come here');
  return suite.plainCipher;
}

/** HMAC(MAC_write_key, seq_num + type + version + length + fragment), RFC 5246 §6.2.3.1. */
function macOf(
  rec: Recorder,
  protection: Tls12Protection,
  contentType: number,
  version: number,
  fragment: Bytes,
): Promise<Value> {
  const { mac } = protection.suite;
  if (mac === undefined) throw new Error('unreachable: only suites with a MAC come here');
  const names = namesOf(protection);
  const covered: Value = {
    name: names.covered,
    bytes: concat(pseudoHeader(protection, contentType, version, fragment.length), fragment),
    secrecy: 'secret',
  };
  return rec.hmac(names.mac, mac, protection.keys.macKey, covered, spec(5246, '6.2.3.1'), 'public');
}

/** seq_num + type + version + length: what MACs and AEADs cover besides the content, and never travels as such. */
function pseudoHeader(
  protection: Tls12Protection,
  contentType: number,
  version: number,
  length: number,
): Bytes {
  const rest = [contentType, version >> 8, version & 0xff, length >> 8, length & 0xff];
  return concat(sequenceBytes(protection), Uint8Array.from(rest));
}

function sequenceBytes({ sequence }: Tls12Protection): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(sequence));
  return bytes;
}

function describe(protection: Tls12Protection): Pick<OpenedRecord, 'level' | 'form'> {
  return { level: levelOf(protection), form: formOf(protection) };
}

export function formOf({ suite, encryptThenMac }: Tls12Protection): RecordForm {
  const open = suite.kind === 'null' || encryptThenMac;
  return {
    kind: suite.kind,
    explicit: suite.recordIvLength,
    tag: suite.kind === 'aead' ? suite.tagLength : open ? suite.macKeyLength : 0,
  };
}

function headerOf(contentType: number, length: number): Bytes {
  return Uint8Array.of(contentType, 0x03, 0x03, length >> 8, length & 0xff);
}

function versionOf(header: Bytes): number {
  return (header[1] ?? 0) * 256 + (header[2] ?? 0);
}

/** 'client' or 'server': whose write keys these are. NULL suites have no key but always a MAC key. */
function ownerOf({ keys }: Tls12Protection): string {
  return keys.key.name.startsWith('client') ? 'client' : 'server';
}

/** client_nonce_0, client_record_0, client_plaintext_0, … */
function namesOf(protection: Tls12Protection) {
  const owner = ownerOf(protection);
  const name = (what: string): string => `${owner}_${what}_${protection.sequence}`;
  return {
    nonce: name('nonce'),
    aad: name('additional_data'),
    plaintext: name('plaintext'),
    sealed: name('record'),
    iv: name('record_IV'),
    mac: name('record_MAC'),
    covered: name('MAC_input'),
  };
}
