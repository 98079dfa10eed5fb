/** What the network did in a run, and who noticed: plain data for the Attack page. */
import { toHex } from '../bytes/hex.ts';
import { alertName, type AlertName } from '../tls/registry/alerts.ts';
import { readWithStolenKey } from '../lab/knowledge.ts';
import { isAttack } from '../lab/scenario.ts';
import type { NetworkAct } from '../lab/scenario.ts';
import type { ByteView, MessageStep, NetworkMark, Party, Step, Trace } from '../lab/trace.ts';
import { findNode, indexBytes, rangeOf } from './bytes.ts';
import { allConnections } from '../lab/connections.ts';
import { renegotiationOf, type Renegotiation } from './renegotiation.ts';
import { decidedAt, refusalOf, replayOutcome } from './replay.ts';

export type Fate = NetworkMark['fate'] | 'passed';

export function fateOf(step: Step): Fate {
  return step.kind === 'message' ? (step.network?.fate ?? 'passed') : 'passed';
}

/** Whether edits apply to this connection of the run: the last one in which there are a browser and a server. */
export function takesEdits(trace: Trace, last: Trace): boolean {
  if (trace.source.kind === 'replay') return false;
  const all = allConnections(last).filter(({ source }) => source.kind !== 'replay');
  // A warning and what the user had the browser do after it are one visit: both pass Mallory.
  return trace === all.at(-1) || trace.scenario.browser.clickThrough;
}

/** One line of the list of edits. */
export interface EditRow {
  readonly index: number;
  readonly act: NetworkAct;
  readonly outcome:
    | { readonly kind: 'undone' }
    /** This run has no such message. */
    | { readonly kind: 'no-message' }
    /** The field is not there, or its new length does not fit. */
    | { readonly kind: 'refused' }
    | { readonly kind: 'noticed'; readonly step: number; readonly by: Party }
    | { readonly kind: 'stalled' }
    | { readonly kind: 'unnoticed' };
}

/** `last`: the last connection of the run. What Mallory does may show in one before it. */
export function editRows(last: Trace): readonly EditRow[] {
  const all = allConnections(last);
  return last.scenario.network.map((act, index) => {
    const touched = all.find(({ steps }) => touchedBy(steps, index) !== undefined);
    return { index, act, outcome: outcomeOf(touched ?? last, act, index) };
  });
}

function touchedBy(steps: Trace['steps'], index: number): Step | undefined {
  return steps.find((candidate) => candidate.kind === 'message' && candidate.network?.acts.includes(index));
}

function outcomeOf(trace: Trace, act: NetworkAct, index: number): EditRow['outcome'] {
  if (act.undone) return { kind: 'undone' };
  const step = touchedBy(trace.steps, index);
  const { outcome } = trace;
  const touched = step?.kind === 'message' ? step : undefined;
  if (touched === undefined) {
    const dropped =
      act.act === 'cut' || act.act === 'replay' || act.act === 'duplicate' || act.act === 'inject';
    const exists = trace.steps.some(({ id }) => id === act.on);
    if (!dropped || !exists) return { kind: 'no-message' };
  }
  if (touched?.network?.refused.includes(index)) return { kind: 'refused' };
  if (outcome.kind === 'failed') return { kind: 'noticed', step: outcome.step, by: outcome.noticedBy };
  const met = replayOutcome(trace);
  const decided = decidedAt(trace);
  if (met === 'refused' && decided !== undefined) return { kind: 'noticed', step: decided, by: 'server' };
  if (met === 'twice') return { kind: 'unnoticed' };
  return { kind: outcome.kind === 'stalled' ? 'stalled' : 'unnoticed' };
}

/** The guards of the protocol, in the order in which a message meets them. */
export type GuardId =
  | 'renegotiation'
  | 'replay'
  | 'parse'
  | 'record'
  | 'chain'
  | 'signature'
  | 'finished'
  | 'close';

export interface Guard {
  readonly id: GuardId;
  /** `overruled`: it noticed, and the user had it go on. */
  readonly verdict: 'noticed' | 'overruled' | 'passed' | 'not-reached';
  /** How often it was passed. */
  readonly passed: number;
  /** Only where it noticed. */
  readonly step?: number;
  readonly by?: Party;
  readonly code?: string;
  readonly alert?: AlertName;
  readonly detail?: string;
}

