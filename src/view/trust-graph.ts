/**
 * The path graph: every certificate the search came across, every link it tried, and how each way ended.
 * Plain places in columns and rows; the component only draws.
 */
import type { Party, Trace } from '../lab/trace.ts';
import type { Candidate, CertificateRef, PathResult } from '../x509/path/result.ts';
import { type CertificateCard, cardAt, other } from './trust-certificates.ts';
import { type CheckRow, checkRows } from './trust-checks.ts';

export interface GraphNode {
  readonly key: string;
  /** Absent for an issuer that nobody has. */
  readonly ref?: CertificateRef;
  readonly card?: CertificateCard;
  readonly name: string;
  /** From the leaf, 0. */
  readonly column: number;
  /** Centre, in rows; shared certificates stand between the ways that share them. */
  readonly row: number;
  readonly state: 'accepted' | 'blamed' | 'tried' | 'missing' | 'aside';
  /** Where it came from: fetched by AIA is told apart from a cache. */
  readonly from: 'sent' | 'store' | 'cache' | 'fetched' | 'nowhere';
  /** When the search came here, from 0. */
  readonly order: number;
}

export interface GraphEdge {
  /** Keys: the certificate, and the one that should have signed it. */
  readonly from: string;
  readonly to: string;
  readonly state: 'accepted' | 'holds' | 'broken' | 'unchecked' | 'missing' | 'aside';
  readonly order: number;
}

/** How one way ended. */
export interface GraphEnd {
  /** 'A', 'B', … in the order tried. */
  readonly letter: string;
  readonly at: string;
  readonly accepted: boolean;
  /** The check that dropped it, with what its line quotes. */
  readonly row?: CheckRow;
}

export interface PathGraph {
  readonly columns: number;
  readonly rows: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly ends: readonly GraphEnd[];
  /** Pairs of certificates with the same name and the same key. */
  readonly twins: readonly (readonly [string, string])[];
  /** Ways beyond those that fit. */
  readonly more: number;
}

/** More ways than these are in the list only. */
const mostWays = 4;

export function pathGraph(trace: Trace, path: PathResult, presenter: Party): PathGraph {
  const ways = path.candidates.slice(0, mostWays);
  const nodes = new Map<string, GraphNode & { readonly lanes: number[] }>();
  const edges = new Map<string, GraphEdge>();
  let order = 0;
  for (const [lane, way] of ways.entries()) {
    for (const [column, ref] of way.path.entries()) {
      const key = keyOf(ref);
      const known = nodes.get(key);
      if (known) known.lanes.push(lane);
      else
        nodes.set(key, {
          ...nodeAt(trace, ref, presenter),
          column,
          row: lane,
          order: order++,
          lanes: [lane],
        });
      const below = way.path[column - 1];
      if (below) {
        const id = `${keyOf(below)} ${key}`;
        const state = edgeState(way, below);
        const before = edges.get(id);
        if (before === undefined || state === 'accepted')
          edges.set(id, { from: keyOf(below), to: key, state, order: before?.order ?? order });
      }
    }
    const missing = missingAbove(trace, way, presenter);
    const top = way.path.at(-1);
    if (missing !== undefined && top) {
      const key = `missing ${missing}`;
      const known = nodes.get(key);
      if (known) known.lanes.push(lane);
      else
        nodes.set(key, {
          key,
          name: missing,
          column: way.path.length,
          row: lane,
          state: 'missing',
          from: 'nowhere',
          order: order++,
          lanes: [lane],
        });
      edges.set(`${keyOf(top)} ${key}`, { from: keyOf(top), to: key, state: 'missing', order });
    }
  }
  const placed = [...nodes.values()].map(({ lanes, ...node }): GraphNode => ({
    ...node,
    row: average(lanes),
    state: stateOf(node, ways),
  }));
  const aside = asideNodes(trace, presenter, placed, ways.length);
  const all = [...placed, ...aside.nodes];
  return {
    columns: Math.max(1, ...all.map(({ column }) => column + 1)),
    rows: Math.max(1, ...all.map(({ row }) => row + 1)),
    nodes: all,
    edges: [...edges.values(), ...aside.edges],
    ends: ways.flatMap((way, at) => endOf(trace, path, presenter, way, at) ?? []),
    twins: twinsOf(all),
    more: path.candidates.length - ways.length,
  };
}

export function keyOf(ref: CertificateRef): string {
  return `${ref.from}-${ref.index}`;
}

