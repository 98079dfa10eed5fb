/** The transcript: every handshake message so far, as it stood on the wire (RFC 9846 §4.1). */
import { concat, equal } from '../bytes/hex.ts';
import { spec } from '../bytes/spec.ts';
import type { Bytes, HashName } from '../crypto/port.ts';
import type { Recorder, Value } from '../crypto/recorder.ts';
import { structName } from './messages/message-names.ts';

interface Entry {
  /** Used to name the range: 'ClientHello', 'client Finished', … */
  readonly short: string;
  readonly bytes: Bytes;
}

const ofBothSides: ReadonlySet<string> = new Set(['Certificate', 'CertificateVerify', 'Finished']);

/** All types that repeat are below 32; message_hash, 254, is none that does. */
function bitOf(type: number | undefined): number {
  return type !== undefined && type < 32 ? 1 << type : 0;
}

/** Messages one behind the other, shared by the transcripts that begin with them. Only ever written at its end. */
interface Log {
  readonly bytes: Bytes;
  used: number;
}

/** A handshake with a post-quantum share and a chain of two fits. */
const usualLength = 6_144;

/** `log`, or a copy of its first `length` bytes where another transcript went on from there, with `added` behind them. */
function logWith(log: Log | undefined, length: number, added: Bytes): Log {
  const needed = length + added.length;
  let grown = log;
  if (grown?.used !== length || grown.bytes.length < needed) {
    grown = { bytes: new Uint8Array(Math.max(usualLength, 2 * needed)), used: length };
    if (log) grown.bytes.set(log.bytes.subarray(0, length));
  }
  grown.bytes.set(added, length);
  grown.used = needed;
  return grown;
}

/** Immutable: a state that holds a transcript can be looked at later and still means the same. */
export class Transcript {
  /** Names of the first and the last message, and how many there are. */
  readonly #first: string;
  readonly #last: string;
  readonly #count: number;
  /** Bit n is set where a message of type n is in it. */
  readonly #types: number;
  /** Last hash made of these very messages: both Finished and Derive-Secret ask for the same one. */
  #cached: { readonly hash: HashName; readonly value: Value } | undefined;

  readonly #log: Log;
  /** Of the log, this transcript is so many bytes. */
  readonly #length: number;

  constructor(before?: Transcript, entry?: Entry) {
    const length = before === undefined ? 0 : before.#length;
    const added = entry?.bytes ?? new Uint8Array();
    this.#first = before === undefined || before.#count === 0 ? (entry?.short ?? '') : before.#first;
    this.#last = entry?.short ?? '';
    this.#count = (before === undefined ? 0 : before.#count) + (entry ? 1 : 0);
    this.#types = (before === undefined ? 0 : before.#types) | bitOf(added[0]);
    this.#length = length + added.length;
    this.#log = logWith(before === undefined ? undefined : before.#log, length, added);
  }

  /**
   * `message` is one whole handshake message with its 4-byte header. `short` names it where the order of
   * TLS 1.3 would not tell whose it is.
   */
  add(message: Bytes, short?: string): Transcript {
    if (short !== undefined) return new Transcript(this, { short, bytes: message });
    const name = structName(message[0]) ?? 'Handshake';
    // Certificate, CertificateVerify and Finished may come from both sides, and then from the server first.
    const again = ofBothSides.has(name) && (this.#types & bitOf(message[0])) !== 0;
    const told = again ? `client ${name}` : name === 'Finished' ? `server ${name}` : name;
    return new Transcript(this, { short: told, bytes: message });
  }

  /** A ClientHello up to its binders, which are made over this: RFC 9846 §4.3.11.2. Nothing can follow it. */
  addTruncated(hello: Bytes): Transcript {
    return new Transcript(this, { short: 'Truncated ClientHello', bytes: hello });
  }

  /** First and last message, e.g. 'ClientHello…ServerHello'. */
  get range(): string {
    return this.#count < 2 ? this.#first : `${this.#first}…${this.#last}`;
  }

  /** A view; must not be changed. */
  get bytes(): Bytes {
    return this.#log.bytes.subarray(0, this.#length);
  }

  // Transcript-Hash(M1, M2, ... Mn) = Hash(M1 || M2 || ... || Mn), RFC 9846 §4.1.
  async hash(recorder: Recorder, hash: HashName): Promise<Value> {
    if (this.#cached?.hash === hash) return this.#cached.value;
    const value = await recorder.hash(`transcript_hash ${this.range}`, hash, this.value, spec(9846, '4.1'));
    this.#cached = { hash, value };
    return value;
  }

  /**
   * After a HelloRetryRequest, ClientHello1 is replaced by a synthetic message_hash message, so that
   * a server need not keep state (RFC 9846 §4.1).
   */
  async replaceByHash(recorder: Recorder, hash: HashName): Promise<Transcript> {
    const digest = await this.hash(recorder, hash);
    const synthetic = concat(Uint8Array.of(254, 0, 0, digest.bytes.length), digest.bytes);
    return new Transcript(undefined, { short: 'message_hash', bytes: synthetic });
  }

  /** All messages as one value: what a CertificateVerify of TLS 1.2 signs. */
  get value(): Value {
    return { name: `messages ${this.range}`, bytes: this.bytes, secrecy: 'transcript' };
  }

  equals(other: Transcript): boolean {
    return equal(this.bytes, other.bytes);
  }
}
