/** Recomputes a trace of RFC 8448 with our schedule and record protection, and compares every value. */
import { expect } from 'vitest';
import { concat, fromHex, toHex } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { type Operation, Recorder, type Value, publicValue } from '../../crypto/recorder.ts';
import { type RecordProtection, openRecord, protectionFor, sealRecord } from '../record/protection.ts';
import { suiteByCode } from '../registry/suites.ts';
import {
  binderKey,
  earlyDataSecrets,
  earlySecret,
  finishedMac,
  handshakeSecrets,
  mainSecrets,
  resumptionPsk,
  resumptionSecret,
  trafficKeys,
} from '../schedule/tls13.ts';

export interface Blob {
  readonly i: number;
  readonly actor: 'client' | 'server';
  readonly step: string;
  readonly label: string;
  readonly hex: string;
}

export interface Rfc8448Trace {
  readonly name: string;
  readonly blobs: readonly Blob[];
}

export interface Replayed {
  readonly operations: readonly Operation[];
  /** How many derivations, extractions, MACs and records of the trace were found equal. */
  readonly compared: { readonly derivations: number; readonly records: number };
  readonly resumptionPsk?: Bytes;
}

const hash = 'SHA-256';
/** All five traces use TLS_AES_128_GCM_SHA256. */
const suite = must(suiteByCode(0x1301), 'suite 0x1301');
const somewhere = spec(9846, '7.1');

/** Runs the schedule of `trace`; throws (an assertion) at the first value that differs. */
export async function replay(trace: Rfc8448Trace, provider: Provider, psk?: Bytes): Promise<Replayed> {
  const operations: Operation[] = [];
  const rec = new Recorder({
    provider,
    now: () => 0,
    onOperation: (operation) => operations.push(operation),
  });
  const messages = handshakeMessages(trace);
  const upTo = async (last: number): Promise<Value> => {
    const data: Value = {
      name: 'messages',
      bytes: concat(...messages.list.slice(0, last + 1)),
      secrecy: 'transcript',
    };
    return rec.hash('transcript_hash', hash, data, somewhere);
  };

  const early = await earlySecret(
    rec,
    hash,
    psk && { name: 'resumption_psk', bytes: psk, secrecy: 'secret' },
  );
  const protections: Record<Blob['actor'], RecordProtection[]> = { client: [], server: [] };
  if (psk !== undefined) {
    const prefix = one(trace, 'calculate PSK binder', 'ClientHello prefix');
    const binderHash = await rec.hash('binder_hash', hash, publicValue('prefix', prefix), somewhere);
    await finishedMac(rec, hash, await binderKey(rec, hash, early, 'res'), binderHash);
    const { clientEarlyTrafficSecret } = await earlyDataSecrets(rec, hash, early, await upTo(0));
    protections.client.push(
      protectionFor('application', suite, await trafficKeys(rec, suite, clientEarlyTrafficSecret)),
    );
  }

  const shared = await sharedSecret(rec, trace);
  const handshake = await handshakeSecrets(rec, hash, early, shared, await upTo(messages.serverHello));
  const client = handshake.clientHandshakeTrafficSecret;
  const server = handshake.serverHandshakeTrafficSecret;
  await finishedMac(rec, hash, server, await upTo(messages.serverFinished - 1));
  await finishedMac(rec, hash, client, await upTo(messages.clientFinished - 1));
  const main = await mainSecrets(rec, hash, handshake.handshakeSecret, await upTo(messages.serverFinished));
  const resumption = await resumptionSecret(rec, hash, main.mainSecret, await upTo(messages.clientFinished));
  protections.client.push(protectionFor('handshake', suite, await trafficKeys(rec, suite, client)));
  protections.server.push(protectionFor('handshake', suite, await trafficKeys(rec, suite, server)));
  const [clientData, serverData] = [main.clientApplicationTrafficSecret, main.serverApplicationTrafficSecret];
  protections.client.push(protectionFor('application', suite, await trafficKeys(rec, suite, clientData)));
  protections.server.push(protectionFor('application', suite, await trafficKeys(rec, suite, serverData)));
  // The nonce stands as context of 'generate resumption secret'.
  const nonce = trace.blobs.find(
    (blob) => blob.step.startsWith('generate resumption') && blob.label === 'hash',
  );
  const next =
    nonce && (await resumptionPsk(rec, hash, resumption, publicValue('ticket_nonce', bytesOf(nonce))));

  const compared = {
    derivations: compareDerivations(trace, operations),
    records: await compareRecords(rec, trace, protections),
  };
  return { operations, compared, ...(next && { resumptionPsk: next.bytes }) };
}

