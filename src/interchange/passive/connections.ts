/** The TLS connections of a capture, told apart by what their hellos say in the clear. */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { decodeHandshake, peekHandshakeLength } from '../../tls/messages/handshake.ts';
import type { ClientHello, HandshakeMessage, ServerHello } from '../../tls/messages/model.ts';
import { contentTypes, headerLength } from '../../tls/record/view.ts';
import { find } from '../../tls/extensions.ts';
import { dissect, type NoSegment, type Segment } from '../capture/dissect.ts';
import { Fragments } from '../capture/fragments.ts';
import type { CaptureFile } from '../capture/read-file.ts';
import { tcpConnections, type Side, type TcpConnection } from '../capture/streams.ts';
import { inOrder, itemsOf, type Item } from './records.ts';

export interface TlsConnection {
  /** Endpoints as 'address:port'. */
  readonly client: string;
  readonly server: string;
  /** Milliseconds since 1970 UTC. */
  readonly started: number;
  readonly firstPacket: number;
  readonly items: readonly Item[];
  readonly hello: ClientHello | undefined;
  /** Not a HelloRetryRequest. */
  readonly answer: ServerHello | undefined;
  /** From the hellos: 0x0304, 0x0303, …; undefined where the server said nothing that could be read. */
  readonly version: number | undefined;
  readonly serverName: string | undefined;
}

export interface Contents {
  readonly connections: readonly TlsConnection[];
  /** TCP connections without TLS. */
  readonly otherConnections: number;
  /** Packets without a TCP segment, by reason. */
  readonly skipped: Readonly<Record<NoSegment, number>>;
  /** Packets shorter than they were on the wire. */
  readonly cutPackets: number;
}

export function connectionsOf(capture: CaptureFile): Contents {
  const skipped: Record<NoSegment, number> = {
    link: 0,
    'not-ip': 0,
    'not-tcp': 0,
    quic: 0,
    dtls: 0,
    fragment: 0,
    cut: 0,
  };
  const segments: Segment[] = [];
  const fragments = new Fragments();
  for (const packet of capture.packets) {
    const segment = dissect(packet, fragments);
    if (typeof segment === 'string') skipped[segment]++;
    else segments.push(segment);
  }
  skipped.fragment = fragments.waiting;
  const all = tcpConnections(segments).filter(({ chunks }) => chunks.length > 0);
  const connections = all.flatMap((tcp) => tlsConnection(tcp) ?? []);
  return {
    connections,
    otherConnections: all.length - connections.length,
    skipped,
    cutPackets: segments.filter(({ missing }) => missing > 0).length,
  };
}

function tlsConnection(tcp: TcpConnection): TlsConnection | undefined {
  const straight = read(tcp);
  if (straight?.hello !== undefined) return straight;
  // Without a SYN the roles were a guess; with one, whoever was called may still be the client of TLS, as in FTP.
  const turned = read({
    ...tcp,
    client: tcp.server,
    server: tcp.client,
    chunks: tcp.chunks.map((chunk) => ({ ...chunk, side: chunk.side === 'client' ? 'server' : 'client' })),
  });
  return turned?.hello === undefined ? (straight ?? midway(tcp)) : turned;
}

function read(tcp: TcpConnection): TlsConnection | undefined {
  const items = itemsIn(tcp);
  if (!items.some(({ kind }) => kind === 'record')) return undefined;
  const [hello] = firstMessages(items, 'client').flatMap((message) =>
    message.type === 'client_hello' ? [message] : [],
  );
  const answer = firstMessages(items, 'server').find((message) => message.type === 'server_hello');
  return describe(tcp, items, hello, answer?.type === 'server_hello' ? answer : undefined);
}

/** The capture began when the handshake was over: records follow each other from some packet on. */
function midway(tcp: TcpConnection): TlsConnection | undefined {
  if (tcp.fromStart) return undefined;
  const items = itemsIn(tcp, true);
  // One lucky match in foreign bytes is no proof.
  const records = items.filter(({ kind }) => kind === 'record').length;
  const others = items.filter(({ kind }) => kind === 'other').length;
  return records > 1 && others === 0 ? describe(tcp, items, undefined, undefined) : undefined;
}

function itemsIn(tcp: TcpConnection, begun = false): readonly Item[] {
  const of = (side: Side): readonly Item[] =>
    itemsOf(
      tcp.chunks.filter((chunk) => chunk.side === side),
      side,
      begun,
    );
  return inOrder(of('client'), of('server'));
}

function describe(
  { client, server, started, firstPacket }: TcpConnection,
  items: readonly Item[],
  hello: ClientHello | undefined,
  answer: ServerHello | undefined,
): TlsConnection {
  const selected = find(answer?.extensions ?? null, 'supported_versions')?.versions[0];
  return {
    client,
    server,
    started: items[0]?.time ?? started,
    firstPacket,
    items,
    hello,
    answer,
    version: answer && (selected ?? answer.legacyVersion),
    serverName: find(hello?.extensions ?? null, 'server_name')?.hostName ?? undefined,
  };
}

/** Handshake messages that a side sent in the clear before its first protected record. */
function firstMessages(items: readonly Item[], side: Side): readonly HandshakeMessage[] {
  const parts: Bytes[] = [];
  for (const item of items) {
    if (item.side !== side) continue;
    if (item.kind === 'gap' && parts.length > 0) break;
    if (item.kind !== 'record') continue;
    const [type] = item.bytes;
    // The dummy ChangeCipherSpec may stand between two hellos.
    if (type === contentTypes.change_cipher_spec) continue;
    if (type !== contentTypes.handshake) break;
    parts.push(item.bytes.subarray(headerLength));
    if (parts.length === 16) break;
  }
  const bytes = concat(...parts);
  const messages: HandshakeMessage[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = peekHandshakeLength(bytes.subarray(at, at + 4));
    if (length === undefined || at + length > bytes.length) break;
    const decoded = decodeHandshake(bytes.slice(at, at + length));
    if (!decoded.ok) break;
    messages.push(decoded.value);
    at += length;
  }
  return messages;
}
