/** The picture of path building: which certificates were joined, what is missing, and every way that was tried. */
import type { Party, Trace } from '../lab/trace.ts';
import type { Candidate, CertificateRef, CheckId, PathResult } from '../x509/path/result.ts';
import { shownCandidate } from '../x509/path/shown.ts';
import { clientRootName, rootName } from './root-store.ts';
import { type CertificateCard, cardAt } from './trust-certificates.ts';

export type PathCard =
  | {
      readonly kind: 'certificate';
      readonly ref: CertificateRef;
      readonly role: 'leaf' | 'intermediate' | 'root';
      /** Absent where the trace names the certificate but does not carry it. */
      readonly card?: CertificateCard;
      readonly name: string;
      /** Rows of the card that a failed check points at. */
      readonly marks: readonly Mark[];
    }
  /** What the last certificate asks for and nobody has. */
  | {
      readonly kind: 'missing';
      readonly role: 'intermediate' | 'root';
      readonly name: string;
      readonly keyId?: string;
      /** How many certificates of that name were found, per place that was searched. */
      readonly found: Readonly<Record<CertificateRef['from'], number>>;
    }
  /** The store, which the path did not reach: names of the roots in it. */
  | { readonly kind: 'store'; readonly roots: readonly string[] };

export type Mark = 'issuer' | 'issuer-key-id' | 'not-before' | 'not-after' | 'names' | 'key' | 'usage';

export interface PathPicture {
  readonly cards: readonly PathCard[];
  /** Between card i and i + 1. */
  readonly joints: readonly ('verified' | 'broken' | 'open' | 'not-reached')[];
  /** Where the leaf's issuer could be fetched; nobody in this laboratory goes and looks. */
  readonly issuerUrl?: string;
}

export function pathPicture(trace: Trace, path: PathResult, presenter: Party): PathPicture {
  const shown = shownCandidate(path);
  if (!shown) return { cards: [], joints: [] };
  const certificates = shown.path.map((ref, at): PathCard => {
    const card = cardAt(trace, ref, presenter);
    const role =
      at === 0 ? 'leaf' : ref.from === 'store' || card?.selfIssued === true ? 'root' : 'intermediate';
    return {
      kind: 'certificate',
      ref,
      role,
      ...(card && { card }),
      name: card?.name ?? anchorName(shown) ?? '',
      marks: marksAt(shown, ref),
    };
  });
  const missing = missingCard(trace, shown, presenter);
  const cards = [...certificates, ...missing];
  const leaf = cardAt(trace, { from: 'sent', index: 0 }, presenter);
  return {
    cards,
    joints: cards.slice(1).map((card, at) => jointAt(shown, card, at)),
    ...(shown.path.length === 1 &&
      missing.length > 0 &&
      leaf?.issuerUrl !== undefined && { issuerUrl: leaf.issuerUrl }),
  };
}

export interface CandidateRow {
  /** Names from the leaf upwards. */
  readonly names: readonly string[];
  readonly from: readonly CertificateRef['from'][];
  readonly accepted: boolean;
  readonly dropped?: { readonly check: CheckId; readonly code: string; readonly name: string };
}

/** Every way that was tried, in the order of the search. */
export function candidateRows(trace: Trace, path: PathResult, presenter: Party): readonly CandidateRow[] {
  return path.candidates.map((candidate) => {
    const nameOf = (ref: CertificateRef): string =>
      cardAt(trace, ref, presenter)?.name ?? anchorName(candidate) ?? `${ref.from}[${ref.index}]`;
    const { dropped } = candidate;
    return {
      names: candidate.path.map(nameOf),
      from: candidate.path.map((ref) => ref.from),
      accepted: candidate.verdict === 'accepted',
      ...(dropped && { dropped: { check: dropped.check, code: dropped.code, name: nameOf(dropped.at) } }),
    };
  });
}

/** What stands above the last certificate when the path did not end in the store. */
function missingCard(trace: Trace, candidate: Candidate, presenter: Party): readonly PathCard[] {
  const check = candidate.checks.find(({ id }) => id === 'trust-anchor');
  if (check?.verdict !== 'failed') return [];
  const top = candidate.path.at(-1);
  const card = top && cardAt(trace, top, presenter);
  const store: PathCard = {
    kind: 'store',
    roots:
      presenter === 'server'
        ? trace.scenario.browser.roots.map(rootName)
        : trace.scenario.server.clientRoots.map(clientRootName),
  };
  if (!card || card.selfIssued) return [store];
  const found = { sent: 0, store: 0, cache: 0 };
  for (const { searched, actual } of check.evidence)
    if (searched && typeof actual === 'number') found[searched] = actual;
  const missing: Extract<PathCard, { kind: 'missing' }> = {
    kind: 'missing',
    // The issuer of a leaf is an intermediate; the issuer of an authority that was sent is its root.
    role: candidate.path.length === 1 ? 'intermediate' : 'root',
    name: card.issuer,
    ...(card.issuerKeyId !== undefined && { keyId: card.issuerKeyId }),
    found,
  };
  return missing.role === 'root' ? [missing] : [missing, store];
}

function jointAt(candidate: Candidate, upper: PathCard, at: number): PathPicture['joints'][number] {
  if (upper.kind === 'store') return 'not-reached';
  if (upper.kind === 'missing') return 'broken';
  const signature = candidate.checks.find(({ id }) => id === 'signature');
  const below = candidate.path[at];
  const named = signature?.evidence.find(
    ({ certificate }) => certificate?.from === below?.from && certificate?.index === below?.index,
  );
  if (!named) return 'open';
  return signature?.verdict === 'failed' ? 'broken' : 'verified';
}

/** Which rows of a card a failure points at, by its code. */
const markOf: Readonly<Record<string, readonly Mark[]>> = {
  'issuer-not-found': ['issuer', 'issuer-key-id'],
  'root-not-trusted': ['issuer', 'issuer-key-id'],
  'self-signed': ['issuer'],
  expired: ['not-after'],
  'not-yet-valid': ['not-before'],
  'name-mismatch': ['names'],
  'no-names': ['names'],
  'weak-key': ['key'],
  'unsupported-key': ['key'],
  'no-key-cert-sign': ['usage'],
  'no-digital-signature': ['usage'],
};

/** Rows of the card of `ref` that a failed check names as evidence. */
function marksAt(candidate: Candidate, ref: CertificateRef): readonly Mark[] {
  return candidate.checks
    .filter(({ verdict }) => verdict === 'failed')
    .flatMap((check) => {
      const at = check.evidence[0]?.certificate;
      return at?.from === ref.from && at.index === ref.index ? (markOf[check.code] ?? []) : [];
    });
}

/** Common name out of the trust anchor's subject, where the trace does not carry its certificate. */
function anchorName(candidate: Candidate): string | undefined {
  const anchor = candidate.checks.find(({ id, verdict }) => id === 'trust-anchor' && verdict === 'passed');
  const subject = anchor?.evidence[0]?.actual;
  return typeof subject === 'string' ? (/(?:^|, ?)CN=([^,]+)/.exec(subject)?.[1] ?? subject) : undefined;
}
