/**
 * The collector: listens to one or both parties and makes the trace of what happened.
 *
 * Every message is one step, wherever it was made and read; every piece of local work is one step,
 * even when both sides do it. A step stands where its effect is known: a message where it was
 * processed, work where the later party did it.
 */
import { equal, toHex } from '../bytes/hex.ts';
import type { Operation } from '../crypto/operation.ts';
import type { Bytes } from '../crypto/port.ts';
import type {
  ConnectionEvent,
  Facts,
  KeyLogLabel,
  NegotiatedValues,
  RecordOnWire,
} from '../tls/connection/events.ts';
import type { TlsError } from '../tls/errors.ts';
import { dialectOf } from '../tls/messages/handshake.ts';
import { plainView, spansOf, wireView, type WireRecord } from '../tls/record/view.ts';
import type { Field } from '../bytes/field.ts';
import type { PathResult } from '../x509/path/result.ts';
import { describeCertificates } from './certificates.ts';
import { computeKnowledge, type KnowledgeStep } from './knowledge.ts';
import { later } from './later.ts';
import { messageId, numbered } from './message-id.ts';
import type { Passage } from './network.ts';
import type { Scenario } from './scenario.ts';
import type {
  Level,
  LocalStep,
  MessageName,
  MessageStep,
  Negotiated,
  Outcome,
  Party,
  Step,
  StepOperation,
  Trace,
} from './trace.ts';
import { traceVersion } from './trace.ts';

interface DraftBase {
  /** Order of effect; grows with every event. */
  position: number;
  /** Each party's, in order; those of a step are put together when they are first read. */
  readonly operations: Readonly<Record<Party, Operation[]>>;
  readonly facts: Record<string, Facts[string]>;
  readonly negotiated: NegotiatedValues[];
  error?: { readonly by: Party; readonly error: TlsError };
}

interface MessageDraft extends DraftBase {
  readonly kind: 'message';
  readonly message: MessageName;
  readonly from: Party;
  /** Milliseconds since the run began. */
  readonly time: number;
  readonly content: Bytes;
  /** The receiver's tree, else the sender's: both are the same. */
  tree: () => Field;
  readonly level: Level;
  readonly records: readonly RecordOnWire[];
  readonly start: number;
  readonly compatibility: { from: Party; bytes: Bytes }[];
  received: boolean;
  /** What the network did to it. */
  passage?: Passage;
  /** What the receiver read, where that is not what was sent. */
  arrived?: Arrived;
}

type Arrived = Pick<MessageDraft, 'content' | 'tree' | 'records' | 'start'>;

interface WorkDraft extends DraftBase {
  readonly kind: 'local';
  readonly work: LocalStep['work'];
  readonly parties: Party[];
  path?: PathResult;
}

type Draft = MessageDraft | WorkDraft;

/** What every step has from the beginning. */
type StepBase = Omit<
  LocalStep,
  'kind' | 'work' | 'parties' | 'path' | 'operations' | 'knowledge' | 'error'
> & {
  readonly error: TlsError | undefined;
};

type Growing<T> = { -readonly [Part in keyof T]: T[Part] };

export interface CollectorOptions {
  readonly scenario: Scenario;
  /** Milliseconds since 1970 UTC that the run used as now. */
  readonly clock: number;
  readonly source: Trace['source'];
  /** What both parties held, so that the trace carries what its paths name. */
  readonly trust?: Trace['trust'];
  /** Monotonic milliseconds, for the duration. */
  readonly now: () => number;
}

