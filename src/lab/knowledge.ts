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
import { equal } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import type { Operation, Value } from '../crypto/recorder.ts';
import type { Knowledge, Observer, Party, SecretRecord, Step, StepOperation, Trace } from './trace.ts';

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
  'prf',
  'cut',
  'rsa-decrypt',
]);

/** What belongs to one record is made and forgotten with it. */
const ofOneRecord = /_(nonce|record|plaintext|record_IV|record_MAC|MAC_input)_\d+$/;

interface Draft {
  readonly value: Value;
  readonly derivedFrom: Set<string>;
  readonly knownTo: Partial<Record<Observer, { step: number; how: How }>>;
}

type How = 'made' | 'received' | 'derived' | 'sees' | 'had' | 'constant';

/**
 * `unread`: what a party did and sent after the other had given up. No step shows it, but what was computed for it
 * is known: from the last step on.
 */
export function computeKnowledge(
  steps: readonly KnowledgeStep[],
  unread: readonly KnowledgeStep[] = [],
): {
  readonly secrets: readonly SecretRecord[];
  readonly perStep: readonly Knowledge[];
} {
  const drafts = new Map<string, Draft>();
  const eve = new Eavesdropper();
  const perStep: Knowledge[] = [];
  for (const [step, { operations, message }] of steps.entries()) {
    for (const operation of operations) noteOperation(drafts, operation, step);
    if (message !== undefined) noteMessage(drafts, message, step, eve);
    eve.close(operations);
    if (step === steps.length - 1) for (const one of unread) noteUnread(drafts, one, step, eve);
    for (const draft of drafts.values()) {
      const how = eve.how(draft.value);
      if (how !== undefined && draft.knownTo.eavesdropper === undefined)
        draft.knownTo.eavesdropper = { step, how };
    }
    perStep.push(snapshot(drafts, step));
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

/** A protected message of a recorded run, and whether it can be read with what was stolen. */
export interface Recovered {
  readonly step: number;
  readonly content: Bytes;
  readonly readable: boolean;
}

/**
 * What Eve reads of a run that she recorded, once she has the keys that the server keeps for longer than one
 * connection. Nothing is assumed about forward secrecy: she repeats the operations whose inputs she has.
 */
export function readWithStolenKey(trace: Trace): {
  readonly stolen: readonly Value[];
  readonly messages: readonly Recovered[];
} {
  const steps = trace.steps.map(knowledgeStep);
  const stolen = new Map<string, Value>();
  for (const { operations } of steps)
    for (const { party, inputs } of operations)
      for (const input of inputs)
        if (party === 'server' && kept.test(input.name)) stolen.set(input.name, input);
  const eve = new Eavesdropper();
  for (const { bytes } of stolen.values()) eve.give(bytes);
  for (const { operations, message } of steps) {
    if (message !== undefined && !message.protected) eve.read(message.content, message.handshake);
    eve.close(operations);
  }
  // Once more from the start: what she learned late opens what she recorded early.
  for (const { operations, message } of steps) {
    if (message?.protected === true && opens(eve, operations)) eve.read(message.content, message.handshake);
    eve.close(operations);
  }
  return {
    stolen: [...stolen.values()],
    messages: steps.flatMap(({ operations, message }, step) =>
      message?.protected === true
        ? [{ step, content: message.content, readable: opens(eve, operations) }]
        : [],
    ),
  };
}

function knowledgeStep(step: Step): KnowledgeStep {
  const { operations } = step;
  if (step.kind === 'local') return { operations };
  const { from, to, content, message, level } = step;
  const handshake = message !== 'ApplicationData' && message !== 'Alert';
  return { operations, message: { from, to, content, handshake, protected: level !== 'plaintext' } };
}

/** Keys of a server that outlive its connections. */
const kept = /^server_(signing|private|static_private)_key$|^ticket_key$/;
/** Operations that take the protection off a record. */
const opening: ReadonlySet<Operation['name']> = new Set(['open', 'decrypt']);

function opens(eve: Eavesdropper, operations: readonly StepOperation[]): boolean {
  const own = operations.filter(({ name }) => opening.has(name));
  return own.length > 0 && own.every((operation) => eve.has(operation));
}

function noteOperation(drafts: Map<string, Draft>, operation: StepOperation, step: number): void {
  const { party } = operation;
  if (operation.name === 'sign') {
    const [key] = operation.inputs;
    if (key !== undefined) learn(drafts, key, party, step, 'had', []);
    return;
  }
  // A PSK, or the key that seals tickets: used without having been computed in this run.
  const brought = { 'hkdf-extract': 1, seal: 0, open: 0 }[operation.name as string];
  const key = brought === undefined ? undefined : operation.inputs[brought];
  if (key?.secrecy === 'secret' && !drafts.has(key.name)) learn(drafts, key, party, step, 'had', []);
  else if (key?.secrecy === 'secret' && drafts.get(key.name)?.knownTo[party] === undefined)
    learn(drafts, key, party, step, 'had', []);
  const isHelloRandom = /^(client|server)_random$/.test(operation.purpose);
  const isSecretRandom = operation.outputs.some((output) => output.secrecy === 'secret');
  const counts =
    operation.name === 'random' ? isHelloRandom || isSecretRandom : producing.has(operation.name);
  if (!counts || ofOneRecord.test(operation.purpose)) return;
  const from = operation.inputs.filter((input) => input.secrecy === 'secret').map((input) => input.name);
  const fresh =
    operation.name === 'generate-key-pair' || operation.name === 'random' || operation.name === 'encapsulate';
  // What a party puts in without having made or derived it, it brought along: a key, a secret of a key log.
  for (const input of operation.inputs)
    if (input.secrecy === 'secret' && drafts.get(input.name)?.knownTo[party] === undefined)
      learn(drafts, input, party, step, 'had', []);
  for (const output of operation.outputs)
    learn(drafts, output, party, step, fresh ? 'made' : 'derived', from);
}

/** The receiver learns the public values that a message carries, unless it never opened it. */
function noteMessage(
  drafts: Map<string, Draft>,
  message: NonNullable<KnowledgeStep['message']>,
  step: number,
  eve: Eavesdropper,
  opened = true,
): void {
  if (!message.protected) eve.read(message.content, message.handshake);
  for (const draft of drafts.values()) {
    const { value } = draft;
    if (value.secrecy === 'secret' || !includes(message.content, value.bytes)) continue;
    if (opened) draft.knownTo[message.to] ??= { step, how: 'received' };
    if (!message.protected) draft.knownTo.eavesdropper ??= { step, how: 'sees' };
  }
}

function noteUnread(
  drafts: Map<string, Draft>,
  { operations, message }: KnowledgeStep,
  step: number,
  eve: Eavesdropper,
): void {
  for (const operation of operations) noteOperation(drafts, operation, step);
  if (message !== undefined) noteMessage(drafts, message, step, eve, false);
  eve.close(operations);
}

function learn(
  drafts: Map<string, Draft>,
  value: Value,
  party: Party,
  step: number,
  how: How,
  from: readonly string[],
): void {
  const draft = drafts.get(value.name) ?? { value, derivedFrom: new Set<string>(), knownTo: {} };
  drafts.set(value.name, draft);
  for (const name of from) draft.derivedFrom.add(name);
  draft.knownTo[party] ??= { step, how };
}

/** Eve: passive, with all computing power the honest parties use, and nothing but the wire. */
class Eavesdropper {
  /** Every value she has, and how she came by it. */
  readonly #values = new ByContent<'derived' | 'constant'>();
  /** Handshake messages she could read, as they stand in transcripts. */
  readonly #messages: Bytes[] = [];
  /** Transcripts she could not build the last time she tried, and from how many messages. */
  readonly #unbuilt = new WeakMap<Bytes, number>();
  #pending: readonly StepOperation[] = [];
  /** Whether she learned anything since the pending operations were last tried. */
  #grew = false;

  read(content: Bytes, handshake: boolean): void {
    if (!handshake) return;
    this.#messages.push(content);
    this.#grew = true;
  }

  /** Something she got otherwise. */
  give(bytes: Bytes): void {
    this.#values.set(bytes, 'derived');
    this.#grew = true;
  }

  /** She can do what this operation did. */
  has(operation: StepOperation): boolean {
    return operation.inputs.every((input) => this.#has(input));
  }

  how(value: Value): 'derived' | 'constant' | undefined {
    return value.secrecy === 'secret' ? this.#values.get(value.bytes) : undefined;
  }

  /** Repeats every operation she has the inputs for, until nothing new follows. */
  close(operations: readonly StepOperation[]): void {
    let trying = this.#grew ? [...this.#pending, ...operations] : operations;
    const waiting = this.#grew ? [] : [...this.#pending];
    this.#grew = false;
    for (;;) {
      const rest = trying.filter((operation) => !this.#repeat(operation));
      if (!this.#grew) {
        this.#pending = [...waiting, ...rest];
        return;
      }
      this.#grew = false;
      trying = [...waiting.splice(0), ...rest];
    }
  }

  #repeat(operation: StepOperation): boolean {
    // Random numbers and key pairs cannot be repeated; other operations without outputs yield nothing.
    if (operation.inputs.length === 0 || operation.outputs.length === 0) return false;
    if (operation.name === 'encapsulate' || operation.name === 'generate-key-pair') return false;
    if (!operation.inputs.every((input) => this.#has(input))) return false;
    const constant = operation.inputs.every(
      (input) => input.secrecy === 'public' || this.#values.get(input.bytes) === 'constant',
    );
    for (const output of operation.outputs) {
      if (this.#values.get(output.bytes) !== undefined) continue;
      this.#values.set(output.bytes, constant ? 'constant' : 'derived');
      this.#grew = true;
    }
    return true;
  }

  #has(value: Value): boolean {
    if (value.secrecy === 'public') return true;
    // Messages themselves are longer than any hash of them.
    if (value.secrecy === 'transcript' && value.bytes.length > longestHash)
      return this.#canBuild(value.bytes);
    return this.#values.get(value.bytes) !== undefined;
  }

  /** A transcript is a row of handshake messages; she has it if she read each of them. */
  #canBuild(transcript: Bytes): boolean {
    if (this.#unbuilt.get(transcript) === this.#messages.length) return false;
    for (let at = 0; at < transcript.length;) {
      // message_hash (254) stands for a ClientHello that went in the clear.
      const isHash = transcript[at] === 254;
      if (!isHash && !this.#messages.some((message) => standsAt(transcript, at, message))) {
        this.#unbuilt.set(transcript, this.#messages.length);
        return false;
      }
      at +=
        4 + ((transcript[at + 1] ?? 0) << 16) + ((transcript[at + 2] ?? 0) << 8) + (transcript[at + 3] ?? 0);
    }
    return transcript.length > 0;
  }
}

const longestHash = 64;

/** Byte strings with what is known of them. Compared by content: both sides compute the same values on their own. */
class ByContent<T> {
  readonly #buckets = new Map<number, { readonly bytes: Bytes; readonly value: T }[]>();

  get(bytes: Bytes): T | undefined {
    return this.#buckets.get(bucketOf(bytes))?.find((entry) => equal(entry.bytes, bytes))?.value;
  }

  set(bytes: Bytes, value: T): void {
    const bucket = this.#buckets.get(bucketOf(bytes));
    if (bucket === undefined) this.#buckets.set(bucketOf(bytes), [{ bytes, value }]);
    else bucket.push({ bytes, value });
  }
}

/** The first bytes tell nearly all secrets apart. */
function bucketOf(bytes: Bytes): number {
  return ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
}

function snapshot(drafts: ReadonlyMap<string, Draft>, step: number): Knowledge {
  const of = (observer: Observer) => {
    const all = [...drafts.values()].filter((draft) => draft.knownTo[observer] !== undefined);
    return {
      known: all.map((draft) => draft.value.name),
      learned: all.filter((draft) => draft.knownTo[observer]?.step === step).map((draft) => draft.value.name),
    };
  };
  return { browser: of('browser'), eavesdropper: of('eavesdropper'), server: of('server') };
}

function includes(content: Bytes, part: Bytes): boolean {
  const first = part[0];
  if (first === undefined) return false;
  for (let at = content.indexOf(first); at >= 0; at = content.indexOf(first, at + 1)) {
    if (standsAt(content, at, part)) return true;
  }
  return false;
}

function standsAt(content: Bytes, at: number, part: Bytes): boolean {
  if (at + part.length > content.length) return false;
  for (let i = 0; i < part.length; i++) {
    if (content[at + i] !== part[i]) return false;
  }
  return true;
}