/** Every blob of the trace that is the result of a computation must be among our operations. */
function compareDerivations(trace: Rfc8448Trace, operations: readonly Operation[]): number {
  const done = new Set(operations.map(describe));
  let compared = 0;
  for (const group of groupsOf(trace)) {
    const get = (label: string): string | undefined => group.find((blob) => blob.label === label)?.hex;
    const expected: string[] = [];
    const expand = (info?: string, output?: string): void => {
      if (info !== undefined) expected.push(`expand ${get('PRK')} ${info} ${output}`);
    };
    expand(get('info'), get('expanded'));
    expand(get('key info'), get('key expanded'));
    expand(get('iv info'), get('iv expanded'));
    if (get('IKM') !== undefined)
      expected.push(`extract ${padded(get('salt'))} ${get('IKM')} ${get('secret')}`);
    if (get('finished') !== undefined) expected.push(`mac ${get('expanded')} ${get('finished')}`);
    for (const line of expected) {
      expect(done, `${trace.name}, step ${group[0]?.i}: ${group[0]?.step}`).toContain(line);
      compared++;
    }
  }
  return compared;
}

function describe({ name, inputs: [first, second], outputs: [output], hkdfLabel }: Operation): string {
  const [a, b, result] = [first, second, output].map((value) => value && toHex(value.bytes));
  if (name === 'hkdf-expand-label') return `expand ${a} ${toHex(hkdfLabel ?? new Uint8Array())} ${result}`;
  if (name === 'hkdf-extract') return `extract ${a} ${b} ${result}`;
  return name === 'hmac' ? `mac ${a} ${result}` : name;
}

/** Every record opens to the payload of the trace, and sealing the payload gives the record again. */
async function compareRecords(
  rec: Recorder,
  trace: Rfc8448Trace,
  protections: Record<Blob['actor'], RecordProtection[]>,
): Promise<number> {
  let compared = 0;
  for (const group of groupsOf(trace)) {
    const complete = group.find((blob) => blob.label === 'complete record');
    const payload = group.find((blob) => blob.label === 'payload');
    if (complete === undefined || payload === undefined) continue;
    const record = bytesOf(complete);
    const where = `${trace.name}, step ${complete.i}: ${complete.actor} ${complete.step}`;
    compared++;
    if (record[0] !== 23) {
      expect(toHex(record.slice(5)), where).toBe(payload.hex);
      continue;
    }
    const keys = protections[complete.actor];
    const current = (): RecordProtection => must(keys[0], where);
    let opened = await openRecord(rec, current(), record);
    if ('fault' in opened) {
      // The sender has gone on to its next keys.
      keys.shift();
      opened = await openRecord(rec, current(), record);
    }
    if ('fault' in opened) throw new Error(`${where}: ${opened.detail}`);
    const type = /send (\w+) record/.exec(complete.step)?.[1];
    expect(opened.contentType, where).toBe({ handshake: 22, application_data: 23, alert: 21 }[type ?? '']);
    expect(toHex(opened.content), where).toBe(payload.hex);
    const sealed = await sealRecord(rec, current(), opened.contentType, bytesOf(payload));
    expect(toHex(sealed.bytes), where).toBe(complete.hex);
    keys[0] = opened.next;
  }
  return compared;
}

