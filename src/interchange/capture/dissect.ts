/**
 * From a captured packet to its TCP segment: link layer, IPv4 or IPv6 with extension headers, TCP. IP inside of IP
 * is followed, fragments are put together.
 */
import type { Bytes } from '../../crypto/port.ts';
import type { Fragment, Fragments } from './fragments.ts';
import type { CapturedPacket } from './read-file.ts';
import { linkTypes } from './packet.ts';

export interface Segment {
  readonly packet: number;
  readonly time: number;
  /** 'address:port', addresses of IPv6 in brackets. */
  readonly source: string;
  readonly target: string;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly reset: boolean;
  readonly payload: Bytes;
  /** Bytes of payload on the wire that the capture has not. */
  readonly missing: number;
}

/**
 * Why a packet holds no segment: 'link' cannot be read here, 'quic' and 'dtls' are TLS over UDP, 'fragment' waits for
 * the rest of its datagram, the others are ordinary traffic.
 */
export type NoSegment = 'link' | 'not-ip' | 'not-tcp' | 'quic' | 'dtls' | 'fragment' | 'cut';

const ethertypes = {
  ipv4: 0x0800,
  ipv6: 0x86dd,
  vlan: 0x8100,
  providerVlan: 0x88a8,
  oldVlan: 0x9100,
  pppoeSession: 0x8864,
  mpls: 0x8847,
};

/** What IP carries, by the numbers of its protocol field. */
const protocols = { ipv4: 4, tcp: 6, udp: 17, ipv6: 41, fragment: 44, authentication: 51 };

/** Without `fragments` a fragment stays one. */
export function dissect(packet: CapturedPacket, fragments?: Fragments): Segment | NoSegment {
  const network = networkLayer(packet);
  return typeof network === 'string' ? network : dissectIp({ packet, fragments, depth: 0 }, network);
}

interface Layers {
  readonly packet: CapturedPacket;
  readonly fragments: Fragments | undefined;
  /** Headers of IP and of fragments around this one. */
  readonly depth: number;
}

/** More tunnels inside of each other than anybody builds. */
const deepest = 4;

function dissectIp(layers: Layers, ip: Bytes): Segment | NoSegment {
  const version = (ip[0] ?? 0) >> 4;
  if (version === 4) return dissectIpv4(layers, ip);
  if (version === 6) return dissectIpv6(layers, ip);
  return ip.length === 0 ? 'cut' : 'not-ip';
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
      return behindType(u16(bytes, 12), bytes.subarray(14));
    case linkTypes.linuxSll:
      return behindType(u16(bytes, 14), bytes.subarray(16));
    case linkTypes.linuxSll2:
      return behindType(u16(bytes, 0), bytes.subarray(20));
    default:
      return 'link';
  }
}

/** VLAN tags may stand before the type of what follows, IEEE 802.1Q. */
function behindType(type: number | undefined, bytes: Bytes): Bytes | NoSegment {
  let next = type;
  for (let at = 0; at <= 12; at += 4) {
    if (next === undefined) return 'cut';
    if (isIp(next)) return bytes.subarray(at);
    // PPPoE, RFC 2516 §4: six bytes, then the protocol of PPP.
    if (next === ethertypes.pppoeSession) return bytes.subarray(at + 8);
    if (next === ethertypes.mpls) return behindLabels(bytes.subarray(at));
    const tagged =
      next === ethertypes.vlan || next === ethertypes.providerVlan || next === ethertypes.oldVlan;
    if (!tagged) return 'not-ip';
    next = u16(bytes, at + 2);
  }
  return 'not-ip';
}

/** A stack of labels, RFC 3032 §2.1: the last one says so. */
function behindLabels(bytes: Bytes): Bytes | NoSegment {
  let at = 0;
  while (at + 4 <= bytes.length && ((bytes[at + 2] ?? 0) & 1) === 0) at += 4;
  return at + 4 <= bytes.length ? bytes.subarray(at + 4) : 'cut';
}

function isIp(type: number | undefined): boolean {
  return type === ethertypes.ipv4 || type === ethertypes.ipv6;
}

function dissectIpv4(layers: Layers, ip: Bytes): Segment | NoSegment {
  const { packet } = layers;
  const headerLength = ((ip[0] ?? 0) & 0x0f) * 4;
  const total = u16(ip, 2);
  if (ip.length < 20 || total === undefined || ip.length < headerLength) return 'cut';
  if (headerLength < 20) return 'not-ip';
  // With segmentation offload the field may be zero; then the packet itself is the length.
  const length = total === 0 ? packet.originalLength - (packet.bytes.length - ip.length) : total;
  const [source = '', target = ''] = [ip.subarray(12, 16), ip.subarray(16, 20)].map((one) => one.join('.'));
  const protocol = ip[9] ?? 0;
  const payload = ip.subarray(headerLength, Math.max(headerLength, length));
  const place = { length: length - headerLength, source, target };
  const fragmentation = u16(ip, 6) ?? 0;
  // More fragments to come, or not the first one.
  if ((fragmentation & 0x3fff) === 0) return behindIp(layers, protocol, payload, place);
  return fragmentOf(layers, protocol, place, {
    key: [source, target, u16(ip, 4), protocol].join(' '),
    offset: (fragmentation & 0x1fff) * 8,
    more: (fragmentation & 0x2000) !== 0,
    bytes: payload,
  });
}

