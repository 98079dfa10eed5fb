/**
 * What is different between two runs, found in their messages: every message, every extension of a hello and
 * the two things that wander between messages (key shares and the server's signature) is looked up in both.
 */
import type { Field } from '../../bytes/field.ts';
import { spec } from '../../bytes/spec.ts';
import type { Spec } from '../../bytes/spec.ts';
import type { Level, MessageName, MessageStep, Party, Trace } from '../../lab/trace.ts';
import { scheduleOf } from './schedule.ts';

/** Something that a run carries: where, when, and how well protected. */
interface Item {
  readonly thing: Thing;
  readonly container: MessageName;
  readonly step: string;
  readonly level: Level;
  /** Half round trips after the start. */
  readonly instant: number;
}

export type Thing =
  | { readonly kind: 'message'; readonly message: MessageName; readonly from: Party }
  | { readonly kind: 'extension'; readonly name: string; readonly from: Party }
  | { readonly kind: 'key-share'; readonly from: Party }
  | { readonly kind: 'encrypted-secret'; readonly from: Party }
  | { readonly kind: 'signature'; readonly from: Party };

export interface Difference {
  readonly thing: Thing;
  readonly change: 'moved' | 'earlier' | 'later' | 'vanished' | 'encrypted' | 'clear' | 'new';
  readonly before: { readonly container: MessageName; readonly step: string } | undefined;
  readonly after: { readonly container: MessageName; readonly step: string } | undefined;
  /** Round trips gained (earlier) or lost. */
  readonly roundTrips: number;
  readonly spec: Spec | undefined;
}

export type DifferenceGroup = 'moved' | 'vanished' | 'encrypted' | 'new';

export interface DifferenceList {
  readonly group: DifferenceGroup;
  readonly rows: readonly Difference[];
}

/** From the left run to the right one, in the groups of the screen. Groups without a row are left out. */
export function differencesBetween(left: Trace, right: Trace): readonly DifferenceList[] {
  const before = itemsOf(left);
  const after = itemsOf(right);
  const groups: Record<DifferenceGroup, Difference[]> = { moved: [], vanished: [], encrypted: [], new: [] };
  for (const [key, was] of before) {
    const is = after.get(key);
    if (is === undefined) {
      groups.vanished.push(difference(was.thing, 'vanished', was, undefined));
      continue;
    }
    const roundTrips = (is.instant - was.instant) / 2;
    if (is.container !== was.container) groups.moved.push(difference(was.thing, 'moved', was, is));
    else if (Math.abs(roundTrips) >= 0.5 && was.thing.kind === 'message' && settled.has(was.container))
      groups.moved.push(difference(was.thing, roundTrips < 0 ? 'earlier' : 'later', was, is));
    if (was.level === 'plaintext' && is.level !== 'plaintext')
      groups.encrypted.push(difference(was.thing, 'encrypted', was, is));
    else if (was.level !== 'plaintext' && is.level === 'plaintext')
      groups.encrypted.push(difference(was.thing, 'clear', was, is));
  }
  for (const [key, is] of after)
    if (!before.has(key)) groups.new.push(difference(is.thing, 'new', undefined, is));
  return (['moved', 'vanished', 'encrypted', 'new'] as const)
    .map((group) => ({ group, rows: groups[group] }))
    .filter(({ rows }) => rows.length > 0);
}

/** Bytes of the key shares of both sides, wherever they travel. */
export function keyShareBytes(trace: Trace): number {
  let total = 0;
  for (const step of messagesOf(trace)) {
    const body = bodyOf(step);
    if (!body) continue;
    for (const share of sharesIn(body)) total += share.end - share.start;
  }
  return total;
}

/** Messages whose time is part of the handshake; data and alerts follow from it. */
const settled: ReadonlySet<MessageName> = new Set<MessageName>([
  'ServerHello',
  'Certificate',
  'CertificateVerify',
  'CertificateRequest',
  'Finished',
]);