export class Collector {
  readonly #options: CollectorOptions;
  readonly #started: number;
  readonly #drafts: Draft[] = [];
  /** Sent, and not received so far as was seen; looked through instead of all, of which there may be thousands. */
  #underway: MessageDraft[] = [];
  readonly #byScope = new Map<number, Draft>();
  /** Events of scopes whose step is not known yet: operations come before the message they make. */
  readonly #early = new Map<number, Pick<DraftBase, 'operations' | 'facts' | 'negotiated'>>();
  readonly #dummies: Record<Party, { from: Party; bytes: Bytes }[]> = { browser: [], server: [] };
  readonly #secrets: KeyLogEntry[] = [];
  /** Messages that the network touched, by what it delivered. */
  readonly #passages: { readonly passage: Passage; readonly draft: MessageDraft | undefined }[] = [];
  #position = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#started = options.now();
  }

  /** The listener for one party's connection. */
  listen(party: Party): (event: ConnectionEvent) => void {
    return (event) => this.#note(party, event);
  }

  /** The network did something to a message, or sent one of its own. Told before anything of it arrives. */
  passed(passage: Passage): void {
    const draft = this.#drafts.find(
      (known): known is MessageDraft =>
        known.kind === 'message' && known.records.some(({ bytes }) => bytes === passage.sent[0]),
    );
    if (draft !== undefined) draft.passage = passage;
    this.#passages.push({ passage, draft });
  }

  /** `end`: how the two sides stand once nothing moves any more. */
  trace(end?: { readonly waiting: Readonly<Record<Party, string>>; readonly cut: boolean }): Trace {
    const { kept, lost } = this.#inOrder();
    const operations = kept.map((draft) => once(() => operationsOf(draft)));
    const knowledge = once(() => knowledgeOf(kept, operations, lost));
    const certificates = once(() => describeCertificates(kept, dialectOf(negotiated), this.#options.trust));
    const steps = this.#steps(
      kept,
      operations,
      () => knowledge().perStep,
      () => certificates().ofStep,
    );
    const negotiated = steps.at(-1)?.negotiated ?? { helloRetryRequest: false };
    const trace = {
      version: traceVersion,
      source: this.#options.source,
      scenario: this.#options.scenario,
      clock: this.#options.clock,
      steps,
      outcome: outcomeOf(kept, end),
      negotiated,
      unread: lost.flatMap(unreadOf),
      ...(this.#options.trust && { trust: this.#options.trust }),
      duration: this.#elapsed(),
    } as const;
    return later(trace, {
      certificates: () => certificates().records,
      secrets: () => knowledge().secrets,
      keyLog: () => this.#keyLog(kept, knowledge().secrets),
    });
  }

  #keyLog(kept: readonly Draft[], secrets: Trace['secrets']): Trace['keyLog'] {
    return this.#secrets.map(({ label, clientRandom, secret: { name, bytes } }) => {
      const { browser, server } = secrets.find((secret) => secret.name === name)?.knownTo ?? {};
      // RFC 9850: label, client random, secret.
      const line = `${label} ${toHex(clientRandom)} ${toHex(bytes)}`;
      return { step: (browser ?? server)?.step ?? this.#stepOf(kept, name), line, level: levelOf(label) };
    });
  }

  #note(party: Party, event: ConnectionEvent): void {
    this.#position++;
    switch (event.type) {
      case 'operation':
        this.#at(party, event.scope).operations[party].push(event.operation);
        return;
      case 'message':
        this.#noteMessage(party, event);
        return;
      case 'work':
        this.#noteWork(party, event);
        return;
      case 'rejected-record':
        this.#noteRejected(party, event);
        return;
      case 'facts':
        Object.assign(this.#at(party, event.scope).facts, event.facts);
        return;
      case 'negotiated':
        this.#at(party, event.scope).negotiated.push(event.values);
        return;
      case 'failed': {
        const draft = this.#byScope.get(scopeKey(party, event.scope));
        if (draft !== undefined) draft.error ??= { by: party, error: event.error };
        return;
      }
      case 'change-cipher-spec':
        if (event.direction === 'sent' || this.#options.source.kind === 'bridge') {
          this.#dummies[event.direction === 'sent' ? party : other(party)].push({
            from: event.direction === 'sent' ? party : other(party),
            bytes: event.bytes,
          });
        }
        return;
      case 'secret': {
        // Both parties report the same one.
        if (!this.#secrets.some((known) => isSameSecret(known, event))) this.#secrets.push(event);
        return;
      }
      case 'skipped-record':
        this.#noteSkipped(party, event.bytes);
        return;
      case 'connected':
      case 'closed':
        return;
    }
  }

  /** Where events of a scope go: its step, or a waiting room until the step is known. */
  #at(party: Party, scope: number): Pick<DraftBase, 'operations' | 'facts' | 'negotiated'> {
    const key = scopeKey(party, scope);
    const known = this.#byScope.get(key) ?? this.#early.get(key);
    if (known !== undefined) return known;
    const waiting = { operations: { browser: [], server: [] }, facts: {}, negotiated: [] };
    this.#early.set(key, waiting);
    return waiting;
  }

  #noteMessage(party: Party, event: Extract<ConnectionEvent, { type: 'message' }>): void {
    const sent = event.direction === 'sent';
    const from = sent ? party : other(party);
    const twin = sent
      ? undefined
      : this.#messagesUnderway(from).find(
          (draft) => draft.message === event.message && isSameMessage(draft, event),
        );
    const touched = sent || twin !== undefined ? undefined : this.#passageOf(from, event.records[0]?.bytes);
    if (twin === undefined && touched?.draft?.received === false) {
      const { content, tree, records, start } = event;
      this.#arrive(party, event.scope, touched.draft, { content, tree, records, start });
      return;
    }
    const draft = twin ?? this.#messageDraft(from, event.message, event);
    if (twin === undefined) {
      this.#drafts.push(draft);
      this.#underway.push(draft);
    }
    if (touched) draft.passage = touched.passage;
    if (!sent) draft.tree = event.tree;
    // With one party only, what it sends counts as received: the peer is outside, or only a recording.
    const { kind } = this.#options.source;
    draft.received ||= !sent || kind === 'bridge' || (kind === 'replay' && party === 'server');
    // Early data stands where it was sent, right behind the hello: the server's flight may have left by the time it is read.
    if (twin === undefined || draft.level !== 'early' || draft.message !== 'ApplicationData')
      draft.position = this.#position;
    this.#adopt(party, event.scope, draft);
  }

  /** One literal for all: objects of one shape are quick to make. */
  #messageDraft(
    from: Party,
    message: MessageName,
    { content, tree, level, records, start }: Arrived & Pick<MessageDraft, 'level'>,
  ): MessageDraft {
    return {
      position: this.#position,
      operations: { browser: [], server: [] },
      facts: {},
      negotiated: [],
      kind: 'message',
      message,
      from,
      time: this.#elapsed(),
      content,
      tree,
      level,
      records,
      start,
      compatibility: this.#dummies[from].splice(0),
      received: false,
    };
  }

  /** In the order in which they were sent. */
  #messagesUnderway(from: Party): readonly MessageDraft[] {
    this.#underway = this.#underway.filter(({ received }) => !received);
    return this.#underway.filter((draft) => draft.from === from);
  }

  /** What the network did to the message of which this record came through, newest first. */
  #passageOf(from: Party, record: Bytes | undefined) {
    if (record === undefined) return undefined;
    return this.#passages.findLast(
      ({ passage }) =>
        passage.from === from && passage.delivered.some((delivered) => equal(delivered, record)),
    );
  }

  /** A message came through changed: its step shows what arrived and keeps what was sent. */
  #arrive(party: Party, scope: number, draft: MessageDraft, arrived: Arrived): void {
    draft.arrived = arrived;
    draft.received = true;
    draft.position = this.#position;
    this.#adopt(party, scope, draft);
  }

  #noteWork(party: Party, event: Extract<ConnectionEvent, { type: 'work' }>): void {
    const known = this.#byScope.get(scopeKey(party, event.scope));
    const draft: WorkDraft =
      known?.kind === 'local'
        ? known
        : (this.#drafts.find(
            (d): d is WorkDraft => d.kind === 'local' && d.work === event.work && !d.parties.includes(party),
          ) ?? {
            position: this.#position,
            operations: { browser: [], server: [] },
            facts: {},
            negotiated: [],
            kind: 'local',
            work: event.work,
            parties: [],
          });
    if (!this.#drafts.includes(draft)) this.#drafts.push(draft);
    if (!draft.parties.includes(party)) draft.parties.push(party);
    if (event.path !== undefined) draft.path = event.path;
    draft.position = this.#position;
    this.#adopt(party, event.scope, draft);
  }

  /** A record that its receiver could not read: the step is the message it was, if the sender is known. */
  #noteRejected(party: Party, event: Extract<ConnectionEvent, { type: 'rejected-record' }>): void {
    const from = other(party);
    const twin = this.#messagesUnderway(from).find((draft) =>
      draft.records.some((record) => equal(record.bytes, event.bytes)),
    );
    const opened = {
      header: event.bytes.slice(0, 5),
      level: event.level,
      contentType: event.bytes[0] ?? 0,
      content: event.bytes.slice(5),
      padding: 0,
    };
    const undecoded: Field = {
      name: 'fragment',
      key: 'undecoded',
      role: 'undecoded',
      start: 0,
      end: Math.max(0, event.bytes.length - 5),
      value: { type: 'bytes' },
    };
    const touched = twin === undefined ? this.#passageOf(from, event.bytes) : undefined;
    const records = [{ bytes: event.bytes, opened }];
    if (touched?.draft?.received === false) {
      this.#arrive(party, event.scope, touched.draft, {
        content: opened.content,
        tree: () => undecoded,
        records,
        start: 0,
      });
      return;
    }
    const unread = { content: opened.content, tree: () => undecoded, level: event.level, records, start: 0 };
    const draft = twin ?? this.#messageDraft(from, 'UnreadableRecord', unread);
    if (twin === undefined) this.#drafts.push(draft);
    if (touched) draft.passage = touched.passage;
    draft.received = true;
    draft.position = this.#position;
    this.#adopt(party, event.scope, draft);
  }

  #elapsed(): number {
    return this.#options.now() - this.#started;
  }

  /** Early data that its receiver passed over: it crossed the wire, and that was all. */
  #noteSkipped(party: Party, bytes: Bytes): void {
    const draft = this.#drafts.find(
      (one): one is MessageDraft =>
        one.kind === 'message' &&
        one.from !== party &&
        one.records.some((record) => equal(record.bytes, bytes)),
    );
    if (draft === undefined) return;
    draft.received = true;
    draft.facts['skipped'] = true;
  }

  #adopt(party: Party, scope: number, draft: Draft): void {
    const key = scopeKey(party, scope);
    this.#byScope.set(key, draft);
    const waiting = this.#early.get(key);
    if (waiting === undefined) return;
    this.#early.delete(key);
    draft.operations[party].push(...waiting.operations[party]);
    Object.assign(draft.facts, waiting.facts);
    draft.negotiated.push(...waiting.negotiated);
  }

  /**
   * Steps in order of effect. A party's own steps keep their order; what a party sent or did after a
   * message that nobody processed is not a step of the run, but is told as unread.
   */
  #inOrder(): { kept: readonly Draft[]; lost: readonly Draft[] } {
    const last: Record<Party, number> = { browser: 0, server: 0 };
    const gone: Record<Party, boolean> = { browser: false, server: false };
    const kept: Draft[] = [];
    const lost: Draft[] = [];
    for (const draft of this.#drafts) {
      const doers: readonly Party[] = draft.kind === 'message' ? [draft.from] : draft.parties;
      const delivered = draft.kind === 'message' ? draft.received : doers.some((party) => !gone[party]);
      const stopped = draft.kind === 'message' && !delivered && draft.passage !== undefined;
      if (!delivered && !stopped) {
        for (const party of doers) gone[party] = true;
        lost.push(draft);
        continue;
      }
      // Who began it cannot have done it before the effect of what it did earlier.
      const [first] = doers;
      if (first !== undefined) {
        draft.position = Math.max(draft.position, last[first]);
        last[first] = draft.position;
        if (draft.kind === 'message') gone[first] = false;
      }
      kept.push(draft);
    }
    settleEarlyData(kept);
    return { kept: kept.toSorted((a, b) => a.position - b.position), lost };
  }

  #stepOf(kept: readonly Draft[], secret: string): number {
    const step = kept.findIndex((draft) =>
      operationsOf(draft).some(({ outputs }) => outputs.some((output) => output.name === secret)),
    );
    return Math.max(step, 0);
  }

  #steps(
    kept: readonly Draft[],
    operations: readonly (() => readonly StepOperation[])[],
    knowledge: () => readonly Step['knowledge'][],
    certificatesOf: () => readonly (readonly number[])[],
  ): readonly Step[] {
    const ids = idsOf(kept);
    let negotiated: Negotiated = { helloRetryRequest: false };
    let lock: Step['lock'] = 'open';
    let authenticated = false;
    let rejected = false;
    let read = 0;
    let seen = 0;
    let afterRetry = false;
    const progress = new Progress();
    return kept.map((draft, index): Step => {
      if (draft.negotiated.length > 0)
        negotiated = Object.assign({}, negotiated, ...draft.negotiated) as Negotiated;
      if (draft.kind === 'message') {
        seen++;
        if (draft.level === 'plaintext') read++;
      }
      // A capture goes on whatever this Lab thinks of the chain; that client had roots of its own.
      if (draft.kind === 'local' && draft.work === 'validate_chain')
        rejected = draft.path?.verdict === 'rejected';
      if (provesServer(draft) && draft.error === undefined && !rejected) {
        authenticated = true;
        lock = 'verified';
      }
      // A PSK says who the server is; that this one has it, its Finished shows.
      const byPsk = draft.kind === 'message' && draft.message === 'Finished' && draft.from === 'server';
      if (byPsk && negotiated.psk !== undefined && draft.error === undefined) {
        authenticated = true;
        lock = 'verified';
      }
      if (draft.error !== undefined) lock = 'failed';
      const flight =
        negotiated.version === 0x0303
          ? tls12FlightOf(draft, progress)
          : flightOf(draft, kept, index, afterRetry);
      progress.note(draft);
      if (draft.kind === 'message' && draft.message === 'HelloRetryRequest') afterRetry = true;
      const base = {
        index,
        id: ids[index] ?? `step_${index}`,
        flight,
        negotiated,
        lock,
        serverAuthenticated: authenticated,
        eavesdropper: { read, seen },
        facts: draft.facts,
        error: draft.error?.error,
      };
      const parts: LaterParts = {
        operations: () => operations[index]?.() ?? [],
        knowledge: () => knowledge()[index] ?? nothingKnown,
        certificates: () => certificatesOf()[index] ?? [],
      };
      return draft.kind === 'message' ? messageStep(draft, base, parts) : localStep(draft, base, parts);
    });
  }
}

