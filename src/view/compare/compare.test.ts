import { describe, expect, it } from 'vitest';
import type { Trace } from '../../lab/trace.ts';
import { differencesBetween, keyShareBytes } from './differences.ts';
import { timeLadders } from './layout.ts';
import { arrivedBy, heightAt, paceOf, stopAfter, stopBefore, trackOf, wayOf } from './playback.ts';
import { scheduleOf } from './schedule.ts';
import { runPresets } from '../testing/runs.ts';

const wanted = [
  'tls12',
  'tls12-rsa-key-exchange',
  'tls13',
  'hello-retry-request',
  'resumption',
  'tls12-resumption',
  'early-data',
  'expired',
] as const;
const trace = await runPresets(wanted);

describe('on the clock', () => {
  it.each([
    // Half round trips until the first application byte leaves, and until the answer has arrived.
    ['tls12', 4, 6],
    ['tls12-rsa-key-exchange', 4, 6],
    ['tls13', 2, 4],
    ['hello-retry-request', 4, 6],
    // The ticket that comes with the server's answer to Finished holds nobody up.
    ['resumption', 2, 4],
    ['tls12-resumption', 2, 4],
    // The server of this engine answers once it is connected.
    ['early-data', 0, 4],
    ['expired', undefined, undefined],
  ] as const)('%s', (id, firstData, answer) => {
    expect(scheduleOf(trace(id))).toMatchObject({ firstData, answer });
  });

  it('flights leave together, nothing is answered before it arrived, every byte is counted once', () => {
    for (const id of wanted) {
      const { crossings, bytes } = scheduleOf(trace(id));
      const flight = crossings.filter(({ from, departs }) => from === 'server' && departs === 1);
      if (id !== 'hello-retry-request') expect(flight.length).toBeGreaterThan(2);
      const wire = trace(id).steps.flatMap((step) =>
        step.kind === 'message'
          ? [step.wire.bytes.length, ...step.compatibilityRecords.map((record) => record.bytes.length)]
          : [],
      );
      expect(bytes.browser + bytes.server).toBe(wire.reduce((sum, length) => sum + length, 0));
    }
  });

  it('bands share one axis: wires never go up, and labels of one side do not meet', () => {
    const schedules = [scheduleOf(trace('tls12')), scheduleOf(trace('tls13'))];
    for (const latency of [0, 80, 400]) {
      const { runs, bands, height } = timeLadders(schedules, latency);
      expect(bands).toHaveLength(7);
      for (const crossings of runs) {
        expect(crossings.every(({ y1, y2 }) => y2 > y1 && y2 < height)).toBe(true);
        for (const from of ['browser', 'server'] as const) {
          const labels = crossings.filter((crossing) => crossing.from === from).map(({ y1 }) => y1);
          expect(labels.every((y, index) => index === 0 || y - (labels[index - 1] ?? 0) >= 17)).toBe(true);
        }
      }
    }
  });
});

describe('the player', () => {
  const drawn = timeLadders([scheduleOf(trace('tls12')), scheduleOf(trace('tls13'))], 80);

  it('two tracks: what leaves when, and the end of each run', () => {
    expect(drawn.runs.map(trackOf)).toEqual([
      {
        marks: ['plaintext', 'plaintext', 'application', 'application', 'application', 'application'].map(
          (kind, instant) => ({ instant, kind }),
        ),
        end: 6,
      },
      {
        marks: ['plaintext', 'handshake', 'application', 'application'].map((kind, instant) => ({
          instant,
          kind,
        })),
        end: 4,
      },
    ]);
    const failed = timeLadders([scheduleOf(trace('expired'))], 80).runs.map(trackOf)[0];
    expect(failed?.marks.at(-1)?.kind).toBe('failed');
  });

  it('a message is not there, under way, and there; all of them are at the end', () => {
    const [hello] = drawn.runs[1]!;
    expect([-0.1, 0, 0.25, 1, 3].map((at) => wayOf(hello!, at))).toEqual([undefined, 0, 0.25, 1, 1]);
    const [old, now] = drawn.runs;
    expect([0, 1, 2, 4, 6].map((at) => arrivedBy(old!, at))).toEqual([0, 1, 5, 10, 12]);
    expect(arrivedBy(now!, 4)).toBe(now!.length);
  });

  it('goes from instant to instant, and stands at heights of its own', () => {
    expect([0, 0.4, 1, 6].map(stopBefore)).toEqual([0, 0, 0, 5]);
    expect([0, 0.4, 1, 6].map((at) => stopAfter(at, 6))).toEqual([1, 1, 2, 6]);
    const heights = [0, 0.5, 1, 1.5, 6].map((at) => heightAt(drawn.bands, at));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights[0]).toBe(drawn.bands[0]?.top);
    expect(heights.at(-1)).toBe(drawn.bands[6]?.top);
  });

  it('a twentieth of real time: 800 ms for 40, and for an instant where there is no latency', () => {
    expect(paceOf(0.05, 80) * 800).toBeCloseTo(1);
    expect(paceOf(0.05, 0)).toBe(paceOf(0.05, 80));
    expect(paceOf(0.05, 400) * 4000).toBeCloseTo(1);
  });
});

describe('differences', () => {
  const told = (left: Trace, right: Trace): Record<string, readonly string[]> =>
    Object.fromEntries(
      differencesBetween(left, right).map(({ group, rows }) => [
        group,
        rows.map(({ thing, change, before, after }) => {
          const what =
            'message' in thing
              ? `${thing.from} ${thing.message}`
              : 'name' in thing
                ? thing.name
                : `${thing.from} ${thing.kind}`;
          return change === 'moved'
            ? `${what}: ${before?.container} → ${after?.container}`
            : `${what} ${change}`;
        }),
      ]),
    );

  it('TLS 1.2 to 1.3', () => {
    const found = told(trace('tls12'), trace('tls13'));
    expect(found['moved']).toEqual(
      expect.arrayContaining([
        'server key-share: ServerKeyExchange → ServerHello',
        'server signature: ServerKeyExchange → CertificateVerify',
        'server Finished earlier',
        'application_layer_protocol_negotiation: ServerHello → EncryptedExtensions',
      ]),
    );
    expect(found['vanished']).toEqual(
      expect.arrayContaining([
        'server ServerKeyExchange vanished',
        'server ServerHelloDone vanished',
        'browser ClientKeyExchange vanished',
        'browser ChangeCipherSpec vanished',
      ]),
    );
    expect(found['encrypted']).toEqual(expect.arrayContaining(['server Certificate encrypted']));
    expect(found['new']).toEqual(
      expect.arrayContaining(['server EncryptedExtensions new', 'server CertificateVerify new']),
    );
  });

  it('RSA key exchange sends a secret, encrypted; TLS 1.3 none', () => {
    const found = told(trace('tls12-rsa-key-exchange'), trace('tls13'));
    expect(found['vanished']).toContain('browser encrypted-secret vanished');
    expect(found['new']).toEqual(expect.arrayContaining(['browser key-share new', 'server key-share new']));
  });

  it('a run and itself: none; and key shares are counted wherever they travel', () => {
    expect(differencesBetween(trace('tls13'), trace('tls13'))).toEqual([]);
    // X25519MLKEM768 and x25519 up, X25519MLKEM768 down.
    expect(keyShareBytes(trace('tls13'))).toBe(1216 + 32 + 1120);
    expect(keyShareBytes(trace('tls12-rsa-key-exchange'))).toBe(0);
  });
});
