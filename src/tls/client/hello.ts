/** Making the ClientHello, RFC 9846 §4.2.2. */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Recorder } from '../../crypto/recorder.ts';
import { emptyRenegotiationInfoScsv } from '../extensions.ts';
import type { ClientShare } from '../key-exchange.ts';
import type { ClientHello, Extension, KeyShareEntry } from '../messages/model.ts';
import type { ClientConfig } from './config.ts';
import { statusRequest } from '../status-request.ts';

export const tls12 = 0x0303;
export const tls13 = 0x0304;

/**
 * Values of GREASE, RFC 8701: reserved code points that every server must ignore. They keep servers
 * from breaking on values they do not know. Drawn once per connection; the retry must repeat them.
 */
export interface Grease {
  readonly suite: number;
  readonly version: number;
  readonly group: number;
  readonly firstExtension: number;
  readonly lastExtension: number;
}

export function drawGrease(recorder: Recorder): Grease {
  const { bytes } = recorder.random('grease_seed', 5, spec(8701, '3.1'));
  const code = (i: number): number => ((bytes[i] ?? 0) & 0xf0) * 0x0101 + 0x0a0a;
  const firstExtension = code(3);
  // Two extensions of one type are not allowed, so the second value gives way.
  const lastExtension = code(4) === firstExtension ? firstExtension ^ 0x1010 : code(4);
  return { suite: code(0), version: code(1), group: code(2), firstExtension, lastExtension };
}

export interface HelloParts {
  readonly random: Bytes;
  readonly sessionId: Bytes;
  readonly grease: Grease | undefined;
}

export function makeClientHello(
  config: ClientConfig,
  parts: HelloParts,
  shares: readonly ClientShare[],
  early = false,
): ClientHello {
  const { grease } = parts;
  const legacyVersion = Math.min(tls12, Math.max(...config.versions));
  return {
    type: 'client_hello',
    legacyVersion,
    random: parts.random,
    legacySessionId: parts.sessionId,
    cipherSuites: [
      ...(grease ? [grease.suite] : []),
      ...config.suites,
      ...(legacyVersion < tls12 ? [emptyRenegotiationInfoScsv] : []),
      ...(config.tls12.fallbackScsv ? [fallbackScsv] : []),
    ],
    legacyCompressionMethods: [0],
    // Extensions came after SSL 3.0.
    extensions: legacyVersion === ssl30 ? null : extensions(config, grease, shares, early),
  };
}

const ssl30 = 0x0300;
/** RFC 7507 §2. */
export const fallbackScsv = 0x5600;

function extensions(
  config: ClientConfig,
  grease: Grease | undefined,
  shares: readonly ClientShare[],
  early: boolean,
): readonly Extension[] {
  const { versions, tls12: options } = config;
  const with13 = versions.includes(tls13);
  const with12 = versions.includes(tls12);
  const older = with12 || !with13;
  // Neither list may be empty: a client that offers a PSK and no key exchange leaves both away (RFC 9846 §4.3.7, §9.2).
  const exchange = config.groups.length > 0 || grease !== undefined;
  const greaseShare: KeyShareEntry[] = grease ? [{ group: grease.group, keyExchange: Uint8Array.of(0) }] : [];
  const list: (Extension | false)[] = [
    grease !== undefined && { type: 'unknown', code: grease.firstExtension, data: new Uint8Array() },
    config.serverName !== undefined && { type: 'server_name', hostName: config.serverName },
    with12 && options.extendedMainSecret && { type: 'extended_master_secret' },
    with12 && { type: 'renegotiation_info', renegotiatedConnection: new Uint8Array() },
    exchange && { type: 'supported_groups', groups: [...(grease ? [grease.group] : []), ...config.groups] },
    older && { type: 'ec_point_formats', formats: [0] },
    with12 &&
      options.tickets && { type: 'session_ticket', ticket: options.session?.ticket ?? new Uint8Array() },
    (with12 || with13) && { type: 'signature_algorithms', schemes: config.signatureSchemes },
    config.alpn.length > 0 && { type: 'application_layer_protocol_negotiation', protocols: config.alpn },
    config.statusRequest === true && statusRequest(),
    with12 && options.encryptThenMac && { type: 'encrypt_then_mac' },
    with13 && { type: 'supported_versions', versions: [...(grease ? [grease.version] : []), ...versions] },
    with13 &&
      exchange && { type: 'key_share', shares: [...greaseShare, ...shares.map((share) => share.entry)] },
    ...(with13 ? pskExtensions(config, early) : []),
    grease !== undefined && { type: 'unknown', code: grease.lastExtension, data: Uint8Array.of(0) },
  ];
  return list.filter((extension) => extension !== false);
}

/** psk_key_exchange_modes, early_data and post_handshake_auth of a first hello. */
function pskExtensions(config: ClientConfig, early: boolean): readonly Extension[] {
  const modes = config.pskModes ?? [];
  return [
    ...(config.postHandshakeAuth ? [{ type: 'post_handshake_auth' } as const] : []),
    ...(modes.length > 0 ? [{ type: 'psk_key_exchange_modes', modes } as const] : []),
    ...(early ? [{ type: 'early_data' } as const] : []),
  ];
}
