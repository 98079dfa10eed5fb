/** extension_data of every typed extension, as the RFC that defines it spells it. */
import type { Codec } from '../../bytes/codec.ts';
import { bytesOfText, textOfBytes } from '../../bytes/hex.ts';
import { spec, type Spec } from '../../bytes/spec.ts';
import { extensionCodes } from '../registry/extensions.ts';
import { groupName, schemeName, versionName } from '../registry/names.ts';
import { extensionTree } from './extension-trees.ts';
import type { ExtensionContext } from './extensions.ts';
import type { Extension, KeyShareEntry, PskIdentity } from './model.ts';
import { say } from '../../bytes/say.ts';

type ExtensionType = Extension['type'];
type Typed<T extends ExtensionType> = Extract<Extension, { readonly type: T }>;

/** Where each extension has a body of a known form: the table of RFC 9846 §4.3. */
const contexts: Readonly<Partial<Record<number, Partial<Record<ExtensionContext, ExtensionType>>>>> = {
  // Of ServerHello, what TLS 1.2 answers there and TLS 1.3 in EncryptedExtensions.
  [extensionCodes.server_name]: {
    client_hello: 'server_name',
    server_hello: 'server_name',
    encrypted_extensions: 'server_name',
  },
  [extensionCodes.ec_point_formats]: { client_hello: 'ec_point_formats', server_hello: 'ec_point_formats' },
  [extensionCodes.encrypt_then_mac]: { client_hello: 'encrypt_then_mac', server_hello: 'encrypt_then_mac' },
  [extensionCodes.extended_master_secret]: {
    client_hello: 'extended_master_secret',
    server_hello: 'extended_master_secret',
  },
  [extensionCodes.session_ticket]: { client_hello: 'session_ticket', server_hello: 'session_ticket' },
  [extensionCodes.renegotiation_info]: {
    client_hello: 'renegotiation_info',
    server_hello: 'renegotiation_info',
  },
  [extensionCodes.supported_groups]: {
    client_hello: 'supported_groups',
    encrypted_extensions: 'supported_groups',
  },
  [extensionCodes.signature_algorithms]: {
    client_hello: 'signature_algorithms',
    certificate_request: 'signature_algorithms',
  },
  [extensionCodes.application_layer_protocol_negotiation]: {
    client_hello: 'application_layer_protocol_negotiation',
    server_hello: 'application_layer_protocol_negotiation',
    encrypted_extensions: 'application_layer_protocol_negotiation',
  },
  [extensionCodes.padding]: { client_hello: 'padding' },
  [extensionCodes.supported_versions]: {
    client_hello: 'supported_versions',
    server_hello: 'supported_versions',
    hello_retry_request: 'supported_versions',
  },
  [extensionCodes.cookie]: { client_hello: 'cookie', hello_retry_request: 'cookie' },
  [extensionCodes.psk_key_exchange_modes]: { client_hello: 'psk_key_exchange_modes' },
  [extensionCodes.pre_shared_key]: {
    client_hello: 'pre_shared_key',
    server_hello: 'pre_shared_key_selected',
  },
  [extensionCodes.early_data]: {
    client_hello: 'early_data',
    encrypted_extensions: 'early_data',
    new_session_ticket: 'early_data_size',
  },
  [extensionCodes.post_handshake_auth]: { client_hello: 'post_handshake_auth' },
  [extensionCodes.certificate_authorities]: {
    client_hello: 'certificate_authorities',
    certificate_request: 'certificate_authorities',
  },
  [extensionCodes.signature_algorithms_cert]: {
    client_hello: 'signature_algorithms_cert',
    certificate_request: 'signature_algorithms_cert',
  },
  [extensionCodes.key_share]: {
    client_hello: 'key_share',
    server_hello: 'key_share',
    hello_retry_request: 'key_share_retry',
  },
};

/** How an extension that was read is modelled; 'unknown' keeps its bytes. */
export function typeOf(code: number, context: ExtensionContext, body: Uint8Array): ExtensionType {
  const type = contexts[code]?.[context] ?? 'unknown';
  // Padding is modelled by its length, so bytes other than zero (forbidden by RFC 7685 §3) stay bytes.
  if (type === 'padding' && body.some((byte) => byte !== 0)) return 'unknown';
  return type;
}

