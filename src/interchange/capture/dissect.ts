/** From a captured packet to its TCP segment: link layer, IPv4 or IPv6 with extension headers, TCP. */
import type { Bytes } from '../../crypto/port.ts';
import type { CapturedPacket } from './read-file.ts';
import { linkTypes } from './packet.ts';

export interface Segment {
  readonly packet: number;
  readonly time: number;
  /** 'address:port', addresses of IPv6 in brackets. */
  readonly source: string;
  readonly target: string;
  readonly sequence: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly reset: boolean;
  readonly payload: Bytes;
  /** Bytes of payload on the wire that the capture has not. */
  readonly missing: number;
}

/** Why a packet holds no segment: 'link' cannot be read here, the others are ordinary traffic. */
export type NoSegment = 'link' | 'not-ip' | 'not-tcp' | 'fragment' | 'cut';

const ethertypes = { ipv4: 0x0800, ipv6: 0x86dd, vlan: 0x8100, providerVlan: 0x88a8, oldVlan: 0x9100 };

export function dissect(packet: CapturedPacket): Segment | NoSegment {
  const network = networkLayer(packet);
  if (typeof network === 'string') return network;
  const version = (network[0] ?? 0) >> 4;
  if (version === 4) return dissectIpv4(packet, network);
  if (version === 6) return dissectIpv6(packet, network);
  return network.length === 0 ? 'cut' : 'not-ip';
}

/** The bytes from the IP header on. */
function networkLayer({ linkType, bytes }: CapturedPacket): Bytes | NoSegment {
  switch (linkType) {
    case linkTypes.null:
    case linkTypes.loop:
      return bytes.subarray(4);
    case linkTypes.raw:
    case linkTypes.rawOld:
    case linkTypes.ipv4:
    case linkTypes.ipv6:
      return bytes;
    case linkTypes.ethernet:
      return behindEtherType(bytes, 12);
    case linkTypes.linuxSll:
      return behindEtherType(bytes, 14);
    case linkTypes.linuxSll2:
      return isIp(u16(bytes, 0)) ? bytes.subarray(20) : 'not-ip';
    default:
      return 'link';
  }
}

/** VLAN tags may stand before the type of what follows, IEEE 802.1Q. */
function behindEtherType(bytes: Bytes, at: number): Bytes | NoSegment {
  let offset = at;
  for (let tags = 0; tags < 4; tags++) {
    const type = u16(bytes, offset);
    if (type === undefined) return 'cut';
    if (isIp(type)) return bytes.subarray(offset + 2);
    const tagged =
      type === ethertypes.vlan || type === ethertypes.providerVlan || type === ethertypes.oldVlan;
    if (!tagged) return 'not-ip';
    offset += 4;
  }
  return 'not-ip';
}

function isIp(type: number | undefined): boolean {
  return type === ethertypes.ipv4 || type === ethertypes.ipv6;
}

const tcp = 6;

function dissectIpv4(packet: CapturedPacket, ip: Bytes): Segment | NoSegment {
  const headerLength = ((ip[0] ?? 0) & 0x0f) * 4;
  const total = u16(ip, 2);
  if (ip.length < 20 || total === undefined || ip.length < headerLength) return 'cut';
  if (headerLength < 20) return 'not-ip';
  if (ip[9] !== tcp) return 'not-tcp';
  // More fragments to come, or not the first one.
  if (((u16(ip, 6) ?? 0) & 0x3fff) !== 0) return 'fragment';
  // With segmentation offload the field may be zero; then the packet itself is the length.
  const length = total === 0 ? packet.originalLength - (packet.bytes.length - ip.length) : total;
  const addresses = [ip.subarray(12, 16), ip.subarray(16, 20)].map((address) => address.join('.'));
  return dissectTcp(packet, ip.subarray(headerLength, Math.max(headerLength, length)), {
    length: length - headerLength,
    source: addresses[0] ?? '',
    target: addresses[1] ?? '',
  });
}

/** Extension headers that may stand before TCP, RFC 8200 §4: hop-by-hop, routing, destination options. */
const skippable: ReadonlySet<number> = new Set([0, 43, 60]);
const fragmentHeader = 44;

function dissectIpv6(packet: CapturedPacket, ip: Bytes): Segment | NoSegment {
  if (ip.length < 40) return 'cut';
  const payloadLength = u16(ip, 4) ?? 0;
  let next = ip[6] ?? 0;
  let at = 40;
  while (skippable.has(next)) {
    const length = ip[at + 1];
    if (length === undefined) return 'cut';
    next = ip[at] ?? 0;
    at += 8 * (length + 1);
  }
  if (next === fragmentHeader) return 'fragment';
  if (next !== tcp) return 'not-tcp';
  const end = payloadLength === 0 ? packet.originalLength : 40 + payloadLength;
  return dissectTcp(packet, ip.subarray(at, Math.max(at, end)), {
    length: end - at,
    source: `[${ipv6Text(ip.subarray(8, 24))}]`,
    target: `[${ipv6Text(ip.subarray(24, 40))}]`,
  });
}

/** `length`: what IP says TCP has; more than `bytes` holds where the packet was cut. */
function dissectTcp(
  packet: CapturedPacket,
  bytes: Bytes,
  { length, source, target }: { readonly length: number; readonly source: string; readonly target: string },
): Segment | NoSegment {
  if (bytes.length < 20) return 'cut';
  const headerLength = ((bytes[12] ?? 0) >> 4) * 4;
  if (headerLength < 20 || headerLength > length) return 'not-tcp';
  const bits = bytes[13] ?? 0;
  const payload = bytes.slice(headerLength);
  return {
    packet: packet.number,
    time: packet.time,
    source: `${source}:${u16(bytes, 0) ?? 0}`,
    target: `${target}:${u16(bytes, 2) ?? 0}`,
    sequence: (((u16(bytes, 4) ?? 0) << 16) | (u16(bytes, 6) ?? 0)) >>> 0,
    syn: (bits & 0x02) !== 0,
    ack: (bits & 0x10) !== 0,
    fin: (bits & 0x01) !== 0,
    reset: (bits & 0x04) !== 0,
    payload,
    missing: Math.max(0, length - headerLength - payload.length),
  };
}

/** RFC 5952: lower case, no leading zeros, the longest run of zeros as '::'. */
export function ipv6Text(address: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => (u16(address, 2 * i) ?? 0).toString(16));
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length === 1) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}

function u16(bytes: Uint8Array, at: number): number | undefined {
  const [high, low] = [bytes[at], bytes[at + 1]];
  return high === undefined || low === undefined ? undefined : high * 256 + low;
}
