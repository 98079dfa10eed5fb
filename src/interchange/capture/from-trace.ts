/** A run as a capture: the records of its messages, in the order of its steps, over one TCP connection. */
import type { Bytes } from '../../crypto/port.ts';
import { equal } from '../../bytes/hex.ts';
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

/** Unlike in nature, the same run gives the same file. */
const initialSequence = { client: 0x1000_0000, server: 0x2000_0000 };
const sides: Readonly<Record<Party, Side>> = { browser: 'client', server: 'server' };

export function capturePackets(trace: Trace): readonly Packet[] {
  const conversation = new Conversation(hosts, initialSequence);
  conversation.open(trace.clock);
  let time = trace.clock;
  let last: Party = 'browser';
  const sent: Record<Party, Bytes | undefined> = { browser: undefined, server: undefined };
  for (const step of trace.steps) {
    if (step.kind !== 'message') continue;
    time = Math.max(time, trace.clock + (step.time ?? 0));
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
  conversation.close(sides[last], Math.max(time, trace.clock + trace.duration));
  return conversation.packets;
}

export function traceAsPcap(trace: Trace): Bytes {
  return writePcap(capturePackets(trace));
}

/** One file that Wireshark opens decrypted. */
export function traceAsPcapng(trace: Trace, comment: string): Bytes {
  const { serverName } = trace.scenario.browser;
  return writePcapng({
    packets: capturePackets(trace),
    keyLog: keyLogText(trace),
    comment,
    application: 'Handshake Lab',
    names: [
      { ip: hosts.client.ip, name: 'browser.example' },
      { ip: hosts.server.ip, name: serverName },
    ],
  });
}

/** SSLKEYLOGFILE, RFC 9850. */
export function keyLogText(trace: Trace): string {
  return trace.keyLog.map(({ line }) => `${line}\n`).join('');
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
