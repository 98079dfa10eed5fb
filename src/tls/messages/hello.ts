/** ClientHello, ServerHello and HelloRetryRequest, RFC 9846 §4.2. */
import type { Codec, Description } from '../../bytes/codec.ts';
import { equal, fromHex } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import { suiteName, versionName } from '../registry/names.ts';
import { extensionBlock, type ExtensionContext } from './extensions.ts';
import type { ClientHello, Extension, HelloRetryRequest, ServerHello } from './model.ts';

/** SHA-256 of "HelloRetryRequest": the random that makes a ServerHello one, RFC 9846 §4.2.3. */
export const helloRetryRequestRandom = fromHex(
  'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c',
) as Uint8Array<ArrayBuffer>;

export const clientHello: Description<ClientHello> = (c, m) => ({
  type: 'client_hello',
  legacyVersion: c.u16('legacy_version', m?.legacyVersion, { registry: versionName, spec: clientSpec }),
  random: c.opaque('random', 32, m?.random, { spec: clientSpec }),
  legacySessionId: c.opaqueVector('legacy_session_id', 1, { max: 32 }, m?.legacySessionId, {
    spec: clientSpec,
  }),
  cipherSuites: c.vector(
    'cipher_suites',
    2,
    { min: 2, max: 0xfffe },
    (list) => list.list(m?.cipherSuites, cipherSuite),
    { spec: clientSpec },
  ),
  legacyCompressionMethods: c.vector(
    'legacy_compression_methods',
    1,
    { min: 1 },
    (list) => list.list(m?.legacyCompressionMethods, compressionMethod),
    { spec: clientSpec },
  ),
  extensions: optionalExtensions(c, 'client_hello', m?.extensions),
});

export const serverHello: Description<ServerHello> = (c, m) => ({
  type: 'server_hello',
  ...serverHelloFields(c, 'server_hello', m),
});

/** The same struct as ServerHello; the random tells them apart, and extensions have other bodies. */
export const helloRetryRequest: Description<HelloRetryRequest> = (c, m) => ({
  type: 'hello_retry_request',
  ...serverHelloFields(c, 'hello_retry_request', m),
});

/** Whether the body of a ServerHello is that of a HelloRetryRequest, RFC 9846 §4.2.4. */
export function isHelloRetryRequest(body: Uint8Array): boolean {
  return equal(body.subarray(2, 34), helloRetryRequestRandom);
}

function serverHelloFields(
  c: Codec,
  context: 'server_hello' | 'hello_retry_request',
  m?: Omit<ServerHello, 'type'>,
): Omit<ServerHello, 'type'> {
  return {
    legacyVersion: c.u16('legacy_version', m?.legacyVersion, { registry: versionName, spec: serverSpec }),
    random: c.opaque('random', 32, m?.random, { spec: serverSpec }),
    legacySessionIdEcho: c.opaqueVector('legacy_session_id_echo', 1, { max: 32 }, m?.legacySessionIdEcho, {
      spec: serverSpec,
    }),
    cipherSuite: c.u16('cipher_suite', m?.cipherSuite, { registry: suiteName, spec: serverSpec }),
    legacyCompressionMethod: compressionMethod(c, m?.legacyCompressionMethod),
    extensions: optionalExtensions(c, context, m?.extensions),
  };
}

/**
 * Old peers send a hello without the block, or with fewer bytes in it than TLS 1.3 needs: RFC 9846
 * §4.2.2 says <8..2^16-1>, RFC 5246 §7.4.1.2 <0..2^16-1>. They deserve protocol_version, not decode_error,
 * so the shorter bound holds here.
 */
function optionalExtensions(
  c: Codec,
  context: ExtensionContext,
  extensions: readonly Extension[] | null | undefined,
): readonly Extension[] | null {
  return c.optional(extensions, (inner, block) => extensionBlock(inner, context, block));
}

function cipherSuite(c: Codec, code?: number): number {
  return c.u16('CipherSuite', code, { registry: suiteName, spec: spec(9846, 'B.4') });
}

function compressionMethod(c: Codec, method?: number): number {
  return c.u8('legacy_compression_method', method, {
    registry: (code) => (code === 0 ? 'null' : undefined),
    spec: clientSpec,
  });
}

const clientSpec = spec(9846, '4.2.2');
const serverSpec = spec(9846, '4.2.3');