function nodeAt(
  trace: Trace,
  ref: CertificateRef,
  presenter: Party,
): Omit<GraphNode, 'column' | 'row' | 'order'> {
  const card = cardAt(trace, ref, presenter);
  const kept = trace.trust?.[other(presenter)].cached.length ?? Number.POSITIVE_INFINITY;
  return {
    key: keyOf(ref),
    ref,
    ...(card && { card }),
    name: card?.name ?? '',
    state: 'tried',
    from: ref.from === 'cache' && ref.index >= kept ? 'fetched' : ref.from,
  };
}

function stateOf(node: GraphNode, ways: readonly Candidate[]): GraphNode['state'] {
  if (node.ref === undefined) return node.state;
  const accepted = ways.find(({ verdict }) => verdict === 'accepted');
  const key = node.key;
  if (accepted?.path.some((ref) => keyOf(ref) === key)) return 'accepted';
  const blamed = ways.some(
    ({ dropped }) => dropped && dropped.check !== 'trust-anchor' && keyOf(dropped.at) === key,
  );
  const fallen = ways.some(({ dropped }) => dropped?.code === 'distrusted' && keyOf(dropped.at) === key);
  return blamed || fallen ? 'blamed' : 'tried';
}

function edgeState(way: Candidate, below: CertificateRef): GraphEdge['state'] {
  if (way.verdict === 'accepted') return 'accepted';
  const signature = way.checks.find(({ id }) => id === 'signature');
  const at = signature?.evidence.find(
    ({ certificate }) => certificate && keyOf(certificate) === keyOf(below),
  );
  if (signature?.verdict === 'failed' && at) return 'broken';
  return signature?.verdict === 'passed' && at ? 'holds' : 'unchecked';
}

/** The name of the issuer that the last certificate of a way asks for and nobody has. */
function missingAbove(trace: Trace, way: Candidate, presenter: Party): string | undefined {
  const anchor = way.checks.find(({ id }) => id === 'trust-anchor');
  if (anchor?.code !== 'issuer-not-found' && anchor?.code !== 'root-not-trusted') return undefined;
  const top = way.path.at(-1);
  const card = top && cardAt(trace, top, presenter);
  return card && !card.selfIssued ? card.issuer : undefined;
}

/** What was sent and no way led through: under the certificate that asks for it by name, or by itself. */
function asideNodes(
  trace: Trace,
  presenter: Party,
  placed: readonly GraphNode[],
  lanes: number,
): { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } {
  const sent = trace.certificates.filter(({ ref, owner }) => ref.from === 'sent' && owner === presenter);
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const { ref } of sent) {
    const key = keyOf(ref);
    if (placed.some((node) => node.key === key)) continue;
    const card = cardAt(trace, ref, presenter);
    const below = placed.find(
      (node) => node.card && card && node.card.issuer === card.name && !node.card.selfIssued,
    );
    const column = below ? below.column + 1 : 1;
    nodes.push({
      ...nodeAt(trace, ref, presenter),
      state: 'aside',
      column,
      row: Math.max(1, lanes) + nodes.filter((node) => node.column === column).length,
      order: placed.length,
    });
    if (below) edges.push({ from: below.key, to: key, state: 'aside', order: placed.length });
  }
  return { nodes, edges };
}

function endOf(
  trace: Trace,
  path: PathResult,
  presenter: Party,
  way: Candidate,
  at: number,
): GraphEnd | undefined {
  const top = way.path.at(-1);
  if (top === undefined) return undefined;
  const missing = missingAbove(trace, way, presenter);
  const rows = checkRows(trace, { ...path, checks: way.checks }, presenter);
  const row = rows.find(({ id, verdict }) => verdict === 'failed' && id === way.dropped?.check);
  return {
    letter: String.fromCharCode(65 + at),
    at: missing === undefined ? keyOf(top) : `missing ${missing}`,
    accepted: way.verdict === 'accepted',
    ...(row && { row }),
  };
}

function twinsOf(nodes: readonly GraphNode[]): PathGraph['twins'] {
  return nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter(
        (b) =>
          a.card !== undefined &&
          b.card !== undefined &&
          a.name === b.name &&
          a.card.keyId !== undefined &&
          a.card.keyId === b.card.keyId &&
          a.column === b.column,
      )
      .map((b) => [a.key, b.key] as const),
  );
}

function average(lanes: readonly number[]): number {
  const different = [...new Set(lanes)];
  return different.reduce((sum, lane) => sum + lane, 0) / different.length;
}
