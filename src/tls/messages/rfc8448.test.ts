/** Messages of the example handshakes of RFC 8448: decoded to the last field, encoded again to the same bytes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leavesOf } from '../../bytes/field.ts';
import { concat, fromHex, toHex } from '../../bytes/hex.ts';
import { bytesOfOutline, outline } from '../../bytes/testing/outline.ts';
import { assertTiles } from '../../bytes/testing/tiles.ts';
import type { Bytes } from '../../crypto/port.ts';
import { conformanceFile } from '../testing/conformance.ts';
import type { Rfc8448Trace } from '../testing/rfc8448.ts';
import simple from '../testing/vectors/rfc8448-simple-1rtt.json' with { type: 'json' };
import { decodeAlert, decodeChangeCipherSpec, encodeAlert, encodeChangeCipherSpec } from './alert.ts';
import { decodeHandshake, encodeHandshake, peekHandshakeLength } from './handshake.ts';

it('RFC 8448 §3 as annotated hexdump', async () => {
  const dump = messagesOf(simple as Rfc8448Trace).map((bytes) =>
    outline(bytes, decodeHandshake(bytes).field),
  );
  await expect(`${dump.join('\n\n')}\n`).toMatchFileSnapshot('./fixtures/rfc8448-simple-1rtt.txt');
});

it('the annotated hexdump holds every byte that was sent', () => {
  const text = readFileSync(new URL('fixtures/rfc8448-simple-1rtt.txt', import.meta.url), 'utf8');
  const parts = text.split('\n\n').map((part) => toHex(bytesOfOutline(part)));
  expect(parts).toEqual(messagesOf(simple as Rfc8448Trace).map(toHex));
});

it('RFC 8448 §3 decodes to the last field and encodes to the same bytes', () => {
  expect(check(simple as Rfc8448Trace)).toEqual([
    'client_hello',
    'server_hello',
    'encrypted_extensions',
    'certificate',
    'certificate_verify',
    'finished',
    'finished',
    'new_session_ticket',
    'alert',
    'alert',
  ]);
});

const file = conformanceFile('rfc8448.json');
const all = file && (JSON.parse(file.toString()) as { readonly traces: readonly Rfc8448Trace[] }).traces;

it.skipIf(all === undefined)(
  `all traces of RFC 8448${all === undefined ? ' (NOT CHECKED: file is absent)' : ''}`,
  () => {
    const counts = all?.map((trace) => [trace.name, check(trace).length]);
    expect(counts).toEqual([
      ['simple-1rtt', 10],
      ['resumed-0rtt', 8],
      ['hello-retry-request', 11],
      ['client-auth', 12],
      ['compatibility-mode', 11],
    ]);
  },
);

/** Types of what was checked, in the order sent; handshake messages first. */
function check(trace: Rfc8448Trace): string[] {
  const checked = messagesOf(trace).map((bytes): string => {
    const decoded = decodeHandshake(bytes);
    if (!decoded.ok) throw new Error(`${trace.name}: ${decoded.error.path}: ${decoded.error.detail}`);
    assertTiles(decoded.field, bytes.length);
    const unnamed = leavesOf(decoded.field).filter(
      ({ name, role }) => name === 'opaque' || role === 'undecoded',
    );
    expect(unnamed).toEqual([]);
    const encoded = encodeHandshake(decoded.value);
    expect(toHex(encoded.bytes)).toBe(toHex(bytes));
    expect(encoded.field).toEqual(decoded.field);
    return decoded.value.type;
  });
  for (const bytes of payloads(trace, 'alert')) {
    const decoded = decodeAlert(bytes);
    expect(decoded.ok && encodeAlert(decoded.value)).toEqual({ bytes, field: decoded.field });
    checked.push('alert');
  }
  for (const bytes of payloads(trace, 'change_cipher_spec')) {
    expect(encodeChangeCipherSpec()).toEqual({ bytes, field: decodeChangeCipherSpec(bytes).field });
    checked.push('change_cipher_spec');
  }
  return checked;
}

/** Handshake messages as sent; one record may hold several. */
function messagesOf(trace: Rfc8448Trace): Bytes[] {
  return payloads(trace, 'handshake').flatMap((payload) => {
    const messages: Bytes[] = [];
    for (let rest = payload; rest.length > 0; rest = rest.slice(messages.at(-1)?.length)) {
      messages.push(rest.slice(0, peekHandshakeLength(rest)));
    }
    expect(concat(...messages)).toEqual(payload);
    return messages;
  });
}

function payloads(trace: Rfc8448Trace, type: string): Bytes[] {
  return trace.blobs
    .filter(({ step, label }) => step === `send ${type} record` && label === 'payload')
    .map(({ hex }) => fromHex(hex) as Bytes);
}
