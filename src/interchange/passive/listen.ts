/**
 * Listening in on a captured connection: its records, read in the order of the packets, become the same trace
 * that a run of the Lab leaves behind. What the parties computed for themselves is recomputed where the key
 * log allows it: traffic keys, opened records, Finished, and the signatures and certificates of both sides.
 *
 * Nothing here decides what happened: a check that fails is told, and the capture goes on as it went on.
 */
import '../../tls/tls12/parts.ts';
import type { Field } from '../../bytes/field.ts';
import { toHex } from '../../bytes/hex.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { Recorder } from '../../crypto/recorder.ts';
import { Collector } from '../../lab/collector.ts';
import { type HeldRoot, noHoldings } from '../../lab/holdings.ts';
import type { CaptureNote, Party, Trace } from '../../lab/trace.ts';
import { peerAlerted } from '../../tls/connection/connected.ts';
import type { ContentName, RecordOnWire } from '../../tls/connection/events.ts';
import { Reassembly } from '../../tls/connection/reassembly.ts';
import { encodeChangeCipherSpec } from '../../tls/messages/alert.ts';
import { decodeAlert, decodeHandshake, peekHandshakeLength } from '../../tls/messages/handshake.ts';
import { nameOf, nameOfType } from '../../tls/connection/channel.ts';
import { contentTypes, type Level } from '../../tls/record/view.ts';
import { openStaples } from '../../tls/status-request.ts';
import type { KeyLog } from '../capture/key-log.ts';
import type { Side } from '../capture/streams.ts';
import { other, type Decryption, type Unreadable } from './decryption.ts';
import type { TlsConnection } from './connections.ts';
import { Witnessed } from './party.ts';
import type { Item } from './records.ts';
import { scenarioOf } from './scenario.ts';
import { Tls12Listener } from './tls12.ts';
import { Tls13Listener } from './tls13.ts';

export interface ListenOptions {
  readonly provider: Provider;
  /** Monotonic milliseconds, for how long operations take here. */
  readonly now: () => number;
  /** Trust anchors that the server's chain is held against: the Lab's own. */
  readonly store: readonly HeldRoot[];
  /** SSLKEYLOGFILE label to secret, of this connection. */
  readonly secrets: ReadonlyMap<string, Bytes>;
  /** The key log that they come from, for handshakes inside of the connection. */
  readonly keyLog?: KeyLog;
  readonly file: string;
  /** What the reader of the file has to say. */
  readonly notes: readonly CaptureNote[];
  /** Lets others have a turn; asked every few records. */
  readonly breathe?: () => Promise<void>;
}

/** Records between two breaths: some milliseconds, where a cipher runs in JavaScript. */
const inOneBreath = 16;

export async function listen(connection: TlsConnection, options: ListenOptions): Promise<Trace> {
  return new Listener(connection, options).run();
}

const parties: Readonly<Record<Side, Party>> = { client: 'browser', server: 'server' };

