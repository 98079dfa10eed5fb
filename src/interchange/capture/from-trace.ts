/** A run as a capture: the records of its messages, in the order of its steps, each connection over TCP. */
import type { Bytes } from '../../crypto/port.ts';
import { equal } from '../../bytes/hex.ts';
import { allConnections } from '../../lab/connections.ts';
import type { MessageStep, Party, Trace } from '../../lab/trace.ts';
import { headerLength } from '../../tls/record/view.ts';
import { Conversation, type Host, type Side } from './frames.ts';
import type { Packet } from './packet.ts';
import { writePcap, writePcapng } from './write-pcap.ts';

/** Addresses for documentation (RFC 5737), locally administered MACs. */
export const hosts: Readonly<Record<Side, Host>> = {
  client: {
    mac: Uint8Array.of(0x02, 0, 0, 0, 0, 0x01),
    ip: Uint8Array.of(198, 51, 100, 23),
    port: 49_152,
  },
  server: {
    mac: Uint8Array.of(0x02, 0, 0, 0, 0, 0x02),
    ip: Uint8Array.of(203, 0, 113, 10),
    port: 443,
  },
};

/** Who sends a recording: another machine than the one that was recorded. */
export const mallory: Host = {
  mac: Uint8Array.of(0x02, 0, 0, 0, 0, 0x03),
  ip: Uint8Array.of(192, 0, 2, 66),
  port: 49_152,
};

/** Unlike in nature, the same run gives the same file. */
const initialSequence = { client: 0x1000_0000, server: 0x2000_0000 };
const sides: Readonly<Record<Party, Side>> = { browser: 'client', server: 'server' };

/** All connections of the run up to this one, one behind the other. */
export function capturePackets(trace: Trace): readonly Packet[] {
  return conversations(trace).flat();
}

function conversations(trace: Trace): readonly (readonly Packet[])[] {
  let last: number | undefined;
  return allConnections(trace).map((connection, place) => {
    // One begins when the one before it has ended, whatever the clock of a scenario says.
    const start = last === undefined ? connection.clock : Math.max(connection.clock, last + 1);
    const packets = packetsOf(connection, place, start);
    last = packets.at(-1)?.time;
    return packets;
  });
}

function packetsOf(trace: Trace, place: number, start: number): readonly Packet[] {
  const client = trace.source.kind === 'replay' ? mallory : hosts.client;
  const conversation = new Conversation(
    { client: { ...client, port: client.port + place }, server: hosts.server },
    initialSequence,
  );
  conversation.open(start);
  let time = start;
  let last: Party = 'browser';
  const sent: Record<Party, Bytes | undefined> = { browser: undefined, server: undefined };
  for (const step of trace.steps) {
    // The capture is taken where messages arrive.
    if (step.kind !== 'message' || step.network?.fate === 'dropped') continue;
    time = Math.max(time, start + (step.time ?? 0));
    last = step.from;
    for (const { from, bytes } of step.compatibilityRecords)
      conversation.send(sides[from], bytes, time, 'ChangeCipherSpec');
    const [first, ...rest] = recordsOf(step);
    // Messages may share a record; it went over the wire once.
    const shared = first !== undefined && startsInside(step) && isSame(first, sent[step.from]);
    const fresh = [...(first !== undefined && !shared ? [first] : []), ...rest];
    for (const [i, record] of fresh.entries())
      conversation.send(sides[step.from], record, time, i === 0 ? step.message : undefined);
    sent[step.from] = rest.at(-1) ?? first;
  }
  conversation.close(sides[last], Math.max(time, start + trace.duration));
  return conversation.packets;
}

export function traceAsPcap(trace: Trace): Bytes {
  return writePcap(capturePackets(trace));
}

/** One file that Wireshark opens decrypted. */
export function traceAsPcapng(trace: Trace, comment: string): Bytes {
  const { serverName } = trace.scenario.browser;
  const all = allConnections(trace);
  return writePcapng({
    parts: conversations(trace).map((packets, place) => ({ packets, keyLog: ownLines(all[place]).join('') })),
    comment,
    application: 'Handshake Lab',
    names: [
      { ip: hosts.client.ip, name: 'browser.example' },
      { ip: hosts.server.ip, name: serverName },
      { ip: mallory.ip, name: 'mallory.example' },
    ],
  });
}

/**
 * SSLKEYLOGFILE, RFC 9850: the secrets of every connection in the capture. It goes by the client's random alone, and
 * a recording has the random of what was recorded: then the secrets of the first one stand.
 */
export function keyLogText(trace: Trace): string {
  const lines = new Map<string, string>();
  for (const line of allConnections(trace).flatMap(ownLines)) {
    const owner = line.split(' ', 2).join(' ');
    if (!lines.has(owner)) lines.set(owner, line);
  }
  return [...lines.values()].join('');
}

function ownLines(trace: Trace | undefined): readonly string[] {
  return trace?.keyLog.map(({ line }) => `${line}\n`) ?? [];
}

function recordsOf(step: MessageStep): readonly Bytes[] {
  let at = 0;
  return step.records.map(({ length }) => step.wire.bytes.slice(at, (at += length)));
}

function startsInside({ spans }: MessageStep): boolean {
  return (spans[0]?.start ?? headerLength) > headerLength;
}

function isSame(record: Bytes, before: Bytes | undefined): boolean {
  return before !== undefined && equal(record, before);
}
