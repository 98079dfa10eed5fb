import { describe, expect, test } from 'vitest';
import { labWords } from '../lesson/lab.ts';
import { announcementText } from '../ui/step-name.ts';
import type { Trace } from '../lab/trace.ts';
import { announcement } from './announce.ts';
import { bracketed, ladderRows, messageTitle } from './ladder.ts';
import type { LadderRow } from './ladder.ts';
import { flights } from './player.ts';
import { runPreset } from './testing/runs.ts';

const words = labWords.en;

/** One row as it reads on screen: number, label, direction, and what stands beside it. */
function line(row: LadderRow): string {
  switch (row.kind) {
    case 'message': {
      const arrow = row.from === 'browser' ? '→' : '←';
      const label = `${bracketed(messageTitle(row.message), row.level)}${row.alert ? ` ${row.alert}` : ''}`;
      const eve = row.eavesdropper.reads ? 'read' : 'hidden';
      return [
        ...row.compatibility.map(
          ({ from, bytes }) => `${from === 'browser' ? '→' : '←'} ChangeCipherSpec ${bytes}\n`,
        ),
        `${row.index + 1} ${arrow} ${label} ${eve}`,
        row.note ? ` (${row.note.kind}${row.note.kind === 'data' ? ` ${row.note.line}` : ''})` : '',
        row.failed ? ' failed' : '',
      ].join('');
    }
    case 'local':
      return `${row.index + 1} ${row.work} ${row.parties.toSorted().join(' ')}${row.failed ? ' failed' : ''}`;
    case 'optional':
      return `- {${row.messages.join('} {')}} by ${row.from}, not sent`;
    case 'unread':
      return `- ${bracketed(row.message, row.level)} never opened${row.first ? ', first' : ''}`;
  }
}

const screen = (trace: Trace): string => ladderRows(trace).map(line).join('\n');

describe('rows', () => {
  test('everything in order', async () => {
    expect(screen(await runPreset('tls13'))).toMatchInlineSnapshot(`
      "1 → ClientHello read (key-pairs)
      2 ← ServerHello read (agree)
      3 derive_handshake_keys browser server
      ← ChangeCipherSpec 6
      4 ← {EncryptedExtensions} hidden
      - {CertificateRequest} by server, not sent
      5 ← {Certificate} hidden (send-chain)
      6 validate_chain browser
      7 ← {CertificateVerify} hidden (sign)
      8 verify_signature browser
      9 ← {Finished} hidden (mac)
      10 derive_application_keys browser server
      - {Certificate} {CertificateVerify} by browser, not sent
      → ChangeCipherSpec 6
      11 → {Finished} hidden (mac)
      12 → [Application Data] hidden (data GET /cart)
      13 ← [Application Data] hidden (data 200 OK)
      14 → [Alert] close_notify hidden"
    `);
  });

  test('missing intermediate: what was on its way is never opened', async () => {
    expect(screen(await runPreset('missing-intermediate'))).toMatchInlineSnapshot(`
      "1 → ClientHello read (key-pairs)
      2 ← ServerHello read (agree)
      3 derive_handshake_keys browser server
      ← ChangeCipherSpec 6
      4 ← {EncryptedExtensions} hidden
      - {CertificateRequest} by server, not sent
      5 ← {Certificate} hidden (send-chain)
      6 validate_chain browser failed
      - {CertificateVerify} never opened, first
      - {Finished} never opened
      7 → {Alert} unknown_ca hidden failed"
    `);
  });

  test('client certificate: nothing optional is left out', async () => {
    const rows = ladderRows(await runPreset('client-certificate'));
    expect(rows.filter((row) => row.kind === 'optional')).toEqual([]);
  });

  test('HelloRetryRequest says why', async () => {
    const rows = ladderRows(await runPreset('hello-retry-request'));
    expect(rows[1]).toMatchObject({ message: 'HelloRetryRequest', note: { kind: 'no-usable-share' } });
    expect(rows[2]).toMatchObject({
      message: 'ClientHello',
      note: { kind: 'key-pairs', count: 1, algorithm: 'P-256' },
    });
  });

  test('no common cipher suite ends in a plaintext alert', async () => {
    expect(screen(await runPreset('no-common-suite'))).toBe(
      '1 → ClientHello read (key-pairs) failed\n2 ← Alert handshake_failure read failed',
    );
  });

  test('Eve counts what the length fields say', async () => {
    const trace = await runPreset('tls13');
    for (const row of ladderRows(trace)) {
      if (row.kind !== 'message' || row.eavesdropper.reads) continue;
      const step = trace.steps[row.index];
      if (step?.kind !== 'message') throw new Error('a message row without a message');
      // One record each in this run: two bytes of length after type and version.
      const { bytes } = step.wire;
      expect(row.eavesdropper).toEqual({ reads: false, outerType: 23, bytes: (bytes[3]! << 8) | bytes[4]! });
    }
  });
});

test.each([
  ['tls13', 'client-1:1 server:9 client-2:1 application:3'],
  ['hello-retry-request', 'client-1:1 retry:2 server:9 client-2:1 application:3'],
  ['missing-intermediate', 'client-1:1 server:5 alert:1'],
] as const)('flights of %s', async (preset, expected) => {
  const found = flights(await runPreset(preset)).map(({ flight, ticks }) => `${flight}:${ticks.length}`);
  expect(found.join(' ')).toBe(expected);
});

test('only the step that noticed it is a failure on the scrubber', async () => {
  const kinds = flights(await runPreset('expired')).flatMap(({ ticks }) => ticks.map((tick) => tick.kind));
  expect(kinds).toEqual(['plaintext', 'plaintext', 'local', 'handshake', 'handshake', 'failed', 'handshake']);
});

test.each([
  ['tls13', 5, 'Step 5 of 14, Certificate, server to browser, under handshake keys'],
  ['tls13', 3, 'Step 3 of 14, derive handshake keys, both sides, local work'],
  ['tls13', 12, 'Step 12 of 14, Application Data, browser to server, under application keys'],
  ['expired', 6, 'Step 6 of 7, validate chain, browser, local work, failed here'],
  ['expired', 7, 'Step 7 of 7, Alert certificate_expired, browser to server, under handshake keys'],
] as const)('%s, step %i is announced', async (preset, number, expected) => {
  const trace = await runPreset(preset);
  expect(announcementText(announcement(trace.steps[number - 1]!, trace), words)).toBe(expected);
});
