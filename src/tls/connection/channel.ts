/**
 * The channel: between handshake messages on one side and records on the other, for one party.
 *
 * Sans-IO: bytes go in by `push`, bytes come out by `takeOutput`. It reassembles messages that span
 * records, takes apart records that hold several messages, and holds the read and write keys
 * (RFC 9846 §5).
 */
import type { Decoded } from '../../bytes/reader.ts';
import type { Encoded, Field } from '../../bytes/field.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Operation, Recorder } from '../../crypto/recorder.ts';
import type { TlsError } from '../errors.ts';
import { fault, isTlsError, malformed } from '../failure.ts';
import {
  decodeAlert,
  decodeHandshake,
  encodeAlert,
  encodeHandshake,
  peekHandshakeLength,
  tls13Dialect,
  type Dialect,
} from '../messages/handshake.ts';
import { encodeChangeCipherSpec } from '../messages/alert.ts';
import { structName } from '../messages/message-names.ts';
import type { AlertMessage, HandshakeMessage } from '../messages/model.ts';
import { encodeRecord, findRecord } from '../record/framing.ts';
import { openRecord, sealRecord, type RecordProtection } from '../record/protection.ts';
import { levelOf, maxTls12CiphertextLength, type Tls12Protection } from '../record/tls12-protection.ts';
import { tls12Records } from '../tls12/door.ts';
import { contentTypes, headerLength, type OpenedRecord, type RecordForm } from '../record/view.ts';
import { alertCodes, type AlertName } from '../registry/alerts.ts';
import type { KeyExchangeName } from '../registry/suite-parts.ts';
import { InputBuffer } from './buffer.ts';
import type {
  ConnectionEvent,
  ContentName,
  Facts,
  KeyLogLabel,
  Level,
  NegotiatedValues,
  RecordOnWire,
  Work,
} from './events.ts';
import { Reassembly } from './reassembly.ts';
import type { Value } from '../../crypto/recorder.ts';
import type { PathResult } from '../../x509/path/result.ts';
import { say } from '../../bytes/say.ts';

/** msg_type and length, RFC 9846 §4. */
const handshakeHeader = 4;
/** Largest content of one record, RFC 9846 §5.1. */
const maxFragment = 2 ** 14;
/** Handshake messages longer than this are refused before they are collected; certificates of real chains stay far below. */
const maxHandshakeMessage = 2 ** 18;
/** Early data that is skipped; as much as common servers accept. */
const maxEarlyData = 2 ** 14;

/** The event without its scope, which the channel adds. */
export type Emit = (event: ConnectionEvent) => void;

/** Recorder options of a connection: the recorder reports here, the channel knows the scope. */
export interface ChannelOptions {
  /** Makes the recorder, given where its operations go. */
  readonly recorder: (onOperation: (operation: Operation) => void) => Recorder;
  readonly emit: Emit;
  /** Zero bytes added to every protected record, RFC 9846 §5.4. */
  readonly padding: number;
  /** Largest content put into one record. */
  readonly fragment?: number;
  /** Takes each record as soon as it is made; without it records wait for `takeOutput`. */
  readonly onRecord?: (record: Bytes) => void;
}

export type Incoming =
  | { readonly kind: 'handshake'; readonly message: HandshakeMessage; readonly bytes: Bytes }
  | { readonly kind: 'alert'; readonly alert: AlertMessage }
  | { readonly kind: 'data'; readonly bytes: Bytes }
  /** TLS 1.2 only, where it changes the keys. */
  | { readonly kind: 'change-cipher-spec' }
  | { readonly kind: 'fault'; readonly error: TlsError };

type Protection = RecordProtection | Tls12Protection;

export class Channel {
  readonly recorder: Recorder;
  readonly #options: ChannelOptions;
  readonly #input = new InputBuffer();
  #output: Bytes[] = [];
  #read: Protection | undefined;
  #write: Protection | undefined;
  #dialect: Dialect = tls13Dialect;
  #recordVersion = 0x0303;
  readonly #pending = new Reassembly();
  #dummySent = false;
  #scope = 0;
  #scopes = 0;
  #openedAny = false;
  #sentAny = false;
  #keyUpdateDue = false;
  /** Bytes of records that may still be early data nobody accepted. */
  #earlyDataLeft = 0;
  /** Whether a dummy ChangeCipherSpec may still arrive, RFC 9846 §5. */
  #acceptCompatibility = false;

  constructor(options: ChannelOptions) {
    this.#options = options;
    this.recorder = options.recorder((operation) =>
      this.#options.emit({ type: 'operation', scope: this.#scope, operation }),
    );
  }