/** Reads or writes the body of one extension; `value` is of type `type` when writing. */
export function bodyOf(
  c: Codec,
  type: ExtensionType,
  code: number,
  context: ExtensionContext,
  value?: Extension,
): Extension {
  switch (type) {
    case 'server_name':
      return serverName(c, context, value as Typed<'server_name'>);
    case 'supported_groups':
      return supportedGroups(c, value as Typed<'supported_groups'>);
    case 'signature_algorithms':
    case 'signature_algorithms_cert':
      return { type, schemes: schemeList(c, (value as Typed<typeof type> | undefined)?.schemes) };
    case 'application_layer_protocol_negotiation':
      return protocolNames(c, value as Typed<'application_layer_protocol_negotiation'>);
    case 'supported_versions':
      return supportedVersions(c, context, value as Typed<'supported_versions'>);
    case 'cookie':
      return cookie(c, value as Typed<'cookie'>);
    case 'key_share':
      return keyShare(c, context, value as Typed<'key_share'>);
    case 'key_share_retry':
      return keyShareRetry(c, value as Typed<'key_share_retry'>);
    case 'psk_key_exchange_modes':
      return pskKeyExchangeModes(c, value as Typed<'psk_key_exchange_modes'>);
    case 'pre_shared_key':
      return offeredPsks(c, value as Typed<'pre_shared_key'>);
    case 'pre_shared_key_selected':
      return selectedPsk(c, value as Typed<'pre_shared_key_selected'>);
    case 'early_data_size':
      return earlyDataSize(c, value as Typed<'early_data_size'>);
    // Said by being there: `struct {} Empty`, RFC 9846 §4.3.10 and §4.3.6.
    case 'early_data':
    case 'post_handshake_auth':
      return { type };
    case 'certificate_authorities':
      return certificateAuthorities(c, value as Typed<'certificate_authorities'>);
    case 'padding':
      return padding(c, value as Typed<'padding'>);
    case 'extended_master_secret':
    case 'encrypt_then_mac':
      return { type };
    case 'session_ticket':
      return {
        type,
        ticket: c.rest('ticket', (value as Typed<'session_ticket'> | undefined)?.ticket, at5077),
      };
    case 'ec_point_formats':
      return pointFormats(c, value as Typed<'ec_point_formats'>);
    case 'renegotiation_info':
      return renegotiationInfo(c, value as Typed<'renegotiation_info'>);
    case 'unknown': {
      const given = (value as Typed<'unknown'> | undefined)?.data;
      return { type, code, data: c.graft('opaque', given, (data) => extensionTree(code, context, data)) };
    }
  }
}

/** RFC 6066 §3. The server's acknowledgement is empty. */
function serverName(c: Codec, context: ExtensionContext, value?: Typed<'server_name'>): Typed<'server_name'> {
  if (value === undefined ? context !== 'client_hello' : value.hostName === null) {
    return { type: 'server_name', hostName: null };
  }
  const hostName = c.vector('server_name_list', 2, { min: 1 }, (list) =>
    list.struct('ServerName', (name) => {
      const kind = name.u8('name_type', value && 0, { registry: nameTypeName, spec: serverNameSpec });
      if (kind !== 0)
        name.fail('bad-value', 'name_type', say('{} is not host_name (0)', kind), serverNameSpec);
      return textVector(name, 'host_name', 2, value?.hostName, serverNameSpec);
    }),
  );
  return { type: 'server_name', hostName };
}

/** RFC 9846 §4.3.7: `NamedGroup named_group_list<2..2^16-1>`. */
function supportedGroups(c: Codec, value?: Typed<'supported_groups'>): Typed<'supported_groups'> {
  const groups = c.vector('named_group_list', 2, { min: 2 }, (list) =>
    list.list(value?.groups, (item, group) =>
      item.u16('NamedGroup', group, { registry: groupName, spec: spec(9846, '4.3.7') }),
    ),
  );
  return { type: 'supported_groups', groups };
}

/** RFC 9846 §4.3.3: `SignatureScheme supported_signature_algorithms<2..2^16-2>`. */
function schemeList(c: Codec, schemes?: readonly number[]): readonly number[] {
  return c.vector('supported_signature_algorithms', 2, { min: 2, max: 0xfffe }, (list) =>
    list.list(schemes, (item, scheme) =>
      item.u16('SignatureScheme', scheme, { registry: schemeName, spec: spec(9846, '4.3.3') }),
    ),
  );
}

/** RFC 7301 §3.1: `ProtocolName protocol_name_list<2..2^16-1>`, each `opaque ProtocolName<1..2^8-1>`. */
function protocolNames(
  c: Codec,
  value?: Typed<'application_layer_protocol_negotiation'>,
): Typed<'application_layer_protocol_negotiation'> {
  const protocols = c.vector('protocol_name_list', 2, { min: 2 }, (list) =>
    list.list(value?.protocols, (item, protocol) =>
      textVector(item, 'ProtocolName', 1, protocol, spec(7301, '3.1')),
    ),
  );
  return { type: 'application_layer_protocol_negotiation', protocols };
}

