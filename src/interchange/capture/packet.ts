/** One packet of a capture file, whatever the file's format. */
import type { Bytes } from '../../crypto/port.ts';

export interface Packet {
  /** Milliseconds since 1970 UTC, fractions included. */
  readonly time: number;
  /** From the link-layer header on. */
  readonly bytes: Bytes;
  readonly comment?: string;
}

/** LINKTYPE values of pcap and pcapng files. */
export const linkTypes = {
  null: 0,
  ethernet: 1,
  rawOld: 12,
  raw: 101,
  loop: 108,
  linuxSll: 113,
  ipv4: 228,
  ipv6: 229,
  linuxSll2: 276,
} as const;
