/**
 * Handshake messages: bytes and field tree of a message, and back. RFC 9846 §4.
 *
 * The root of every tree is `Handshake` with msg_type, length and a container named like the message.
 */
import { decodeWith, encode, type Codec, type Description } from '../../bytes/codec.ts';
import type { Encoded } from '../../bytes/field.ts';
import type { Decoded } from '../../bytes/reader.ts';
import { spec, type Spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
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

/** The whole message, 4-byte header included. */
export function encodeHandshake(message: HandshakeMessage): Encoded {
  return encode('Handshake', handshake, message);
}

/** Exactly one whole message. An unknown type is a 'bad-value' at 'Handshake.msg_type'; every other failure lies in the form of the body. */
export function decodeHandshake(bytes: Bytes): Decoded<HandshakeMessage> {
  return decodeWith('Handshake', handshake, bytes);
}

/** Size of the message at the front, header included, once its four header bytes are there. */
export function peekHandshakeLength(bytes: Uint8Array): number | undefined {
  const [type, high, middle, low] = bytes;
  if (type === undefined || high === undefined || middle === undefined || low === undefined) return undefined;
  return 4 + high * 0x1_0000 + middle * 0x100 + low;
}

type MessageType = HandshakeMessage['type'];

/** Container name, paragraph and struct of each message. */
const bodies: {
  readonly [T in MessageType]: readonly [
    name: string,
    at: Spec,
    body: Description<Extract<HandshakeMessage, { readonly type: T }>>,
  ];
} = {
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

const handshake: Description<HandshakeMessage> = (c: Codec, message) => {
  const code = c.u8('msg_type', message && codeOf(message.type), { registry: typeName, spec: header });
  const known = typeName(code);
  if (known === undefined)
    c.fail('bad-value', 'msg_type', `${code} is no message this engine expects`, header);
  return c.measured(
    'Handshake',
    3,
    {},
    (inner) => body(inner, message?.type ?? refine(known, inner), message),
    header,
  );
};

function body(c: Codec, type: MessageType, message?: HandshakeMessage): HandshakeMessage {
  const [name, at, describe] = bodies[type] as readonly [string, Spec, Description<HandshakeMessage>];
  // The message's type chose the description, which TypeScript cannot see.
  // X.509 has a type 'Certificate' too; keys of prose tell the two apart.
  const key = type === 'certificate' ? 'CertificateMessage' : name;
  return c.struct(
    name,
    (inner) => {
      const read = describe(inner, message);
      const left = inner.ahead().length;
      if (left > 0) inner.fail('trailing-data', name, `${left} bytes behind the last field`);
      return read;
    },
    { spec: at, type: key },
  );
}

/** A ServerHello turns out to be a HelloRetryRequest by its random. */
function refine(type: keyof typeof handshakeTypes, c: Codec): MessageType {
  return type === 'server_hello' && isHelloRetryRequest(c.ahead()) ? 'hello_retry_request' : type;
}

function codeOf(type: MessageType): number {
  return type === 'hello_retry_request' ? handshakeTypes.server_hello : handshakeTypes[type];
}

function typeName(code: number): keyof typeof handshakeTypes | undefined {
  return names.get(code);
}

const header = spec(9846, '4');
const names: ReadonlyMap<number, keyof typeof handshakeTypes> = new Map(
  Object.entries(handshakeTypes).map(([name, code]) => [code, name as keyof typeof handshakeTypes]),
);

export { helloRetryRequestRandom } from './hello.ts';
export { decodeAlert, encodeAlert } from './alert.ts';
