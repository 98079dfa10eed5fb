import { expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { encodeRecord, findRecord } from './framing.ts';

const hex = (text: string): Bytes => fromHex(text) as Bytes;

it('takes records off a stream, one after the other', () => {
  const stream = concat(encodeRecord(22, 0x0301, hex('aabb')), encodeRecord(23, 0x0303, hex('')), hex('15'));
  const first = findRecord(stream);
  if (!('record' in first)) throw new Error('no record');
  expect(first.record).toEqual({ contentType: 22, version: 0x0301, length: 7 });
  const behind = stream.subarray(first.record.length);
  const second = findRecord(behind);
  if (!('record' in second)) throw new Error('no record');
  expect(second.record).toEqual({ contentType: 23, version: 0x0303, length: 5 });
  expect(findRecord(behind.subarray(second.record.length))).toEqual({ needs: 5 });
});

it.each([
  ['', 5],
  ['16', 5],
  ['16030300', 5],
  ['1603030002', 7],
  ['1603030002aa', 7],
])('"%s" needs %i bytes', (text, needs) => {
  expect(findRecord(hex(text))).toEqual({ needs });
});

it.each([
  ['handshake of 2^14', '1603034000', { needs: 5 + 2 ** 14 }],
  ['ciphertext of 2^14 + 256', '1703034100', { needs: 5 + 2 ** 14 + 256 }],
  ['any version, which is to be ignored', '1600000000', { record: { contentType: 22, version: 0 } }],
  [
    'handshake of 2^14 + 1',
    '1603034001',
    { error: { code: 'record-overflow', alert: 'record_overflow', at: 'TLSPlaintext.length' } },
  ],
  ['alert of 2^14 + 1', '1503034001', { error: { code: 'record-overflow' } }],
  [
    'ciphertext of 2^14 + 257',
    '1703034101',
    { error: { code: 'record-overflow', at: 'TLSCiphertext.length' } },
  ],
  [
    'heartbeat',
    '1803030001',
    {
      error: {
        code: 'unexpected-record-type',
        alert: 'unexpected_message',
        detail: 'content type 24 is unknown',
      },
    },
  ],
  ['content type 0', '0003030001', { error: { code: 'unexpected-record-type' } }],
  [
    'an SSL 2.0 ClientHello',
    '802e0103010015',
    { error: { code: 'not-tls', detail: 'an SSL 2.0 ClientHello, not a TLS record' } },
  ],
  ['noise', 'ff00ff00ff', { error: { code: 'not-tls', detail: 'first byte 0xff, not a TLS record' } }],
])('%s', (_, text, expected) => {
  expect(findRecord(hex(text))).toMatchObject(expected);
});

it.each([
  ['HTTP/1.1 400 Bad Request\r\n', 'an HTTP answer ("HTTP/1.1 400 Bad")'],
  ['GET / HTTP/1.1\r\nHost: x', 'an HTTP request ("GET / HTTP/1.1")'],
  ['SSH-2.0-OpenSSH_9.2', 'SSH ("SSH-2.0-OpenSSH_")'],
  ['220 mail.example ESMTP', 'a mail or FTP greeting ("220 mail.example")'],
  ['hello', 'text ("hello")'],
])('"%s" is recognised', (text, detail) => {
  expect(findRecord(utf8(text))).toMatchObject({
    error: { fault: 'invalid-message', code: 'not-tls', detail: `${detail}, not a TLS record` },
  });
});

it('writes what it is told, as far as a record can say it', () => {
  expect(toHex(encodeRecord(99, 0xabcd, hex('00')))).toBe('63abcd000100');
  expect(encodeRecord(22, 0x0303, new Uint8Array(0xffff)).length).toBe(5 + 0xffff);
  expect(() => encodeRecord(22, 0x0303, new Uint8Array(0x1_0000))).toThrow(RangeError);
});
