/** Packets and files made by hand, for tests of the readers. */
import { concat } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { Conversation, type Host, type Side } from '../capture/frames.ts';
import type { Packet } from '../capture/packet.ts';
import type { CapturedPacket } from '../capture/read-file.ts';

export const v4: Readonly<Record<Side, Host>> = {
  client: { mac: new Uint8Array(6).fill(2), ip: Uint8Array.of(192, 0, 2, 1), port: 50_000 },
  server: { mac: new Uint8Array(6).fill(4), ip: Uint8Array.of(192, 0, 2, 2), port: 443 },
};

export const v6: Readonly<Record<Side, Host>> = {
  client: { ...v4.client, ip: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) },
  server: { ...v4.server, ip: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2) },
};

/** A whole TCP connection; what is said in order. */
export function conversation(
  said: readonly (readonly [from: Side, bytes: Bytes])[],
  hosts = v4,
  sequence = { client: 0xffff_ff00, server: 7 },
): readonly Packet[] {
  const made = new Conversation(hosts, sequence);
  let time = 1_700_000_000_000;
  made.open(time);
  for (const [from, bytes] of said) made.send(from, bytes, (time += 5));
  made.close('client', time + 5);
  return made.packets;
}

export function captured(packets: readonly Packet[], linkType = 1): readonly CapturedPacket[] {
  return packets.map(({ time, bytes }, i) => ({
    number: i + 1,
    time,
    linkType,
    bytes,
    originalLength: bytes.length,
  }));
}

/** A pcap file in the byte order and resolution asked for. */
export function pcapFile(
  packets: readonly Packet[],
  { little, nano, linkType }: { readonly little: boolean; readonly nano: boolean; readonly linkType: number },
): Bytes {
  const u32 = (value: number): Bytes => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value, little);
    return bytes;
  };
  const version = little ? Uint8Array.of(2, 0, 4, 0) : Uint8Array.of(0, 2, 0, 4);
  const unit = nano ? 1e9 : 1e6;
  return concat(
    u32(nano ? 0xa1b2_3c4d : 0xa1b2_c3d4),
    version,
    ...[0, 0, 65_535, linkType].map(u32),
    ...packets.flatMap(({ time, bytes }) => {
      const seconds = Math.floor(time / 1000);
      const rest = Math.round((time / 1000 - seconds) * unit);
      return [u32(seconds), u32(rest), u32(bytes.length), u32(bytes.length), bytes];
    }),
  );
}
