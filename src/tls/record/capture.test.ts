/** A connection between other people's software, as captured, decrypted with its key log to the last field. */
import { describe, expect, it } from 'vitest';
import { type Field, leavesOf } from '../../bytes/field.ts';
import { concat, fromHex, fromUtf8, toHex } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { Recorder, type Value } from '../../crypto/recorder.ts';
import { decodeAlert, decodeHandshake, encodeHandshake, peekHandshakeLength } from '../messages/handshake.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { suiteByCode } from '../registry/suites.ts';
import { finishedMac, trafficKeys } from '../schedule/tls13.ts';
import { conformanceFile } from '../testing/conformance.ts';
import { tcpStreams } from '../testing/pcap.ts';
import { findRecord } from './framing.ts';
import { type RecordProtection, openRecord, protectionFor } from './protection.ts';
import { type OpenedRecord, plainView, wireView } from './view.ts';

const capture = conformanceFile('captures/illustrated-tls13/capture.pcap');
const keyLog = conformanceFile('captures/illustrated-tls13/keylog.txt')?.toString() ?? '';
const suite = suiteByCode(0x1302)!;

interface Decrypted {
  readonly records: readonly OpenedRecord[];
  readonly messages: readonly { readonly message: HandshakeMessage; readonly bytes: Bytes }[];
  readonly data: string;
  readonly alerts: readonly number[];
}

describe.runIf(capture !== undefined)('the captured TLS 1.3 connection', async () => {
  const recorder = new Recorder({ provider: await createProvider(), now: () => 0, onOperation: () => {} });
  const streams = capture ? tcpStreams(capture) : { client: new Uint8Array(), server: new Uint8Array() };

  it('decrypts on both sides, every message to the last field', async () => {
    const client = await decrypt(recorder, 'client', streams.client);
    const server = await decrypt(recorder, 'server', streams.server);
    expect(client.messages.map(({ message }) => message.type)).toEqual(['client_hello', 'finished']);
    expect(server.messages.map(({ message }) => message.type)).toEqual([
      'server_hello',
      'encrypted_extensions',
      'certificate',
      'certificate_verify',
      'finished',
      'new_session_ticket',
      'new_session_ticket',
    ]);
    expect([client.data, server.data]).toEqual(['ping', 'pong']);
    expect([client.alerts, server.alerts]).toEqual([[], []]);
  });

  it('ends its handshake with the Finished values that the key log predicts', async () => {
    const client = await decrypt(recorder, 'client', streams.client);
    const server = await decrypt(recorder, 'server', streams.server);
    const [hello, clientFinished] = client.messages;
    const flight = server.messages.slice(0, 5);
    const serverFinished = flight.pop();
    const before = [hello!, ...flight].map(({ bytes }) => bytes);
    for (const [finished, owner, transcript] of [
      [serverFinished!, 'server', before],
      [clientFinished!, 'client', [...before, serverFinished!.bytes]],
    ] as const) {
      const data: Value = { name: 'messages', bytes: concat(...transcript), secrecy: 'transcript' };
      const hash = await recorder.hash('transcript_hash', suite.hash, data, spec(9846, '4.1'));
      const mac = await finishedMac(recorder, suite.hash, secretOf(owner, 'handshake'), hash);
      expect(toHex((finished.message as { readonly verifyData: Bytes }).verifyData)).toBe(toHex(mac.bytes));
    }
  });
});

/** Reads one direction: plaintext, then handshake keys, then application keys from the Finished on. */
async function decrypt(recorder: Recorder, owner: 'client' | 'server', stream: Bytes): Promise<Decrypted> {
  const later: RecordProtection[] = [];
  for (const level of ['handshake', 'application'] as const) {
    later.push(protectionFor(level, suite, await trafficKeys(recorder, suite, secretOf(owner, level))));
  }
  let keys = later.shift()!;
  const result = {
    records: [] as OpenedRecord[],
    messages: [] as { message: HandshakeMessage; bytes: Bytes }[],
    alerts: [] as number[],
  };
  const data: Bytes[] = [];
  for (let rest = stream; rest.length > 0;) {
    const taken = findRecord(rest);
    if (!('record' in taken)) throw new Error(`${rest.length} bytes that are no record`);
    const { length, contentType: outer } = taken.record;
    const bytes = rest.slice(0, length);
    rest = rest.subarray(length);
    if (outer === 20) continue;
    let record: OpenedRecord = {
      header: bytes.slice(0, 5),
      level: 'plaintext',
      contentType: outer,
      content: bytes.slice(5),
      padding: 0,
    };
    if (outer === 23) {
      const opened = await openRecord(recorder, keys, bytes);
      if ('fault' in opened) throw new Error(opened.detail);
      keys = opened.next;
      record = opened;
    }
    expectTiled(wireView([{ bytes, level: record.level }]));
    result.records.push(record);
    if (record.contentType === 23) data.push(record.content);
    if (record.contentType === 21) {
      const alert = decodeAlert(record.content);
      if (alert.ok) result.alerts.push(alert.value.description);
    }
    if (record.contentType !== 22) continue;
    for (let at = 0; at < record.content.length;) {
      const length = peekHandshakeLength(record.content.slice(at))!;
      const message = record.content.slice(at, at + length);
      const decoded = decodeHandshake(message);
      if (!decoded.ok) throw new Error(`${decoded.error.path}: ${decoded.error.detail}`);
      expect(toHex(encodeHandshake(decoded.value).bytes)).toBe(toHex(message));
      expect(leavesOf(decoded.field).some(({ role }) => role === 'undecoded')).toBe(false);
      expectTiled(plainView([record], { field: decoded.field, start: at }));
      result.messages.push({ message: decoded.value, bytes: message });
      at += length;
      if (decoded.value.type === 'finished') keys = later.shift()!;
    }
  }
  return { ...result, data: fromUtf8(concat(...data)) };
}

function secretOf(owner: 'client' | 'server', level: 'handshake' | 'application'): Value {
  const label = `${owner.toUpperCase()}_${level === 'handshake' ? 'HANDSHAKE_TRAFFIC_SECRET' : 'TRAFFIC_SECRET_0'}`;
  const line = keyLog.split('\n').find((candidate) => candidate.startsWith(label))!;
  const name = `${owner}_${level}_traffic_secret${level === 'application' ? '_0' : ''}`;
  return { name, bytes: fromHex(line.split(' ')[2]!) as Bytes, secrecy: 'secret' };
}

function expectTiled({ bytes, field }: { readonly bytes: Bytes; readonly field: Field }): void {
  const leaves = leavesOf(field).filter(({ start, end }) => end > start);
  expect(leaves.map(({ start }) => start)).toEqual([0, ...leaves.slice(0, -1).map(({ end }) => end)]);
  expect(leaves.at(-1)?.end).toBe(bytes.length);
}