/** Whether the run is an attack, was changed on the way, or did not end well. */
export function isDisturbed({ scenario, outcome }: Trace): boolean {
  const acts = scenario.network.some(({ undone }) => undone !== true);
  return acts || isAttack(scenario.preset) || outcome.kind !== 'completed';
}

export interface WhoNoticed {
  readonly verdict: 'noticed' | 'stalled' | 'nobody';
  /** What noticed first. */
  readonly guards: readonly Guard[];
  readonly waiting?: Readonly<Record<Party, string>>;
  readonly cut?: boolean;
  /** What became of early data that was sent again. */
  readonly replay?: 'twice' | 'refused';
  /** Answers to "who will notice?" by which this run is told: 'browser@encrypted_extensions', 'nobody', … */
  readonly key: string;
}

export function whoNoticed(trace: Trace): WhoNoticed {
  const { outcome } = trace;
  const failing =
    outcome.kind === 'failed' ? guardOf(trace.steps[outcome.step], outcome.error.code) : undefined;
  const guards = guardIds.map((id): Guard => {
    const passed = trace.steps.filter((step) => passes(step, id)).length;
    const overruled = id === 'chain' ? overruledAt(trace) : undefined;
    if (overruled !== undefined) return { id, verdict: 'overruled', passed, step: overruled, by: 'browser' };
    if (outcome.kind !== 'failed' || id !== failing)
      return { id, verdict: passed > 0 ? 'passed' : 'not-reached', passed };
    const { code, alert, detail } = outcome.error;
    return { id, verdict: 'noticed', passed, step: outcome.step, by: outcome.noticedBy, code, alert, detail };
  });
  const replay = replayOutcome(trace);
  if (replay !== undefined) guards.unshift(replayGuard(trace, replay));
  const inside = renegotiationOf(trace);
  if (inside !== undefined) guards.unshift(renegotiationGuard(inside));
  const order = { noticed: 0, overruled: 0, passed: 1, 'not-reached': 2 } as const;
  const base = { guards: guards.toSorted((a, b) => order[a.verdict] - order[b.verdict]) };
  if (outcome.kind === 'failed') {
    const id = trace.steps[outcome.step]?.id ?? '';
    return { ...base, verdict: 'noticed', key: `${outcome.noticedBy}@${id}` };
  }
  if (replay !== undefined)
    return { ...base, verdict: replay === 'twice' ? 'nobody' : 'noticed', replay, key: replay };
  if (outcome.kind === 'stalled')
    return { ...base, verdict: 'stalled', waiting: outcome.waiting, cut: outcome.cut, key: 'stalled' };
  if (inside?.refused) return { ...base, verdict: 'noticed', key: 'no-renegotiation' };
  return { ...base, verdict: 'nobody', key: overruledAt(trace) === undefined ? 'nobody' : 'overruled' };
}

function renegotiationGuard({ refused }: Renegotiation): Guard {
  if (refused === undefined) return { id: 'renegotiation', verdict: 'passed', passed: 1 };
  const { step } = refused;
  const said = { by: 'server', code: 'hello-inside', alert: 'no_renegotiation' } as const;
  return { id: 'renegotiation', verdict: 'noticed', passed: 0, step, ...said };
}

/** The step at which the browser found a fault in the chain and went on, because the user had accepted the certificate. */
export function overruledAt({ steps, source }: Trace): number | undefined {
  if (source.kind !== 'lab') return undefined;
  return steps.find(
    (step) =>
      step.kind === 'local' &&
      step.work === 'validate_chain' &&
      step.path?.verdict === 'rejected' &&
      step.error === undefined,
  )?.index;
}

/** A fault in the chain that the browser found. */
export interface Warning {
  /** Places, from 0, of the connection in the run and of the step in the connection. */
  readonly connection: number;
  readonly step: number;
  /** It went on, because the user had accepted the certificate. */
  readonly overruled: boolean;
}

