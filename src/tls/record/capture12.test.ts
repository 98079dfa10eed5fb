/** A TLS 1.2 connection between other people's software, as captured, decrypted with its key log to the last field. */
import '../tls12/parts.ts';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../bytes/field.ts';
import { concat, fromHex, fromUtf8, toHex } from '../../bytes/hex.ts';
import { assertTiles } from '../../bytes/testing/tiles.ts';
import type { Bytes } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { Recorder, type Value } from '../../crypto/recorder.ts';
import {
  decodeHandshake,
  encodeHandshake,
  peekHandshakeLength,
  type Dialect,
} from '../messages/handshake.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { tls12SuiteByCode } from '../registry/suite-parts.ts';
import { connectionKeys, verifyData } from '../schedule/tls12.ts';
import { conformanceFile } from '../testing/conformance.ts';
import { tcpStreams } from '../testing/pcap.ts';
import { Transcript } from '../transcript.ts';
import { findRecord } from './framing.ts';
import { openTls12, tls12Protection } from './tls12.ts';
import { maxTls12CiphertextLength, type Tls12Protection } from './tls12-protection.ts';
import { plainView, wireView, type OpenedRecord } from './view.ts';

const capture = conformanceFile('captures/illustrated-tls12/capture.pcap');
const keyLog = conformanceFile('captures/illustrated-tls12/keylog.txt')?.toString() ?? '';
const streams = capture ? tcpStreams(capture) : { client: new Uint8Array(), server: new Uint8Array() };
const recorder = new Recorder({ provider: await createProvider(), now: () => 0, onOperation: () => {} });

interface Read {
  readonly messages: readonly { readonly message: HandshakeMessage; readonly bytes: Bytes }[];
  readonly data: string;
  readonly alerts: number;
}

describe.runIf(capture !== undefined)('the captured TLS 1.2 connection', () => {
  it('decrypts on both sides, every message to the last field, and both Finished are the ones expected', async () => {
    const hello = await read(streams.client, undefined, { version: 0x0304 }, 1);
    const answer = await read(streams.server, undefined, { version: 0x0304 }, 1);
    const [clientHello] = hello.messages;
    const [serverHello] = answer.messages;
    if (clientHello?.message.type !== 'client_hello' || serverHello?.message.type !== 'server_hello')
      throw new Error('the hellos are not where they should be');
    const suite = tls12SuiteByCode(serverHello.message.cipherSuite);
    if (suite === undefined) throw new Error('a suite that does not run here');
    const randoms = { client: clientHello.message.random, server: serverHello.message.random };
    const [, , secret = ''] = keyLog.trim().split(' ');
    const main: Value = { name: 'main_secret', bytes: fromHex(secret) as Bytes, secrecy: 'secret' };
    const keys = await connectionKeys(recorder, suite, main, randoms);
    const dialect = { version: 0x0303, keyExchange: suite.keyExchange } as const;
    const client = await read(streams.client, tls12Protection(suite, keys.client, false), dialect);
    const server = await read(streams.server, tls12Protection(suite, keys.server, false), dialect);
    expect(client.messages.map(({ message }) => message.type)).toEqual([
      'client_hello',
      'client_key_exchange',
      'finished',
    ]);
    expect(server.messages.map(({ message }) => message.type)).toEqual([
      'server_hello',
      'certificate',
      'server_key_exchange',
      'server_hello_done',
      'finished',
    ]);
    expect([client.data, server.data]).toEqual(['ping', 'pong']);

    const bytesOf = ({ messages }: Read, from: number, to: number): Bytes[] =>
      messages.slice(from, to).map(({ bytes }) => bytes);
    let transcript = new Transcript();
    for (const bytes of [...bytesOf(client, 0, 1), ...bytesOf(server, 0, 4), ...bytesOf(client, 1, 2)])
      transcript = transcript.add(bytes);
    for (const [side, { messages }] of [
      ['client', client],
      ['server', server],
    ] as const) {
      const last = messages.at(-1);
      if (last?.message.type !== 'finished') throw new Error('no Finished');
      const hash = await transcript.hash(recorder, suite.prfHash);
      const expected = await verifyData(recorder, suite, main, side, hash);
      expect(toHex(last.message.verifyData)).toBe(toHex(expected.bytes));
      transcript = transcript.add(last.bytes, `${side} Finished`);
    }
  });
});

/** Reads one direction; without keys only what comes before ChangeCipherSpec, and at most so many messages. */
async function read(
  stream: Bytes,
  keys: Tls12Protection | undefined,
  dialect: Dialect,
  most = Number.POSITIVE_INFINITY,
): Promise<Read> {
  let read: Tls12Protection | undefined;
  const messages: { message: HandshakeMessage; bytes: Bytes }[] = [];
  const data: Bytes[] = [];
  let alerts = 0;
  for (let rest = stream; rest.length > 0 && messages.length < most;) {
    const taken = findRecord(rest, maxTls12CiphertextLength);
    if (!('record' in taken)) throw new Error(`${rest.length} bytes that are no record`);
    const { length, contentType } = taken.record;
    const bytes = rest.slice(0, length);
    rest = rest.subarray(length);
    if (contentType === 20) {
      if (keys === undefined) break;
      read = keys;
      continue;
    }
    let record: OpenedRecord = {
      header: bytes.slice(0, 5),
      level: 'plaintext',
      contentType,
      content: bytes.slice(5),
      padding: 0,
      form: { kind: 'plaintext', explicit: 0, tag: 0 },
    };
    if (read !== undefined) {
      const opened = await openTls12(recorder, read, bytes);
      if ('fault' in opened) throw new Error(opened.detail);
      read = opened.next;
      record = opened;
    }
    const { form, level, content } = record;
    const wire = wireView([{ bytes, level, ...(form && { form }) }]);
    assertTiles(wire.field, bytes.length);
    if (contentType === 23) data.push(content);
    if (contentType === 21) alerts++;
    if (contentType !== 22) continue;
    for (let at = 0; at < content.length && messages.length < most;) {
      const length = peekHandshakeLength(content.slice(at)) ?? content.length;
      const message = content.slice(at, at + length);
      const decoded = decodeHandshake(message, dialect);
      if (!decoded.ok) throw new Error(`${decoded.error.path}: ${decoded.error.detail}`);
      expect(toHex(encodeHandshake(decoded.value, dialect).bytes)).toBe(toHex(message));
      expect(leavesOf(decoded.field).some(({ role }) => role === 'undecoded')).toBe(false);
      const plain = plainView([record], { field: decoded.field, start: at });
      assertTiles(plain.field, plain.bytes.length);
      messages.push({ message: decoded.value, bytes: message });
      at += length;
    }
  }
  return { messages, data: fromUtf8(concat(...data)), alerts };
}
