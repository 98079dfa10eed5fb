/**
 * A client and a server with a relay between them that can read everything and change anything: every
 * message of either side passes through `tamper` as plaintext and is protected again under the sender's
 * own keys. So a test can put faulty bytes inside valid encryption.
 */
import { concat } from '../../bytes/hex.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { publicValue, Recorder, type Value } from '../../crypto/recorder.ts';
import { tls12ClientDefaults, type ClientConfig } from '../client/config.ts';
import { Client } from '../client/client.ts';
import type { ConnectionEvent, ContentName, Level } from '../connection/events.ts';
import { encodeRecord } from '../record/framing.ts';
import { protectionFor, sealRecord, type RecordProtection } from '../record/protection.ts';
import { sealTls12, tls12Protection } from '../record/tls12.ts';
import type { Tls12Protection } from '../record/tls12-protection.ts';
import { contentTypes } from '../record/view.ts';
import { tls12SuiteByCode } from '../registry/suite-parts.ts';
import { suiteByCode, type CipherSuite } from '../registry/suites.ts';
import { nextTrafficSecret, trafficKeys } from '../schedule/tls13.ts';
import { tls12ServerDefaults, type ServerConfig } from '../server/config.ts';
import { Server } from '../server/server.ts';
import { clientTrust, credentialOf, serverTrust, type CredentialName } from './pki.ts';

export type Side = 'client' | 'server';

/** One record's worth of content on its way, not yet protected. */
export interface Piece {
  readonly contentType: number;
  readonly content: Bytes;
  readonly level: Level;
  readonly padding?: number;
  /** Exactly these bytes go on the wire instead. */
  readonly raw?: Bytes;
  /** Changes the record once it is protected. */
  readonly wire?: (record: Bytes) => Bytes;
}

/** What one side sent: a message, or the dummy ChangeCipherSpec. */
export interface Sent extends Piece {
  readonly from: Side;
  readonly name: ContentName;
  /** Counts what this side sent, from 0. */
  readonly index: number;
}

/** What goes on instead of a message: nothing, the same, or other pieces. */
export type Tamper = (sent: Sent) => readonly Piece[] | Promise<readonly Piece[]>;

export interface PairOptions {
  readonly provider: Provider;
  readonly credential?: CredentialName;
  readonly client?: Partial<ClientConfig>;
  readonly server?: Partial<ServerConfig>;
  readonly padding?: number;
  readonly fragment?: number;
  readonly tamper?: Tamper;
}

const schemes = [0x0403, 0x0804, 0x0503, 0x0805, 0x0806, 0x0807];

export class Pair {
  readonly client: Client;
  readonly server: Server;
  readonly events: Record<Side, ConnectionEvent[]> = { client: [], server: [] };
  /** Application data as it arrived. */
  readonly received: Record<Side, Bytes[]> = { client: [], server: [] };
  /** May be changed on the way. */
  tamper: Tamper;
  readonly #relays: Record<Side, Relay>;

  constructor(options: PairOptions) {
    const channel = (side: Side) => ({
      recorder: (onOperation: ConstructorParameters<typeof Recorder>[0]['onOperation']) =>
        new Recorder({ provider: options.provider, now: () => 0, onOperation }),
      emit: (event: ConnectionEvent) => void this.events[side].push(event),
      padding: options.padding ?? 0,
      ...(options.fragment !== undefined && { fragment: options.fragment }),
    });
    this.client = new Client({ ...clientDefaults, ...options.client }, channel('client'), (data) =>
      this.received.client.push(data),
    );
    const credential = credentialOf(options.credential ?? 'ecdsa');
    this.server = new Server(
      { ...serverDefaults, credential, ...options.server },
      channel('server'),
      (data) => this.received.server.push(data),
    );
    this.tamper = options.tamper ?? ((sent) => [sent]);
    const relay = (from: Side) =>
      new Relay(from, this.events[from], options.provider, (sent) => this.tamper(sent));
    this.#relays = { client: relay('client'), server: relay('server') };
  }

  /** Starts the client and delivers until nothing is on its way. */
  async handshake(): Promise<this> {
    await this.client.start();
    return this.settle();
  }

  async settle(): Promise<this> {
    for (;;) {
      const up = await this.drain('client');
      if (up.length > 0) await this.server.receive(up);
      const down = await this.drain('server');
      if (down.length > 0) await this.client.receive(down);
      if (up.length === 0 && down.length === 0) return this;
    }
  }

  /** What `from` sent since the last call, as it goes on the wire after the relay. */
  async drain(from: Side): Promise<Bytes> {
    this[from].takeOutput();
    return this.#relays[from].take();
  }

  /** The alert that a side sent, and under which keys. */
  alertOf(side: Side): { readonly level: Level; readonly description: number } | undefined {
    for (const event of this.events[side]) {
      if (event.type === 'message' && event.direction === 'sent' && event.message === 'Alert') {
        return { level: event.level, description: event.content[1] ?? -1 };
      }
    }
    return undefined;
  }
}

const clientDefaults: ClientConfig = {
  versions: [0x0304],
  suites: [0x1301, 0x1302, 0x1303],
  groups: [0x001d, 0x0017],
  keyShares: [0x001d],
  signatureSchemes: schemes,
  serverName: 'shop.example',
  alpn: ['h2', 'http/1.1'],
  grease: true,
  compatibilityMode: true,
  trust: serverTrust,
  tls12: tls12ClientDefaults,
};

