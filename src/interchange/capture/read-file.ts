/**
 * Capture files as they come: classic pcap in both byte orders, with micro- or nanoseconds, and pcapng with
 * several sections and interfaces. A file that breaks off or makes no sense keeps what was readable before
 * that place, and says what is wrong and where.
 */
import { fromUtf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';

export interface CapturedPacket {
  /** Position in the file, from 1, as Wireshark counts. */
  readonly number: number;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly linkType: number;
  /** A part of the file, not a copy. */
  readonly bytes: Bytes;
  /** On the wire; more than `bytes.length` where the capture cut it. */
  readonly originalLength: number;
}

export interface Damage {
  readonly code: 'truncated' | 'bad-length' | 'bad-block' | 'no-interface' | 'bad-byte-order' | 'bad-version';
  /** Offset in the file. */
  readonly at: number;
  /** Packets read before it. */
  readonly packets: number;
}

export interface CaptureFile {
  readonly format: 'pcap' | 'pcapng';
  readonly packets: readonly CapturedPacket[];
  /** Texts of the Decryption Secrets Blocks that are TLS key logs. */
  readonly secrets: readonly string[];
  readonly damage?: Damage;
}

export type CaptureFormat = CaptureFile['format'];

const magic = { microseconds: 0xa1b2_c3d4, nanoseconds: 0xa1b2_3c4d, section: 0x0a0d_0d0a };
/** Larger than any snap length in use. */
const largestPacket = 0x10_0000;

/** What the first bytes say; undefined for anything that is no capture. */
export function captureFormat(file: Uint8Array): CaptureFormat | undefined {
  if (file.length < 4) return undefined;
  const view = viewOf(file);
  if (view.getUint32(0) === magic.section) return 'pcapng';
  const known = [magic.microseconds, magic.nanoseconds];
  return known.includes(view.getUint32(0)) || known.includes(view.getUint32(0, true)) ? 'pcap' : undefined;
}

/** The packets of a file whose format is known. Never throws. */
export function readCaptureFile(file: Bytes, format: CaptureFormat): CaptureFile {
  return format === 'pcap' ? readPcap(file) : readPcapng(file);
}

function readPcap(file: Bytes): CaptureFile {
  const view = viewOf(file);
  const packets: CapturedPacket[] = [];
  const end = (code?: Damage['code'], at = 0): CaptureFile => ({
    format: 'pcap',
    packets,
    secrets: [],
    ...(code && { damage: { code, at, packets: packets.length } }),
  });
  if (file.length < 24) return end('truncated', file.length);
  const little = view.getUint32(0) !== magic.microseconds && view.getUint32(0) !== magic.nanoseconds;
  const perMillisecond = view.getUint32(0, little) === magic.nanoseconds ? 1e6 : 1e3;
  if (view.getUint16(4, little) !== 2) return end('bad-version', 4);
  // The upper bits tell of a frame check sequence, not of the link.
  const linkType = view.getUint32(20, little) & 0x0fff_ffff;
  for (let at = 24; at < file.length;) {
    if (at + 16 > file.length) return end('truncated', at);
    const length = view.getUint32(at + 8, little);
    if (length > largestPacket) return end('bad-length', at + 8);
    if (at + 16 + length > file.length) return end('truncated', at + 16);
    packets.push({
      number: packets.length + 1,
      time: datable(view.getUint32(at, little) * 1000 + view.getUint32(at + 4, little) / perMillisecond),
      linkType,
      bytes: file.subarray(at + 16, at + 16 + length),
      originalLength: Math.max(length, view.getUint32(at + 12, little)),
    });
    at += 16 + length;
  }
  return end();
}

const blocks = { interface: 1, obsoletePacket: 2, simplePacket: 3, packet: 6, secrets: 0x0a };
const tlsKeyLog = 0x544c_534b;

interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  /** Units of a time stamp in one millisecond. */
  readonly perMillisecond: number;
  /** Milliseconds. */
  readonly offset: number;
}