/** Both sides work at the same time; a trace tells the sender's operations first, of local work the browser's. */
function operationsOf(draft: Draft): readonly StepOperation[] {
  const first = draft.kind === 'message' ? draft.from : 'browser';
  return [first, other(first)].flatMap((party) =>
    draft.operations[party].map((operation) => ({ ...operation, party })),
  );
}

/** Records pass through the memory as what they are; over a network they are copies. */
function isSameMessage(a: Arrived, b: Arrived): boolean {
  const sameRecords =
    a.start === b.start &&
    a.records.length === b.records.length &&
    a.records.every(({ bytes }, at) => bytes === b.records[at]?.bytes);
  return sameRecords || equal(a.content, b.content);
}

type KeyLogEntry = Pick<Extract<ConnectionEvent, { type: 'secret' }>, 'label' | 'clientRandom' | 'secret'>;

function isSameSecret(a: KeyLogEntry, b: KeyLogEntry): boolean {
  return (
    a.label === b.label && equal(a.clientRandom, b.clientRandom) && equal(a.secret.bytes, b.secret.bytes)
  );
}

function knowledgeOf(
  kept: readonly Draft[],
  operations: readonly (() => readonly StepOperation[])[],
  lost: readonly Draft[],
): ReturnType<typeof computeKnowledge> {
  return computeKnowledge(
    kept.map((draft, index) => knowledgeStep(draft, operations[index]?.() ?? [])),
    lost.map((draft) => knowledgeStep(draft, operationsOf(draft))),
  );
}

