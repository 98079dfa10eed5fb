import { describe, expect, it } from 'vitest';
import { concat, toHex } from '../../bytes/hex.ts';
import { runAll } from '../../lesson/testing/runs.ts';
import { checksum } from './frames.ts';
import { capturePackets, traceAsPcapng } from './from-trace.ts';

const traces = await runAll();

describe('a run as a capture', () => {
  it('carries every record of every message once, in order', () => {
    for (const [name, trace] of traces) {
      const payloads = capturePackets(trace).map(({ bytes }) => bytes.slice(14 + 20 + 20));
      // Of the first two packets, the SYNs, the rest is an option.
      const sent = toHex(concat(...payloads.slice(2)));
      const wire = trace.steps.flatMap((step) =>
        step.kind === 'message'
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
