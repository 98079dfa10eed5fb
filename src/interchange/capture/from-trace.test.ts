import { describe, expect, it } from 'vitest';
import { concat, toHex } from '../../bytes/hex.ts';
import { allConnections } from '../../lab/connections.ts';
import { runAll } from '../../lesson/testing/runs.ts';
import { checksum } from './frames.ts';
import { capturePackets, traceAsPcapng } from './from-trace.ts';

const traces = await runAll();

describe('a run as a capture', () => {
  it('carries every record of every message once, in order', () => {
    for (const [name, trace] of traces) {
      // Of the SYNs, the rest is an option.
      const payloads = capturePackets(trace).flatMap(({ bytes }) =>
        ((bytes[14 + 20 + 13] ?? 0) & 0x02) === 0 ? [bytes.slice(14 + 20 + 20)] : [],
      );
      const sent = toHex(concat(...payloads));
      const steps = allConnections(trace).flatMap((connection) => connection.steps);
      const wire = steps.flatMap((step) =>
        step.kind === 'message' && step.network?.fate !== 'dropped'
          ? [...step.compatibilityRecords.map(({ bytes }) => bytes), step.wire.bytes]
          : [],
      );
      expect(sent, name).toBe(toHex(concat(...wire)));
    }
  });

  it('sums to nothing where a checksum stands, and never goes back in time', () => {
    for (const trace of traces.values()) {
      let before = 0;
      for (const { bytes, time } of capturePackets(trace)) {
        const ip = bytes.slice(14);
        expect(checksum(ip.slice(0, 20))).toBe(0);
        const length = ip.length - 20;
        const pseudo = concat(ip.slice(12, 20), Uint8Array.of(0, 6, length >> 8, length & 0xff));
        expect(checksum(concat(pseudo, ip.slice(20)))).toBe(0);
        expect(bytes.length).toBeLessThanOrEqual(1514);
        expect(time).toBeGreaterThanOrEqual(before);
        before = time;
      }
    }
  });

  it('begins each connection from a port of its own, a recording from another machine', () => {
    const addresses = (name: string): string[] => {
      const syns = capturePackets(traces.get(name)!).filter(({ bytes }) => bytes[14 + 20 + 13] === 0x02);
      return syns.map(({ bytes }) => `${bytes.slice(26, 30).join('.')}:${(bytes[34]! << 8) | bytes[35]!}`);
    };
    expect(addresses('resumption')).toEqual(['198.51.100.23:49152', '198.51.100.23:49153']);
    expect(addresses('attack-early-replay')).toEqual([
      '198.51.100.23:49152',
      '198.51.100.23:49153',
      '192.0.2.66:49154',
    ]);
  });

  it('has the secrets before the packets', () => {
    const trace = traces.get('tls13');
    const file = toHex(traceAsPcapng(trace!, 'a comment'));
    const secrets = file.indexOf(toHex(new TextEncoder().encode('CLIENT_HANDSHAKE_TRAFFIC_SECRET')));
    const hello = file.indexOf(
      toHex(trace!.steps[0]!.kind === 'message' ? trace!.steps[0]!.content : new Uint8Array()),
    );
    expect(secrets).toBeGreaterThan(0);
    expect(hello).toBeGreaterThan(secrets);
  });
});
