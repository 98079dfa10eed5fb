/**
 * Who knows what, computed from the run itself.
 *
 * A party knows what went into and came out of its own operations, and what it could read. The
 * eavesdropper knows the bytes on the wire, and everything that follows from them: for every
 * operation of the run whose inputs she has, she has the outputs too. Nothing here is written by
 * hand per protocol step; a secret that leaks would light up by itself.
 *
 * Values are told apart by their bytes, since both sides compute the same secret on their own.
 */
import { toHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import type { Operation, Value } from '../crypto/recorder.ts';
import type { Knowledge, Observer, Party, SecretRecord, StepOperation } from './trace.ts';

/** What knowledge needs to know of a step. */
export interface KnowledgeStep {
  readonly operations: readonly StepOperation[];
  /** For messages: what crossed the wire. */
  readonly message?: {
    readonly from: Party;
    readonly to: Party;
    readonly content: Bytes;
    readonly handshake: boolean;
    readonly protected: boolean;
  };
}

/** Operations whose outputs are keys or secrets worth a name on screen. */
const producing: ReadonlySet<Operation['name']> = new Set([
  'generate-key-pair',
  'agree',
  'encapsulate',
  'decapsulate',
  'concatenate',
  'hkdf-extract',
  'hkdf-expand-label',
]);

interface Draft {
  readonly value: Value;
  readonly derivedFrom: Set<string>;
  readonly knownTo: Partial<Record<Observer, { step: number; how: How }>>;
}

type How = 'made' | 'received' | 'derived' | 'sees' | 'had' | 'constant';

const observers: readonly Observer[] = ['browser', 'eavesdropper', 'server'];

export function computeKnowledge(steps: readonly KnowledgeStep[]): {
  readonly secrets: readonly SecretRecord[];
  readonly perStep: readonly Knowledge[];
} {
  const drafts = new Map<string, Draft>();
  const eve = new Eavesdropper();
  const perStep: Knowledge[] = [];
  for (const [step, { operations, message }] of steps.entries()) {
    const before = new Set(known(drafts).map(([observer, name]) => `${observer} ${name}`));
    for (const operation of operations) noteOperation(drafts, operation, step);
    if (message !== undefined) noteMessage(drafts, message, step, eve);
    eve.close(operations);
    for (const draft of drafts.values()) {
      const how = eve.how(draft.value);
      if (how !== undefined && draft.knownTo.eavesdropper === undefined) draft.knownTo.eavesdropper = { step, how };
    }
    perStep.push(snapshot(drafts, before));
  }
  const secrets = [...drafts.values()].map(({ value, derivedFrom, knownTo }) => ({
    name: value.name,
    bytes: value.bytes,
    secrecy: value.secrecy === 'secret' ? ('secret' as const) : ('public' as const),
    derivedFrom: [...derivedFrom],
    knownTo,
  }));
  return { secrets, perStep };
}

function noteOperation(drafts: Map<string, Draft>, operation: StepOperation, step: number): void {
  const { party } = operation;
  if (operation.name === 'sign') {
    const [key] = operation.inputs;
    if (key !== undefined) learn(drafts, key, party, step, 'had', []);
    return;
  }
  const isHelloRandom = operation.name === 'random' && /^(client|server)_random$/.test(operation.purpose);
  if (!producing.has(operation.name) && !isHelloRandom) return;
  const from = operation.inputs.filter((input) => input.secrecy === 'secret').map((input) => input.name);
  const fresh = operation.name === 'generate-key-pair' || operation.name === 'random' || operation.name === 'encapsulate';
  for (const output of operation.outputs) learn(drafts, output, party, step, fresh ? 'made' : 'derived', from);
}

/** The receiver learns the public values that a message carries. */
function noteMessage(drafts: Map<string, Draft>, message: NonNullable<KnowledgeStep['message']>, step: number, eve: Eavesdropper): void {
  if (!message.protected) eve.read(message.content, message.handshake);
  for (const draft of drafts.values()) {
    const { value } = draft;
    if (value.secrecy === 'secret' || !includes(message.content, value.bytes)) continue;
    draft.knownTo[message.to] ??= { step, how: 'received' };
    if (!message.protected) draft.knownTo.eavesdropper ??= { step, how: 'sees' };
  }
}

function learn(drafts: Map<string, Draft>, value: Value, party: Party, step: number, how: How, from: readonly string[]): void {
  const draft = drafts.get(value.name) ?? { value, derivedFrom: new Set<string>(), knownTo: {} };
  drafts.set(value.name, draft);
  for (const name of from) draft.derivedFrom.add(name);
  draft.knownTo[party] ??= { step, how };
}

/** Eve: passive, with all computing power the honest parties use, and nothing but the wire. */
class Eavesdropper {
  /** Hex of every value she has, and how she came by it. */
  readonly #values = new Map<string, 'derived' | 'constant'>();
  /** Handshake messages she could read, as they stand in transcripts. */
  readonly #messages = new Set<string>();
  #pending: StepOperation[] = [];

  read(content: Bytes, handshake: boolean): void {
    if (handshake) this.#messages.add(toHex(content));
  }

  how(value: Value): 'derived' | 'constant' | undefined {
    return value.secrecy === 'secret' ? this.#values.get(toHex(value.bytes)) : undefined;
  }

  /** Repeats every operation she has the inputs for, until nothing new follows. */
  close(operations: readonly StepOperation[]): void {
    this.#pending.push(...operations);
    for (let grew = true; grew; ) {
      const rest = this.#pending.filter((operation) => !this.#repeat(operation));
      grew = rest.length < this.#pending.length;
      this.#pending = rest;
    }
  }

  #repeat(operation: StepOperation): boolean {
    // Random numbers and key pairs cannot be repeated, and verifying yields nothing.
    if (operation.inputs.length === 0 || operation.name === 'encapsulate') return false;
    if (!operation.inputs.every((input) => this.#has(input))) return false;
    const constant = operation.inputs.every(
      (input) => input.secrecy === 'public' || this.#values.get(toHex(input.bytes)) === 'constant',
    );
    for (const output of operation.outputs) this.#values.set(toHex(output.bytes), constant ? 'constant' : 'derived');
    return true;
  }

  #has(value: Value): boolean {
    if (value.secrecy === 'public') return true;
    if (this.#values.has(toHex(value.bytes))) return true;
    return value.secrecy === 'transcript' && this.#canBuild(value.bytes);
  }

  /** A transcript is a row of handshake messages; she has it if she read each of them. */
  #canBuild(transcript: Bytes): boolean {
    for (let at = 0; at < transcript.length; ) {
      const length = 4 + ((transcript[at + 1] ?? 0) << 16) + ((transcript[at + 2] ?? 0) << 8) + (transcript[at + 3] ?? 0);
      const message = transcript.subarray(at, at + length);
      // message_hash (254) stands for a ClientHello that went in the clear.
      if (transcript[at] !== 254 && !this.#messages.has(toHex(message))) return false;
      at += length;
    }
    return transcript.length > 0;
  }
}

function known(drafts: ReadonlyMap<string, Draft>): readonly (readonly [Observer, string])[] {
  return [...drafts].flatMap(([name, draft]) =>
    observers.filter((observer) => draft.knownTo[observer] !== undefined).map((observer) => [observer, name] as const),
  );
}

function snapshot(drafts: ReadonlyMap<string, Draft>, before: ReadonlySet<string>): Knowledge {
  const all = known(drafts);
  const of = (observer: Observer) => {
    const names = all.filter(([who]) => who === observer).map(([, name]) => name);
    return { known: names, learned: names.filter((name) => !before.has(`${observer} ${name}`)) };
  };
  return { browser: of('browser'), eavesdropper: of('eavesdropper'), server: of('server') };
}

function includes(content: Bytes, part: Bytes): boolean {
  if (part.length === 0) return false;
  for (let at = content.indexOf(part[0] ?? 0); at >= 0 && at + part.length <= content.length; at = content.indexOf(part[0] ?? 0, at + 1)) {
    if (part.every((byte, i) => content[at + i] === byte)) return true;
  }
  return false;
}
