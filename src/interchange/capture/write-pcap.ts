/**
 * Capture files: classic pcap, and pcapng with the secrets that decrypt it (draft-ietf-opsawg-pcap and
 * -pcapng). Both little-endian, Ethernet, microseconds.
 */
import { concat, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { linkTypes, type Packet } from './packet.ts';

const largestPacket = 0x4_0000;

export function writePcap(packets: readonly Packet[]): Bytes {
  const header = concat(
    u32(0xa1b2_c3d4),
    u16(2),
    u16(4),
    u32(0),
    u32(0),
    u32(largestPacket),
    u32(linkTypes.ethernet),
  );
  const records = packets.map(({ time, bytes }) => {
    const microseconds = Math.round(time * 1000);
    const seconds = Math.floor(microseconds / 1_000_000);
    return concat(
      u32(seconds),
      u32(microseconds - seconds * 1_000_000),
      u32(bytes.length),
      u32(bytes.length),
      bytes,
    );
  });
  return concat(header, ...records);
}

export interface PcapngContent {
  /** Connections, one behind the other, each behind its secrets: two may have the same random, and then the later ones count. */
  readonly parts: readonly {
    readonly packets: readonly Packet[];
    /** SSLKEYLOGFILE text for a Decryption Secrets Block; empty: no block. */
    readonly keyLog: string;
  }[];
  readonly comment: string;
  readonly application: string;
  /** Names for addresses, so that Wireshark shows them without asking any resolver. */
  readonly names: readonly { readonly ip: Bytes; readonly name: string }[];
}

/** Block types, and the options used here. */
const blocks = { section: 0x0a0d_0d0a, interface: 1, names: 4, packet: 6, secrets: 0x0a };
const options = { comment: 1, application: 4, interfaceName: 2 };
/** 'TLSK': the secrets are a key log. */
const tlsKeyLog = 0x544c_534b;

export function writePcapng(content: PcapngContent): Bytes {
  const { parts, comment, application, names } = content;
  const section = block(
    blocks.section,
    // Byte-order magic, version 1.0, length of the section unknown.
    u32(0x1a2b_3c4d),
    u16(1),
    u16(0),
    u32(0xffff_ffff),
    u32(0xffff_ffff),
    optionList([options.comment, comment], [options.application, application]),
  );
  const theInterface = block(
    blocks.interface,
    u16(linkTypes.ethernet),
    u16(0),
    u32(largestPacket),
    optionList([options.interfaceName, 'lab']),
  );
  return concat(
    section,
    theInterface,
    ...(names.length > 0 ? [block(blocks.names, ...names.map(nameRecord), u32(0))] : []),
    ...parts.flatMap(({ packets, keyLog }) => [secretsBlock(utf8(keyLog)), ...packets.map(packetBlock)]),
  );
}

/** Before the packets that it decrypts. */
function secretsBlock(secrets: Bytes): Bytes {
  if (secrets.length === 0) return secrets;
  return block(blocks.secrets, u32(tlsKeyLog), u32(secrets.length), padded(secrets));
}

function packetBlock({ time, bytes, comment }: Packet): Bytes {
  const microseconds = Math.round(time * 1000);
  return block(
    blocks.packet,
    u32(0),
    u32(Math.floor(microseconds / 0x1_0000_0000)),
    u32(microseconds % 0x1_0000_0000),
    u32(bytes.length),
    u32(bytes.length),
    padded(bytes),
    comment === undefined ? new Uint8Array() : optionList([options.comment, comment]),
  );
}

function nameRecord({ ip, name }: { readonly ip: Bytes; readonly name: string }): Bytes {
  const value = concat(ip, utf8(name), Uint8Array.of(0));
  return concat(u16(ip.length === 4 ? 1 : 2), u16(value.length), padded(value));
}

/** Type, length, body, length once more. */
function block(type: number, ...body: readonly Uint8Array[]): Bytes {
  const length = u32(12 + body.reduce((sum, part) => sum + part.length, 0));
  return concat(u32(type), length, ...body, length);
}

function optionList(...entries: readonly (readonly [code: number, text: string])[]): Bytes {
  const written = entries
    .filter(([, text]) => text !== '')
    .map(([code, text]) => {
      const value = utf8(text);
      return concat(u16(code), u16(value.length), padded(value));
    });
  return written.length === 0 ? new Uint8Array() : concat(...written, u32(0));
}

/** To a multiple of four bytes. */
function padded(bytes: Uint8Array): Bytes {
  return concat(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4));
}

function u16(value: number): Bytes {
  return Uint8Array.of(value & 0xff, value >> 8);
}

function u32(value: number): Bytes {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}
