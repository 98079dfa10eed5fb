import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leavesOf, type Field } from '../../bytes/field.ts';
import { fromHex, toHex } from '../../bytes/hex.ts';
import { assertTiles } from '../../bytes/testing/tiles.ts';
import type { Bytes } from '../../crypto/port.ts';
import {
  decodeHandshake,
  encodeHandshake,
  helloRetryRequestRandom,
  peekHandshakeLength,
} from './handshake.ts';
import type { Extension, HandshakeMessage } from './model.ts';
import { anyMessage } from './testing/arbitraries.ts';
import { sampleMessages } from './testing/samples.ts';

const named = sampleMessages.map((message, i) => [`${message.type} (${i})`, message] as const);

function roundTrip(message: HandshakeMessage): void {
  const { bytes, field } = encodeHandshake(message);
  assertTiles(field, bytes.length);
  expect(peekHandshakeLength(bytes)).toBe(bytes.length);
  const decoded = decodeHandshake(bytes as Bytes);
  expect(decoded).toEqual({ ok: true, value: message, field });
}

it.each(named)('%s comes back, with the same tree', (_, message) => roundTrip(message));

it('any message comes back, with the same tree', () => {
  fc.assert(fc.property(anyMessage, roundTrip), { numRuns: 400, seed: 8446 });
});

it.each(named)('%s, cut at any byte, is an error and a tree', (_, message) => {
  const { bytes } = encodeHandshake(message);
  for (let length = 0; length < bytes.length; length++) {
    const cut = bytes.slice(0, length);
    const decoded = decodeHandshake(cut);
    expect(decoded.ok).toBe(false);
    assertTiles(decoded.field, length);
  }
});

it.each(named)('%s, cut at any byte with a header that hides it, never throws', (_, message) => {
  const { bytes } = encodeHandshake(message);
  let accepted = 0;
  for (let length = 4; length < bytes.length; length++) {
    const cut = bytes.slice(0, length);
    cut.set([0, (length - 4) >> 8, (length - 4) & 0xff], 1);
    const decoded = decodeHandshake(cut);
    assertTiles(decoded.field, length);
    if (decoded.ok) accepted++;
  }
  // Finished is as long as the hash, which only the engine knows; a hello may end before its extensions.
  const open =
    message.type === 'finished'
      ? 32
      : message.type.endsWith('hello') || message.type === 'hello_retry_request'
        ? 1
        : 0;
  expect(accepted).toBeLessThanOrEqual(open);
});

it('names the tree like the RFC does', () => {
  const { field } = encodeHandshake(sampleMessages[0]!);
  const outline: string[] = [];
  const visit = (at: Field, depth: number): void => {
    if (depth > 3) return;
    outline.push(`${'  '.repeat(depth)}${at.name} [${at.key}]`);
    at.children?.forEach((child) => visit(child, depth + 1));
  };
  visit(field, 0);
  expect(`\n${outline.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Handshake [Handshake]
      msg_type [Handshake.msg_type]
      length [Handshake.length]
      ClientHello [ClientHello]
        legacy_version [ClientHello.legacy_version]
        random [ClientHello.random]
        legacy_session_id [ClientHello.legacy_session_id]
          length [legacy_session_id.length]
          legacy_session_id [legacy_session_id.legacy_session_id]
        cipher_suites [ClientHello.cipher_suites]
          length [cipher_suites.length]
          CipherSuite [cipher_suites.CipherSuite]
          CipherSuite [cipher_suites.CipherSuite]
          CipherSuite [cipher_suites.CipherSuite]
          CipherSuite [cipher_suites.CipherSuite]
          CipherSuite [cipher_suites.CipherSuite]
          CipherSuite [cipher_suites.CipherSuite]
        legacy_compression_methods [ClientHello.legacy_compression_methods]
          length [legacy_compression_methods.length]
          legacy_compression_method [legacy_compression_methods.legacy_compression_method]
        extensions [ClientHello.extensions]
          length [extensions.length]
          GREASE [GREASE]
          server_name [server_name]
          ec_point_formats [ec_point_formats]
          supported_groups [supported_groups]
          signature_algorithms [signature_algorithms]
          signature_algorithms_cert [signature_algorithms_cert]
          application_layer_protocol_negotiation [application_layer_protocol_negotiation]
          supported_versions [supported_versions]
          cookie [cookie]
          key_share [key_share]
          psk_key_exchange_modes [psk_key_exchange_modes]
          certificate_authorities [certificate_authorities]
          GREASE [GREASE]
          padding [padding]
          early_data [early_data]
          post_handshake_auth [post_handshake_auth]
          pre_shared_key [pre_shared_key]
    "
  `);
});

