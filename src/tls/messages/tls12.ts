/** Messages that only TLS 1.2 has, or has in another form: RFC 5246 §7.4, RFC 8422 §5, RFC 4279, RFC 5077 §3.3. */
import { encode, type Codec, type Description } from '../../bytes/codec.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { certificateField } from '../../x509/certificate.ts';
import { ocspField } from '../../x509/revocation/field.ts';
import { exchangeParts } from '../registry/exchange.ts';
import { groupName, schemeName } from '../registry/names.ts';
import type { KeyExchangeName } from '../registry/suite-parts.ts';
import type {
  CertificateMessage,
  CertificateStatus,
  CertificateVerify,
  ClientKeyExchange,
  ServerKeyExchange,
  ServerParams,
  Tls12CertificateRequest,
  Tls12NewSessionTicket,
} from './model.ts';
import { say } from '../../bytes/say.ts';

/** `ASN.1Cert certificate_list<0..2^24-1>`: no context and no extensions, which came with TLS 1.3. */
export const tls12Certificate: Description<CertificateMessage> = (c, m) => ({
  type: 'certificate',
  context: noBytes,
  entries: c.vector(
    'certificate_list',
    3,
    {},
    (list) =>
      list.list(m?.entries, (item, entry, index) => ({
        certData: item.vector(
          `[${index}]`,
          3,
          { min: 1 },
          (data) => data.graft('Certificate', entry?.certData, certificateField),
          { spec: certificateSpec, type: 'ASN.1Cert' },
        ),
        extensions: [],
      })),
    { spec: certificateSpec },
  ),
});

/** `status_type` and `OCSPResponse`, RFC 6066 §8. */
export const certificateStatus: Description<CertificateStatus> = (c, m) => {
  const type = c.u8('status_type', m && 1, {
    registry: (code) => (code === 1 ? 'ocsp' : undefined),
    spec: spec(6066, '8'),
  });
  if (type !== 1) c.fail('bad-value', 'status_type', say('{} is not ocsp (1)', type), spec(6066, '8'));
  return {
    type: 'certificate_status',
    response: c.vector(
      'response',
      3,
      { min: 1 },
      (data) => data.graft('OCSPResponse', m?.response, ocspField),
      { spec: spec(6066, '8') },
    ),
  };
};

export function serverKeyExchange(keyExchange: KeyExchangeName, old = false): Description<ServerKeyExchange> {
  const { psk, ephemeral, signed, agreement } = exchangeParts(keyExchange);
  return (c, m) => ({
    type: 'server_key_exchange',
    keyExchange,
    pskIdentityHint: psk
      ? c.opaqueVector('psk_identity_hint', 2, {}, m?.pskIdentityHint, {
          spec: spec(4279, '2'),
          value: asText,
        })
      : undefined,
    params: ephemeral ? serverParams(agreement === 'ecdh')(c, m?.params) : undefined,
    signature: signed ? signedParams(c, old, m?.signature) : undefined,
  });
}

/** The parameters alone, as they are signed. */
export function encodeServerParams(params: ServerParams): Bytes {
  return encode('params', serverParams(params.kind === 'ecdhe'), params).bytes as Bytes;
}

function serverParams(curve: boolean): Description<ServerParams> {
  return curve ? serverEcdhParams : serverDhParams;
}

/** `struct { opaque dh_p<1..2^16-1>; opaque dh_g<1..2^16-1>; opaque dh_Ys<1..2^16-1>; } ServerDHParams`. */
const serverDhParams: Description<ServerParams> = (c, given) => {
  const m = given?.kind === 'dhe' ? given : undefined;
  return c.struct(
    'params',
    (params) => ({
      kind: 'dhe',
      p: params.opaqueVector('dh_p', 2, { min: 1 }, m?.p, { spec: dhSpec }),
      g: params.opaqueVector('dh_g', 2, { min: 1 }, m?.g, { spec: dhSpec }),
      y: params.opaqueVector('dh_Ys', 2, { min: 1 }, m?.y, { spec: dhSpec }),
    }),
    { type: 'ServerDHParams', spec: dhSpec },
  );
};

/** `struct { ECParameters curve_params; ECPoint public; } ServerECDHParams`; only named curves are left. */
const serverEcdhParams: Description<ServerParams> = (c, given) => {
  const m = given?.kind === 'ecdhe' ? given : undefined;
  return c.struct(
    'params',
    (params) => ({
      kind: 'ecdhe',
      group: params.struct(
        'curve_params',
        (curve) => {
          const type = curve.u8('curve_type', m && namedCurve, { registry: curveTypeName, spec: ecdhSpec });
          if (type !== namedCurve) {
            curve.fail('bad-value', 'curve_type', say('{} is not named_curve (3)', type), ecdhSpec);
          }
          return curve.u16('namedcurve', m?.group, { registry: groupName, spec: ecdhSpec });
        },
        { type: 'ECParameters', spec: ecdhSpec },
      ),
      point: params.opaqueVector('public', 1, { min: 1 }, m?.point, { spec: ecdhSpec }),
    }),
    { type: 'ServerECDHParams', spec: ecdhSpec },
  );
};