function knowledgeStep(draft: Draft, operations: readonly StepOperation[]): KnowledgeStep {
  if (draft.kind === 'local') return { operations };
  return {
    operations,
    message: {
      from: draft.from,
      to: other(draft.from),
      content: draft.arrived?.content ?? draft.content,
      handshake: draft.records[0]?.opened.contentType === 22,
      protected: draft.level !== 'plaintext',
    },
  };
}

function unreadOf(draft: Draft): Trace['unread'] {
  return draft.kind === 'message'
    ? [{ message: draft.message, from: draft.from, length: lengthOf(draft) }]
    : [];
}

const nothingKnown: Step['knowledge'] = {
  browser: { known: [], learned: [] },
  eavesdropper: { known: [], learned: [] },
  server: { known: [], learned: [] },
};

/** Of a step, what is a function of what was recorded and is made when it is first read: a run is looked at step by step. */
interface LaterParts {
  readonly operations: () => Step['operations'];
  readonly knowledge: () => Step['knowledge'];
  readonly certificates: () => MessageStep['certificates'];
}

const inOrder: readonly Party[] = ['browser', 'server'];

function localStep({ work, parties, path }: WorkDraft, base: StepBase, parts: LaterParts): LocalStep {
  const step: Growing<Omit<LocalStep, 'operations' | 'knowledge'>> = {
    index: base.index,
    id: base.id,
    kind: 'local',
    work,
    parties: inOrder.filter((party) => parties.includes(party)),
    flight: base.flight,
    negotiated: base.negotiated,
    lock: base.lock,
    serverAuthenticated: base.serverAuthenticated,
    eavesdropper: base.eavesdropper,
    facts: base.facts,
  };
  if (base.error) step.error = base.error;
  if (path) step.path = path;
  const { operations, knowledge } = parts;
  return later(step, { operations, knowledge });
}

