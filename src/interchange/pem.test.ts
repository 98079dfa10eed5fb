import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePem, parsePem, toBase64, type PemErrorCode } from './pem.ts';

test('base64 as Node writes it, and back', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.constantFrom('CERTIFICATE', 'PRIVATE KEY', 'X509 CRL'),
      (bytes, label) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        const text = encodePem(label, bytes);
        expect(text.split('\n').every((line) => line.length <= 64)).toBe(true);
        expect(text).not.toContain('\n\n');
        expect(parsePem(text)).toEqual({
          ok: true,
          blocks: [{ label, bytes: new Uint8Array(bytes), line: 1 }],
        });
      },
    ),
  );
});

test('several blocks, text around them, CRLF, indented and unwrapped lines', () => {
  const text = `subject=CN = shop.example\r\n-----BEGIN CERTIFICATE-----\r\nAQID\r\n-----END CERTIFICATE-----\r\nkey:\n-----BEGIN PRIVATE KEY-----\n  BAUG\n Bw==\n-----END PRIVATE KEY-----\n`;
  expect(parsePem(text)).toEqual({
    ok: true,
    blocks: [
      { label: 'CERTIFICATE', bytes: Uint8Array.of(1, 2, 3), line: 2 },
      { label: 'PRIVATE KEY', bytes: Uint8Array.of(4, 5, 6, 7), line: 6 },
    ],
  });
});

describe('faults name their line', () => {
  const cases: readonly (readonly [
    name: string,
    lines: readonly string[],
    code: PemErrorCode,
    line: number,
    column?: number,
  ])[] = [
    ['nothing', [''], 'no-block', 1],
    ['no blocks', ['hello', 'world'], 'no-block', 1],
    ['END alone', ['', '-----END CERTIFICATE-----'], 'stray-end', 2],
    ['no END', ['-----BEGIN CERTIFICATE-----', 'AQID'], 'missing-end', 1],
    [
      'BEGIN in a block',
      ['-----BEGIN CERTIFICATE-----', 'AQID', '-----BEGIN CERTIFICATE-----'],
      'missing-end',
      3,
    ],
    [
      'another label',
      ['-----BEGIN CERTIFICATE-----', 'AQID', '-----END PRIVATE KEY-----'],
      'label-mismatch',
      3,
    ],
    [
      'encrypted key',
      [
        '-----BEGIN RSA PRIVATE KEY-----',
        'Proc-Type: 4,ENCRYPTED',
        '',
        'AQID',
        '-----END RSA PRIVATE KEY-----',
      ],
      'headers',
      2,
    ],
    [
      'a typographic dash',
      ['-----BEGIN CERTIFICATE-----', 'AQID', 'AQ–D', '-----END CERTIFICATE-----'],
      'bad-character',
      3,
      3,
    ],
    [
      'base64url',
      ['-----BEGIN CERTIFICATE-----', 'AQ_D', '-----END CERTIFICATE-----'],
      'bad-character',
      2,
      3,
    ],
    [
      'behind the padding',
      ['-----BEGIN CERTIFICATE-----', 'AQ==', 'AQID', '-----END CERTIFICATE-----'],
      'bad-padding',
      3,
      1,
    ],
    [
      'too much padding',
      ['-----BEGIN CERTIFICATE-----', 'AQI==', '-----END CERTIFICATE-----'],
      'bad-padding',
      2,
      5,
    ],
    [
      'a character short',
      ['-----BEGIN CERTIFICATE-----', 'AQIDAQI', '-----END CERTIFICATE-----'],
      'bad-padding',
      3,
    ],
    [
      'bits behind the end',
      ['-----BEGIN CERTIFICATE-----', 'AR==', '-----END CERTIFICATE-----'],
      'bad-padding',
      3,
    ],
    ['nothing inside', ['-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'], 'empty', 2],
  ];
  test.each(cases.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    ({ rest: [lines, code, line, column] }) => {
      expect(parsePem(lines.join('\n'))).toMatchObject({
        ok: false,
        error: { code, line, ...(column !== undefined && { column }) },
      });
    },
  );

  test('any text gives a value, never an exception', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.constantFrom('-----BEGIN A-----', '-----END A-----', 'AQID', 'AQ==')),
        ),
        (lines) => {
          const parsed = parsePem(lines.join('\n'));
          if (!parsed.ok) expect(parsed.error.line).toBeGreaterThan(0);
        },
      ),
    );
  });
});