class Listener {
  readonly #connection: TlsConnection;
  readonly #collector: Collector;
  readonly #sides: Readonly<Record<Side, Witnessed>>;
  readonly #pending: Readonly<Record<Side, Reassembly>> = {
    client: new Reassembly(),
    server: new Reassembly(),
  };
  readonly #decryption: Decryption;
  readonly #notes: CaptureNote[];
  /** Bytes of each side that nobody read since its last record that opened. */
  readonly #lost: Record<Side, number> = { client: 0, server: 0 };
  readonly #unread = new Map<Unreadable, number>();
  readonly #breathe: ListenOptions['breathe'];
  #time: number;

  constructor(connection: TlsConnection, options: ListenOptions) {
    this.#connection = connection;
    this.#time = connection.started;
    this.#notes = [...options.notes];
    const { file, secrets, keyLog, provider, now, store } = options;
    this.#breathe = options.breathe;
    const source: Trace['source'] = {
      kind: 'capture',
      file,
      client: connection.client,
      server: connection.server,
      secrets: secrets.size,
      notes: this.#notes,
    };
    this.#collector = new Collector({
      scenario: scenarioOf(connection),
      clock: Math.floor(connection.started),
      source,
      trust: { browser: { ...noHoldings, store }, server: noHoldings },
      now: () => this.#time,
    });
    this.#sides = {
      client: new Witnessed(this.#collector.listen('browser'), provider, now),
      server: new Witnessed(this.#collector.listen('server'), provider, now),
    };
    const probe = new Recorder({ provider, now, onOperation: () => undefined });
    const anchors = store.map(({ der }) => der);
    const secretsOf = (random: Bytes): ReadonlyMap<string, Bytes> =>
      keyLog?.connections.get(toHex(random)) ?? new Map<string, Bytes>();
    const shared = {
      sides: this.#sides,
      connection,
      secrets,
      secretsOf,
      store: anchors,
      notes: this.#notes,
      probe,
    };
    const { version } = connection;
    this.#decryption =
      version === undefined || version >= 0x0304 ? new Tls13Listener(shared) : new Tls12Listener(shared);
  }

  async run(): Promise<Trace> {
    await openStaples();
    const { items } = this.#connection;
    const holes = beforeHoles(items);
    if (holes.atStart) this.#decryption.missed();
    for (const [i, item] of items.entries()) {
      if (i % inOneBreath === 0) await this.#breathe?.();
      this.#time = Math.max(this.#time, item.time);
      await this.#take(item);
      if (holes.items.has(item)) this.#decryption.missed();
    }
    for (const side of ['client', 'server'] as const) this.#giveUp(side);
    for (const [code, records] of this.#unread) this.#note({ code, records });
    return this.#collector.trace();
  }

  async #take(item: Item): Promise<void> {
    const party = parties[item.side];
    switch (item.kind) {
      case 'gap':
        this.#giveUp(item.side);
        this.#decryption.missed();
        this.#lost[item.side] += item.length;
        this.#count('gap', party, item.length);
        return;
      case 'torn':
        this.#lost[item.side] += item.length;
        this.#count('torn', party, item.length);
        return;
      case 'other':
        this.#count('not-tls', party, item.length);
        return;
      case 'cut':
        this.#note({ code: 'cut-record', party, bytes: item.length, of: item.announced });
        return;
      case 'record':
        await this.#record(item.side, item.bytes);
    }
  }

  /** A message of which the rest is missing: its records are shown, if not what they say. */
  #giveUp(side: Side): void {
    const { available } = this.#pending[side];
    if (available === 0) return;
    this.#note({ code: 'unfinished-message', party: parties[side], bytes: available });
    for (const record of this.#pending[side].clear()) this.#closed(side, record.bytes, 'unfinished');
  }

  #note(note: CaptureNote): void {
    this.#notes.push(note);
  }

  /** A capture with many holes needs no note for each. */
  #count(code: 'gap' | 'torn' | 'not-tls', party: Party, bytes: number): void {
    const place = this.#notes.findIndex((note) => note.code === code && note.party === party);
    const before = this.#notes[place];
    if (before?.code === code) this.#notes[place] = { ...before, bytes: before.bytes + bytes };
    else this.#note({ code, party, bytes });
  }

  async #record(side: Side, bytes: Bytes): Promise<void> {
    const receiver = this.#sides[other(side)];
    const pending = this.#pending[side];
    if (pending.empty) receiver.beginScope();
    const taken = await this.#decryption.open(side, bytes, this.#lost[side]);
    if (taken === 'does-not-open') this.#lost[side] += bytes.length;
    if (typeof taken === 'string') {
      this.#decryption.missed();
      return this.#unreadable(side, bytes, taken);
    }
    this.#lost[side] = 0;
    const { opened, sequence } = taken;
    const record: RecordOnWire = { bytes, opened, ...(sequence !== undefined && { sequence }) };
    switch (opened.contentType) {
      case contentTypes.change_cipher_spec:
        if (this.#decryption.changeCipherSpec === undefined) this.#sides[side].changeCipherSpec(bytes);
        else {
          const tree = (): Field => encodeChangeCipherSpec().field;
          if (opened.content.length !== 1) return this.#unreadable(side, bytes, 'unknown-message');
          this.#tell(side, 'ChangeCipherSpec', opened.content, tree, [record], 0);
          await this.#decryption.changeCipherSpec(side);
        }
        return undefined;
      case contentTypes.handshake:
        pending.add(record);
        return this.#messages(side);
      case contentTypes.alert:
        return this.#alert(side, record);
      case contentTypes.application_data:
        this.#tell(side, 'ApplicationData', opened.content, () => dataField(opened.content), [record], 0);
        return undefined;
      default:
        return this.#unreadable(side, bytes, 'unknown-message');
    }
  }

  async #messages(side: Side): Promise<void> {
    const pending = this.#pending[side];
    for (;;) {
      const length = peekHandshakeLength(pending.peek(4));
      if (length === undefined || length > pending.available) return;
      const { start } = pending;
      if (start > 0) this.#sides[other(side)].beginScope();
      const content = pending.peek(length);
      const records = pending.consume(length);
      const decoded = decodeHandshake(content, this.#decryption.dialect);
      const known = nameOfType(content[0]);
      // A message that this engine has no form for is shown as the record it came in.
      if (!decoded.ok && known === 'ApplicationData') {
        for (const record of records) this.#unreadable(side, record.bytes, 'unknown-message');
        this.#decryption.passedOver(content);
        continue;
      }
      this.#tell(
        side,
        decoded.ok ? nameOf(decoded.value) : known,
        content,
        () => decoded.field,
        records,
        start,
      );
      if (decoded.ok) await this.#decryption.after(side, decoded.value, content);
      else this.#decryption.passedOver(content);
    }
  }

  #alert(side: Side, record: RecordOnWire): void {
    const { content } = record.opened;
    const decoded = decodeAlert(content);
    this.#tell(side, 'Alert', content, () => decoded.field, [record], 0);
    if (!decoded.ok) return;
    const { level, description } = decoded.value;
    // close_notify and user_canceled end nothing by force; a TLS 1.2 warning neither.
    if (description === 0 || description === 90 || level === 1) return;
    this.#sides[other(side)].failed(peerAlerted(description));
  }

  /** First its sender, then its receiver: both have it, and it is one step. */
  #tell(
    side: Side,
    message: ContentName,
    content: Bytes,
    tree: () => Field,
    records: readonly RecordOnWire[],
    start: number,
  ): void {
    const seen = { message, content, tree, records, start };
    this.#sides[side].beginScope();
    this.#sides[side].message('sent', seen);
    this.#sides[other(side)].message('received', seen);
  }

  #unreadable(side: Side, bytes: Bytes, why: Unreadable): void {
    this.#unread.set(why, (this.#unread.get(why) ?? 0) + 1);
    this.#closed(side, bytes, why);
  }

  #closed(side: Side, bytes: Bytes, why: Unreadable | 'unfinished'): void {
    const receiver = this.#sides[other(side)];
    const isClear = why === 'unknown-message' || why === 'unfinished';
    const level: Level = bytes[0] === contentTypes.application_data || !isClear ? 'application' : 'plaintext';
    receiver.facts({ unreadable: why });
    receiver.rejected(bytes, level);
    receiver.beginScope();
  }
}

/**
 * The last of a side's items before each hole in its bytes. A hole shows when something behind it arrives, and by then
 * the other side may have answered what was in it.
 */
function beforeHoles(items: readonly Item[]): {
  readonly atStart: boolean;
  readonly items: ReadonlySet<Item>;
} {
  const found = new Set<Item>();
  const last: Partial<Record<Side, Item>> = {};
  let atStart = false;
  for (const item of items) {
    const before = last[item.side];
    if (item.kind === 'gap' || item.kind === 'torn') {
      if (before === undefined) atStart = true;
      else found.add(before);
    }
    last[item.side] = item;
  }
  return { atStart, items: found };
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