export function warningsOf(last: Trace): readonly Warning[] {
  return allConnections(last).flatMap((trace, connection): readonly Warning[] => {
    const overruled = overruledAt(trace);
    if (overruled !== undefined) return [{ connection, step: overruled, overruled: true }];
    const { outcome } = trace;
    const failed = outcome.kind === 'failed' ? trace.steps[outcome.step] : undefined;
    const warned = failed?.kind === 'local' && failed.work === 'validate_chain';
    return warned ? [{ connection, step: failed.index, overruled: false }] : [];
  });
}

function replayGuard(trace: Trace, replay: 'twice' | 'refused'): Guard {
  const step = decidedAt(trace);
  // Where no list is kept, the age of the ticket is still looked at (RFC 9846 §8.3).
  if (replay === 'twice' || step === undefined) return { id: 'replay', verdict: 'passed', passed: 1 };
  return { id: 'replay', verdict: 'noticed', passed: 0, step, by: 'server', code: refusalOf(trace) ?? '' };
}

const guardIds: readonly GuardId[] = ['parse', 'record', 'chain', 'signature', 'finished', 'close'];

function guardOf(step: Step | undefined, code: string): GuardId {
  if (code === 'bad-record-mac') return 'record';
  if (step?.kind === 'local') return step.work.includes('chain') ? 'chain' : 'signature';
  if (code.includes('signature')) return 'signature';
  if (step?.kind === 'message' && step.message === 'Finished') return 'finished';
  return 'parse';
}

function passes(step: Step, id: GuardId): boolean {
  if (step.error !== undefined) return false;
  if (step.kind === 'local') {
    if (id === 'chain') return step.path?.verdict === 'trusted';
    return id === 'signature' && step.work.endsWith('signature');
  }
  if (step.network?.fate === 'dropped') return false;
  if (id === 'parse') return step.message !== 'UnreadableRecord';
  if (id === 'record') return step.operations.some(({ name }) => name === 'open');
  if (id === 'finished') return step.message === 'Finished';
  return id === 'close' && step.message === 'Alert' && alertName(step.content[1] ?? -1) === 'close_notify';
}

/** Two stretches of equal place: what was sent and what was delivered, around the first difference. */
export interface Difference {
  readonly from: Party;
  readonly sent: readonly DiffRow[];
  readonly delivered: readonly DiffRow[];
  /** Bytes that differ; of strings of different lengths, those behind the first difference. */
  readonly changed: number;
  readonly lengths: readonly [sent: number, delivered: number];
}

export interface DiffRow {
  readonly offset: number;
  readonly bytes: readonly { readonly hex: string; readonly changed: boolean }[];
}

const width = 16;

export function differenceOf(step: MessageStep): Difference | undefined {
  const before = step.network?.sent?.bytes;
  if (before === undefined) return undefined;
  const after = step.wire.bytes;
  const same = before.length === after.length;
  const first = Array.from(before).findIndex((byte, i) => byte !== after[i]);
  const at = first < 0 ? Math.min(before.length, after.length) : first;
  const differs = (i: number): boolean => (same ? before[i] !== after[i] : i >= at);
  const row = Math.max(0, Math.floor(at / width) - 1);
  const rows = (bytes: Uint8Array): readonly DiffRow[] =>
    [row, row + 1, row + 2]
      .filter((index) => index * width < bytes.length)
      .map((index) => ({
        offset: index * width,
        bytes: Array.from(bytes.subarray(index * width, (index + 1) * width), (byte, i) => ({
          hex: toHex(Uint8Array.of(byte)),
          changed: differs(index * width + i),
        })),
      }));
  return {
    from: step.from,
    sent: rows(before),
    delivered: rows(after),
    changed: Array.from(after).filter((_, i) => differs(i)).length,
    lengths: [before.length, after.length],
  };
}

/** What an edit of the current selection would touch. */
export interface EditTarget {
  /** As in a selection; the whole message where nothing is selected. */
  readonly path: string | undefined;
  readonly start: number;
  readonly end: number;
  /** The bytes now, as hex; at most so many as an input can show. */
  readonly hex: string;
  /** In the clear the new bytes can be chosen; of ciphertext only bits can be flipped. */
  readonly protection: 'plaintext' | 'sealed';
}

const longest = 4_096;