/** The handshake messages in transcript order, and where the landmarks are. */
function handshakeMessages(trace: Rfc8448Trace): {
  readonly list: Bytes[];
  readonly serverHello: number;
  readonly serverFinished: number;
  readonly clientFinished: number;
} {
  const built = trace.blobs.filter(
    (blob) => blob.step.startsWith('construct') && blob.label !== 'NewSessionTicket',
  );
  const list = built.map(bytesOf);
  // A resumed ClientHello is built without its binders; what was sent has them.
  if (trace.name === 'resumed-0rtt') list[0] = one(trace, 'send handshake record', 'payload');
  const hellos = built.flatMap(({ label }, i) => (label === 'ServerHello' ? [i] : []));
  const finished = built.flatMap(({ label }, i) => (label === 'Finished' ? [i] : []));
  return {
    list,
    serverHello: must(hellos.at(-1), 'ServerHello'),
    serverFinished: must(finished[0], 'Finished'),
    clientFinished: must(finished[1], 'Finished'),
  };
}

/** Agreement between the last key pairs of both sides, done from either side. */
async function sharedSecret(rec: Recorder, trace: Rfc8448Trace): Promise<Value> {
  const pairs = groupsOf(trace).filter(([blob]) => blob?.step.includes('key pair'));
  const pairOf = (
    actor: Blob['actor'],
  ): { curve: 'P-256' | 'X25519'; privateKey: Value; publicKey: Value } => {
    const pair = must(
      pairs.findLast(([blob]) => blob?.actor === actor),
      'key pair',
    );
    const get = (label: string): Bytes =>
      bytesOf(
        must(
          pair.find((blob) => blob.label === label),
          label,
        ),
      );
    return {
      curve: must(pair[0], 'key pair').step.includes('P-256') ? 'P-256' : 'X25519',
      privateKey: { name: 'private_key', bytes: get('private key'), secrecy: 'secret' },
      publicKey: publicValue('public_key', get('public key')),
    };
  };
  const [client, server] = [pairOf('client'), pairOf('server')];
  const byClient = await rec.agree('shared_secret', client.curve, client, server.publicKey, somewhere);
  const byServer = await rec.agree('shared_secret', server.curve, server, client.publicKey, somewhere);
  expect(byClient).toEqual(byServer);
  const shared = must(byClient, 'shared secret');
  expect(toHex(shared.bytes)).toBe(toHex(one(trace, 'extract secret "handshake"', 'IKM')));
  return shared;
}

function groupsOf(trace: Rfc8448Trace): readonly (readonly Blob[])[] {
  const groups = new Map<number, Blob[]>();
  for (const blob of trace.blobs) groups.set(blob.i, [...(groups.get(blob.i) ?? []), blob]);
  return [...groups.values()];
}

function one(trace: Rfc8448Trace, step: string, label: string): Bytes {
  return bytesOf(
    must(
      trace.blobs.find((blob) => blob.step.startsWith(step) && blob.label === label),
      step,
    ),
  );
}

function bytesOf(blob: Blob): Bytes {
  return fromHex(blob.hex) as Bytes;
}

/** An extraction without a salt uses Hash.length zeros. */
function padded(salt: string | undefined): string {
  return salt === undefined || salt === '' ? '00'.repeat(32) : salt;
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the trace has no ${what}`);
  return value;
}

/** message_hash of the first ClientHello after a HelloRetryRequest, RFC 9846 §4.1. */
export async function withMessageHash(trace: Rfc8448Trace, provider: Provider): Promise<Rfc8448Trace> {
  const hellos = trace.blobs.filter((blob) => blob.step.startsWith('construct a ClientHello'));
  const [first] = hellos;
  if (hellos.length < 2 || first === undefined) return trace;
  const digest = (await provider.digest(hash, bytesOf(first))).value;
  return {
    ...trace,
    blobs: trace.blobs.map((blob) => (blob === first ? { ...blob, hex: `fe000020${toHex(digest)}` } : blob)),
  };
}