/** RFC 9846 §4.3.1: a list in ClientHello, the selected one alone in the server's answers. */
function supportedVersions(
  c: Codec,
  context: ExtensionContext,
  value?: Typed<'supported_versions'>,
): Typed<'supported_versions'> {
  const meta = { registry: versionName, spec: spec(9846, '4.3.1') };
  const versions =
    context === 'client_hello'
      ? c.vector('versions', 1, { min: 2, max: 254 }, (list) =>
          list.list(value?.versions, (item, version) => item.u16('ProtocolVersion', version, meta)),
        )
      : [c.u16('selected_version', value?.versions[0], meta)];
  return { type: 'supported_versions', versions };
}

/** RFC 9846 §4.3.2: `opaque cookie<1..2^16-1>`. */
function cookie(c: Codec, value?: Typed<'cookie'>): Typed<'cookie'> {
  return {
    type: 'cookie',
    cookie: c.opaqueVector('cookie', 2, { min: 1 }, value?.cookie, { spec: spec(9846, '4.3.2') }),
  };
}

/** RFC 9846 §4.3.8: `KeyShareEntry client_shares<0..2^16-1>`, or one `server_share`. */
function keyShare(c: Codec, context: ExtensionContext, value?: Typed<'key_share'>): Typed<'key_share'> {
  const shares =
    context === 'client_hello'
      ? c.vector(
          'client_shares',
          2,
          {},
          (list) => list.list(value?.shares, (item, share) => keyShareEntry(item, 'KeyShareEntry', share)),
          {
            spec: keyShareSpec,
          },
        )
      : [keyShareEntry(c, 'server_share', value?.shares[0])];
  return { type: 'key_share', shares };
}

function keyShareEntry(c: Codec, name: string, value?: KeyShareEntry): KeyShareEntry {
  return c.struct(
    name,
    (entry) => ({
      group: entry.u16('group', value?.group, { registry: groupName, spec: keyShareSpec }),
      keyExchange: entry.opaqueVector('key_exchange', 2, { min: 1 }, value?.keyExchange, {
        spec: keyShareSpec,
      }),
    }),
    { type: 'KeyShareEntry', spec: keyShareSpec },
  );
}

/** RFC 9846 §4.3.8, KeyShareHelloRetryRequest. */
function keyShareRetry(c: Codec, value?: Typed<'key_share_retry'>): Typed<'key_share_retry'> {
  const selectedGroup = c.u16('selected_group', value?.selectedGroup, {
    registry: groupName,
    spec: keyShareSpec,
  });
  return { type: 'key_share_retry', selectedGroup };
}

/** RFC 9846 §4.3.9: `PskKeyExchangeMode ke_modes<1..255>`. */
function pskKeyExchangeModes(
  c: Codec,
  value?: Typed<'psk_key_exchange_modes'>,
): Typed<'psk_key_exchange_modes'> {
  const modes = c.vector('ke_modes', 1, { min: 1 }, (list) =>
    list.list(value?.modes, (item, mode) =>
      item.u8('PskKeyExchangeMode', mode, { registry: pskModeName, spec: spec(9846, '4.3.9') }),
    ),
  );
  return { type: 'psk_key_exchange_modes', modes };
}

/** RFC 9846 §4.3.11: `PskIdentity identities<7..2^16-1>; PskBinderEntry binders<33..2^16-1>;`. */
function offeredPsks(c: Codec, value?: Typed<'pre_shared_key'>): Typed<'pre_shared_key'> {
  return c.struct(
    'OfferedPsks',
    (psks) => ({
      type: 'pre_shared_key',
      identities: psks.vector(
        'identities',
        2,
        { min: 7 },
        (list) => list.list(value?.identities, pskIdentity),
        { spec: pskSpec },
      ),
      binders: psks.vector(
        'binders',
        2,
        { min: 33 },
        (list) =>
          list.list(value?.binders, (item, binder) =>
            item.opaqueVector('PskBinderEntry', 1, { min: 32 }, binder, { spec: spec(9846, '4.3.11.2') }),
          ),
        { spec: pskSpec },
      ),
    }),
    { type: 'OfferedPsks', spec: pskSpec },
  );
}

