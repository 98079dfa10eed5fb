/** What the listener and its versions share. */
import type { Bytes } from '../../crypto/port.ts';
import type { Recorder } from '../../crypto/recorder.ts';
import type { CaptureNote } from '../../lab/trace.ts';
import type { Dialect } from '../../tls/messages/dialect.ts';
import { peekHandshakeLength } from '../../tls/messages/handshake.ts';
import type { HandshakeMessage } from '../../tls/messages/model.ts';
import { contentTypes, headerLength, type OpenedRecord } from '../../tls/record/view.ts';
import type { Side } from '../capture/streams.ts';
import type { TlsConnection } from './connections.ts';
import type { Witnessed } from './party.ts';

/** Why a record could not be read; `UnreadableRecord` steps carry it as fact `unreadable`. */
export type Unreadable =
  | 'no-key'
  | 'no-handshake'
  | 'does-not-open'
  | 'unsupported-suite'
  | 'unsupported-version'
  | 'no-answer'
  | 'unknown-message';

/** The part of a listener that depends on the version. */
export interface Decryption {
  /** How to read handshake messages once the hellos have gone by. */
  readonly dialect: Dialect;
  /**
   * Takes the protection off; or says why not. The operations belong to the receiver's scope. `lost`: bytes of this
   * side that nobody read since its last record that opened.
   */
  open(side: Side, record: Bytes, lost: number): Promise<Opened | Unreadable>;
  /** What follows from a message, once it is told. */
  after(side: Side, message: HandshakeMessage, bytes: Bytes): Promise<void>;
  /** Something that may be part of the handshake was not read: nothing is judged that is made over all of it. */
  missed(): void;
  /** A handshake message that the engine has no form for; it counts in the transcript all the same. */
  passedOver(bytes: Bytes): void;
  /** TLS 1.2 only: there it is a message, and the sender's keys change with it. */
  changeCipherSpec?(side: Side): Promise<void>;
}

/** Fewest bytes of a protected record: header, inner content type, tag of CCM_8. */
const shortestRecord = 14;
/** More numbers than that are not tried: each costs an attempt to decrypt. */
const mostTries = 4096;

/** How many sequence numbers may have gone by with so many bytes; they are tried before a record counts as closed. */
export function numbersWithin(lost: number): number {
  return Math.min(mostTries, 1 + Math.ceil(lost / shortestRecord));
}

export type Opened = { readonly opened: OpenedRecord; readonly sequence?: number };

export interface Listening {
  readonly sides: Readonly<Record<Side, Witnessed>>;
  readonly connection: TlsConnection;
  readonly secrets: ReadonlyMap<string, Bytes>;
  /** Secrets of another client random: TLS 1.2 may negotiate anew in the same connection. */
  readonly secretsOf: (clientRandom: Bytes) => ReadonlyMap<string, Bytes>;
  readonly store: readonly Bytes[];
  readonly notes: CaptureNote[];
  /** Tries keys without telling anybody. */
  readonly probe: Recorder;
}

/** A record that nothing protects. */
export function unprotected(record: Bytes): OpenedRecord {
  return {
    header: record.slice(0, headerLength),
    level: 'plaintext',
    contentType: record[0] ?? 0,
    content: record.slice(headerLength),
    padding: 0,
  };
}

/**
 * Where nobody has seen whether keys were in place: a handshake record that holds whole messages or begins with a hello,
 * and an alert of two bytes, are in the clear. Encrypted, they would look like that by a rare chance.
 */
export function looksPlain(record: Bytes): boolean {
  const [type] = record;
  const content = record.subarray(headerLength);
  if (type === contentTypes.alert) return content.length === 2;
  if (type !== contentTypes.handshake) return type === contentTypes.change_cipher_spec;
  const [message = 0, high] = content;
  if ((message === 1 || message === 2) && high === 0) return true;
  let at = 0;
  while (at < content.length) {
    if ((content[at] ?? 255) > largestType) return false;
    at += peekHandshakeLength(content.subarray(at, at + 4)) ?? content.length;
  }
  return at === content.length;
}

/** compressed_certificate, RFC 8879 §4. */
const largestType = 25;

export function other(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}
