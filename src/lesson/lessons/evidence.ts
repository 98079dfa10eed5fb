/** More that lessons quote from a run: who showed which certificate, and how the run ended. */
import { roundTripsOf } from '../../lab/departures.ts';
import type { MessageName, MessageStep, Party, Trace } from '../../lab/trace.ts';
import type { AlertName } from '../../tls/registry/alerts.ts';
import { groupByCode } from '../../tls/registry/groups.ts';
import { versionName } from '../../tls/registry/names.ts';
import { certificateFacts, certificateOf, messageOf } from '../facts/lookup.ts';
import type { CertificateFacts } from '../step-facts.ts';
import { endFactsOf } from './end-facts.ts';
import type { RunFacts } from './facts.ts';

export interface ShownCertificate extends CertificateFacts {
  /** Purposes by name, such as 'clientAuth'. */
  readonly purposes: readonly string[];
}

/** The first certificate in the message of that step; undefined where it has none. */
export function shownIn(trace: Trace, id: string): ShownCertificate | undefined {
  const step = trace.steps.find((one) => one.id === id);
  const index = step?.kind === 'message' ? step.certificates[0] : undefined;
  const facts = index === undefined ? undefined : certificateFacts(index, trace);
  const purposes = certificateOf(trace.certificates[index ?? -1]?.der)?.extensions.extKeyUsage ?? [];
  return facts && { ...facts, purposes };
}

export interface Ending {
  readonly alert: AlertName;
  /** 'unknown_ca (48)'. */
  readonly named: string;
  readonly by: Party;
  /** Number of the step where it was noticed, from 1. */
  readonly step: number;
}

/** How a run failed; undefined where it did not. */
export function endingOf(trace: Trace): Ending | undefined {
  if (trace.outcome.kind !== 'failed') return undefined;
  const { alert: named, at: step } = endFactsOf(trace);
  return { alert: trace.outcome.error.alert, named, by: trace.outcome.noticedBy, step };
}

/** Names of the keys by which something was signed. */
export function keysThatSign({ steps }: Trace): readonly string[] {
  return steps
    .flatMap(({ operations }) => operations)
    .filter(({ name }) => name === 'sign')
    .map(({ inputs }) => inputs[0]?.name ?? '');
}

/** Common names of the roots that a side trusts. */
export function rootNames({ trust }: Trace, side: Party): readonly string[] {
  return (trust?.[side].store ?? []).map(({ der }) => certificateOf(der)?.subject.commonName ?? '');
}

/** The first group that the browser knows but sends no share for; '' where there is none. */
export function groupWithoutShare({ scenario }: Trace): string {
  const { groups, keyShares } = scenario.browser;
  const code = groups.find((group) => !keyShares.includes(group));
  return code === undefined ? '' : (groupByCode(code)?.name ?? '');
}

/** Whether Eve can read the message of that step; false where there is none. */
export function readable(trace: Trace, id: string): boolean {
  const step = trace.steps.find((one) => one.id === id);
  return step?.kind === 'message' && step.level === 'plaintext';
}

/** Bytes of both sides until data may flow: messages and dummies, without tickets. */
export function handshakeBytes({ steps }: Trace): number {
  return steps
    .filter((step) => step.kind === 'message')
    .filter(({ message }) => !afterwards.has(message))
    .reduce(
      (sum, { wire, compatibilityRecords }) =>
        sum +
        wire.bytes.length +
        compatibilityRecords.reduce((dummies, { bytes }) => dummies + bytes.length, 0),
      0,
    );
}

/** Round trips of the connection before this one, and of this one. */
export function tripsOfBoth(trace: Trace): readonly [before: number, after: number] {
  return [(trace.previous && roundTripsOf(trace.previous)) ?? 0, roundTripsOf(trace) ?? 0];
}

/** ChangeCipherSpec records that change nothing (RFC 9846 §E.4). */
export function dummiesIn({ steps }: Trace): number {
  return steps.reduce(
    (sum, step) => sum + (step.kind === 'message' ? step.compatibilityRecords.length : 0),
    0,
  );
}

export function offersTls13({ scenario }: Trace): boolean {
  return scenario.browser.versions.includes(0x0304);
}

/** The best version that a side speaks. */
export function bestOf({ scenario }: Trace, side: Party): string {
  return versionName(Math.max(...scenario[side].versions)) ?? '';
}

/** The oldest version that a side speaks. */
export function lastOf({ scenario }: Trace, side: Party): string {
  return versionName(Math.min(...scenario[side].versions)) ?? '';
}

/** Names of versions, in the order given. */
export function versionNames(versions: readonly number[]): readonly string[] {
  return versions.map((version) => versionName(version) ?? '');
}

/** The first message that Eve cannot read. */
export function firstProtected({ steps }: Trace): MessageStep | undefined {
  return steps.find((step): step is MessageStep => step.kind === 'message' && step.level !== 'plaintext');
}

/** The first message that the network touched. */
export function changedMessage({ steps }: Trace): MessageStep | undefined {
  return steps.find((step): step is MessageStep => step.kind === 'message' && step.network !== undefined);
}

/** 'SHA256' out of 'TLS_AES_128_GCM_SHA256'. */
export function hashInName({ suite }: RunFacts): string {
  return suite.split('_').at(-1) ?? '';
}

/** Version in the header of the first record. */
export function recordVersion({ steps }: Trace): number {
  const [first] = steps;
  const bytes = first?.kind === 'message' ? first.wire.bytes : undefined;
  return ((bytes?.[1] ?? 0) << 8) | (bytes?.[2] ?? 0);
}

/** What a server writes at the end of its random when it is made to answer below its best (RFC 9846 §4.2.3); else ''. */
export function markOf({ steps }: Trace): string {
  const hello = messageOf(
    steps.find(({ id }) => id === 'server_hello'),
    'server_hello',
  );
  const text = String.fromCharCode(...(hello?.random.subarray(24, 31) ?? []));
  return text === 'DOWNGRD' ? text : '';
}

/** Whether the group of the run has a part that no quantum computer is known to break. */
export function sharesHybrid({ negotiated }: Trace): boolean {
  const group = negotiated.group === undefined ? undefined : groupByCode(negotiated.group);
  return group?.parts.some(({ kind }) => kind === 'kem') === true;
}

/** Algorithms by which the browser checked the server: the signature of the handshake, then those of the path. */
export function provenBy({ steps }: Trace): readonly string[] {
  return ['verify_signature', 'validate_chain'].flatMap((work) =>
    steps
      .filter((step) => step.id === work)
      .flatMap(({ operations }) => operations)
      .filter(({ name }) => name === 'verify')
      .map(({ algorithm }) => algorithm),
  );
}

const afterwards: ReadonlySet<MessageName> = new Set<MessageName>([
  'ApplicationData',
  'Alert',
  'NewSessionTicket',
]);
