import { describe, expect, it } from 'vitest';
import { type Field, leavesOf } from '../../bytes/field.ts';
import { concat, toHex } from '../../bytes/hex.ts';
import { write } from '../../bytes/writer.ts';
import type { Bytes } from '../../crypto/port.ts';
import { type ByteView, type OpenedRecord, plainView, wireView } from './view.ts';

const message = write('Finished', (w) => {
  w.u8('msg_type', 20);
  w.opaqueVector('verify_data', 3, Uint8Array.of(1, 2, 3, 4));
});
const bytes = message.bytes as Bytes;
const dots = (length: number): Bytes => new Uint8Array(length).fill(0xee);

describe('wireView', () => {
  it('shows a plaintext record with its message', () => {
    const view = wireView([{ bytes: record(22, bytes), level: 'plaintext' }], {
      field: message.field,
      start: 0,
    });
    expect(outline(view)).toEqual([
      '16 TLSPlaintext.type',
      '0303 TLSPlaintext.legacy_record_version',
      '0008 TLSPlaintext.length',
      '14 TLSPlaintext.fragment.Finished.msg_type',
      '000004 TLSPlaintext.fragment.Finished.verify_data.length',
      '01020304 TLSPlaintext.fragment.Finished.verify_data.verify_data',
    ]);
    expect(view.levels).toEqual([{ start: 0, end: 13, level: 'plaintext' }]);
  });

  it('shows a protected record as ciphertext and tag', () => {
    const view = wireView([{ bytes: record(23, dots(20)), level: 'handshake' }]);
    expect(outline(view)).toEqual([
      '17 TLSCiphertext.opaque_type',
      '0303 TLSCiphertext.legacy_record_version',
      '0014 TLSCiphertext.length',
      'eeeeeeee TLSCiphertext.encrypted_record.ciphertext',
      `${'ee'.repeat(16)} TLSCiphertext.encrypted_record.tag`,
    ]);
    expect(view.levels).toEqual([
      { start: 0, end: 5, level: 'plaintext' },
      { start: 5, end: 25, level: 'handshake' },
    ]);
  });

  it('shows several records one after the other', () => {
    const view = wireView([
      { bytes: record(22, dots(3)), level: 'plaintext' },
      { bytes: record(23, dots(18)), level: 'application' },
    ]);
    expect(outline(view).map((line) => line.split(' ')[1])).toEqual([
      'records.[0].type',
      'records.[0].legacy_record_version',
      'records.[0].length',
      'records.[0].fragment',
      'records.[1].opaque_type',
      'records.[1].legacy_record_version',
      'records.[1].length',
      'records.[1].encrypted_record.ciphertext',
      'records.[1].encrypted_record.tag',
    ]);
    expect(view.levels).toEqual([
      { start: 0, end: 13, level: 'plaintext' },
      { start: 13, end: 31, level: 'application' },
    ]);
  });

  it.each([0, 1, 15, 16])('tiles a damaged record with %i bytes behind the header', (length) => {
    const view = wireView([{ bytes: record(23, dots(length)), level: 'handshake' }]);
    expect(toHex(view.bytes)).toBe(toHex(record(23, dots(length))));
    outline(view);
  });
});

describe('plainView', () => {
  it('opens a record: message, content type, padding', () => {
    const view = plainView([opened(bytes, 3)], { field: message.field, start: 0 });
    expect(outline(view).slice(3)).toEqual([
      '14 TLSCiphertext.TLSInnerPlaintext.content.Finished.msg_type',
      '000004 TLSCiphertext.TLSInnerPlaintext.content.Finished.verify_data.length',
      '01020304 TLSCiphertext.TLSInnerPlaintext.content.Finished.verify_data.verify_data',
      '16 TLSCiphertext.TLSInnerPlaintext.type',
      '000000 TLSCiphertext.TLSInnerPlaintext.zeros',
    ]);
    expect(view.spans).toEqual([{ start: 5, end: 13 }]);
    expect(view.levels).toEqual([
      { start: 0, end: 5, level: 'plaintext' },
      { start: 5, end: 17, level: 'handshake' },
    ]);
  });

  it('keeps the neighbours in the same record apart', () => {
    const view = plainView([opened(concat(dots(2), bytes, dots(1)), 0)], { field: message.field, start: 2 });
    expect(
      outline(view)
        .slice(3)
        .map((line) => line.split(' ')[1]?.split('.').slice(2).join('.')),
    ).toEqual([
      'content.other_content',
      'content.Finished.msg_type',
      'content.Finished.verify_data.length',
      'content.Finished.verify_data.verify_data',
      'content.other_content',
      'type',
    ]);
    expect(view.spans).toEqual([{ start: 7, end: 15 }]);
  });

  it('joins a message that spans records behind the first header', () => {
    const parts = [
      opened(bytes.slice(0, 3), 0),
      opened(bytes.slice(3, 4), 5),
      opened(concat(bytes.slice(4), dots(2)), 0),
    ];
    const view = plainView(parts, { field: message.field, start: 0 });
    expect(toHex(view.bytes)).toBe(`1703030014${toHex(bytes)}eeee`);
    outline(view);
    expect(view.spans).toEqual([
      { start: 5, end: 8 },
      { start: 8, end: 9 },
      { start: 9, end: 13 },
    ]);
  });

  it('shows empty application data', () => {
    const field: Field = {
      name: 'application_data',
      key: 'ApplicationData',
      role: 'value',
      start: 0,
      end: 0,
    };
    const view = plainView([{ ...opened(new Uint8Array(), 0), contentType: 23 }], { field, start: 0 });
    expect(outline(view)).toHaveLength(4);
    expect(view.spans).toEqual([]);
  });

  it('shows a plaintext message that spans records', () => {
    const parts = [bytes.slice(0, 3), bytes.slice(3)].map((content): OpenedRecord => ({
      header: record(22, content).slice(0, 5),
      level: 'plaintext',
      contentType: 22,
      content,
      padding: 0,
    }));
    const view = plainView(parts, { field: message.field, start: 0 });
    expect(view.levels).toEqual([{ start: 0, end: 13, level: 'plaintext' }]);
    expect(outline(view)).toHaveLength(6);
  });
});

function record(type: number, fragment: Bytes): Bytes {
  return concat(Uint8Array.of(type, 3, 3, 0, fragment.length), fragment);
}

function opened(content: Bytes, padding: number): OpenedRecord {
  return { header: Uint8Array.of(23, 3, 3, 0, 20), level: 'handshake', contentType: 22, content, padding };
}

/** One line per leaf, hex and path; fails unless the leaves tile the bytes. */
function outline({ bytes, field, levels }: ByteView): string[] {
  let at = 0;
  for (const leaf of leavesOf(field)) {
    if (leaf.end === leaf.start) continue;
    expect(leaf.start).toBe(at);
    at = leaf.end;
  }
  expect(at).toBe(bytes.length);
  expect(levels.at(-1)?.end).toBe(bytes.length);
  const lines: string[] = [];
  const visit = (from: Field, path: string): void => {
    const here = path === '' ? from.name : `${path}.${from.name}`;
    if (from.children !== undefined) from.children.forEach((child) => visit(child, here));
    else if (from.end > from.start) lines.push(`${toHex(bytes.slice(from.start, from.end))} ${here}`);
  };
  visit(field, '');
  return lines;
}