function dissectIpv6(layers: Layers, ip: Bytes): Segment | NoSegment {
  const { packet } = layers;
  if (ip.length < 40) return 'cut';
  const payloadLength = u16(ip, 4) ?? 0;
  const end =
    payloadLength === 0 ? packet.originalLength - (packet.bytes.length - ip.length) : 40 + payloadLength;
  const source = `[${ipv6Text(ip.subarray(8, 24))}]`;
  const target = `[${ipv6Text(ip.subarray(24, 40))}]`;
  return behindIp(layers, ip[6] ?? 0, ip.subarray(40, Math.max(40, end)), {
    length: end - 40,
    source,
    target,
  });
}

/** What IP says of what it carries; `length` is more than there is where the packet was cut. */
interface Carried {
  readonly length: number;
  readonly source: string;
  readonly target: string;
}

function fragmentOf(
  layers: Layers,
  protocol: number,
  place: Carried,
  fragment: Fragment,
): Segment | NoSegment {
  if (fragment.bytes.length < place.length) return 'cut';
  // A fragment alone, RFC 6946, needs nobody to wait for.
  const whole = fragment.offset === 0 && !fragment.more ? fragment.bytes : layers.fragments?.add(fragment);
  if (whole === undefined) return 'fragment';
  return behindIp(layers, protocol, whole, { ...place, length: whole.length });
}

/**
 * Extension headers that may stand before TCP, RFC 8200 §4: hop-by-hop, routing, destination options, mobility; and
 * authentication (RFC 4302 §2.2), which counts in units of its own.
 */
const skippable: ReadonlySet<number> = new Set([0, 43, 51, 60, 135]);

function behindIp(layers: Layers, protocol: number, bytes: Bytes, place: Carried): Segment | NoSegment {
  let next = protocol;
  let at = 0;
  while (skippable.has(next)) {
    const words = bytes[at + 1];
    if (words === undefined) return 'cut';
    const length: number = next === protocols.authentication ? 4 * (words + 2) : 8 * (words + 1);
    next = bytes[at] ?? 0;
    at += length;
  }
  return carried(layers, next, bytes.subarray(at), { ...place, length: place.length - at });
}

function carried(layers: Layers, protocol: number, bytes: Bytes, place: Carried): Segment | NoSegment {
  const within = { ...layers, depth: layers.depth + 1 };
  switch (protocol) {
    case protocols.tcp:
      return dissectTcp(layers.packet, bytes, place);
    case protocols.udp:
      return overUdp(bytes.subarray(8));
    case protocols.ipv4:
    case protocols.ipv6:
      return within.depth > deepest ? 'not-tcp' : dissectIp(within, bytes);
    case protocols.fragment:
      return within.depth > deepest ? 'not-tcp' : dissectFragment(within, bytes, place);
    default:
      return 'not-tcp';
  }
}

/** RFC 8200 §4.5. */
function dissectFragment(layers: Layers, bytes: Bytes, place: Carried): Segment | NoSegment {
  const field = u16(bytes, 2);
  if (field === undefined || bytes.length < 8) return 'cut';
  const { source, target, length } = place;
  return fragmentOf(
    layers,
    bytes[0] ?? 0,
    { ...place, length: length - 8 },
    {
      key: [source, target, bytes.subarray(4, 8).join('.')].join(' '),
      offset: field & 0xfff8,
      more: (field & 1) !== 0,
      bytes: bytes.subarray(8),
    },
  );
}

/** DTLS by its record header (RFC 9147 §4), QUIC by its long header and version (RFC 9000 §17.2, RFC 9369). */
function overUdp(payload: Bytes): NoSegment {
  const [type = 0, major, minor = 0] = payload;
  if (type >= 20 && type <= 26 && major === 0xfe && minor >= 0xfc) return 'dtls';
  const version = u32(payload, 1);
  return type >= 0xc0 && (version === 1 || version === 0x6b33_43cf) ? 'quic' : 'not-tcp';
}

function dissectTcp(
  packet: CapturedPacket,
  bytes: Bytes,
  { length, source, target }: Carried,
): Segment | NoSegment {
  if (bytes.length < 20) return 'cut';
  const headerLength = ((bytes[12] ?? 0) >> 4) * 4;
  if (headerLength < 20 || headerLength > length) return 'not-tcp';
  const bits = bytes[13] ?? 0;
  const payload = bytes.subarray(headerLength);
  return {
    packet: packet.number,
    time: packet.time,
    source: `${source}:${u16(bytes, 0) ?? 0}`,
    target: `${target}:${u16(bytes, 2) ?? 0}`,
    sequence: u32(bytes, 4),
    acknowledged: u32(bytes, 8),
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

function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) ?? 0) * 0x1_0000 + (u16(bytes, at + 2) ?? 0);
}
