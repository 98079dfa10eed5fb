/** ExtensionType values of the IANA registry. */
import type { Spec } from '../../bytes/spec.ts';
import { spec } from '../../bytes/spec.ts';
import { isGrease } from './names.ts';

export const extensionCodes = {
  server_name: 0x0000,
  max_fragment_length: 0x0001,
  client_certificate_url: 0x0002,
  trusted_ca_keys: 0x0003,
  truncated_hmac: 0x0004,
  status_request: 0x0005,
  user_mapping: 0x0006,
  client_authz: 0x0007,
  server_authz: 0x0008,
  cert_type: 0x0009,
  supported_groups: 0x000a,
  ec_point_formats: 0x000b,
  srp: 0x000c,
  signature_algorithms: 0x000d,
  use_srtp: 0x000e,
  heartbeat: 0x000f,
  application_layer_protocol_negotiation: 0x0010,
  status_request_v2: 0x0011,
  signed_certificate_timestamp: 0x0012,
  client_certificate_type: 0x0013,
  server_certificate_type: 0x0014,
  padding: 0x0015,
  encrypt_then_mac: 0x0016,
  extended_master_secret: 0x0017,
  token_binding: 0x0018,
  cached_info: 0x0019,
  compress_certificate: 0x001b,
  record_size_limit: 0x001c,
  delegated_credentials: 0x0022,
  session_ticket: 0x0023,
  pre_shared_key: 0x0029,
  early_data: 0x002a,
  supported_versions: 0x002b,
  cookie: 0x002c,
  psk_key_exchange_modes: 0x002d,
  certificate_authorities: 0x002f,
  oid_filters: 0x0030,
  post_handshake_auth: 0x0031,
  signature_algorithms_cert: 0x0032,
  key_share: 0x0033,
  transparency_info: 0x0034,
  connection_id: 0x0036,
  external_id_hash: 0x0037,
  external_session_id: 0x0038,
  quic_transport_parameters: 0x0039,
  ticket_request: 0x003a,
  dnssec_chain: 0x003b,
  next_protocol_negotiation: 0x3374,
  application_settings: 0x4469,
  channel_id_old: 0x754f,
  channel_id: 0x7550,
  ech_outer_extensions: 0xfd00,
  encrypted_client_hello: 0xfe0d,
  renegotiation_info: 0xff01,
  encrypted_server_name: 0xffce,
} as const;

export type ExtensionName = keyof typeof extensionCodes;

const names: ReadonlyMap<number, ExtensionName> = new Map(
  Object.entries(extensionCodes).map(([name, code]) => [code, name as ExtensionName]),
);

export function extensionName(code: number): ExtensionName | undefined {
  return names.get(code);
}

/** Registry name, 'GREASE' (RFC 8701), or undefined. */
export function extensionTypeName(code: number): string | undefined {
  return isGrease(code) ? 'GREASE' : names.get(code);
}

/** The paragraph that defines an extension, of those a TLS 1.3 peer is likely to send. */
export function extensionSpec(code: number): Spec | undefined {
  return isGrease(code) ? spec(8701, '2') : specs.get(code);
}

const specs: ReadonlyMap<number, Spec> = new Map<number, Spec>([
  [extensionCodes.server_name, spec(6066, '3')],
  [extensionCodes.max_fragment_length, spec(6066, '4')],
  [extensionCodes.status_request, spec(9846, '4.5.1.1')],
  [extensionCodes.supported_groups, spec(9846, '4.3.7')],
  [extensionCodes.ec_point_formats, spec(8422, '5.1.2')],
  [extensionCodes.signature_algorithms, spec(9846, '4.3.3')],
  [extensionCodes.application_layer_protocol_negotiation, spec(7301, '3.1')],
  [extensionCodes.signed_certificate_timestamp, spec(9846, '4.5.1.1')],
  [extensionCodes.padding, spec(7685, '3')],
  [extensionCodes.encrypt_then_mac, spec(7366, '2')],
  [extensionCodes.extended_master_secret, spec(7627, '5.1')],
  [extensionCodes.compress_certificate, spec(8879, '3')],
  [extensionCodes.record_size_limit, spec(8449, '4')],
  [extensionCodes.delegated_credentials, spec(9345, '4')],
  [extensionCodes.session_ticket, spec(5077, '3.2')],
  [extensionCodes.pre_shared_key, spec(9846, '4.3.11')],
  [extensionCodes.early_data, spec(9846, '4.3.10')],
  [extensionCodes.supported_versions, spec(9846, '4.3.1')],
  [extensionCodes.cookie, spec(9846, '4.3.2')],
  [extensionCodes.psk_key_exchange_modes, spec(9846, '4.3.9')],
  [extensionCodes.certificate_authorities, spec(9846, '4.3.4')],
  [extensionCodes.oid_filters, spec(9846, '4.3.5')],
  [extensionCodes.post_handshake_auth, spec(9846, '4.3.6')],
  [extensionCodes.signature_algorithms_cert, spec(9846, '4.3.3')],
  [extensionCodes.key_share, spec(9846, '4.3.8')],
  [extensionCodes.renegotiation_info, spec(5746, '3.2')],
]);
