/** One full-bodied message of each kind, with every typed extension, GREASE and unknown ones. */
import { fromHex, utf8 } from '../../../bytes/hex.ts';
import type { Bytes } from '../../../crypto/port.ts';
import { helloRetryRequestRandom } from '../handshake.ts';
import type { Extension, HandshakeMessage } from '../model.ts';

const hex = (text: string): Bytes => fromHex(text) as Bytes;
const counting = (length: number): Bytes => Uint8Array.from({ length }, (_, i) => i & 0xff);

const unknown: readonly Extension[] = [
  { type: 'unknown', code: 0x1a1a, data: hex('') },
  { type: 'unknown', code: 0x1234, data: hex('c0ffee') },
];

const clientExtensions: readonly Extension[] = [
  { type: 'unknown', code: 0x0a0a, data: hex('') },
  { type: 'server_name', hostName: 'shop.example' },
  { type: 'ec_point_formats', formats: [0] },
  { type: 'supported_groups', groups: [0x4a4a, 0x11ec, 0x001d, 0x0017] },
  { type: 'signature_algorithms', schemes: [0x0403, 0x0804, 0x0807, 0xfefe] },
  { type: 'signature_algorithms_cert', schemes: [0x0401, 0x0403] },
  { type: 'application_layer_protocol_negotiation', protocols: ['h2', 'http/1.1', '\uDC8A\uDC8A'] },
  { type: 'supported_versions', versions: [0x2a2a, 0x0304, 0x0303] },
  { type: 'cookie', cookie: counting(40) },
  {
    type: 'key_share',
    shares: [
      { group: 0x4a4a, keyExchange: hex('00') },
      { group: 0x001d, keyExchange: counting(32) },
    ],
  },
  { type: 'psk_key_exchange_modes', modes: [1, 0x0b] },
  { type: 'certificate_authorities', authorities: [hex('300e310c300a06035504030c03616263'), hex('3000')] },
  { type: 'unknown', code: 0x3a3a, data: hex('00') },
  { type: 'padding', length: 7 },
  { type: 'early_data' },
  { type: 'post_handshake_auth' },
  {
    type: 'pre_shared_key',
    identities: [
      { identity: counting(90), obfuscatedTicketAge: 0xdeadbeef },
      { identity: utf8('device 7'), obfuscatedTicketAge: 0 },
    ],
    binders: [counting(32), counting(48)],
  },
];

const serverFields = {
  legacyVersion: 0x0303,
  random: counting(32),
  legacySessionIdEcho: counting(32),
  cipherSuite: 0x1301,
  legacyCompressionMethod: 0,
};

export const sampleMessages: readonly HandshakeMessage[] = [
  {
    type: 'client_hello',
    legacyVersion: 0x0303,
    random: counting(32),
    legacySessionId: counting(32),
    cipherSuites: [0x2a2a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xfefe],
    legacyCompressionMethods: [0],
    extensions: clientExtensions,
  },
  {
    type: 'client_hello',
    legacyVersion: 0x0301,
    random: counting(32),
    legacySessionId: hex(''),
    cipherSuites: [0x002f],
    legacyCompressionMethods: [1, 0],
    extensions: null,
  },
  {
    type: 'server_hello',
    ...serverFields,
    extensions: [
      { type: 'supported_versions', versions: [0x0304] },
      { type: 'key_share', shares: [{ group: 0x001d, keyExchange: counting(32) }] },
      { type: 'pre_shared_key_selected', selectedIdentity: 1 },
      // No body is defined for it here.
      { type: 'unknown', code: 0x0005, data: hex('00') },
    ],
  },
  { type: 'server_hello', ...serverFields, legacySessionIdEcho: hex(''), extensions: null },
  {
    type: 'hello_retry_request',
    ...serverFields,
    random: helloRetryRequestRandom,
    extensions: [
      { type: 'supported_versions', versions: [0x0304] },
      { type: 'key_share_retry', selectedGroup: 0x0018 },
      { type: 'cookie', cookie: counting(16) },
    ],
  },
  {
    type: 'encrypted_extensions',
    extensions: [
      { type: 'server_name', hostName: null },
      { type: 'supported_groups', groups: [0x001d] },
      { type: 'application_layer_protocol_negotiation', protocols: ['h2'] },
      { type: 'early_data' },
      ...unknown,
    ],
  },
  { type: 'encrypted_extensions', extensions: [] },
  {
    type: 'certificate_request',
    context: hex('0102'),
    extensions: [
      { type: 'signature_algorithms', schemes: [0x0403, 0x0804] },
      { type: 'signature_algorithms_cert', schemes: [0x0401] },
      { type: 'certificate_authorities', authorities: [hex('3000')] },
      ...unknown,
    ],
  },
  {
    type: 'certificate',
    context: hex('0102'),
    entries: [
      {
        certData: hex('3003020101'),
        extensions: [{ type: 'unknown', code: 0x0005, data: hex('0100000101') }],
      },
      { certData: utf8('no certificate at all'), extensions: [] },
    ],
  },
  { type: 'certificate', context: hex(''), entries: [] },
  { type: 'certificate_verify', scheme: 0x0403, signature: counting(71) },
  { type: 'finished', verifyData: counting(32) },
  {
    type: 'new_session_ticket',
    lifetime: 7_200,
    ageAdd: 0xfedcba98,
    nonce: hex('0000'),
    ticket: counting(200),
    extensions: [{ type: 'early_data_size', maxEarlyDataSize: 0x4000 }, ...unknown],
  },
  { type: 'end_of_early_data' },
  { type: 'key_update', updateRequested: true },
  { type: 'key_update', updateRequested: false },
];