  get scope(): number {
    return this.#scope;
  }

  get writeLevel(): Level {
    return levelUnder(this.#write);
  }

  /** The protocol that the hellos agreed on; before that, as good as TLS 1.3. */
  get version(): Dialect['version'] {
    return this.#dialect.version;
  }

  /** The write key has protected as many records as it should, RFC 9846 §5.5. */
  get keyUpdateDue(): boolean {
    return this.#keyUpdateDue;
  }

  push(bytes: Uint8Array): void {
    this.#input.push(bytes);
  }

  /** Bytes for the peer, one entry per record. */
  takeOutput(): readonly Bytes[] {
    const output = this.#output;
    this.#output = [];
    return output;
  }

  /** Records wait for `takeOutput`; never where `onRecord` takes them at once. */
  get outputWaiting(): boolean {
    return this.#output.length > 0;
  }

  beginScope(): void {
    this.#scope = ++this.#scopes;
  }

  work(work: Work): void {
    this.beginScope();
    this.#options.emit({ type: 'work', scope: this.#scope, work });
  }

  pathFound(work: Work, path: PathResult): void {
    this.#options.emit({ type: 'work', scope: this.#scope, work, path });
  }

  facts(facts: Facts): void {
    this.#options.emit({ type: 'facts', scope: this.#scope, facts });
  }

  secret(label: KeyLogLabel, clientRandom: Bytes, secret: Value): void {
    this.#options.emit({ type: 'secret', label, clientRandom, secret });
  }

  negotiated(values: NegotiatedValues): void {
    this.#options.emit({ type: 'negotiated', scope: this.#scope, values });
  }

  failed(error: TlsError): void {
    this.#options.emit({ type: 'failed', scope: this.#scope, error });
  }

  announce(type: 'connected' | 'closed'): void {
    this.#options.emit({ type });
  }

  acceptCompatibilityRecords(accept: boolean): void {
    this.#acceptCompatibility = accept;
  }

  /** From here on messages have the forms of TLS 1.2, and a ChangeCipherSpec is one that counts. */
  useTls12(keyExchange: KeyExchangeName): void {
    this.#dialect = { version: 0x0303, keyExchange };
    this.#acceptCompatibility = false;
    this.#earlyDataLeft = 0;
  }

  /** legacy_record_version of what is sent; other than TLS 1.2's only where somebody plays an older implementation. */
  useRecordVersion(version: number): void {
    this.#recordVersion = version;
  }

  /**
   * Whether early data may arrive that this server does not take: it is skipped, up to a limit
   * (RFC 9846 §4.3.10). Records that do not open are then no fault.
   */
  skipEarlyData(skip: boolean): void {
    this.#earlyDataLeft = skip ? maxEarlyData : 0;
  }

  /** False when bytes of a message are waiting: messages must not span a key change, RFC 9846 §5.1. */
  setReadProtection(protection: Protection): boolean {
    if (!this.#pending.empty) return false;
    this.#read = protection;
    this.#openedAny = false;
    return true;
  }

  /** `undefined` goes back to the clear: a second ClientHello after early data that a HelloRetryRequest refused. */
  setWriteProtection(protection: Protection | undefined): void {
    this.#write = protection;
    this.#keyUpdateDue = false;
  }

  /** Encodes a handshake message, so that it can enter the transcript before it is sent. */
  encode(message: HandshakeMessage): Encoded {
    return encodeHandshake(message, this.#dialect);
  }

  async sendHandshake(name: ContentName, encoded: Encoded): Promise<void> {
    await this.#send(contentTypes.handshake, name, encoded);
  }

  async sendAlert(name: AlertName): Promise<void> {
    // All other alerts are fatal, RFC 9846 §6; no_renegotiation is TLS 1.2's and always a warning, RFC 5246 §7.2.2.
    const level = name === 'close_notify' || name === 'user_canceled' || name === 'no_renegotiation' ? 1 : 2;
    await this.#send(contentTypes.alert, 'Alert', encodeAlert({ level, description: alertCodes[name] }));
  }

  async sendData(bytes: Bytes): Promise<void> {
    await this.#send(contentTypes.application_data, 'ApplicationData', { bytes, field: dataField(bytes) });
  }

  /** The dummy ChangeCipherSpec of middlebox compatibility mode, RFC 9846 §E.4. Never protected, and sent once. */
  sendChangeCipherSpec(): void {
    if (this.#dummySent) return;
    this.#dummySent = true;
    const bytes = encodeRecord(contentTypes.change_cipher_spec, 0x0303, Uint8Array.of(1));
    this.#options.emit({ type: 'change-cipher-spec', direction: 'sent', bytes });
    this.#put(bytes);
  }

  /** The ChangeCipherSpec of TLS 1.2, RFC 5246 §7.1: what follows is protected by the keys just agreed on. */
  async sendTls12ChangeCipherSpec(): Promise<void> {
    await this.#send(contentTypes.change_cipher_spec, 'ChangeCipherSpec', encodeChangeCipherSpec());
  }

  /** The next whole message, or undefined when more bytes are needed. */
  async next(): Promise<Incoming | undefined> {
    for (;;) {
      const waiting = this.#takeHandshake();
      if (waiting !== undefined) return waiting;
      if (this.#input.length < headerLength) return undefined;
      const found = findRecord(this.#input.content, this.#mostPerRecord);
      if ('needs' in found) return undefined;
      // A partly read message keeps its scope while further records arrive.
      if (this.#pending.empty) this.beginScope();
      if ('error' in found) return this.#reject(this.#input.take(this.#input.length), found.error);
      const { contentType, length } = found.record;
      const incoming = await this.#takeContent(contentType, this.#input.take(length));
      if (incoming !== undefined) return incoming;
    }
  }

  get #mostPerRecord(): number | undefined {
    return this.#read !== undefined && 'version' in this.#read ? maxTls12CiphertextLength : undefined;
  }

  async #takeContent(outerType: number, record: Bytes): Promise<Incoming | undefined> {
    if (this.#dialect.version === 0x0303) return this.#takeTls12(outerType, record);
    if (outerType === contentTypes.change_cipher_spec) return this.#takeCompatibilityRecord(record);
    // Behind a HelloRetryRequest there is no key to try; the outer type says enough.
    if (this.#read === undefined && outerType === contentTypes.application_data && this.#skips(record))
      return undefined;
    if (this.#read === undefined || 'version' in this.#read || this.#isPlaintextAlert(outerType, record))
      return this.#dispatch({ bytes: record, opened: unprotected(record) });
    if (outerType !== contentTypes.application_data) {
      const detail = say('record of type {} in the clear although keys are in place', outerType);
      return this.#reject(
        record,
        fault('unexpected-record-type', 'TLSPlaintext.type', detail, spec(9846, '5')),
      );
    }
    const opened = await openRecord(this.recorder, this.#read, record);
    if (isTlsError(opened)) {
      if (opened.code === 'bad-record-mac' && this.#skips(record)) return undefined;
      return this.#reject(record, opened);
    }
    this.#earlyDataLeft = 0;
    const sequence = this.#read.sequence;
    this.#read = opened.next;
    this.#openedAny = true;
    return this.#dispatch({ bytes: record, opened, sequence });
  }

  async #takeTls12(outerType: number, record: Bytes): Promise<Incoming | undefined> {
    const read = this.#read;
    if (read === undefined || !('version' in read)) {
      const opened = unprotected(record, plaintextForm);
      if (outerType === contentTypes.change_cipher_spec) return this.#takeChangeCipherSpec(record, opened);
      return this.#dispatch({ bytes: record, opened });
    }
    const { openTls12 } = await tls12Records();
    const opened = await openTls12(this.recorder, read, record);
    if (isTlsError(opened)) return this.#reject(record, opened);
    this.#read = opened.next;
    const { next: _, ...rest } = opened;
    return this.#dispatch({ bytes: record, opened: rest, sequence: read.sequence });
  }

  #takeChangeCipherSpec(record: Bytes, opened: OpenedRecord): Incoming {
    const section = spec(5246, '7.1');
    const { content } = opened;
    if (content.length !== 1 || content[0] !== 1) {
      const detail = say('content is not the single byte 0x01');
      return this.#reject(
        record,
        fault('unexpected-change-cipher-spec', 'ChangeCipherSpec', detail, section),
      );
    }
    if (!this.#pending.empty) {
      const detail = say('between the records of one message');
      return this.#reject(
        record,
        fault('interleaved-handshake-message', 'ChangeCipherSpec', detail, section),
      );
    }
    const tree = (): Field => encodeChangeCipherSpec().field;
    this.#received('ChangeCipherSpec', content, tree, [{ bytes: record, opened }], 0);
    return { kind: 'change-cipher-spec' };
  }

  #skips(record: Bytes): boolean {
    if (record.length > this.#earlyDataLeft) return false;
    this.#earlyDataLeft -= record.length;
    this.#options.emit({ type: 'skipped-record', bytes: record });
    return true;
  }

  /**
   * A peer that fails before it has keys (or, like OpenSSL, does not use them yet) sends its alert in
   * the clear (RFC 9846 §A.1). It is read until the first protected record arrived, and changes nothing but
   * the reason. Never later: anybody could forge a close_notify and cut off what is still to come.
   */
  #isPlaintextAlert(outerType: number, record: Bytes): boolean {
    const first = levelUnder(this.#read) !== 'application' && !this.#openedAny;
    return outerType === contentTypes.alert && first && record.length === 7;
  }

  #takeCompatibilityRecord(record: Bytes): Incoming | undefined {
    const dummy = record.length === 6 && record[5] === 1;
    if (!this.#acceptCompatibility || !dummy) {
      const detail = dummy ? say('outside of the handshake') : say('content is not the single byte 0x01');
      return this.#reject(
        record,
        fault('unexpected-change-cipher-spec', 'ChangeCipherSpec', detail, spec(9846, '5')),
      );
    }
    if (!this.#pending.empty) {
      return this.#reject(
        record,
        fault(
          'interleaved-handshake-message',
          'ChangeCipherSpec',
          say('between the records of one message'),
          spec(9846, '5.1'),
        ),
      );
    }
    this.#options.emit({ type: 'change-cipher-spec', direction: 'received', bytes: record });
    return undefined;
  }

  #dispatch(record: RecordOnWire): Incoming | undefined {
    const { contentType, content, level, form } = record.opened;
    const isProtected = level !== 'plaintext' || (form !== undefined && form.kind !== 'plaintext');
    if (contentType === contentTypes.handshake) {
      if (content.length === 0) {
        const at = fault(
          'empty-handshake-fragment',
          'TLSPlaintext.fragment',
          say('handshake record without content'),
          spec(9846, '5.1'),
        );
        return this.#reject(record.bytes, at);
      }
      this.#pending.add(record);
      return undefined;
    }
    if (!this.#pending.empty) {
      const detail = say('record of type {} between the records of one handshake message', contentType);
      return this.#reject(
        record.bytes,
        fault('interleaved-handshake-message', 'TLSPlaintext.type', detail, spec(9846, '5.1')),
      );
    }
    if (contentType === contentTypes.alert) return this.#takeAlert(record);
    if (contentType === contentTypes.application_data && isProtected) {
      this.#received('ApplicationData', content, () => dataField(content), [record], 0);
      return { kind: 'data', bytes: content };
    }
    const detail = say('content type {} is not expected here', contentType);
    return this.#reject(
      record.bytes,
      fault('unexpected-record-type', 'TLSPlaintext.type', detail, spec(9846, '5')),
    );
  }

  #takeAlert(record: RecordOnWire): Incoming {
    const { content } = record.opened;
    const decoded: Decoded<AlertMessage> = decodeAlert(content);
    this.#received('Alert', content, () => decoded.field, [record], 0);
    return decoded.ok
      ? { kind: 'alert', alert: decoded.value }
      : { kind: 'fault', error: malformed(decoded.error) };
  }

  /** Takes one handshake message off the collected records, if it is complete. */
  #takeHandshake(): Incoming | undefined {
    if (this.#pending.available < handshakeHeader) return undefined;
    const length = peekHandshakeLength(this.#pending.peek(handshakeHeader));
    if (length === undefined) return undefined;
    if (length > maxHandshakeMessage) {
      const detail = say('{} bytes announced, this engine takes {}', length, maxHandshakeMessage);
      return {
        kind: 'fault',
        error: fault('oversized-message', 'Handshake.length', detail, spec(9846, '4')),
      };
    }
    if (length > this.#pending.available) return undefined;
    // A second message in the same record is a scope of its own.
    const { start } = this.#pending;
    if (start > 0) this.beginScope();
    const content = this.#pending.peek(length);
    const records = this.#pending.consume(length);
    const decoded = decodeHandshake(content, this.#dialect);
    const tree = (): Field => decoded.field;
    if (!decoded.ok) {
      this.#received(nameOfType(content[0]), content, tree, records, start);
      return { kind: 'fault', error: this.#undecodable(decoded.error) };
    }
    this.#received(nameOf(decoded.value), content, tree, records, start);
    return { kind: 'handshake', message: decoded.value, bytes: content };
  }

  #undecodable(error: Parameters<typeof malformed>[0]): TlsError {
    if (error.path === 'Handshake.msg_type') {
      return fault('unknown-handshake-type', error.path, error.detail, spec(9846, '4'));
    }
    return malformed(error);
  }

  #reject(bytes: Bytes, error: TlsError): Incoming {
    this.#options.emit({
      type: 'rejected-record',
      scope: this.#scope,
      bytes,
      level: levelUnder(this.#read),
    });
    return { kind: 'fault', error };
  }

  #received(
    message: ContentName,
    content: Bytes,
    tree: () => Field,
    records: readonly RecordOnWire[],
    start: number,
  ): void {
    const level = records[0]?.opened.level ?? 'plaintext';
    this.#options.emit({
      type: 'message',
      scope: this.#scope,
      direction: 'received',
      message,
      content,
      tree,
      level,
      records,
      start,
    });
  }

  async #send(contentType: number, message: ContentName, encoded: Encoded): Promise<void> {
    const size = Math.min(this.#options.fragment ?? maxFragment, maxFragment);
    const records: RecordOnWire[] = [];
    for (let at = 0; at === 0 || at < encoded.bytes.length; at += size) {
      const part = (encoded.bytes as Bytes).subarray(at, at + size);
      records.push(await this.#sendRecord(contentType, part, message));
    }
    const level = this.writeLevel;
    this.#sentAny = true;
    // Told before it is sent: the peer may read it at once.
    this.#options.emit({
      type: 'message',
      scope: this.#scope,
      direction: 'sent',
      message,
      content: encoded.bytes as Bytes,
      tree: () => encoded.field,
      level,
      records,
      start: 0,
    });
    for (const record of records) this.#put(record.bytes);
  }

  #put(record: Bytes): void {
    if (this.#options.onRecord) this.#options.onRecord(record);
    else this.#output.push(record);
  }

  async #sendRecord(contentType: number, part: Bytes, message: ContentName): Promise<RecordOnWire> {
    if (this.#write === undefined) {
      // The first ClientHello may say 0x0301 for the sake of old servers, RFC 9846 §5.1.
      const first = message === 'ClientHello' && !this.#sentAny;
      const version = first ? Math.min(0x0301, this.#recordVersion) : this.#recordVersion;
      const bytes = encodeRecord(contentType, version, part);
      const form = this.#dialect.version === 0x0303 ? plaintextForm : undefined;
      return { bytes, opened: unprotected(bytes, form) };
    }
    const { sequence } = this.#write;
    if ('version' in this.#write) {
      const { sealTls12 } = await tls12Records();
      const { bytes, opened, next } = await sealTls12(this.recorder, this.#write, contentType, part);
      this.#write = next;
      return { bytes, opened, sequence };
    }
    const padding = Math.min(this.#options.padding, maxFragment - part.length);
    const { bytes, opened, next, keyUpdateDue } = await sealRecord(
      this.recorder,
      this.#write,
      contentType,
      part,
      padding,
    );
    this.#write = next;
    this.#keyUpdateDue = keyUpdateDue;
    return { bytes, opened, sequence };
  }
}

/** A record that nothing protects. */
function unprotected(record: Bytes, form?: RecordForm): OpenedRecord {
  const opened: OpenedRecord = {
    header: record.subarray(0, headerLength),
    level: 'plaintext',
    contentType: record[0] ?? 0,
    content: record.subarray(headerLength),
    padding: 0,
  };
  return form ? { ...opened, form } : opened;
}

const plaintextForm: RecordForm = { kind: 'plaintext', explicit: 0, tag: 0 };

function levelUnder(protection: Protection | undefined): Level {
  if (protection === undefined) return 'plaintext';
  return 'version' in protection ? levelOf(protection) : protection.level;
}

function dataField(bytes: Bytes): Field {
  return {
    name: 'application_data',
    key: 'ApplicationData',
    role: 'value',
    start: 0,
    end: bytes.length,
    value: { type: 'bytes' },
  };
}

const names: Readonly<Record<HandshakeMessage['type'], ContentName>> = {
  client_hello: 'ClientHello',
  server_hello: 'ServerHello',
  hello_retry_request: 'HelloRetryRequest',
  encrypted_extensions: 'EncryptedExtensions',
  certificate_request: 'CertificateRequest',
  certificate: 'Certificate',
  certificate_verify: 'CertificateVerify',
  finished: 'Finished',
  new_session_ticket: 'NewSessionTicket',
  end_of_early_data: 'EndOfEarlyData',
  key_update: 'KeyUpdate',
  hello_request: 'HelloRequest',
  server_key_exchange: 'ServerKeyExchange',
  tls12_certificate_request: 'CertificateRequest',
  server_hello_done: 'ServerHelloDone',
  client_key_exchange: 'ClientKeyExchange',
  certificate_status: 'CertificateStatus',
  tls12_new_session_ticket: 'NewSessionTicket',
};

export function nameOf(message: HandshakeMessage): ContentName {
  return names[message.type];
}

export function nameOfType(type: number | undefined): ContentName {
  return structName(type) ?? 'ApplicationData';
}
