import { expect, it } from 'vitest';
import { fromHex, toHex } from '../../bytes/hex.ts';
import { assertTiles } from '../../bytes/testing/tiles.ts';
import type { Bytes } from '../../crypto/port.ts';
import { alertCodes } from '../registry/alerts.ts';
import { decodeAlert, decodeChangeCipherSpec, encodeAlert, encodeChangeCipherSpec } from './alert.ts';

it.each([
  ['close_notify', { level: 1, description: alertCodes.close_notify }, '0100'],
  ['unknown_ca', { level: 2, description: alertCodes.unknown_ca }, '0230'],
  ['a level and a description nobody knows', { level: 9, description: 250 }, '09fa'],
])('alert: %s', (_, alert, hex) => {
  const { bytes, field } = encodeAlert(alert);
  expect(toHex(bytes)).toBe(hex);
  assertTiles(field, 2);
  expect(decodeAlert(bytes as Bytes)).toEqual({ ok: true, value: alert, field });
});

it('names what the registry knows', () => {
  expect(encodeAlert({ level: 2, description: 48 }).field.children?.map((child) => child.value)).toEqual([
    { type: 'code', value: 2, width: 1, name: 'fatal' },
    { type: 'code', value: 48, width: 1, name: 'unknown_ca' },
  ]);
});

it.each([
  ['', 'truncated'],
  ['02', 'truncated'],
  ['023000', 'trailing-data'],
])('alert "%s" is refused: %s', (hex, code) => {
  const bytes = fromHex(hex) as Bytes;
  const decoded = decodeAlert(bytes);
  expect(decoded).toMatchObject({ ok: false, error: { code } });
  assertTiles(decoded.field, bytes.length);
});

it('ChangeCipherSpec is one byte', () => {
  const { bytes, field } = encodeChangeCipherSpec();
  expect(toHex(bytes)).toBe('01');
  expect(decodeChangeCipherSpec(bytes as Bytes)).toEqual({ ok: true, value: 1, field });
  expect(decodeChangeCipherSpec(fromHex('02') as Bytes)).toMatchObject({ ok: true, value: 2 });
  expect(decodeChangeCipherSpec(fromHex('0101') as Bytes)).toMatchObject({
    error: { code: 'trailing-data' },
  });
});
