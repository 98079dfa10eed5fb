/** The check list of the Checks tab: one row per check with the values its verdict rests on. */
import type { Spec } from '../bytes/spec.ts';
import type { Party, Trace } from '../lab/trace.ts';
import type { CertificateRef, CheckId, Evidence, PathResult, Verdict } from '../x509/path/result.ts';
import { pathInMessage } from './certificates.ts';
import { type CertificateCard, cardAt, other } from './trust-certificates.ts';

export interface CheckRow {
  readonly id: CheckId;
  readonly verdict: Verdict;
  readonly code: string;
  readonly spec: Spec;
  readonly facts: CheckFacts;
  readonly evidence: readonly EvidenceRow[];
}

/** What the one line about a check may quote. */
export interface CheckFacts {
  /** Name of the certificate the first piece of evidence is about. */
  readonly name?: string;
  /** Whether that certificate is the leaf. */
  readonly atLeaf: boolean;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** Period of the certificate in question, or of the leaf, and the clock it was held against; milliseconds. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly clock: number;
  /** Roots the checking party had switched on. */
  readonly roots: number;
  /** How many pieces of evidence there are: signatures checked, certificates looked at. */
  readonly count: number;
  /** Issuer that the last certificate of the path names. */
  readonly issuer?: string;
  /** Certificates below the first one in question, and how many its pathLenConstraint allows. */
  readonly below?: number;
  readonly limit?: number;
  readonly hostIsAddress: boolean;
}

export interface EvidenceRow {
  /** The certificate it is about, where there is one. */
  readonly ref?: CertificateRef;
  readonly name?: string;
  readonly field?: string;
  readonly searched?: CertificateRef['from'];
  readonly expected?: Value;
  readonly actual?: Value;
}

/** A time is told apart by the field it stands in; everything else is text. */
export type Value = { readonly time: number } | { readonly text: string };

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly notReached: number;
}

/** What failed comes first, the others in the order of the validator. `presenter` sent the chain. */
export function checkRows(trace: Trace, path: PathResult, presenter: Party): readonly CheckRow[] {
  return path.checks
    .map((check): CheckRow => {
      const [first] = check.evidence;
      const ref = first?.certificate;
      const card = ref && cardAt(trace, ref, presenter);
      const leaf = cardAt(trace, { from: 'sent', index: 0 }, presenter);
      const dated = check.id === 'validity' && check.verdict === 'failed' ? card : leaf;
      return {
        id: check.id,
        verdict: check.verdict,
        code: check.code,
        spec: check.spec,
        facts: {
          ...(card && { name: card.name }),
          atLeaf: ref === undefined || (ref.from === 'sent' && ref.index === 0),
          expected: listOf(first?.expected),
          actual: listOf(first?.actual),
          ...(dated && { notBefore: dated.notBefore, notAfter: dated.notAfter }),
          clock: trace.clock,
          roots: rootCount(trace, presenter),
          count: check.evidence.length,
          ...issuerOf(card, leaf),
          ...(typeof first?.actual === 'number' && { below: first.actual }),
          ...(typeof first?.expected === 'number' && { limit: first.expected }),
          hostIsAddress: isAddress(trace.scenario.browser.serverName),
        },
        evidence: check.evidence.map((evidence) => evidenceRow(trace, evidence, presenter)),
      };
    })
    .toSorted((a, b) => Number(b.verdict === 'failed') - Number(a.verdict === 'failed'));
}

/** Where a piece of evidence stands in the run: the Certificate message's step, and the path in its bytes. */
export function placeOf(
  trace: Trace,
  { ref, field }: EvidenceRow,
  presenter: Party,
): { readonly step: number; readonly path: string } | undefined {
  if (ref?.from !== 'sent' || field === undefined) return undefined;
  const index = trace.certificates.findIndex(
    (one) => one.owner === presenter && one.ref.from === 'sent' && one.ref.index === ref.index,
  );
  const record = trace.certificates[index];
  const step = trace.steps.find((one) => one.kind === 'message' && one.certificates.includes(index));
  const path = record && step && pathInMessage(step, record, field);
  return step && path !== undefined ? { step: step.index, path } : undefined;
}

export function tally(path: PathResult): Tally {
  const count = (verdict: Verdict): number => path.checks.filter((check) => check.verdict === verdict).length;
  return { passed: count('passed'), failed: count('failed'), notReached: count('not-reached') };
}

/** Anchors of whoever checked: the browser's switches, or the one client CA of the server. */
export function rootCount(trace: Trace, presenter: Party): number {
  const { browser, server } = trace.scenario;
  return other(presenter) === 'browser' ? browser.roots.length : server.clientRoots.length;
}

export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+(\.\d+){3}$/.test(host);
}

function issuerOf(card: CertificateCard | undefined, leaf: CertificateCard | undefined): { issuer?: string } {
  const issuer = card?.issuer ?? leaf?.issuer;
  return issuer === undefined ? {} : { issuer };
}

function evidenceRow(trace: Trace, evidence: Evidence, presenter: Party): EvidenceRow {
  const { certificate, field, searched } = evidence;
  const name = certificate && cardAt(trace, certificate, presenter)?.name;
  const timed = field === 'tbsCertificate.validity';
  const expected = valueOf(evidence.expected, timed);
  const actual = valueOf(evidence.actual, timed);
  return {
    ...(certificate && { ref: certificate }),
    ...(name !== undefined && { name }),
    ...(field !== undefined && { field }),
    ...(searched && { searched }),
    ...(expected && { expected }),
    ...(actual && { actual }),
  };
}

function valueOf(value: Evidence['expected'], timed: boolean): Value | undefined {
  if (value === undefined) return undefined;
  if (timed && typeof value === 'number') return { time: value };
  return { text: listOf(value).join(', ') };
}

function listOf(value: Evidence['expected']): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : value;
}