function itemsOf(trace: Trace): ReadonlyMap<string, Item> {
  const instants = new Map(scheduleOf(trace).crossings.map(({ id, departs }) => [id, departs]));
  const items = new Map<string, Item>();
  for (const step of messagesOf(trace)) {
    const { message, from, id, level } = step;
    const add = (thing: Thing): void => {
      const key = JSON.stringify(thing);
      if (!items.has(key))
        items.set(key, { thing, container: message, step: id, level, instant: instants.get(id) ?? 0 });
    };
    add({ kind: 'message', message, from });
    const body = bodyOf(step);
    if (!body) continue;
    if (shows.has(message)) for (const name of extensionsIn(body)) add({ kind: 'extension', name, from });
    if (sharesIn(body).length > 0) add({ kind: 'key-share', from });
    if (find(body, 'EncryptedPreMasterSecret')) add({ kind: 'encrypted-secret', from });
    if (message === 'CertificateVerify' || (message === 'ServerKeyExchange' && find(body, 'signature')))
      add({ kind: 'signature', from });
  }
  return items;
}

/** Extensions with which the server answers. The browser's offer hardly changes with the version it gets. */
const shows: ReadonlySet<MessageName> = new Set<MessageName>(['ServerHello', 'EncryptedExtensions']);

function messagesOf(trace: Trace): readonly MessageStep[] {
  return trace.steps.filter(
    (step): step is MessageStep =>
      step.kind === 'message' && step.message !== 'ApplicationData' && step.message !== 'Alert',
  );
}

function bodyOf(step: MessageStep): Field | undefined {
  return find((step.plain ?? step.wire).field, step.message);
}

function extensionsIn(body: Field): readonly string[] {
  return (find(body, 'extensions')?.children ?? []).flatMap((extension) => {
    const value = find(extension, 'extension_type')?.value;
    return value?.type === 'code' && value.name !== undefined ? [value.name] : [];
  });
}

/** TLS 1.3: key_exchange in the hellos. TLS 1.2: the points and numbers of the two key exchange messages. */
function sharesIn(body: Field): readonly Field[] {
  const values = findAll(body, new Set(['key_exchange', 'public', 'ecdh_Yc', 'dh_Yc', 'dh_Ys']));
  // Without the length in front of each. Shares of GREASE are one byte long.
  return values
    .map((field) => field.children?.findLast(({ role }) => role === 'value') ?? field)
    .filter(({ start, end }) => end - start > 1);
}

function find(field: Field, name: string): Field | undefined {
  if (field.name === name) return field;
  for (const child of field.children ?? []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

function findAll(field: Field, names: ReadonlySet<string>): readonly Field[] {
  if (names.has(field.name)) return [field];
  return (field.children ?? []).flatMap((child) => findAll(child, names));
}

function difference(
  thing: Thing,
  change: Difference['change'],
  before: Item | undefined,
  after: Item | undefined,
): Difference {
  return {
    thing,
    change,
    before: before && { container: before.container, step: before.step },
    after: after && { container: after.container, step: after.step },
    roundTrips: before && after ? (after.instant - before.instant) / 2 : 0,
    spec: specOf(thing, after === undefined),
  };
}

/** Where the newer protocol says so. */
function specOf(thing: Thing, gone: boolean): Spec | undefined {
  switch (thing.kind) {
    case 'key-share':
      return spec(9846, '4.3.8');
    case 'signature':
      return spec(9846, '4.5.2');
    case 'encrypted-secret':
      return spec(9846, '1.3');
    case 'extension':
      return thing.from === 'server' ? spec(9846, '4.3') : undefined;
    case 'message':
      if (!gone) return messageSpecs[thing.message];
      return thing.message === 'ChangeCipherSpec' ? spec(9846, 'E.4') : spec(9846, '1.3');
  }
}

const messageSpecs: Partial<Readonly<Record<MessageName, Spec>>> = {
  ServerHello: spec(9846, '4.2.3'),
  EncryptedExtensions: spec(9846, '4.4.1'),
  CertificateRequest: spec(9846, '4.4.2'),
  Certificate: spec(9846, '4.5.1'),
  CertificateVerify: spec(9846, '4.5.2'),
  Finished: spec(9846, '4.5.3'),
};
