/**
 * The network between browser and server, as an actor: it passes messages on, or changes, drops, doubles,
 * cuts, holds back and repeats them, and puts in its own. What it does is data (`NetworkAct`), applied to
 * the messages of this very run; from there on the run goes on for real.
 *
 * It sees what a network sees: records and where messages begin, never a key.
 */
import '../tls/registry/suite-names.ts';
import { concat, fromHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import type { ContentName, RecordOnWire } from '../tls/connection/events.ts';
import type { Field } from '../bytes/field.ts';
import { wireView, type Level } from '../tls/record/view.ts';
import { messageId, numbered } from './message-id.ts';
import { flip, overwrite, recordsOf, replaceField } from './network-edit.ts';
import type { NetworkAct } from './scenario.ts';
import type { Party } from './trace.ts';

/** A message on its way, as its sender told it. */
export interface Outgoing {
  readonly message: ContentName;
  readonly level: Level;
  readonly content: Bytes;
  readonly tree: () => Field;
  readonly records: readonly RecordOnWire[];
}

/** What became of one message. `acts` are places in the scenario's list. */
export interface Passage {
  readonly from: Party;
  readonly acts: readonly number[];
  readonly fate:
    | 'edited'
    | 'truncated'
    | 'dropped'
    | 'duplicated'
    | 'delayed'
    | 'replayed'
    | 'injected'
    | 'cut-off';
  /** The sender's records; none for what the network made itself. */
  readonly sent: readonly Bytes[];
  readonly delivered: readonly Bytes[];
  /** An act that fits nothing in this message: the field is not there, or the length would not fit. */
  readonly refused: readonly number[];
}

export interface NetworkOptions {
  readonly acts: readonly NetworkAct[];
  readonly deliver: (to: Party, record: Bytes) => void;
  readonly report: (passage: Passage) => void;
}

export class Network {
  readonly #options: NetworkOptions;
  readonly #acts: readonly (readonly [NetworkAct, number])[];
  /** Messages told but not yet put on the wire, oldest first. */
  readonly #expected: Record<Party, { readonly outgoing: Outgoing; waiting: number }[]> = {
    browser: [],
    server: [],
  };
  readonly #counts = new Map<string, number>();
  /** Everything that has passed, for replays. */
  readonly #seen = new Map<string, { readonly from: Party; readonly records: readonly Bytes[] }>();
  readonly #held: { readonly until: string; readonly to: Party; readonly passage: Passage }[] = [];
  #cut = false;

  constructor(options: NetworkOptions) {
    this.#options = options;
    // What is sent again over a new connection passes here as it is.
    this.#acts = options.acts
      .map((act, i) => [act, i] as const)
      .filter(([act]) => act.undone !== true && act.act !== 'reconnect');
  }

  /** Whether the connection was cut: nothing arrives any more, on either side. */
  get cut(): boolean {
    return this.#cut;
  }

  /** A party says which message the next records hold. */
  announce(from: Party, outgoing: Outgoing): void {
    this.#expected[from].push({ outgoing, waiting: outgoing.records.length });
  }

  /** One record from a party. It goes on at once, unless its message is waited for or acted upon. */
  take(from: Party, record: Bytes): void {
    const to = from === 'browser' ? 'server' : 'browser';
    if (this.#cut) return;
    const [next] = this.#expected[from];
    if (next === undefined || !next.outgoing.records.some(({ bytes }) => bytes === record))
      return this.#options.deliver(to, record);
    if (--next.waiting > 0) return;
    this.#expected[from].shift();
    this.#pass(from, to, next.outgoing);
  }

  #pass(from: Party, to: Party, outgoing: Outgoing): void {
    const id = this.#name(from, outgoing);
    const sent = outgoing.records.map(({ bytes }) => bytes);
    this.#seen.set(id, { from, records: sent });
    const acts = this.#acts.filter(([act]) => act.on === id);
    const passage = this.#apply(from, outgoing, sent, acts);
    const delay = acts.find(([act]) => act.act === 'delay');
    if (delay?.[0].act === 'delay') {
      this.#held.push({ until: delay[0].until, to, passage });
      this.#options.report({ ...passage, delivered: [] });
    } else this.#deliver(to, passage, acts.length > 0);
    for (const [act, index] of acts) {
      if (act.act === 'duplicate') this.#send(to, from, 'duplicated', index, passage.delivered);
      if (act.act === 'inject')
        this.#send(to, from, 'injected', index, recordsOf(fromHex(act.bytes) as Bytes));
    }
    this.#release(id);
    if (acts.some(([act]) => act.act === 'cut')) this.#cut = true;
  }

  #apply(
    from: Party,
    outgoing: Outgoing,
    sent: readonly Bytes[],
    acts: readonly (readonly [NetworkAct, number])[],
  ): Passage {
    const before = concat(...sent);
    let bytes: Bytes | undefined = before;
    let fate: Passage['fate'] = 'edited';
    const refused: number[] = [];
    for (const [act, index] of acts) {
      if (bytes === undefined) break;
      if (act.act === 'drop') {
        bytes = undefined;
        fate = 'dropped';
      } else if (act.act === 'truncate') {
        bytes = bytes.slice(0, act.to);
        fate = 'truncated';
      } else if (act.act === 'flip') {
        if (act.at < bytes.length) bytes = flip(bytes, act.at, act.mask);
        else refused.push(index);
      } else if (act.act === 'overwrite') {
        if (act.at < bytes.length) bytes = overwrite(bytes, act.at, fromHex(act.bytes));
        else refused.push(index);
      } else if (act.act === 'set') {
        const edited: Bytes | undefined = replaceField(
          treeOf(bytes, before, outgoing),
          act.path,
          fromHex(act.bytes),
        );
        if (edited === undefined) refused.push(index);
        else bytes = edited;
      } else if (act.act === 'delay') fate = 'delayed';
    }
    const same =
      bytes !== undefined && bytes.length === before.length && bytes.every((byte, i) => byte === before[i]);
    return {
      from,
      acts: acts.map(([, index]) => index),
      fate,
      sent,
      delivered: bytes === undefined ? [] : same ? sent : recordsOf(bytes),
      refused,
    };
  }

  /** What was held back for this message, and copies that are due behind it. */
  #release(id: string): void {
    for (const { to, passage } of this.#held.filter(({ until }) => until === id))
      this.#deliver(to, passage, true);
    for (const [act, index] of this.#acts) {
      if (act.act !== 'replay' || act.after !== id) continue;
      const old = this.#seen.get(act.on);
      if (old === undefined) continue;
      const to = old.from === 'browser' ? 'server' : 'browser';
      this.#send(to, old.from, 'replayed', index, old.records);
    }
  }

  #deliver(to: Party, passage: Passage, report: boolean): void {
    if (report) this.#options.report(passage);
    for (const record of passage.delivered) this.#options.deliver(to, record);
  }

  /** Something that no party sent just now. A copy is a string of its own, so that it can be told from the original. */
  #send(to: Party, from: Party, fate: Passage['fate'], index: number, records: readonly Bytes[]): void {
    const delivered = records.map((record) => record.slice());
    this.#deliver(to, { from, acts: [index], fate, sent: [], delivered, refused: [] }, true);
  }

  /** The id that the message's step will have, as long as no party is ahead of the other. */
  #name(from: Party, outgoing: Outgoing): string {
    const name = messageId(outgoing.message, from, outgoing.content, outgoing.level);
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return numbered(name, count);
  }
}

/** The tree of the message on the wire; after an earlier edit only the records themselves are known. */
function treeOf(bytes: Bytes, before: Bytes, { records, tree }: Outgoing): { bytes: Bytes; field: Field } {
  const onWire =
    bytes === before
      ? records.map((record) => ({ bytes: record.bytes, level: record.opened.level }))
      : recordsOf(bytes).map((record) => ({ bytes: record, level: records[0]?.opened.level ?? 'plaintext' }));
  const message = bytes.length === before.length ? { field: tree(), start: 0 } : undefined;
  return { bytes, field: wireView(onWire, message).field };
}