/** Views are made when they are first read, too. */
function messageStep(draft: MessageDraft, base: StepBase, parts: LaterParts): MessageStep {
  const { records, start, content, tree } = draft.arrived ?? draft;
  const opened = records.map((record) => record.opened);
  const readable = draft.message !== 'UnreadableRecord';
  const outline: Field = { name: 'content', key: 'content', role: 'value', start: 0, end: content.length };
  const step: Growing<Omit<MessageStep, keyof LaterParts | 'wire' | 'plain'>> = {
    index: base.index,
    id: base.id,
    kind: 'message',
    message: draft.message,
    from: draft.from,
    to: other(draft.from),
    time: draft.time,
    level: draft.level,
    content,
    spans: readable ? spansOf(opened, { field: outline, start }) : [],
    records: records.map(({ bytes, sequence }) => {
      const seen = { outerType: bytes[0] ?? 0, length: bytes.length };
      return sequence === undefined ? seen : { ...seen, sequence };
    }),
    compatibilityRecords: draft.compatibility,
    flight: base.flight,
    negotiated: base.negotiated,
    lock: base.lock,
    serverAuthenticated: base.serverAuthenticated,
    eavesdropper: base.eavesdropper,
    facts: base.facts,
  };
  if (base.error) step.error = base.error;
  if (draft.passage) step.network = networkMark(draft, draft.passage);
  const wire = (): MessageStep['wire'] => wireView(records.map(wireRecord), { field: tree(), start });
  const { operations, knowledge, certificates } = parts;
  // Messages over several records stand in one piece only in the plain view.
  if (!readable || (draft.level === 'plaintext' && records.length === 1))
    return later(step, { operations, knowledge, certificates, wire });
  const plain = (): NonNullable<MessageStep['plain']> => {
    const { bytes, field, levels } = plainView(opened, { field: tree(), start });
    return { bytes, field, levels };
  };
  return later(step, { operations, knowledge, certificates, wire, plain });
}

