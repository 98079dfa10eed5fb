/**
 * TCP connections out of segments: each side's bytes in order, with the time at which the next ones were
 * there. Repeated segments count once, late ones are put in their place, and bytes that are nowhere in the
 * capture leave a gap of known size.
 */
import type { Bytes } from '../../crypto/port.ts';
import type { Segment } from './dissect.ts';

/** Whoever opened the connection is 'client'; without a SYN, whoever has the higher port. */
export type Side = 'client' | 'server';

/** What follows next on one side of the connection. */
export interface Chunk {
  readonly side: Side;
  readonly time: number;
  readonly packet: number;
  readonly bytes: Bytes;
  /** Bytes missing right before these. */
  readonly gap: number;
}

export interface TcpConnection {
  readonly client: string;
  readonly server: string;
  readonly started: number;
  readonly firstPacket: number;
  /** The SYN is in the capture: nothing is missing in front. */
  readonly fromStart: boolean;
  /** In the order in which a listener in the middle could have read them. */
  readonly chunks: readonly Chunk[];
  readonly packets: number;
}

interface Draft {
  readonly segments: Segment[];
  client: string;
  server: string;
  synSequence: number | undefined;
  /** What a SYN+ACK acknowledged, where it came before its SYN or without one. */
  readonly answered: number | undefined;
}

export function tcpConnections(segments: readonly Segment[]): readonly TcpConnection[] {
  const drafts: Draft[] = [];
  const open = new Map<string, Draft>();
  for (const segment of segments) {
    const key = [segment.source, segment.target].toSorted().join(' ');
    const known = open.get(key);
    const draft = known === undefined || opensAnew(known, segment) ? newDraft(segment) : known;
    if (segment.syn && !segment.ack) draft.synSequence = segment.sequence;
    if (draft !== known) {
      drafts.push(draft);
      open.set(key, draft);
    }
    draft.segments.push(segment);
  }
  return drafts.map(finish);
}

/** The same pair of ports again, with another initial number: a connection of its own. */
function opensAnew({ synSequence, answered }: Draft, { syn, ack, sequence }: Segment): boolean {
  if (!syn || ack || synSequence === sequence) return false;
  // Captured from two queues, the answer may stand before what it answers.
  return synSequence !== undefined || answered !== (sequence + 1) >>> 0;
}

function newDraft(segment: Segment): Draft {
  const answers = segment.syn && segment.ack;
  const opens = segment.syn && !segment.ack;
  const upward = portOf(segment.source) >= portOf(segment.target);
  const fromClient = opens || (!answers && upward);
  return {
    segments: [],
    client: fromClient ? segment.source : segment.target,
    server: fromClient ? segment.target : segment.source,
    synSequence: undefined,
    answered: answers ? segment.acknowledged : undefined,
  };
}

function portOf(endpoint: string): number {
  return Number(endpoint.slice(endpoint.lastIndexOf(':') + 1));
}

function finish({ segments, client, server, synSequence }: Draft): TcpConnection {
  const [first] = segments;
  const chunks = [
    ...sideChunks(
      segments.filter(({ source }) => source === client),
      'client',
    ),
    ...sideChunks(
      segments.filter(({ source }) => source !== client),
      'server',
    ),
  ];
  return {
    client,
    server,
    started: first?.time ?? 0,
    firstPacket: first?.packet ?? 0,
    fromStart: synSequence !== undefined,
    // Sorting is stable: what one packet made readable stays in order.
    chunks: chunks.toSorted((a, b) => a.packet - b.packet),
    packets: segments.length,
  };
}

interface Piece {
  /** Offset in the stream. */
  readonly start: number;
  readonly bytes: Bytes;
  readonly time: number;
  readonly packet: number;
}

function sideChunks(segments: readonly Segment[], side: Side): readonly Chunk[] {
  const pieces = piecesOf(segments);
  const holes = holesOf(pieces);
  const chunks: Chunk[] = [];
  const waiting: Piece[] = [];
  let next = 0;
  let passed = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    for (;;) {
      // No segment ever fills a hole: what stands behind it need not wait.
      while ((holes[passed]?.end ?? Infinity) <= next) passed++;
      const hole = holes[passed];
      const at = hole !== undefined && hole.start <= next ? hole.end : next;
      const ready = waiting.findIndex(({ start, bytes }) => start <= at && start + bytes.length > at);
      const taken = waiting[ready];
      if (taken === undefined) break;
      waiting.splice(ready, 1);
      const bytes = taken.bytes.subarray(at - taken.start);
      chunks.push({ side, time: piece.time, packet: piece.packet, bytes, gap: at - next });
      next = at + bytes.length;
    }
    // Old news.
    for (let i = waiting.length - 1; i >= 0; i--) {
      const old = waiting[i];
      if (old !== undefined && old.start + old.bytes.length <= next) waiting.splice(i, 1);
    }
  }
  return chunks;
}

/** Payloads with their offsets, counted from the first byte behind the SYN, or from the lowest one seen. */
function piecesOf(segments: readonly Segment[]): readonly Piece[] {
  const syn = segments.find((segment) => segment.syn);
  const first = segments.find(({ payload }) => payload.length > 0);
  if (first === undefined) return [];
  let last = syn === undefined ? first.sequence : syn.sequence + 1;
  let offset = 0;
  let lowest = 0;
  const pieces: Piece[] = [];
  for (const { sequence, syn: opens, payload, time, packet } of segments) {
    // Without data a number says nothing new, and that of a reset may be anything.
    if (payload.length === 0) continue;
    // Numbers wrap at 2^32; each is read as close as possible to the one before.
    const data = opens ? sequence + 1 : sequence;
    offset += (data - last) | 0;
    last = data >>> 0;
    if (syn === undefined) lowest = Math.min(lowest, offset);
    pieces.push({ start: offset, bytes: payload, time, packet });
  }
  return pieces
    .map((piece) => ({ ...piece, start: piece.start - lowest }))
    .map((piece) =>
      piece.start >= 0 ? piece : { ...piece, start: 0, bytes: piece.bytes.subarray(-piece.start) },
    )
    .filter(({ bytes }) => bytes.length > 0);
}

/** Ranges from 0 to the last byte seen that no piece covers. */
function holesOf(pieces: readonly Piece[]): readonly { readonly start: number; readonly end: number }[] {
  const holes: { start: number; end: number }[] = [];
  let end = 0;
  for (const { start, bytes } of pieces.toSorted((a, b) => a.start - b.start)) {
    if (start > end) holes.push({ start: end, end: start });
    end = Math.max(end, start + bytes.length);
  }
  return holes;
}
