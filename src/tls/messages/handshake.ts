/**
 * Handshake messages: bytes and field tree of a message, and back. RFC 9846 §4, RFC 5246 §7.4.
 *
 * The root of every tree is `Handshake` with msg_type, length and a container named like the message.
 */
import { decodeWith, encode, type Codec, type Description } from '../../bytes/codec.ts';
import type { Encoded } from '../../bytes/field.ts';
import type { Decoded } from '../../bytes/reader.ts';
import { spec, type Spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { tls12Part } from '../tls12/part.ts';
import { tls13Dialect, type Dialect } from './dialect.ts';
import {
  certificate,
  certificateRequest,
  certificateVerify,
  encryptedExtensions,
  finished,
  keyUpdate,
  newSessionTicket,
} from './flight.ts';
import { clientHello, helloRetryRequest, isHelloRetryRequest, serverHello } from './hello.ts';
import type { HandshakeMessage } from './model.ts';
import { say } from '../../bytes/say.ts';

/** HandshakeType values that TLS 1.3 sends, RFC 9846 §B.3. */
export const handshakeTypes = {
  client_hello: 1,
  server_hello: 2,
  new_session_ticket: 4,
  end_of_early_data: 5,
  encrypted_extensions: 8,
  certificate: 11,
  certificate_request: 13,
  certificate_verify: 15,
  finished: 20,
  key_update: 24,
} as const;

/** HandshakeType values that TLS 1.2 sends, RFC 5246 §A.4, RFC 5077 §3.3, RFC 6066 §8. */
const tls12Types = {
  hello_request: 0,
  client_hello: 1,
  server_hello: 2,
  new_session_ticket: 4,
  certificate: 11,
  server_key_exchange: 12,
  certificate_request: 13,
  server_hello_done: 14,
  certificate_verify: 15,
  client_key_exchange: 16,
  finished: 20,
  certificate_status: 22,
} as const;

/** The whole message, 4-byte header included. */
export function encodeHandshake(message: HandshakeMessage, dialect = tls13Dialect): Encoded {
  return encode('Handshake', handshake(dialect), message);
}

/** Exactly one whole message. An unknown type is a 'bad-value' at 'Handshake.msg_type'; every other failure lies in the form of the body. */
export function decodeHandshake(bytes: Bytes, dialect = tls13Dialect): Decoded<HandshakeMessage> {
  return decodeWith('Handshake', handshake(dialect), bytes);
}

/** Size of the message at the front, header included, once its four header bytes are there. */
export function peekHandshakeLength(bytes: Uint8Array): number | undefined {
  const [type, high, middle, low] = bytes;
  if (type === undefined || high === undefined || middle === undefined || low === undefined) return undefined;
  return 4 + high * 0x1_0000 + middle * 0x100 + low;
}

type MessageType = HandshakeMessage['type'];
type Body = readonly [name: string, at: Spec, body: Description<HandshakeMessage>];

/** Container name, paragraph and struct of each message that a version has. */
export type Bodies = {
  readonly [T in MessageType]?: readonly [
    name: string,
    at: Spec,
    body: Description<Extract<HandshakeMessage, { readonly type: T }>>,
  ];
};

const bodies: Bodies = {
  client_hello: ['ClientHello', spec(9846, '4.2.2'), clientHello],
  server_hello: ['ServerHello', spec(9846, '4.2.3'), serverHello],
  hello_retry_request: ['HelloRetryRequest', spec(9846, '4.2.4'), helloRetryRequest],
  new_session_ticket: ['NewSessionTicket', spec(9846, '4.7.1'), newSessionTicket],
  end_of_early_data: ['EndOfEarlyData', spec(9846, '4.6'), () => ({ type: 'end_of_early_data' })],
  encrypted_extensions: ['EncryptedExtensions', spec(9846, '4.4.1'), encryptedExtensions],
  certificate: ['Certificate', spec(9846, '4.5.1'), certificate],
  certificate_request: ['CertificateRequest', spec(9846, '4.4.2'), certificateRequest],
  certificate_verify: ['CertificateVerify', spec(9846, '4.5.2'), certificateVerify],
  finished: ['Finished', spec(9846, '4.5.3'), finished],
  key_update: ['KeyUpdate', spec(9846, '4.7.3'), keyUpdate],
};

function handshake(dialect: Dialect): Description<HandshakeMessage> {
  const names = dialect.version === 0x0303 ? tls12Names : tls13Names;
  const at = dialect.version === 0x0303 ? spec(5246, '7.4') : header;
  return (c: Codec, message) => {
    const code = c.u8('msg_type', message && codeOf(message.type), {
      registry: (value) => names.get(value),
      spec: at,
    });
    const known = names.get(code);
    if (known === undefined) {
      c.fail('bad-value', 'msg_type', say('{} is no message this engine expects', code), at);
    }
    return c.measured(
      'Handshake',
      3,
      {},
      (inner) => body(inner, dialect, message?.type ?? refine(known, dialect, inner), message),
      at,
    );
  };
}

function body(c: Codec, dialect: Dialect, type: MessageType, message?: HandshakeMessage): HandshakeMessage {
  const all = dialect.version === 0x0303 ? tls12Part().bodies(dialect.keyExchange, dialect.old) : bodies;
  const found = all[type] as Body | undefined;
  // The message's type chose the description, which TypeScript cannot see.
  if (found === undefined) throw new Error(`${type} is no message of version ${dialect.version}`);
  const [name, at, describe] = found;
  // X.509 has a type 'Certificate' too; keys of prose tell the two apart. Where TLS 1.2 gives a message another form, so do they.
  const key = keys[type] ?? name;
  return c.struct(
    name,
    (inner) => {
      const read = describe(inner, message);
      const left = inner.ahead().length;
      if (left > 0) inner.fail('trailing-data', name, say('{} bytes behind the last field', left));
      return read;
    },
    { spec: at, type: key },
  );
}

const keys: Readonly<Partial<Record<MessageType, string>>> = {
  certificate: 'CertificateMessage',
  tls12_certificate_request: 'Tls12CertificateRequest',
  tls12_new_session_ticket: 'Tls12NewSessionTicket',
};

/** What the code point does not say: a ServerHello turns out to be a HelloRetryRequest by its random. */
function refine(type: TypeName, dialect: Dialect, c: Codec): MessageType {
  if (dialect.version === 0x0303) {
    if (type === 'certificate_request') return 'tls12_certificate_request';
    if (type === 'new_session_ticket') return 'tls12_new_session_ticket';
    return type;
  }
  if (type === 'server_hello' && isHelloRetryRequest(c.ahead())) return 'hello_retry_request';
  return type;
}

function codeOf(type: MessageType): number {
  switch (type) {
    case 'hello_retry_request':
      return handshakeTypes.server_hello;
    case 'tls12_certificate_request':
      return tls12Types.certificate_request;
    case 'tls12_new_session_ticket':
      return tls12Types.new_session_ticket;
    case 'hello_request':
    case 'server_key_exchange':
    case 'server_hello_done':
    case 'client_key_exchange':
    case 'certificate_status':
      return tls12Types[type];
    default:
      return handshakeTypes[type];
  }
}

type TypeName = keyof typeof handshakeTypes | keyof typeof tls12Types;

const header = spec(9846, '4');
const tls13Names = namesOf(handshakeTypes);
const tls12Names = namesOf(tls12Types);

function namesOf(types: Readonly<Partial<Record<TypeName, number>>>): ReadonlyMap<number, TypeName> {
  return new Map(Object.entries(types).map(([name, code]) => [code, name as TypeName]));
}

export { helloRetryRequestRandom } from './hello.ts';
export { decodeAlert, encodeAlert } from './alert.ts';
export { dialectOf, tls13Dialect, type Dialect } from './dialect.ts';
