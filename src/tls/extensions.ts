/** Rules that hold for the extensions of every message, RFC 9846 §4.3. */
import { spec, type Spec } from '../bytes/spec.ts';
import type { TlsError } from './errors.ts';
import { fault } from './failure.ts';
import { duplicateExtension, extensionCode, type ExtensionContext } from './messages/extensions.ts';
import type { Extension } from './messages/model.ts';
import { extensionName } from './registry/extensions.ts';
import { isGrease } from './registry/names.ts';
import { say } from '../bytes/say.ts';

export function find<T extends Extension['type']>(
  extensions: readonly Extension[] | null,
  type: T,
): Extract<Extension, { readonly type: T }> | undefined {
  return extensions?.find(
    (extension): extension is Extract<Extension, { readonly type: T }> => extension.type === type,
  );
}

/**
 * Extensions that RFC 9846 §4.3 allows in each message, of those this engine knows by name. One that is
 * known but appears elsewhere is illegal; one that is unknown is judged by whether it was asked for.
 */
const allowedIn: Readonly<Partial<Record<ExtensionContext, readonly string[]>>> = {
  server_hello: ['key_share', 'pre_shared_key', 'supported_versions'],
  hello_retry_request: ['key_share', 'cookie', 'supported_versions'],
  encrypted_extensions: [
    'server_name',
    'max_fragment_length',
    'supported_groups',
    'use_srtp',
    'heartbeat',
    'application_layer_protocol_negotiation',
    'client_certificate_type',
    'server_certificate_type',
    'early_data',
    'record_size_limit',
  ],
  certificate_request: [
    'status_request',
    'signature_algorithms',
    'signature_algorithms_cert',
    'signed_certificate_timestamp',
    'certificate_authorities',
    'oid_filters',
  ],
  certificate: ['status_request', 'signed_certificate_timestamp'],
  new_session_ticket: ['early_data'],
};
/** The one extension of the table that a ClientHello may not carry. */
const notInClientHello = 'oid_filters';

/** Names of §4.3's table; everything else is unknown to it. */
const governed: ReadonlySet<string> = new Set<string>([
  ...Object.values(allowedIn).flatMap((names) => names ?? []),
  'psk_key_exchange_modes',
  'post_handshake_auth',
  'padding',
]);

/**
 * Judges the extensions of an answer: none twice, none where it does not belong, none that nobody asked
 * for (RFC 9846 §4.3). `requested` are the codes of the ClientHello or CertificateRequest.
 */
export function checkResponse(
  extensions: readonly Extension[],
  context: ExtensionContext,
  message: string,
  requested: ReadonlySet<number>,
): TlsError | undefined {
  const twice = checkDuplicates(extensions, message);
  if (twice !== undefined) return twice;
  for (const extension of extensions) {
    const code = extensionCode(extension);
    const name = nameOf(code);
    const at = `${message}.extensions.${name}`;
    // A HelloRetryRequest may send a cookie unasked; key_share answers the share that was sent.
    // GREASE was sent, but asks for nothing: it must not come back (RFC 8701 §3.1).
    const asked =
      (requested.has(code) && !isGrease(code)) || (context === 'hello_retry_request' && name === 'cookie');
    if (!asked)
      return fault('unsolicited-extension', at, say('{} was not asked for', name), spec(9846, '4.3'));
  }
  return checkPlaces(extensions, context, message);
}

/** RFC 5746 §3.3: this suite in a ClientHello says the same as an empty renegotiation_info. */
export const emptyRenegotiationInfoScsv = 0x00ff;

/** Answers that only TLS 1.3 has. */
const onlyTls13: ReadonlySet<string> = new Set([
  'key_share',
  'pre_shared_key',
  'supported_versions',
  'cookie',
]);

/**
 * Judges the extensions of a ServerHello of TLS 1.2: none twice, none of TLS 1.3, none that nobody asked for
 * (RFC 5246 §7.4.1.4).
 */
export function checkTls12Answer(
  extensions: readonly Extension[],
  requested: ReadonlySet<number>,
  suites: readonly number[],
): TlsError | undefined {
  const twice = checkDuplicates(extensions, 'ServerHello', spec(5246, '7.4.1.4'));
  if (twice !== undefined) return twice;
  for (const extension of extensions) {
    const code = extensionCode(extension);
    const name = nameOf(code);
    const at = `ServerHello.extensions.${name}`;
    const signalled = extension.type === 'renegotiation_info' && suites.includes(emptyRenegotiationInfoScsv);
    if ((!requested.has(code) && !signalled) || isGrease(code))
      return fault('unsolicited-extension', at, say('{} was not asked for', name), spec(5246, '7.4.1.4'));
    if (onlyTls13.has(name)) {
      const detail = say('{} does not belong into a ServerHello of TLS 1.2', name);
      return fault('misplaced-extension', at, detail, spec(9846, '4.3'));
    }
  }
  return undefined;
}

/** None where the table of RFC 9846 §4.3 does not list it; what the table does not know may stand anywhere. */
export function checkPlaces(
  extensions: readonly Extension[],
  context: ExtensionContext,
  message: string,
): TlsError | undefined {
  for (const extension of extensions) {
    const name = nameOf(extensionCode(extension));
    const allowed =
      context === 'client_hello' ? name !== notInClientHello : allowedIn[context]?.includes(name) === true;
    if (governed.has(name) && !allowed) {
      const at = `${message}.extensions.${name}`;
      return fault(
        'misplaced-extension',
        at,
        say('{} does not belong into {}', name, message),
        spec(9846, '4.3'),
      );
    }
  }
  return undefined;
}

export function checkDuplicates(
  extensions: readonly Extension[],
  message: string,
  where: Spec = spec(9846, '4.3'),
): TlsError | undefined {
  const code = duplicateExtension(extensions);
  if (code === undefined) return undefined;
  const name = nameOf(code);
  return fault(
    'duplicate-extension',
    `${message}.extensions.${name}`,
    say('{} appears more than once', name),
    where,
  );
}

export function codesOf(extensions: readonly Extension[] | null): ReadonlySet<number> {
  return new Set((extensions ?? []).map(extensionCode));
}

function nameOf(code: number): string {
  return extensionName(code) ?? `0x${code.toString(16).padStart(4, '0')}`;
}

export function missing(name: string, message: string): TlsError {
  return fault('missing-extension', `${message}.extensions`, say('{} is missing', name), spec(9846, '9.2'));
}
