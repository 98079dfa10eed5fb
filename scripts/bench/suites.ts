/** What the suites cost: a handshake of each key exchange, and a megabyte through each cipher. Runs in browsers. */
import type { Bytes, Provider } from '../../src/crypto/port.ts';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { Recorder, type Value } from '../../src/crypto/recorder.ts';
import { run } from '../../src/lab/run.ts';
import { suiteScenario } from '../../src/lab/suite-scenario.ts';
import { isTlsError } from '../../src/tls/failure.ts';
import { openRecord, protectionFor, sealRecord } from '../../src/tls/record/protection.ts';
import { openTls12, sealTls12, tls12Protection } from '../../src/tls/record/tls12.ts';
import { contentTypes } from '../../src/tls/record/view.ts';
import { type Tls12Suite, tls12SuiteByCode, tls12Suites } from '../../src/tls/registry/suite-parts.ts';
import { type CipherSuite, cipherSuites } from '../../src/tls/registry/suites.ts';
import { suiteEnvironment } from '../suites/run-suite.ts';
import { median, recordCalls, replay } from './replay.ts';

/** Milliseconds of a full run by key exchange, both sides, validation, data and trace included. */
export type FamilyTimes = Readonly<Record<string, number>>;

export async function measureFamilies(rounds: number): Promise<FamilyTimes> {
  const environment = suiteEnvironment(await createProvider());
  const times: Record<string, number> = {};
  for (const [family, code] of families()) {
    const scenario = suiteScenario(code);
    if (scenario === undefined) throw new Error(`no scenario for ${family}`);
    const samples: number[] = [];
    for (let i = -5; i < rounds; i++) {
      const start = performance.now();
      const { outcome } = await run(scenario, environment);
      if (outcome.kind !== 'completed') throw new Error(`${family}: ${outcome.kind}`);
      if (i >= 0) samples.push(performance.now() - start);
    }
    times[family] = median(samples);
  }
  return times;
}

/** TLS 1.3, and of each key exchange the first suite with AES_128_CBC_SHA, which every one of them has. */
function families(): readonly (readonly [family: string, code: number])[] {
  const found = new Map<string, number>([['TLS13', 0x1301]]);
  for (const suite of tls12Suites().values()) {
    const family = suite.keyExchange === 'DHE' ? `DHE_${suite.authentication}` : suite.keyExchange;
    if (suite.cipher === 'AES_128_CBC' && suite.mac === 'SHA-1' && !found.has(family))
      found.set(family, suite.code);
  }
  return [...found];
}

export interface Throughput {
  /** Megabytes a second, protected and opened again. */
  readonly records: number;
  /** The same by the bare calls of the provider. */
  readonly bare: number;
}

export async function measureThroughput(): Promise<Readonly<Record<string, Throughput>>> {
  const provider = await createProvider();
  const results: Record<string, Throughput> = {};
  for (const [name, records] of lines()) {
    const calls = recordCalls(provider);
    // The first pass also loads what the cipher needs.
    await records(calls.provider);
    const own: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < 3; i++) {
      own.push(await timed(() => records(provider)));
      bare.push(await timed(() => replay(provider, calls.calls)));
    }
    results[name] = { records: 1_000 / median(own), bare: 1_000 / median(bare) };
  }
  return results;
}

/** A megabyte through each cipher of TLS 1.3, and through each of TLS 1.2 with the first suite that has it. */
function lines(): readonly (readonly [name: string, records: (provider: Provider) => Promise<void>])[] {
  const tls12 = new Map<string, number>();
  for (const { cipher, mac, code } of tls12Suites().values()) {
    const name = mac === undefined ? cipher : `${cipher}_${mac.replace('SHA-1', 'SHA').replace('-', '')}`;
    if (!tls12.has(name)) tls12.set(name, code);
  }
  return [
    ...cipherSuites.map(
      (suite) =>
        [`TLS13_${suite.name.slice(4)}`, (provider: Provider) => tls13Records(provider, suite)] as const,
    ),
    ...[...tls12].map(([name, code]) => {
      const suite = tls12SuiteByCode(code);
      if (suite === undefined) throw new Error(`no suite for ${name}`);
      return [`TLS12_${name}`, (provider: Provider) => tls12Records(provider, suite)] as const;
    }),
  ];
}

/** Content of a full record, RFC 9846 §5.1. */
const maxContentLength = 2 ** 14;
const recordsOfMegabyte = 2 ** 20 / maxContentLength;

async function tls13Records(provider: Provider, suite: CipherSuite): Promise<void> {
  const rec = recorderOf(provider);
  const keyLength = suite.aead.includes('128') ? 16 : 32;
  const keys = { key: secret('client_application_key', keyLength), iv: secret('client_application_iv', 12) };
  let writing = protectionFor('application', suite, keys);
  let reading = protectionFor('application', suite, keys);
  const data = content();
  for (let i = 0; i < recordsOfMegabyte; i++) {
    const sealed = await sealRecord(rec, writing, contentTypes.application_data, data);
    const opened = await openRecord(rec, reading, sealed.bytes);
    if (isTlsError(opened)) throw new Error(`${suite.name}: ${opened.code}`);
    writing = sealed.next;
    reading = opened.next;
  }
}

async function tls12Records(provider: Provider, suite: Tls12Suite): Promise<void> {
  const rec = recorderOf(provider);
  const keys = {
    macKey: secret('client_write_MAC_key', suite.macKeyLength),
    key: secret('client_write_key', suite.keyLength),
    iv: secret('client_write_IV', suite.fixedIvLength),
  };
  let writing = tls12Protection(suite, keys, false);
  let reading = tls12Protection(suite, keys, false);
  const data = content();
  for (let i = 0; i < recordsOfMegabyte; i++) {
    const sealed = await sealTls12(rec, writing, contentTypes.application_data, data);
    const opened = await openTls12(rec, reading, sealed.bytes);
    if (isTlsError(opened)) throw new Error(`${suite.name}: ${opened.code}`);
    writing = sealed.next;
    reading = opened.next;
  }
}

function recorderOf(provider: Provider): Recorder {
  return new Recorder({ provider, now: () => performance.now(), onOperation: () => undefined });
}

function secret(name: string, length: number): Value {
  return { name, bytes: Uint8Array.from({ length }, (_, i) => i + length), secrecy: 'secret' };
}

function content(): Bytes {
  return Uint8Array.from({ length: maxContentLength }, (_, i) => i & 0xff);
}

async function timed(action: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
