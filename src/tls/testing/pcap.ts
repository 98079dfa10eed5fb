/** Just enough of pcap, IPv4, IPv6 and TCP to get the two byte streams out of a capture of one connection. */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';

export interface TcpStreams {
  /** What the side that opened the connection sent, and what it received. */
  readonly client: Bytes;
  readonly server: Bytes;
}

/** Link-layer header lengths by pcap's LINKTYPE: 0 is BSD loopback, 1 Ethernet, 101 none. */
const linkHeaders: Readonly<Record<number, number>> = { 0: 4, 1: 14, 101: 0 };

interface Segment {
  readonly sourcePort: number;
  readonly sequence: number;
  readonly opens: boolean;
  readonly payload: Bytes;
}

/** Segments are put in order by sequence number; repeated bytes are taken once. */
export function tcpStreams(capture: Uint8Array): TcpStreams {
  const segments = [...readSegments(capture)];
  const opening = segments.find(({ opens }) => opens);
  if (opening === undefined) throw new Error('no SYN in the capture');
  const isClient = ({ sourcePort }: Segment): boolean => sourcePort === opening.sourcePort;
  return {
    client: reassembled(segments.filter(isClient)),
    server: reassembled(segments.filter((segment) => !isClient(segment))),
  };
}

function reassembled(segments: readonly Segment[]): Bytes {
  const [first] = segments;
  if (first === undefined) return new Uint8Array();
  let bytes: Bytes = new Uint8Array();
  // The SYN has number `sequence`; the first byte follows.
  const offsetOf = (segment: Segment): number => segment.sequence - first.sequence - 1;
  // SYN and FIN count as a byte each; what carries data is what matters.
  const carrying = segments.filter(({ payload }) => payload.length > 0);
  for (const segment of carrying.toSorted((a, b) => a.sequence - b.sequence)) {
    const offset = offsetOf(segment);
    if (offset > bytes.length) throw new Error(`bytes ${bytes.length} to ${offset} are not in the capture`);
    bytes = concat(bytes, segment.payload.slice(bytes.length - offset));
  }
  return bytes;
}

function* readSegments(capture: Uint8Array): Generator<Segment> {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.byteLength);
  if (view.getUint32(0, true) !== 0xa1b2c3d4) throw new Error('not a little-endian pcap file');
  const link = linkHeaders[view.getUint32(20, true)];
  if (link === undefined) throw new Error(`unknown LINKTYPE ${view.getUint32(20, true)}`);
  for (let at = 24; at < capture.length;) {
    const length = view.getUint32(at + 8, true);
    const ip = at + 16 + link;
    const six = view.getUint8(ip) >> 4 === 6;
    const tcp = ip + (six ? 40 : 4 * (view.getUint8(ip) & 0x0f));
    const end = six ? tcp + view.getUint16(ip + 4) : ip + view.getUint16(ip + 2);
    const data = tcp + 4 * (view.getUint8(tcp + 12) >> 4);
    yield {
      sourcePort: view.getUint16(tcp),
      sequence: view.getUint32(tcp + 4),
      opens: (view.getUint8(tcp + 13) & 0x12) === 0x02,
      payload: new Uint8Array(capture.slice(data, end)),
    };
    at += 16 + length;
  }
}