it.each([
  ['trailing bytes in the body', '18 000002 0000', 'trailing-data', 'Handshake.KeyUpdate'],
  ['bytes behind the message', '18 000001 00 00', 'trailing-data', 'Handshake'],
  ['a length beyond the end', '18 000002 00', 'truncated', 'Handshake'],
  ['a KeyUpdate that is neither', '18 000001 02', 'bad-value', 'Handshake.KeyUpdate.request_update'],
  ['an unknown type', 'ff 000000', 'bad-value', 'Handshake.msg_type'],
  ['HelloRequest of TLS 1.2', '00 000000', 'bad-value', 'Handshake.msg_type'],
  ['EndOfEarlyData with a body', '05 000001 00', 'trailing-data', 'Handshake.EndOfEarlyData'],
  [
    'an empty ticket',
    '04 00000d 00000000 00000000 00 0000 0000',
    'bad-length',
    'Handshake.NewSessionTicket.ticket',
  ],
  [
    'an empty certificate',
    '0b 000009 00 000005 000000 0000',
    'bad-length',
    'Handshake.Certificate.certificate_list.[0].cert_data',
  ],
])('refuses %s', (_, hex, code, path) => {
  const bytes = fromHex(hex) as Bytes;
  const decoded = decodeHandshake(bytes);
  expect(decoded).toMatchObject({ ok: false, error: { code, path } });
  assertTiles(decoded.field, bytes.length);
});

/** A ClientHello around fields given in hex; legal ones by default. */
function hello(fields: {
  version?: string;
  sessionId?: string;
  suites?: string;
  compression?: string;
  extensions?: string;
}): Bytes {
  const {
    version = '0303',
    sessionId = '00',
    suites = '00021301',
    compression = '0100',
    extensions = '',
  } = fields;
  const body = fromHex(version + '00'.repeat(32) + sessionId + suites + compression + extensions);
  return Uint8Array.of(1, 0, body.length >> 8, body.length & 0xff, ...body);
}

it.each([
  ['no suite', { suites: '0000' }, 'bad-length', '.cipher_suites'],
  ['half a suite', { suites: '0003130113' }, 'truncated', '.cipher_suites.CipherSuite'],
  ['a session id of 33 bytes', { sessionId: `21${'00'.repeat(33)}` }, 'bad-length', '.legacy_session_id'],
  ['no compression method', { compression: '00' }, 'bad-length', '.legacy_compression_methods'],
  ['extensions beyond the end', { extensions: '0001' }, 'truncated', '.extensions'],
  [
    'half an extension type',
    { extensions: '000100' },
    'truncated',
    '.extensions.unknown_extension.extension_type',
  ],
  ['bytes behind the extensions', { extensions: '000000' }, 'trailing-data', ''],
])('ClientHello with %s', (_, fields, code, path) => {
  const bytes = hello(fields);
  const decoded = decodeHandshake(bytes);
  expect(decoded).toMatchObject({ ok: false, error: { code, path: `Handshake.ClientHello${path}` } });
  assertTiles(decoded.field, bytes.length);
});

it.each([
  ['server_name: empty list', '0000 0002 0000', 'bad-length', 'server_name.extension_data.server_name_list'],
  [
    'server_name: empty name',
    '0000 0005 0003 00 0000',
    'bad-length',
    'server_name.extension_data.server_name_list.ServerName.host_name',
  ],
  [
    'server_name: a name of another type',
    '0000 0006 0004 01 0001 61',
    'bad-value',
    'server_name.extension_data.server_name_list.ServerName.name_type',
  ],
  [
    'server_name: two names',
    '0000 000a 0008 00 0001 61 00 0001 62',
    'trailing-data',
    'server_name.extension_data.server_name_list',
  ],
  [
    'supported_groups: none',
    '000a 0002 0000',
    'bad-length',
    'supported_groups.extension_data.named_group_list',
  ],
  [
    'supported_groups: bytes behind',
    '000a 0005 0002 001d ff',
    'trailing-data',
    'supported_groups.extension_data',
  ],
  [
    'signature_algorithms: none',
    '000d 0002 0000',
    'bad-length',
    'signature_algorithms.extension_data.supported_signature_algorithms',
  ],
  [
    'ALPN: no protocol',
    '0010 0002 0000',
    'bad-length',
    'application_layer_protocol_negotiation.extension_data.protocol_name_list',
  ],
  [
    'ALPN: empty protocol',
    '0010 0004 0002 00 00',
    'bad-length',
    'application_layer_protocol_negotiation.extension_data.protocol_name_list.ProtocolName',
  ],
  ['supported_versions: none', '002b 0001 00', 'bad-length', 'supported_versions.extension_data.versions'],
  [
    'supported_versions: odd',
    '002b 0004 03 030403',
    'truncated',
    'supported_versions.extension_data.versions.ProtocolVersion',
  ],
  ['cookie: empty', '002c 0002 0000', 'bad-length', 'cookie.extension_data.cookie'],
  [
    'psk_key_exchange_modes: none',
    '002d 0001 00',
    'bad-length',
    'psk_key_exchange_modes.extension_data.ke_modes',
  ],
  [
    'certificate_authorities: too short',
    '002f 0004 0002 0000',
    'bad-length',
    'certificate_authorities.extension_data.authorities',
  ],
  [
    'certificate_authorities: empty name',
    '002f 0007 0005 0000 0001 00',
    'bad-length',
    'certificate_authorities.extension_data.authorities.DistinguishedName',
  ],
  [
    'key_share: empty key',
    '0033 0006 0004 001d 0000',
    'bad-length',
    'key_share.extension_data.client_shares.KeyShareEntry.key_exchange',
  ],
])('extension in ClientHello, %s', (_, extension, code, path) => {
  const clean = extension.replaceAll(' ', '');
  const bytes = hello({ extensions: (clean.length / 2).toString(16).padStart(4, '0') + clean });
  const decoded = decodeHandshake(bytes);
  expect(decoded).toMatchObject({
    ok: false,
    error: { code, path: `Handshake.ClientHello.extensions.${path}` },
  });
  assertTiles(decoded.field, bytes.length);
});