const serverDefaults: Omit<ServerConfig, 'credential'> = {
  versions: [0x0304],
  suites: [0x1301, 0x1302, 0x1303],
  groups: [0x001d, 0x0017],
  signatureSchemes: schemes,
  preference: 'server',
  alpn: ['http/1.1'],
  compatibilityMode: true,
  cookie: false,
  clientAuth: 'none',
  clientTrust,
  certificateAuthorities: [],
  tls12: tls12ServerDefaults,
};

/** Reads what one side sent out of its events, and protects what `tamper` makes of it. */
class Relay {
  readonly #from: Side;
  readonly #events: readonly ConnectionEvent[];
  readonly #recorder: Recorder;
  readonly #tamper: Tamper;
  readonly #secrets = new Map<string, Value>();
  #at = 0;
  #sent = 0;
  #suiteCode = 0x1301;
  #protection: RecordProtection | undefined;
  #secret: Value | undefined;
  /** TLS 1.2: the keys that the sender cut from its key block, and whether it uses them by now. */
  #cut: readonly Value[] = [];
  #encryptThenMac = false;
  #tls12: Tls12Protection | undefined;

  constructor(from: Side, events: readonly ConnectionEvent[], provider: Provider, tamper: Tamper) {
    this.#from = from;
    this.#events = events;
    this.#recorder = new Recorder({ provider, now: () => 0, onOperation: () => undefined });
    this.#tamper = tamper;
  }

  async take(): Promise<Bytes> {
    const wire: Bytes[] = [];
    const events = this.#events.slice(this.#at);
    this.#at += events.length;
    for (const event of events) {
      if (event.type === 'secret') this.#secrets.set(event.label, event.secret);
      if (event.type === 'negotiated') {
        this.#suiteCode = event.values.suite ?? this.#suiteCode;
        this.#encryptThenMac = event.values.encryptThenMac ?? this.#encryptThenMac;
      }
      if (event.type === 'operation' && event.operation.name === 'cut') this.#cut = event.operation.outputs;
      if (event.type === 'change-cipher-spec' && event.direction === 'sent') {
        const piece = {
          contentType: contentTypes.change_cipher_spec,
          content: Uint8Array.of(1),
          level: 'plaintext',
        } as const;
        wire.push(
          ...(await this.#pass({
            ...piece,
            from: this.#from,
            name: 'ChangeCipherSpec',
            index: this.#sent++,
          })),
        );
      }
      if (event.type !== 'message' || event.direction !== 'sent') continue;
      const [first] = event.records;
      if (first === undefined) throw new Error('unreachable: a message fills at least one record');
      const { contentType } = first.opened;
      const { level, content, message: name } = event;
      for (const record of event.records) {
        const { content: part, padding } = record.opened;
        const piece = event.records.length === 1 ? content : part;
        const sent = {
          contentType,
          content: piece,
          level,
          padding,
          from: this.#from,
          name,
          index: this.#sent++,
        };
        wire.push(...(await this.#pass(sent)));
      }
      // The sender goes on to its next keys behind a KeyUpdate.
      if (name === 'KeyUpdate') await this.#next();
      if (name === 'ChangeCipherSpec') this.#tls12 = this.#tls12Keys();
    }
    return concat(...wire);
  }

  async #pass(sent: Sent): Promise<Bytes[]> {
    const wire: Bytes[] = [];
    for (const piece of await this.#tamper(sent)) {
      const record = await this.#protect(piece);
      wire.push(piece.wire?.(record) ?? record);
    }
    return wire;
  }

  async #protect({ contentType, content, level, padding = 0, raw }: Piece): Promise<Bytes> {
    if (raw !== undefined) return raw;
    if (this.#tls12 !== undefined) {
      const { bytes, next } = await sealTls12(this.#recorder, this.#tls12, contentType, content);
      this.#tls12 = next;
      return bytes;
    }
    if (level === 'plaintext') return encodeRecord(contentType, 0x0303, content);
    const current = this.#protection?.level === level ? this.#protection : await this.#enter(level);
    const { bytes, next } = await sealRecord(this.#recorder, current, contentType, content, padding);
    this.#protection = next;
    return bytes;
  }

  #tls12Keys(): Tls12Protection {
    const suite = tls12SuiteByCode(this.#suiteCode);
    if (suite === undefined) throw new Error('unreachable: it was negotiated');
    const part = (what: string): Value => {
      const name = `${this.#from}_write_${what}`;
      return this.#cut.find((one) => one.name === name) ?? publicValue(name, new Uint8Array());
    };
    const keys = { macKey: part('MAC_key'), key: part('key'), iv: part('IV') };
    return tls12Protection(suite, keys, this.#encryptThenMac);
  }

  async #enter(level: RecordProtection['level']): Promise<RecordProtection> {
    const side = this.#from.toUpperCase();
    const label = {
      early: '_EARLY_TRAFFIC_SECRET',
      handshake: '_HANDSHAKE_TRAFFIC_SECRET',
      application: '_TRAFFIC_SECRET_0',
    };
    const secret = this.#secrets.get(`${side}${label[level]}`);
    if (secret === undefined) throw new Error(`${side} has no ${level} secret yet`);
    this.#secret = secret;
    return this.#keys(level, secret);
  }

  async #next(): Promise<void> {
    if (this.#secret === undefined) return;
    this.#secret = await nextTrafficSecret(this.#recorder, this.#suite.hash, this.#secret);
    this.#protection = await this.#keys('application', this.#secret);
  }

  async #keys(level: RecordProtection['level'], secret: Value): Promise<RecordProtection> {
    return protectionFor(level, this.#suite, await trafficKeys(this.#recorder, this.#suite, secret));
  }

  get #suite(): CipherSuite {
    const suite = suiteByCode(this.#suiteCode);
    if (suite === undefined) throw new Error('unreachable: it was negotiated');
    return suite;
  }
}