function networkMark(draft: MessageDraft, passage: Passage): NonNullable<MessageStep['network']> {
  const { acts, refused, fate } = passage;
  const mark = { acts, refused, fate };
  if (draft.arrived === undefined) return mark;
  const onWire = draft.records.map(wireRecord);
  return later(mark, { sent: () => wireView(onWire, { field: draft.tree(), start: draft.start }) });
}

function wireRecord({ bytes, opened }: RecordOnWire): WireRecord {
  const { level, form, tagLength } = opened;
  return { bytes, level, ...(form && { form }), ...(tagLength !== undefined && { tagLength }) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * A browser sends early data while the server still looks for the PSK: who was quicker says nothing, so the server's
 * part is told first, and what depends on it behind it.
 */
function settleEarlyData(kept: readonly Draft[]): void {
  const check = kept.find((draft) => draft.kind === 'local' && draft.work === 'verify_binder');
  if (check === undefined) return;
  for (const draft of kept) {
    const keys = draft.kind === 'local' && draft.work === 'derive_early_keys';
    const data = draft.kind === 'message' && draft.level === 'early' && draft.message === 'ApplicationData';
    if (keys || data) draft.position = Math.max(draft.position, check.position + (keys ? 0.1 : 0.2));
  }
}

function outcomeOf(
  kept: readonly Draft[],
  end: { readonly waiting: Readonly<Record<Party, string>>; readonly cut: boolean } | undefined,
): Outcome {
  // The first failure is the cause; the other side's "received an alert" follows from it.
  const step = kept.findIndex((draft) => draft.error !== undefined);
  const cause = kept[step]?.error;
  if (cause !== undefined) return { kind: 'failed', step, noticedBy: cause.by, error: cause.error };
  const stands = (state: string): boolean => state === 'connected' || state === 'closed';
  const done = end === undefined || (stands(end.waiting.browser) && stands(end.waiting.server) && !end.cut);
  return done ? { kind: 'completed' } : { kind: 'stalled', step: kept.length - 1, ...end };
}

function flightOf(draft: Draft, kept: readonly Draft[], index: number, afterRetry: boolean): Step['flight'] {
  if (draft.kind === 'message') {
    if (draft.message === 'Alert' && draft.content[1] !== 0) return 'alert';
    if (draft.level === 'early') return draft.message === 'EndOfEarlyData' ? 'client-2' : 'client-1';
    if (draft.message === 'ClientHello') return afterRetry ? 'retry' : 'client-1';
    if (draft.message === 'HelloRetryRequest') return 'retry';
    if (draft.level === 'application') return 'application';
    return draft.from === 'server' ? 'server' : 'client-2';
  }
  const before = kept.slice(0, index).findLast((one) => one.kind === 'message');
  // Asked once the connection stood.
  if (before?.kind === 'message' && before.level === 'application') return 'application';
  if (draft.work === 'validate_client_chain' || draft.work === 'verify_client_signature') return 'client-2';
  return kept.slice(0, index).some((before) => before.kind === 'message' && before.message === 'ServerHello')
    ? 'server'
    : 'client-1';
}

/** What the messages so far say about the flight that comes next. */
class Progress {
  messages = 0;
  browser = 0;
  last: Party = 'browser';
  readonly finished = new Set<Party>();

  note(draft: Draft): void {
    if (draft.kind !== 'message') return;
    this.messages++;
    if (draft.from === 'browser') this.browser++;
    this.last = draft.from;
    if (draft.message === 'Finished') this.finished.add(draft.from);
  }
}

/** TLS 1.2: four flights, or three where an earlier connection is resumed (RFC 5246 §7.3, Figures 1 and 2). */
function tls12FlightOf(draft: Draft, before: Progress): Step['flight'] {
  const { messages, browser, last, finished } = before;
  if (draft.kind === 'message') {
    // Warnings end nothing, RFC 5246 §7.2.2.
    const warning = draft.content[0] === 1 && finished.size === 2;
    if (draft.message === 'Alert' && draft.content[1] !== 0 && !warning) return 'alert';
    if (draft.message === 'ClientHello' && messages === 0) return 'client-1';
    if (finished.size === 2 || draft.message === 'ApplicationData') return 'application';
  }
  const speaker = draft.kind === 'message' ? draft.from : last;
  if (speaker === 'browser') return messages > 1 ? 'client-2' : 'client-1';
  return browser > 1 ? 'server-2' : 'server';
}

/**
 * The browser knows from here on that it talks to the holder of the certificate's private key, or of the PSK:
 * by a signature, or because the server's Finished could not have been made without the key.
 */
function provesServer(draft: Draft): boolean {
  if (draft.kind === 'local') return draft.work === 'verify_signature';
  const { serverProvedBy } = draft.facts;
  return draft.message === 'Finished' && serverProvedBy !== undefined && serverProvedBy !== 'anonymous';
}

/** 'client_hello', 'certificate', 'client_certificate', 'application_data_1', 'close_notify', … */
function idsOf(kept: readonly Draft[]): readonly string[] {
  const used = new Map<string, number>();
  return kept.map((draft) => {
    const name = draft.kind === 'local' ? draft.work : idOfMessage(draft);
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return numbered(name, count);
  });
}

function idOfMessage({ message, from, content, level }: MessageDraft): string {
  return messageId(message, from, content, level);
}

function levelOf(label: KeyLogLabel): Level {
  if (label.includes('EARLY')) return 'early';
  return label.includes('HANDSHAKE') ? 'handshake' : 'application';
}

function lengthOf(draft: MessageDraft): number {
  return draft.records.reduce((sum, record) => sum + record.bytes.length, 0);
}

function other(party: Party): Party {
  return party === 'browser' ? 'server' : 'browser';
}

/** One number for a scope of either party. */
function scopeKey(party: Party, scope: number): number {
  return 2 * scope + Number(party === 'server');
}