function signedParams(
  c: Codec,
  old: boolean,
  m?: ServerKeyExchange['signature'],
): ServerKeyExchange['signature'] {
  return c.struct(
    'signed_params',
    (signed) => ({
      scheme: old
        ? unnamed
        : signed.u16('algorithm', m?.scheme, { registry: schemeName, spec: spec(5246, '7.4.1.4.1') }),
      signature: signed.opaqueVector('signature', 2, {}, m?.signature, { spec: spec(5246, '4.7') }),
    }),
    { type: 'digitally-signed', spec: spec(5246, '4.7') },
  );
}

/** Of TLS 1.1 and older, RFC 4346 §7.4.8: the key alone says how it was signed. */
export const unnamedCertificateVerify: Description<CertificateVerify> = (c, m) => ({
  type: 'certificate_verify',
  scheme: unnamed,
  signature: c.opaqueVector('signature', 2, {}, m?.signature, { spec: spec(5246, '4.7') }),
});

export const tls12CertificateRequest =
  (old: boolean): Description<Tls12CertificateRequest> =>
  (c, m) => ({
    type: 'tls12_certificate_request',
    certificateTypes: c.vector(
      'certificate_types',
      1,
      { min: 1 },
      (list) =>
        list.list(m?.certificateTypes, (item, type) =>
          item.u8('ClientCertificateType', type, { registry: certificateTypeName, spec: requestSpec }),
        ),
      { spec: requestSpec },
    ),
    schemes: old
      ? []
      : c.vector(
          'supported_signature_algorithms',
          2,
          { min: 2 },
          (list) =>
            list.list(m?.schemes, (item, scheme) =>
              item.u16('SignatureAndHashAlgorithm', scheme, { registry: schemeName, spec: requestSpec }),
            ),
          { spec: requestSpec },
        ),
    authorities: c.vector(
      'certificate_authorities',
      2,
      {},
      (list) =>
        list.list(m?.authorities, (item, name) =>
          item.opaqueVector('DistinguishedName', 2, { min: 1 }, name, { spec: requestSpec }),
        ),
      { spec: requestSpec },
    ),
  });

export function clientKeyExchange(keyExchange: KeyExchangeName): Description<ClientKeyExchange> {
  const { psk, agreement } = exchangeParts(keyExchange);
  return (c, m) => ({
    type: 'client_key_exchange',
    keyExchange,
    pskIdentity: psk
      ? c.opaqueVector('psk_identity', 2, {}, m?.pskIdentity, { spec: spec(4279, '2'), value: asText })
      : undefined,
    exchange: exchangeOf(c, agreement, m?.exchange),
  });
}

function exchangeOf(
  c: Codec,
  agreement: ReturnType<typeof exchangeParts>['agreement'],
  given?: Bytes,
): Bytes | undefined {
  switch (agreement) {
    case 'rsa':
      return c.opaqueVector('EncryptedPreMasterSecret', 2, {}, given, { spec: spec(5246, '7.4.7.1') });
    case 'dh':
      return c.opaqueVector('dh_Yc', 2, { min: 1 }, given, { spec: spec(5246, '7.4.7.2') });
    case 'ecdh':
      return c.opaqueVector('ecdh_Yc', 1, { min: 1 }, given, { spec: spec(8422, '5.7') });
    case 'none':
      return undefined;
  }
}

export const tls12NewSessionTicket: Description<Tls12NewSessionTicket> = (c, m) => ({
  type: 'tls12_new_session_ticket',
  lifetimeHint: c.u32('ticket_lifetime_hint', m?.lifetimeHint, { spec: spec(5077, '3.3') }),
  ticket: c.opaqueVector('ticket', 2, {}, m?.ticket, { spec: spec(5077, '3.3') }),
});

/** A scheme that nobody has. */
const unnamed = 0;
const namedCurve = 3;

function curveTypeName(code: number): string | undefined {
  return [undefined, 'explicit_prime', 'explicit_char2', 'named_curve'][code];
}

function certificateTypeName(code: number): string | undefined {
  const names: Readonly<Record<number, string>> = {
    1: 'rsa_sign',
    2: 'dss_sign',
    3: 'rsa_fixed_dh',
    4: 'dss_fixed_dh',
    64: 'ecdsa_sign',
    65: 'rsa_fixed_ecdh',
    66: 'ecdsa_fixed_ecdh',
  };
  return names[code];
}

/** Identities of PSKs are text by RFC 4279 §5.1, but nobody enforces it. */
function asText(bytes: Uint8Array) {
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return printable
    ? ({ type: 'text', value: String.fromCharCode(...bytes) } as const)
    : ({ type: 'bytes' } as const);
}

const noBytes: Bytes = new Uint8Array();
const certificateSpec = spec(5246, '7.4.2');
const requestSpec = spec(5246, '7.4.4');
const dhSpec = spec(5246, '7.4.3');
const ecdhSpec = spec(8422, '5.4');
