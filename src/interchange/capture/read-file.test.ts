import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, toHex, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { captured, conversation, pcapFile, v4, v6 } from '../testing/wire.ts';
import { dissect, ipv6Text, type NoSegment, type Segment } from './dissect.ts';
import { Fragments } from './fragments.ts';
import { readKeyLog } from './key-log.ts';
import { captureFormat, readCaptureFile, type CaptureFile } from './read-file.ts';
import { tcpConnections, type Chunk } from './streams.ts';
import { writePcap, writePcapng } from './write-pcap.ts';

const packets = conversation([
  ['client', utf8('question')],
  ['server', new Uint8Array(4000).map((_, i) => i)],
  ['client', utf8('thanks')],
]);
const keyLog = 'CLIENT_RANDOM x y\n';
const content = { parts: [{ packets, keyLog }], comment: 'c', application: 'a', names: [] };

const read = (file: Bytes): CaptureFile => readCaptureFile(file, captureFormat(file)!);

describe('capture files', () => {
  it('are read in every byte order and resolution', () => {
    for (const little of [true, false])
      for (const nano of [true, false]) {
        const file = read(pcapFile(packets, { little, nano, linkType: 1 }));
        expect(file.damage).toBeUndefined();
        expect(file.packets.map(({ bytes }) => toHex(bytes))).toEqual(
          packets.map(({ bytes }) => toHex(bytes)),
        );
        expect(file.packets.map(({ time }) => Math.round(time))).toEqual(packets.map(({ time }) => time));
      }
  });

  it('come back from what is written here', () => {
    for (const file of [read(writePcap(packets)), read(writePcapng(content))]) {
      expect(file.damage).toBeUndefined();
      expect(file.packets.map(({ bytes }) => toHex(bytes))).toEqual(packets.map(({ bytes }) => toHex(bytes)));
      expect(file.packets.map(({ time }) => time)).toEqual(packets.map(({ time }) => time));
    }
    expect(read(writePcapng(content)).secrets).toEqual([keyLog]);
  });

  it('with a resolution or offset that makes no date have no time', () => {
    const offset = concat(Uint8Array.of(14, 0, 8, 0), new Uint8Array(7), Uint8Array.of(0x7f));
    const interfaceBlock = concat(
      Uint8Array.of(1, 0, 0, 0, 32, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),
      offset,
      Uint8Array.of(32, 0, 0, 0),
    );
    const packet = concat(
      Uint8Array.of(6, 0, 0, 0, 36, 0, 0, 0),
      new Uint8Array(12),
      Uint8Array.of(4, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 4, 36, 0, 0, 0),
    );
    const section = writePcapng({ ...content, parts: [] });
    const length = new DataView(section.buffer).getUint32(4, true);
    const odd = read(concat(section.slice(0, length), interfaceBlock, packet));
    expect(odd.packets.map(({ time }) => time)).toEqual([0]);
  });

  it('may have sections one after the other, in different byte orders', () => {
    const one = writePcapng(content);
    expect(read(concat(one, one)).packets).toHaveLength(2 * packets.length);
  });

  it.each([
    ['pcap', writePcap(packets)],
    ['pcapng', writePcapng(content)],
  ])('that break off keep what was whole, and say where: %s', (_, file) => {
    let before = 0;
    for (let length = 24; length < file.length; length += 7) {
      const { packets: kept, damage } = read(file.slice(0, length));
      expect(kept.length).toBeGreaterThanOrEqual(before);
      before = kept.length;
      if (damage) expect(damage).toMatchObject({ code: 'truncated', packets: kept.length });
      if (damage) expect(damage.at).toBeLessThanOrEqual(length);
    }
    expect(before).toBeGreaterThan(packets.length - 2);
  });

  it('with impossible lengths say so', () => {
    const file = writePcap(packets);
    file.set([0xff, 0xff, 0xff, 0x7f], 24 + 8);
    expect(read(file).damage).toEqual({ code: 'bad-length', at: 32, packets: 0 });
    const next = writePcapng(content);
    const at = next.length - 4;
    next.set([1, 0, 0, 0], at);
    expect(read(next).damage).toMatchObject({ code: 'bad-length', at, packets: packets.length - 1 });
  });

  it('that are something else are not taken for captures', () => {
    for (const bytes of [new Uint8Array(), utf8('{"version":1}'), utf8('CLIENT_RANDOM 00 00')])
      expect(captureFormat(bytes)).toBeUndefined();
  });

  it('never make a reader throw, whatever is in them', () => {
    const seeds = [
      writePcap(packets),
      writePcapng(content),
      pcapFile(packets, { little: false, nano: true, linkType: 113 }),
    ];
    fc.assert(
      fc.property(
        fc.nat(seeds.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
        (which, changes, cut) => {
          const seed = seeds[which]!;
          const file = seed.slice(0, cut % 3 === 0 ? cut % seed.length : seed.length);
          for (const [at, value] of changes)
            if (file.length > 0) file[at % Math.min(file.length, 400)] = value;
          const format = captureFormat(file);
          if (format === undefined) return;
          const segments = readCaptureFile(file, format).packets.map((packet) => dissect(packet));
          const kept = segments.filter((segment): segment is Segment => typeof segment !== 'string');
          for (const { chunks } of tcpConnections(kept))
            for (const { bytes, gap } of chunks) expect(bytes.length > 0 && gap >= 0).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('link and network layers', () => {
  const frame = packets[3]!.bytes;
  const ip = frame.slice(14);
  const payload = toHex(utf8('question'));
  it.each([
    ['Ethernet', 1, frame],
    [
      'Ethernet with a VLAN tag',
      1,
      concat(frame.slice(0, 12), Uint8Array.of(0x81, 0, 0, 7), frame.slice(12)),
    ],
    [
      'two VLAN tags',
      1,
      concat(frame.slice(0, 12), Uint8Array.of(0x88, 0xa8, 0, 7, 0x81, 0, 0, 8), frame.slice(12)),
    ],
    [
      'PPPoE',
      1,
      concat(frame.slice(0, 12), Uint8Array.of(0x88, 0x64, 0x11, 0, 0, 1, 0, ip.length + 2, 0, 0x21), ip),
    ],
    ['two MPLS labels', 1, concat(frame.slice(0, 12), Uint8Array.of(0x88, 0x47, 0, 1, 0, 9, 0, 2, 1, 9), ip)],
    ['IPv4 in IPv4', 101, concat(outerHeader(ip.length), ip)],
    ['BSD loopback', 0, concat(Uint8Array.of(2, 0, 0, 0), ip)],
    ['OpenBSD loopback', 108, concat(Uint8Array.of(0, 0, 0, 2), ip)],
    ['raw IP', 101, ip],
    ['Linux cooked', 113, concat(new Uint8Array(14), Uint8Array.of(8, 0), ip)],
    ['Linux cooked 2', 276, concat(Uint8Array.of(8, 0), new Uint8Array(18), ip)],
    [
      'Linux cooked 2 with a VLAN tag',
      276,
      concat(Uint8Array.of(0x81, 0), new Uint8Array(18), Uint8Array.of(0, 7, 8, 0), ip),
    ],
    ['Ethernet padding behind a short packet', 1, concat(frame, new Uint8Array(6))],
  ] as const)('%s', (_, linkType, bytes) => {
    const segment = dissect({ number: 1, time: 0, linkType, bytes, originalLength: bytes.length });
    expect(segment).toMatchObject({ source: '192.0.2.1:50000', target: '192.0.2.2:443', missing: 0 });
    expect(toHex((segment as Segment).payload)).toBe(payload);
  });

  it('IPv6, with extension headers', () => {
    const [, , , data] = conversation([['client', utf8('question')]], v6);
    const bytes = data!.bytes.slice(14);
    const behind = (first: number, ...headers: readonly (readonly number[])[]): Bytes => {
      const added = Uint8Array.from(headers.flat());
      const all = concat(bytes.slice(0, 40), added, bytes.slice(40));
      all[6] = first;
      all[5] = (all[5] ?? 0) + added.length;
      return all;
    };
    const variants = [
      bytes,
      behind(0, [6, 0, 1, 4, 0, 0, 0, 0]),
      behind(0, [60, 0, 1, 4, 0, 0, 0, 0], [6, 1, 1, 12, ...Array<number>(12).fill(0)]),
      // Authentication counts in words of four bytes.
      behind(51, [6, 4, ...Array<number>(22).fill(0)]),
      // A fragment alone, and options behind its header.
      behind(44, [60, 0, 0, 0, 0, 0, 0, 9], [6, 0, 1, 4, 0, 0, 0, 0]),
    ];
    for (const one of variants) {
      const segment = dissect({ number: 1, time: 0, linkType: 229, bytes: one, originalLength: one.length });
      expect(segment).toMatchObject({ source: '[2001:db8::1]:50000', target: '[2001:db8::1:0:0:2]:443' });
      expect(toHex((segment as Segment).payload)).toBe(payload);
    }
    expect(ipv6Text(new Uint8Array(16))).toBe('::');
    const nested = behind(44, ...Array.from({ length: 20_000 }, () => [44, 0, 0, 0, 0, 0, 0, 9]));
    nested.set([0, 0], 4);
    expect(dissect({ number: 1, time: 0, linkType: 229, bytes: nested, originalLength: nested.length })).toBe(
      'not-tcp',
    );
  });

  it('fragments are put together in any order, and wait for those that are missing', () => {
    const parts = [0, 8, 16, 24].map((offset) => {
      const header = ip.slice(0, 20);
      const part = ip.slice(20 + offset, 20 + (offset === 24 ? ip.length : offset + 8));
      header.set([0, 20 + part.length, 0, 77, offset === 24 ? 0 : 0x20, offset / 8], 2);
      return concat(header, part);
    });
    const read = (list: readonly Bytes[], fragments: Fragments): readonly (Segment | NoSegment)[] =>
      list.map((bytes, i) =>
        dissect({ number: i, time: 0, linkType: 101, bytes, originalLength: bytes.length }, fragments),
      );
    for (const order of [parts, parts.toReversed()]) {
      const fragments = new Fragments();
      const segments = read(order, fragments);
      expect(segments.slice(0, 3)).toEqual(['fragment', 'fragment', 'fragment']);
      expect(toHex((segments[3] as Segment).payload)).toBe(payload);
      expect(fragments.waiting).toBe(0);
    }
    const lossy = new Fragments();
    expect(read(parts.toSpliced(1, 1), lossy)).toEqual(['fragment', 'fragment', 'fragment']);
    expect(lossy.waiting).toBe(3);
  });

  it('what is no TCP says why', () => {
    const of = (bytes: Bytes, linkType = 1): unknown =>
      dissect({ number: 1, time: 0, linkType, bytes, originalLength: bytes.length });
    const udp = frame.slice();
    udp[23] = 17;
    const dtls = concat(udp.slice(0, 34), new Uint8Array(8), Uint8Array.of(22, 0xfe, 0xfd, 0, 0));
    const quic = concat(udp.slice(0, 34), new Uint8Array(8), Uint8Array.of(0xc3, 0, 0, 0, 1, 8));
    expect(of(dtls)).toBe('dtls');
    expect(of(quic)).toBe('quic');
    const fragment = frame.slice();
    fragment[20] = 0x20;
    expect(of(frame, 147)).toBe('link');
    expect(of(udp)).toBe('not-tcp');
    expect(of(fragment)).toBe('fragment');
    expect(of(frame.slice(0, 30))).toBe('cut');
    expect(of(concat(frame.slice(0, 12), Uint8Array.of(8, 6), ip))).toBe('not-ip');
  });

  it('a packet cut by the snap length tells how much is missing', () => {
    const cut = frame.slice(0, frame.length - 3);
    const segment = dissect({ number: 1, time: 0, linkType: 1, bytes: cut, originalLength: frame.length });
    expect(segment).toMatchObject({ missing: 3 });
  });
});

/** Of an IPv4 packet that carries another one. */
function outerHeader(length: number): Bytes {
  return Uint8Array.of(0x45, 0, 0, 20 + length, 0, 0, 0, 0, 64, 4, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2);
}

describe('TCP streams', () => {
  const whole = captured(
    conversation(
      Array.from({ length: 12 }, (_, i) => [i % 3 === 2 ? 'server' : 'client', utf8(`part ${i}; `)] as const),
      v4,
    ),
  );
  const segments = whole.map((packet) => dissect(packet) as Segment);
  const textOf = (chunks: readonly Chunk[], side: string): string =>
    chunks
      .filter((chunk) => chunk.side === side)
      .map(({ bytes, gap }) => `${gap > 0 ? `[${gap}]` : ''}${new TextDecoder().decode(bytes)}`)
      .join('');
  const expected = (side: string): string =>
    Array.from({ length: 12 }, (_, i) => i)
      .filter((i) => (i % 3 === 2) === (side === 'server'))
      .map((i) => `part ${i}; `)
      .join('');

  it('survive retransmissions and any order, over the wrap of sequence numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(4))), (moves) => {
        const mixed = [...segments];
        for (const [at, by] of moves) {
          const from = 3 + (at % (mixed.length - 3));
          const [taken] = mixed.splice(from, 1);
          mixed.splice(Math.min(mixed.length, from + by), 0, taken!);
          if (by === 4) mixed.push(taken!);
        }
        const [connection] = tcpConnections(mixed.map((segment, i) => ({ ...segment, packet: i + 1 })));
        for (const side of ['client', 'server'])
          expect(textOf(connection!.chunks, side)).toBe(expected(side));
      }),
      { numRuns: 300 },
    );
  });

  it('tell how many bytes are missing, and go on behind them', () => {
    const lost = segments.findIndex(({ payload }) => new TextDecoder().decode(payload) === 'part 4; ');
    const [connection] = tcpConnections(segments.filter((_, i) => i !== lost));
    expect(textOf(connection!.chunks, 'client')).toBe(expected('client').replace('part 4; ', '[8]'));
    expect(textOf(connection!.chunks, 'server')).toBe(expected('server'));
  });

  it('begin in the right place where the answer was captured before the SYN', () => {
    const [syn, answer, ...rest] = segments;
    const found = tcpConnections([answer!, syn!, ...rest].map((one, i) => ({ ...one, packet: i + 1 })));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ client: '192.0.2.1:50000', fromStart: true });
    expect(textOf(found[0]!.chunks, 'client')).toBe(expected('client'));
  });

  it('are not led astray by the numbers of resets and keep-alives', () => {
    const at = segments.findLastIndex(({ payload }) => payload.length > 0);
    const last = segments[at]!;
    const bare = { ...last, payload: new Uint8Array() };
    const mixed = segments.toSpliced(
      at,
      0,
      { ...bare, reset: true, sequence: 0 },
      { ...bare, sequence: (last.sequence - 1) >>> 0, payload: Uint8Array.of(0) },
      { ...bare, reset: true, sequence: 0x9000_0000 },
    );
    const [connection] = tcpConnections(mixed.map((one, i) => ({ ...one, packet: i + 1 })));
    for (const side of ['client', 'server']) expect(textOf(connection!.chunks, side)).toBe(expected(side));
  });

  it('may be long, and begin without a SYN', () => {
    const [, , , data] = segments;
    const many = Array.from({ length: 200_000 }, (_, i) => ({
      ...data!,
      packet: i + 1,
      sequence: (data!.sequence + 4 * i) >>> 0,
      payload: Uint8Array.of(1, 2, 3, 4),
    }));
    const [connection] = tcpConnections(many);
    expect(connection?.chunks).toHaveLength(200_000);
  });

  it('are told apart when ports are used again, and begin without a SYN', () => {
    const again = captured(conversation([['client', utf8('second')]], v4, { client: 99, server: 100 }));
    const both = [...whole, ...again].map((packet, i) => ({
      ...(dissect(packet) as Segment),
      packet: i + 1,
    }));
    expect(tcpConnections(both).map(({ chunks }) => textOf(chunks, 'client'))).toEqual([
      expected('client'),
      'second',
    ]);
    const [late] = tcpConnections(segments.slice(3));
    expect(late).toMatchObject({ client: '192.0.2.1:50000', fromStart: false });
    expect(textOf(late!.chunks, 'client')).toBe(expected('client'));
  });
});

describe('key logs', () => {
  it('take every line ending, skip comments, and number the lines that are none', () => {
    const random = 'ab'.repeat(32);
    const log = readKeyLog(
      `# comment\r\nCLIENT_RANDOM ${random} 0102\n\nSERVER_TRAFFIC_SECRET_0 ${random.toUpperCase()} ff\nnonsense\nCLIENT_RANDOM 12 34\n`,
    );
    expect(log).toMatchObject({ lines: 2, bad: [5, 6] });
    expect([...log.connections.keys()]).toEqual([random]);
    expect([...log.connections.get(random)!.keys()]).toEqual(['CLIENT_RANDOM', 'SERVER_TRAFFIC_SECRET_0']);
  });
});