it.each<[string, string, Extension]>([
  ['GREASE', '5a5a 0001 00', { type: 'unknown', code: 0x5a5a, data: Uint8Array.of(0) }],
  ['an unassigned code', 'abcd 0002 0102', { type: 'unknown', code: 0xabcd, data: Uint8Array.of(1, 2) }],
  ['padding of zeros', '0015 0002 0000', { type: 'padding', length: 2 }],
  ['padding that is not zero', '0015 0002 0001', { type: 'unknown', code: 21, data: Uint8Array.of(0, 1) }],
  ['padding of nothing', '0015 0000', { type: 'padding', length: 0 }],
  ['no share at all, asking for a retry', '0033 0002 0000', { type: 'key_share', shares: [] }],
  ['a host name that is no text', '0000 0006 0004 00 0001 ff', { type: 'server_name', hostName: '\uDCFF' }],
])('extension in ClientHello, %s', (_, extension, expected) => {
  const clean = extension.replaceAll(' ', '');
  const bytes = hello({ extensions: (clean.length / 2).toString(16).padStart(4, '0') + clean });
  const decoded = decodeHandshake(bytes);
  expect(decoded).toMatchObject({ ok: true, value: { extensions: [expected] } });
  if (decoded.ok) expect(toHex(encodeHandshake(decoded.value).bytes)).toBe(toHex(bytes));
});

it('tells empty extensions from absent ones, and both from a minimal TLS 1.2 hello', () => {
  expect(decodeHandshake(hello({ extensions: '0000' }))).toMatchObject({ value: { extensions: [] } });
  expect(decodeHandshake(hello({}))).toMatchObject({ value: { extensions: null } });
  expect(decodeHandshake(hello({ extensions: '0005ff01000100' }))).toMatchObject({ ok: true });
});

it('a ServerHello with the random of §4.2.3 is a HelloRetryRequest', () => {
  const retry = sampleMessages.find((message) => message.type === 'hello_retry_request')!;
  const { bytes } = encodeHandshake(retry);
  expect(bytes[0]).toBe(2);
  bytes[6]! ^= 1;
  // Now key_share is read as a share, and two bytes are none.
  expect(decodeHandshake(bytes as Bytes)).toMatchObject({
    ok: false,
    error: {
      path: 'Handshake.ServerHello.extensions.key_share.extension_data.server_share.key_exchange.length',
    },
  });
  expect(toHex(helloRetryRequestRandom)).toBe(
    'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c',
  );
});

it('reads EndOfEarlyData', () => {
  expect(decodeHandshake(fromHex('05000000') as Bytes)).toMatchObject({
    ok: true,
    value: { type: 'end_of_early_data' },
  });
  expect(toHex(encodeHandshake({ type: 'end_of_early_data' }).bytes)).toBe('05000000');
});

it.each([
  ['', undefined],
  ['0b0001', undefined],
  ['0b000102', 262],
  ['0bffffff00', 0xff_ffff + 4],
])('a message that begins with "%s" is %s bytes long', (hex, length) => {
  expect(peekHandshakeLength(fromHex(hex))).toBe(length);
});

it('work grows with the length of a message, not with its square', () => {
  const extensions: Extension[] = Array.from({ length: 8_000 }, (_, code) => ({
    type: 'unknown',
    code: 0x8000 + code,
    data: new Uint8Array(4),
  }));
  const message: HandshakeMessage = { type: 'encrypted_extensions', extensions };
  const started = performance.now();
  const { bytes } = encodeHandshake(message);
  const decoded = decodeHandshake(bytes as Bytes);
  expect(leavesOf(decoded.field).length).toBe(3 * 8_000 + 3);
  expect(performance.now() - started).toBeLessThan(2_000);
});
