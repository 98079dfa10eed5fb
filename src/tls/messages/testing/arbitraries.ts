/** Any message the model can express and the wire can carry, for property tests. */
import fc from 'fast-check';
import type { Bytes } from '../../../crypto/port.ts';
import { typeOf } from '../extension-bodies.ts';
import type { ExtensionContext } from '../extensions.ts';
import { helloRetryRequestRandom } from '../handshake.ts';
import type { Extension, HandshakeMessage } from '../model.ts';

const u8 = fc.nat(0xff);
const u16 = fc.nat(0xffff);
const u32 = fc.nat(0xffff_ffff);
const boolean = fc.boolean();

function bytes(minLength: number, maxLength: number): fc.Arbitrary<Bytes> {
  return fc.uint8Array({ minLength, maxLength });
}

function codes(minLength: number, maxLength = 12): fc.Arbitrary<number[]> {
  return fc.array(u16, { minLength, maxLength });
}

/** Text whose bytes fit 1 to 255: any Unicode, lone surrogates left out. */
const name = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
const share = fc.record({ group: u16, keyExchange: bytes(1, 60) });

const schemes = fc.record({ type: fc.constant('signature_algorithms' as const), schemes: codes(1) });
const certSchemes = fc.record({ type: fc.constant('signature_algorithms_cert' as const), schemes: codes(1) });
const groups = fc.record({ type: fc.constant('supported_groups' as const), groups: codes(1) });
const cookie = fc.record({ type: fc.constant('cookie' as const), cookie: bytes(1, 80) });
const selectedVersion = fc.record({
  type: fc.constant('supported_versions' as const),
  versions: codes(1, 1),
});
const authorities = fc.record({
  type: fc.constant('certificate_authorities' as const),
  authorities: fc.array(bytes(1, 40), { minLength: 1, maxLength: 4 }),
});
const protocols = fc.record({
  type: fc.constant('application_layer_protocol_negotiation' as const),
  protocols: fc.array(name, { minLength: 1, maxLength: 4 }),
});

const earlyData = fc.constant<Extension>({ type: 'early_data' });

const typed: Readonly<Record<ExtensionContext, readonly fc.Arbitrary<Extension>[]>> = {
  client_hello: [
    fc.record({ type: fc.constant('server_name' as const), hostName: name }),
    groups,
    schemes,
    certSchemes,
    protocols,
    cookie,
    authorities,
    fc.record({ type: fc.constant('supported_versions' as const), versions: codes(1) }),
    fc.record({ type: fc.constant('key_share' as const), shares: fc.array(share, { maxLength: 4 }) }),
    fc.record({
      type: fc.constant('psk_key_exchange_modes' as const),
      modes: fc.array(u8, { minLength: 1, maxLength: 5 }),
    }),
    fc.record({ type: fc.constant('padding' as const), length: fc.nat(300) }),
    earlyData,
    fc.constant({ type: 'post_handshake_auth' }),
    fc.record({
      type: fc.constant('pre_shared_key' as const),
      identities: fc.array(fc.record({ identity: bytes(1, 60), obfuscatedTicketAge: u32 }), {
        minLength: 1,
        maxLength: 3,
      }),
      binders: fc.array(bytes(32, 64), { minLength: 1, maxLength: 3 }),
    }),
  ],
  server_hello: [
    selectedVersion,
    fc.record({
      type: fc.constant('key_share' as const),
      shares: fc.array(share, { minLength: 1, maxLength: 1 }),
    }),
    fc.record({ type: fc.constant('pre_shared_key_selected' as const), selectedIdentity: u16 }),
  ],
  hello_retry_request: [
    selectedVersion,
    cookie,
    fc.record({ type: fc.constant('key_share_retry' as const), selectedGroup: u16 }),
  ],
  encrypted_extensions: [fc.constant({ type: 'server_name', hostName: null }), groups, protocols, earlyData],
  certificate_request: [schemes, certSchemes, authorities],
  certificate: [],
  new_session_ticket: [fc.record({ type: fc.constant('early_data_size' as const), maxEarlyDataSize: u32 })],
};

/** Codes that have no typed body in this place, wherever else they may have one. */
function unknown(context: ExtensionContext): fc.Arbitrary<Extension> {
  const code = fc
    .oneof(u16, fc.nat(0x40))
    .filter((value) => typeOf(value, context, new Uint8Array()) === 'unknown');
  return fc.record({ type: fc.constant('unknown' as const), code, data: bytes(0, 60) });
}

function extensions(context: ExtensionContext): fc.Arbitrary<Extension[]> {
  return fc.array(fc.oneof(...typed[context], unknown(context)), { maxLength: 8 });
}

function serverFields(context: 'server_hello' | 'hello_retry_request') {
  return {
    legacyVersion: u16,
    legacySessionIdEcho: bytes(0, 32),
    cipherSuite: u16,
    legacyCompressionMethod: u8,
    extensions: fc.option(extensions(context)),
  };
}

export const anyMessage: fc.Arbitrary<HandshakeMessage> = fc.oneof(
  fc.record({
    type: fc.constant('client_hello' as const),
    legacyVersion: u16,
    random: bytes(32, 32),
    legacySessionId: bytes(0, 32),
    cipherSuites: codes(1, 40),
    legacyCompressionMethods: fc.array(u8, { minLength: 1, maxLength: 4 }),
    extensions: fc.option(extensions('client_hello')),
  }),
  fc.record({
    type: fc.constant('server_hello' as const),
    random: bytes(32, 32),
    ...serverFields('server_hello'),
  }),
  fc.record({
    type: fc.constant('hello_retry_request' as const),
    random: fc.constant(helloRetryRequestRandom),
    ...serverFields('hello_retry_request'),
  }),
  fc.record({
    type: fc.constant('encrypted_extensions' as const),
    extensions: extensions('encrypted_extensions'),
  }),
  fc.record({
    type: fc.constant('certificate_request' as const),
    context: bytes(0, 255),
    extensions: extensions('certificate_request'),
  }),
  fc.record({
    type: fc.constant('certificate' as const),
    context: bytes(0, 255),
    entries: fc.array(fc.record({ certData: bytes(1, 80), extensions: extensions('certificate') }), {
      maxLength: 4,
    }),
  }),
  fc.record({ type: fc.constant('certificate_verify' as const), scheme: u16, signature: bytes(0, 300) }),
  fc.record({ type: fc.constant('finished' as const), verifyData: bytes(0, 64) }),
  fc.record({
    type: fc.constant('new_session_ticket' as const),
    lifetime: u32,
    ageAdd: u32,
    nonce: bytes(0, 255),
    ticket: bytes(1, 300),
    extensions: extensions('new_session_ticket'),
  }),
  fc.constant<HandshakeMessage>({ type: 'end_of_early_data' }),
  fc.record({ type: fc.constant('key_update' as const), updateRequested: boolean }),
);
