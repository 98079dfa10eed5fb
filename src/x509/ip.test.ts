import fc from 'fast-check';
import { isIPv4, isIPv6 } from 'node:net';
import { expect, test } from 'vitest';
import { toHex } from '../bytes/hex.ts';
import { formatIp, parseIp } from './ip.ts';

test.each([
  ['192.0.2.7', 'c0000207'],
  ['0.0.0.0', '00000000'],
  ['::', '00000000000000000000000000000000'],
  ['::1', '00000000000000000000000000000001'],
  ['2001:DB8::7', '20010db8000000000000000000000007'],
  ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ['::ffff:192.0.2.7', '00000000000000000000ffffc0000207'],
  ['1:2:3:4:5:6:192.0.2.7', '000100020003000400050006c0000207'],
])('%s', (text, hex) => {
  const bytes = parseIp(text);
  expect(bytes && toHex(bytes)).toBe(hex);
});

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '01.2.3.4',
  '1.2.3.4 ',
  ':::',
  '1:2:3:4:5:6:7',
  '1::2::3',
  '12345::',
  'g::',
  '1:2:3:4:5:6:7:8::',
  '::1.2.3',
  'shop.example',
  '[::1]',
  'fe80::1%eth0',
])('"%s" is no address', (text) => expect(parseIp(text)).toBeUndefined());

test('text by RFC 5952, and Node agrees about what is an address', () => {
  expect(formatIp(Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1))).toBe(
    '2001:db8::1:0:0:1',
  );
  expect(formatIp(Uint8Array.of(0, 1, 0, 0, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7))).toBe('1:0:2:3:4:5:6:7');
  expect(formatIp(new Uint8Array(5))).toBeUndefined();
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (text) => {
      const bytes = parseIp(text);
      expect(bytes !== undefined).toBe(isIPv4(text) || (isIPv6(text) && !text.includes('%')));
      if (bytes) expect(parseIp(formatIp(bytes) ?? '')).toEqual(bytes);
    }),
  );
});
