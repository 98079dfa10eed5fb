import { describe, expect, it } from 'vitest';
import { write } from '../bytes/writer.ts';
import type { Bytes } from '../crypto/port.ts';
import { inspector } from '../lesson/en/inspector.ts';
import { plainView, wireView } from '../tls/record/view.ts';
import {
  displayPath,
  findNode,
  hexSegments,
  indexBytes,
  leafAt,
  openAtFirst,
  pathEndingIn,
  rangeOf,
  visibleNodes,
} from './bytes.ts';
import { longValue, rangeText, shortValue, sizeText } from './bytes-text.ts';

const hello = write('Handshake', (w) => {
  w.u8('msg_type', 1, { name: 'client_hello' });
  w.vector('body', 3, (w) =>
    w.struct('ClientHello', (w) => {
      w.u16('legacy_version', 0x0303, { name: 'TLS 1.2' });
      w.opaque('random', new Uint8Array(32).fill(7));
      w.opaqueVector('legacy_session_id', 1, new Uint8Array());
      w.vector('cipher_suites', 2, (w) =>
        [0x1301, 0x1302].forEach((code) => w.u16('cipher_suite', code, { name: `S${code}` })),
      );
      w.vector('protocols', 2, (w) =>
        ['h2', 'http/1.1'].forEach((name, i) =>
          w.struct(`[${i}]`, (w) =>
            w.opaqueVector('name', 1, new TextEncoder().encode(name), {
              value: { type: 'text', value: name },
            }),
          ),
        ),
      );
    }),
  );
});

const placed = { field: hello.field, start: 0 };
const header = Uint8Array.of(22, 3, 1, hello.bytes.length >> 8, hello.bytes.length & 0xff);
const record = new Uint8Array([...header, ...hello.bytes]);
const clear = indexBytes(wireView([{ bytes: record, level: 'plaintext' }], placed));
const opened = indexBytes(
  plainView(
    [
      {
        header: Uint8Array.of(23, 3, 3, 0, 99),
        level: 'handshake',
        contentType: 22,
        content: hello.bytes as Bytes,
        padding: 3,
      },
    ],
    placed,
  ),
);
const sealed = indexBytes(
  wireView([{ bytes: new Uint8Array([23, 3, 3, 0, 40, ...new Uint8Array(40).fill(9)]), level: 'handshake' }]),
);

describe('index', () => {
  it('leaves tile the bytes in every view', () => {
    for (const index of [clear, opened, sealed]) {
      let at = 0;
      for (const leaf of index.leaves) {
        expect(leaf.start).toBe(at);
        at = leaf.end;
      }
      expect(at).toBe(index.view.bytes.length);
    }
  });

  it('puts record header, handshake header and message side by side', () => {
    expect(clear.roots.map((node) => [node.path, sizeText(node)])).toEqual([
      ['TLSPlaintext', '5'],
      ['Handshake', '1'],
      ['body', expect.stringContaining('3+')],
    ]);
  });

  it('gives equal names among siblings a number, and each node a path of its own', () => {
    const path = pathEndingIn(clear, 'cipher_suite[1]');
    expect(path).toBe('body.ClientHello.cipher_suites.cipher_suite[1]');
    expect(new Set(clear.nodes.keys()).size).toBe(clear.nodes.size);
    for (const node of clear.nodes.values()) expect(findNode(clear, node.path)).toBe(node);
  });

  it('a vector that holds one value of its own is one row', () => {
    const node = findNode(clear, pathEndingIn(clear, 'legacy_session_id') ?? '');
    expect(node?.children).toEqual([]);
    expect(node && sizeText(node)).toBe('1');
    const name = findNode(clear, pathEndingIn(clear, '[1].name') ?? '');
    expect(name && sizeText(name)).toBe('1+8');
    expect(name && shortValue(name, clear.view.bytes, inspector.values)).toBe('http/1.1');
  });

  it('shows lists without a dot', () => {
    const node = findNode(clear, pathEndingIn(clear, '[1].name') ?? '');
    expect(node && displayPath(node)).toEqual({ parents: 'body.ClientHello.protocols[1].', own: 'name' });
  });

  it('a path that is gone falls back to the nearest one above', () => {
    expect(findNode(clear, 'body.ClientHello.random.nothing.here')?.path).toBe('body.ClientHello.random');
    expect(findNode(clear, 'Finished.verify_data')).toBeUndefined();
  });

  it('a length prefix has its own range and the row of its container', () => {
    const suites = 'body.ClientHello.cipher_suites';
    const node = findNode(clear, suites);
    expect(rangeOf(clear, `${suites}.length`)).toEqual({
      start: node?.field.start,
      end: (node?.field.start ?? 0) + 2,
    });
    expect(leafAt(clear, node?.field.start ?? 0)?.kind).toBe('length');
    expect(leafAt(clear, node?.field.start ?? 0)?.path).toBe(`${suites}.length`);
  });

  it('levels: the header is plaintext around protected content', () => {
    expect(leafAt(opened, 0)?.level).toBe('plaintext');
    expect(leafAt(opened, 5)?.level).toBe('handshake');
    expect(leafAt(opened, opened.view.bytes.length - 1)?.level).toBe('handshake');
  });

  it('on the wire, ciphertext and tag are kinds of their own', () => {
    expect(sealed.leaves.map((leaf) => leaf.kind)).toEqual(['value', 'value', 'value', 'cipher', 'tag']);
    expect(opened.leaves.every((leaf) => leaf.kind !== 'cipher')).toBe(true);
  });

  it('opens containers while they fit', () => {
    const few = openAtFirst(clear, 4);
    expect([...few]).toEqual(['body']);
    const all = openAtFirst(clear, 100);
    const rows = visibleNodes(clear.roots, (node) => all.has(node.path));
    expect(rows.some((node) => node.path === 'body.ClientHello.protocols.[0].name')).toBe(true);
    expect(rows.some((node) => node.path.startsWith('TLSPlaintext.'))).toBe(false);
  });
});

describe('hex rows', () => {
  it('cover the row once, and merge inside the selection', () => {
    const filled = rangeOf(clear, 'body.ClientHello.cipher_suites');
    for (let row = 0; row * 16 < clear.view.bytes.length; row++) {
      const segments = hexSegments(clear, row, 16, filled);
      expect(segments[0]?.start).toBe(row * 16);
      expect(segments.at(-1)?.end).toBe(Math.min((row + 1) * 16, clear.view.bytes.length));
      segments.slice(1).forEach((segment, i) => expect(segment.start).toBe(segments[i]?.end));
    }
    const start = filled?.start ?? 0;
    const segments = hexSegments(clear, Math.floor(start / 16), 16, filled);
    expect(segments.filter((segment) => segment.filled).map(({ start, end }) => [start, end])).toEqual([
      [start, Math.min(start + 6, (Math.floor(start / 16) + 1) * 16)],
    ]);
  });
});

describe('texts', () => {
  it.each([
    [0x3b, 0x91, '0x003b – 0x0090'],
    [4, 5, '0x0004'],
  ])('range %i..%i', (start, end, expected) => expect(rangeText(start, end)).toBe(expected));

  it('opaque bytes leave the prefix out', () => {
    const random = findNode(clear, 'body.ClientHello.random');
    expect(random && shortValue(random, clear.view.bytes, inspector.values)).toBe('07070707…0707');
    expect(random && longValue(random.field, clear.view.bytes, inspector.values)).toBe('07'.repeat(32));
  });
});
