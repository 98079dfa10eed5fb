/**
 * Ethernet, IP and TCP around two byte streams: what a capture of the connection would have shown.
 *
 * One conversation, from SYN to the last ACK, without loss. Checksums are right, segments are as long as
 * Ethernet allows. RFC 9293 (TCP), RFC 791 (IPv4), RFC 8200 (IPv6).
 */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Packet } from './packet.ts';

export type Side = 'client' | 'server';

export interface Host {
  /** Six bytes. */
  readonly mac: Bytes;
  /** Four or sixteen bytes; both hosts have the same kind. */
  readonly ip: Bytes;
  readonly port: number;
}

const flags = { fin: 0x01, syn: 0x02, psh: 0x08, ack: 0x10 };
/** Data in one segment: an Ethernet payload of 1500 without 40 (60) bytes of headers. */
const largestSegment = { v4: 1460, v6: 1440 };
/** A receiver acknowledges at least every second segment, RFC 9293 §3.8.6.3. */
const segmentsPerAck = 2;
const window = 0xfaf0;

export class Conversation {
  readonly packets: Packet[] = [];
  readonly #hosts: Readonly<Record<Side, Host>>;
  /** Sequence number of the next byte of each side. */
  readonly #next: Record<Side, number>;
  /** Segments of a side that the other has not acknowledged yet. */
  readonly #unacknowledged: Record<Side, number> = { client: 0, server: 0 };
  #identification = 1;
  #time = 0;

  /** `sequence`: the initial sequence numbers. */
  constructor(hosts: Readonly<Record<Side, Host>>, sequence: Readonly<Record<Side, number>>) {
    this.#hosts = hosts;
    this.#next = { ...sequence };
  }

  /** The three-way handshake, RFC 9293 §3.5. */
  open(time: number): void {
    this.#segment('client', time, flags.syn);
    this.#segment('server', time, flags.syn | flags.ack);
    this.#segment('client', time, flags.ack);
  }

  send(from: Side, bytes: Bytes, time: number, comment?: string): void {
    const size = this.#hosts.client.ip.length === 4 ? largestSegment.v4 : largestSegment.v6;
    for (let at = 0; at < bytes.length; at += size) {
      const last = at + size >= bytes.length;
      const note = at === 0 ? comment : undefined;
      this.#segment(from, time, last ? flags.psh | flags.ack : flags.ack, bytes.slice(at, at + size), note);
      if (this.#unacknowledged[from] >= segmentsPerAck) this.#segment(other(from), time, flags.ack);
    }
  }

  /** FIN from one side, then from the other, each acknowledged (RFC 9293 §3.6). */
  close(first: Side, time: number): void {
    this.#segment(first, time, flags.fin | flags.ack);
    this.#segment(other(first), time, flags.fin | flags.ack);
    this.#segment(first, time, flags.ack);
  }

  #segment(from: Side, time: number, bits: number, data: Bytes = none, comment?: string): void {
    const to = other(from);
    // Packets of a capture never go back in time.
    this.#time = Math.max(this.#time, time);
    const source = this.#hosts[from];
    const target = this.#hosts[to];
    const acknowledges = (bits & flags.ack) !== 0;
    const segment = tcpSegment(source, target, {
      sequence: this.#next[from],
      acknowledgment: acknowledges ? this.#next[to] : 0,
      bits,
      data,
    });
    const payload = ipPacket(source, target, segment, this.#identification++);
    const etherType = source.ip.length === 4 ? 0x0800 : 0x86dd;
    const bytes = concat(target.mac, source.mac, u16(etherType), payload);
    this.packets.push({ time: this.#time, bytes, ...(comment !== undefined && { comment }) });
    // SYN and FIN take a number each, as a byte does.
    const length = data.length + ((bits & (flags.syn | flags.fin)) === 0 ? 0 : 1);
    this.#next[from] = (this.#next[from] + length) >>> 0;
    this.#unacknowledged[from] += data.length > 0 ? 1 : 0;
    if (acknowledges) this.#unacknowledged[to] = 0;
  }
}

const none = new Uint8Array();

interface Segment {
  readonly sequence: number;
  readonly acknowledgment: number;
  readonly bits: number;
  readonly data: Bytes;
}

/** RFC 9293 §3.1. A SYN says how long segments may be. */
function tcpSegment(source: Host, target: Host, { sequence, acknowledgment, bits, data }: Segment): Bytes {
  const size = source.ip.length === 4 ? largestSegment.v4 : largestSegment.v6;
  const options = (bits & flags.syn) === 0 ? none : concat(Uint8Array.of(2, 4), u16(size));
  const words = 5 + options.length / 4;
  const segment = concat(
    u16(source.port),
    u16(target.port),
    u32(sequence),
    u32(acknowledgment),
    Uint8Array.of(words << 4, bits),
    u16(window),
    u16(0),
    u16(0),
    options,
    data,
  );
  // The sum covers addresses, protocol and length as well, RFC 9293 §3.1 and RFC 8200 §8.1.
  const pseudoHeader = concat(source.ip, target.ip, u32(segment.length), u32(tcp));
  segment.set(u16(checksum(concat(pseudoHeader, segment))), 16);
  return segment;
}

const tcp = 6;
const hopLimit = 64;

function ipPacket(source: Host, target: Host, segment: Bytes, identification: number): Bytes {
  if (source.ip.length === 16) {
    const header = concat(u32(0x6000_0000), u16(segment.length), Uint8Array.of(tcp, hopLimit));
    return concat(header, source.ip, target.ip, segment);
  }
  const header = concat(
    Uint8Array.of(0x45, 0),
    u16(20 + segment.length),
    u16(identification & 0xffff),
    // Don't fragment.
    u16(0x4000),
    Uint8Array.of(hopLimit, tcp),
    u16(0),
    source.ip,
    target.ip,
  );
  header.set(u16(checksum(header)), 10);
  return concat(header, segment);
}

/** The ones' complement of the ones' complement sum of 16-bit words, RFC 1071. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x1_0000);
  return ~sum & 0xffff;
}

function other(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}

function u16(value: number): Bytes {
  return Uint8Array.of(value >> 8, value & 0xff);
}

function u32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}
