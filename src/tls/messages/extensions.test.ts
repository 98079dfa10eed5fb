import { expect, it } from 'vitest';
import { duplicateExtension, extensionCode } from './extensions.ts';
import type { Extension } from './model.ts';

const unknown = (code: number): Extension => ({ type: 'unknown', code, data: new Uint8Array() });

it.each<[string, readonly Extension[], number | undefined]>([
  ['none', [], undefined],
  ['different ones', [unknown(1), unknown(2), { type: 'padding', length: 0 }], undefined],
  ['the same unknown one', [unknown(1), unknown(2), unknown(1)], 1],
  ['two GREASE codes', [unknown(0x0a0a), unknown(0x1a1a)], undefined],
  ['one GREASE code twice', [unknown(0x0a0a), unknown(0x0a0a)], 0x0a0a],
  ['typed and unknown of one code', [{ type: 'padding', length: 0 }, unknown(21)], 21],
  [
    'two kinds of key_share',
    [
      { type: 'key_share', shares: [] },
      { type: 'key_share_retry', selectedGroup: 29 },
    ],
    51,
  ],
])('duplicates among %s', (_, extensions, code) => {
  expect(duplicateExtension(extensions)).toBe(code);
});

it('knows the code of each', () => {
  expect(extensionCode({ type: 'server_name', hostName: null })).toBe(0);
  expect(extensionCode({ type: 'key_share_retry', selectedGroup: 29 })).toBe(51);
  expect(extensionCode(unknown(0xabcd))).toBe(0xabcd);
});