function pskIdentity(c: Codec, value?: PskIdentity): PskIdentity {
  return c.struct(
    'PskIdentity',
    (psk) => ({
      identity: psk.opaqueVector('identity', 2, { min: 1 }, value?.identity, { spec: pskSpec }),
      obfuscatedTicketAge: psk.u32('obfuscated_ticket_age', value?.obfuscatedTicketAge, {
        spec: spec(9846, '4.3.11.1'),
      }),
    }),
    { type: 'PskIdentity', spec: pskSpec },
  );
}

/** RFC 9846 §4.3.11: `uint16 selected_identity`, counted from 0. */
function selectedPsk(c: Codec, value?: Typed<'pre_shared_key_selected'>): Typed<'pre_shared_key_selected'> {
  const selectedIdentity = c.u16('selected_identity', value?.selectedIdentity, { spec: pskSpec });
  return { type: 'pre_shared_key_selected', selectedIdentity };
}

/** RFC 9846 §4.3.10: `uint32 max_early_data_size`. */
function earlyDataSize(c: Codec, value?: Typed<'early_data_size'>): Typed<'early_data_size'> {
  const at = { spec: spec(9846, '4.3.10') };
  return c.struct(
    'EarlyDataIndication',
    (body) => ({
      type: 'early_data_size',
      maxEarlyDataSize: body.u32('max_early_data_size', value?.maxEarlyDataSize, at),
    }),
    { type: 'EarlyDataIndication', ...at },
  );
}

/** RFC 9846 §4.3.4: `DistinguishedName authorities<3..2^16-1>`, each `opaque<1..2^16-1>` of DER. */
function certificateAuthorities(
  c: Codec,
  value?: Typed<'certificate_authorities'>,
): Typed<'certificate_authorities'> {
  const authorities = c.vector('authorities', 2, { min: 3 }, (list) =>
    list.list(value?.authorities, (item, name) =>
      item.opaqueVector('DistinguishedName', 2, { min: 1 }, name, { spec: spec(9846, '4.3.4') }),
    ),
  );
  return { type: 'certificate_authorities', authorities };
}

/** RFC 7685 §3: zero bytes, as many as one likes. */
function padding(c: Codec, value?: Typed<'padding'>): Typed<'padding'> {
  const zeros = c.rest('PaddingExtension', value && new Uint8Array(value.length), { spec: spec(7685, '3') });
  return { type: 'padding', length: zeros.length };
}

/** RFC 8422 §5.1.2: `ECPointFormat ec_point_format_list<1..2^8-1>`. Only uncompressed is left. */
function pointFormats(c: Codec, value?: Typed<'ec_point_formats'>): Typed<'ec_point_formats'> {
  const formats = c.vector('ec_point_format_list', 1, { min: 1 }, (list) =>
    list.list(value?.formats, (item, format) =>
      item.u8('ECPointFormat', format, { registry: pointFormatName, spec: spec(8422, '5.1.2') }),
    ),
  );
  return { type: 'ec_point_formats', formats };
}

/** RFC 5746 §3.2: `opaque renegotiated_connection<0..255>`. */
function renegotiationInfo(c: Codec, value?: Typed<'renegotiation_info'>): Typed<'renegotiation_info'> {
  return {
    type: 'renegotiation_info',
    renegotiatedConnection: c.opaqueVector('renegotiated_connection', 1, {}, value?.renegotiatedConnection, {
      spec: spec(5746, '3.2'),
    }),
  };
}

/** Opaque bytes that are text in practice. */
function textVector(
  c: Codec,
  name: string,
  prefix: 1 | 2,
  text: string | null | undefined,
  at: Spec,
): string {
  const bytes = c.opaqueVector(
    name,
    prefix,
    { min: 1 },
    typeof text === 'string' ? bytesOfText(text) : undefined,
    {
      value: (read) => ({ type: 'text', value: textOfBytes(read) }),
      spec: at,
    },
  );
  return text ?? textOfBytes(bytes);
}

const pskSpec = spec(9846, '4.3.11');
const at5077 = { spec: spec(5077, '3.2') };
const serverNameSpec = spec(6066, '3');
const keyShareSpec = spec(9846, '4.3.8');

function nameTypeName(code: number): string | undefined {
  return code === 0 ? 'host_name' : undefined;
}

function pointFormatName(code: number): string | undefined {
  return ['uncompressed', 'ansiX962_compressed_prime', 'ansiX962_compressed_char2'][code];
}

/** One byte each; GREASE has a pattern of its own for them, RFC 8701 §2. */
function pskModeName(code: number): string | undefined {
  if (code >= 0x0b && (code - 0x0b) % 0x1f === 0) return 'GREASE';
  return ['psk_ke', 'psk_dhe_ke'][code];
}