function readPcapng(file: Bytes): CaptureFile {
  const view = viewOf(file);
  const packets: CapturedPacket[] = [];
  const secrets: string[] = [];
  const end = (code?: Damage['code'], at = 0): CaptureFile => ({
    format: 'pcapng',
    packets,
    secrets,
    ...(code && { damage: { code, at, packets: packets.length } }),
  });
  let interfaces: Interface[] = [];
  let little = true;
  for (let at = 0; at < file.length;) {
    if (at + 12 > file.length) return end('truncated', at);
    if (view.getUint32(at) === magic.section) {
      // Each section says its own byte order and counts its own interfaces.
      little = view.getUint32(at + 8, true) === 0x1a2b_3c4d;
      if (!little && view.getUint32(at + 8) !== 0x1a2b_3c4d) return end('bad-byte-order', at + 8);
      interfaces = [];
    }
    const type = view.getUint32(at, little);
    const length = view.getUint32(at + 4, little);
    if (length < 12 || length % 4 !== 0) return end('bad-length', at + 4);
    if (at + length > file.length) return end('truncated', at);
    if (view.getUint32(at + length - 4, little) !== length) return end('bad-length', at + length - 4);
    const body = file.subarray(at + 8, at + length - 4);
    if (type === blocks.interface) {
      const read = readInterface(body, little);
      if (read === undefined) return end('bad-block', at);
      interfaces.push(read);
    } else if (type === blocks.secrets) {
      const text = readSecrets(body, little);
      if (text !== undefined) secrets.push(text);
    } else if (isPacket(type)) {
      const read = readPacket(type, body, little, interfaces);
      if (typeof read === 'string') return end(read, at);
      packets.push({ number: packets.length + 1, ...read });
    }
    at += length;
  }
  return end();
}

function isPacket(type: number): boolean {
  return type === blocks.packet || type === blocks.simplePacket || type === blocks.obsoletePacket;
}

function readInterface(body: Bytes, little: boolean): Interface | undefined {
  if (body.length < 8) return undefined;
  const view = viewOf(body);
  let perMillisecond = 1000;
  let offset = 0;
  for (let at = 8; at + 4 <= body.length;) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    if (code === 0 || at + 4 + length > body.length) break;
    // if_tsresol: a negative power of ten, or of two with the top bit set.
    if (code === 9 && length === 1) {
      const exponent = body[at + 4] ?? 6;
      const unit = exponent & 0x80 ? 2 ** (exponent & 0x7f) : 10 ** exponent;
      perMillisecond = unit / 1000;
    }
    if (code === 14 && length === 8) offset = Number(view.getBigInt64(at + 4, little)) * 1000;
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return {
    linkType: view.getUint16(0, little),
    snapLength: view.getUint32(4, little),
    perMillisecond,
    offset,
  };
}

function readSecrets(body: Bytes, little: boolean): string | undefined {
  if (body.length < 8) return undefined;
  const view = viewOf(body);
  if (view.getUint32(0, little) !== tlsKeyLog) return undefined;
  return fromUtf8(body.subarray(8, 8 + view.getUint32(4, little)));
}

function readPacket(
  type: number,
  body: Bytes,
  little: boolean,
  interfaces: readonly Interface[],
): Omit<CapturedPacket, 'number'> | 'bad-block' | 'no-interface' | 'bad-length' {
  const view = viewOf(body);
  if (type === blocks.simplePacket) {
    const [first] = interfaces;
    if (first === undefined) return 'no-interface';
    if (body.length < 4) return 'bad-block';
    const originalLength = view.getUint32(0, little);
    const limit = first.snapLength === 0 ? originalLength : Math.min(originalLength, first.snapLength);
    const bytes = body.subarray(4, 4 + limit);
    return {
      time: 0,
      linkType: first.linkType,
      bytes,
      originalLength: Math.max(originalLength, bytes.length),
    };
  }
  if (body.length < 20) return 'bad-block';
  const number = type === blocks.packet ? view.getUint32(0, little) : view.getUint16(0, little);
  const from = interfaces[number];
  if (from === undefined) return 'no-interface';
  const length = view.getUint32(12, little);
  if (20 + length > body.length) return 'bad-length';
  const units = view.getUint32(4, little) * 0x1_0000_0000 + view.getUint32(8, little);
  return {
    time: datable(units / from.perMillisecond + from.offset),
    linkType: from.linkType,
    bytes: body.subarray(20, 20 + length),
    originalLength: Math.max(length, view.getUint32(16, little)),
  };
}

/** What no date can show (a damaged resolution or offset) counts as no time at all. */
function datable(time: number): number {
  return Math.abs(time) <= 8.64e15 ? time : 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