export function editTarget(step: MessageStep, selected: string | undefined): EditTarget {
  // Edits are told in terms of what its sender put on the wire.
  const view: ByteView = step.network?.sent ?? step.wire;
  const index = indexBytes(view);
  const node = selected === undefined ? undefined : findNode(index, selected);
  const range = node && selected !== undefined ? rangeOf(index, selected) : undefined;
  const { start, end } = range ?? { start: 0, end: view.bytes.length };
  return {
    path: range && selected,
    start,
    end,
    hex: toHex(view.bytes.subarray(start, Math.min(end, start + longest))),
    protection: step.level === 'plaintext' || end <= 5 ? 'plaintext' : 'sealed',
  };
}

/** What Eve gets out of a recorded run, with and without the keys that the server keeps. */
export interface Recording {
  /** Application data that she reads as it passes: the suite encrypts nothing. */
  readonly readsNow: boolean;
  /** Names of the keys that can be stolen from the server afterwards. */
  readonly stolen: readonly string[];
  readonly messages: readonly {
    readonly step: number;
    readonly message: MessageStep['message'];
    readonly from: Party;
    readonly readable: boolean;
    /** Printable data that she reads with the stolen keys. */
    readonly text?: string;
  }[];
}

export function recordingOf(trace: Trace): Recording {
  const { stolen, messages } = readWithStolenKey(trace);
  const data = trace.steps.filter((step) => step.kind === 'message' && step.message === 'ApplicationData');
  const before = data[0] ? trace.steps[data[0].index - 1] : undefined;
  const last = data.at(-1);
  return {
    readsNow:
      last !== undefined &&
      before !== undefined &&
      last.eavesdropper.read - before.eavesdropper.read === last.index - before.index,
    stolen: stolen.map(({ name }) => name),
    messages: messages.flatMap(({ step: index, content, readable }) => {
      const step = trace.steps[index];
      if (step?.kind !== 'message') return [];
      const text = readable && step.message === 'ApplicationData' ? printable(content) : undefined;
      return [
        {
          step: index,
          message: step.message,
          from: step.from,
          readable,
          ...(text !== undefined && { text }),
        },
      ];
    }),
  };
}

function printable(content: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(content);
  return /^[\t\r\n\u0020-\u007e]*$/.test(text) ? text.trim() : undefined;
}

/** The step at which the run answers its story's question: where somebody noticed, else the last. */
export function answeredAt(trace: Trace): number {
  const noticed = whoNoticed(trace).guards.find(
    ({ verdict }) => verdict === 'noticed' || verdict === 'overruled',
  );
  return noticed?.step ?? trace.steps.length - 1;
}

/**
 * How many steps say nothing yet about the question of the run's story: none that the story offers as an answer
 * (`choices`, by their keys), none at which somebody noticed, and none behind Mallory's last act. Never less than one.
 */
export function stepsBeforeAnswer(trace: Trace, choices: readonly string[]): number {
  const { steps, outcome } = trace;
  const offered = choices.map((key) => key.split('@')[1]);
  const telling = whoNoticed(trace)
    .guards.filter(({ verdict }) => verdict === 'noticed' || verdict === 'overruled')
    .flatMap(({ step }) => step ?? []);
  const named = steps.filter(({ id }) => offered.includes(id)).map(({ index }) => index);
  const touched = steps.findLast((step) => step.kind === 'message' && step.network !== undefined);
  const failed = outcome.kind === 'failed' ? [outcome.step] : [];
  const behind = touched === undefined ? [] : [touched.index + 1];
  return Math.max(1, Math.min(steps.length, ...telling, ...named, ...failed, ...behind));
}

/** The answer of a run to the question of its story. */
export function storyKey(trace: Trace): string {
  const { preset } = trace.scenario;
  const { key } = whoNoticed(trace);
  if (key !== 'nobody') return key;
  if (preset.startsWith('attack-stolen-key')) {
    const data = recordingOf(trace).messages.filter(({ message }) => message === 'ApplicationData');
    return data.every(({ readable }) => readable) ? 'reads-all' : 'reads-nothing';
  }
  if (preset === 'attack-null' || preset === 'attack-rc4')
    return recordingOf(trace).readsNow ? 'eve-reads' : 'eve-blind';
  return key;
}
