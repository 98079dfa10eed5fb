/**
 * Pre-shared keys, RFC 9846 §2.2 and §4.3.11: secrets that both sides have before the connection starts, from the
 * ticket of an earlier one or agreed on elsewhere. They take the place of certificates.
 */
import { spec } from '../bytes/spec.ts';
import type { Bytes, HashName } from '../crypto/port.ts';
import { publicValue, type Recorder, type Value } from '../crypto/recorder.ts';
import type { Channel } from './connection/channel.ts';
import type { ClientHello } from './messages/model.ts';
import { protectionFor, type RecordProtection } from './record/protection.ts';
import type { CipherSuite } from './registry/suites.ts';
import { binderKey, earlyDataSecrets, earlySecret, finishedMac, trafficKeys } from './schedule/tls13.ts';
import type { Transcript } from './transcript.ts';

/** A key agreed on outside of TLS, with the name both know it by. */
export interface ExternalPsk {
  readonly kind: 'external';
  readonly identity: Bytes;
  readonly key: Bytes;
  /** SHA-256 unless agreed otherwise, RFC 9846 §4.3.11. */
  readonly hash: HashName;
}

/** What a client keeps of a connection, to come back with: RFC 9846 §4.7.1. */
export interface Session {
  readonly kind: 'resumption';
  /** The ticket, which is the server's business. */
  readonly identity: Bytes;
  readonly key: Bytes;
  readonly hash: HashName;
  /** Early data is protected with this suite, so the server must choose it again for that. */
  readonly suite: number;
  readonly protocol: string | undefined;
  readonly serverName: string | undefined;
  readonly ageAdd: number;
  /** Seconds. */
  readonly lifetime: number;
  /** Milliseconds since 1970 UTC. */
  readonly receivedAt: number;
  /** Bytes of early data that the server is ready to take; 0: none. */
  readonly maxEarlyData: number;
}

export type PreSharedKey = ExternalPsk | Session;

/** A PSK with what both sides make of it before anything else. */
export interface KeyedPsk<Psk extends Pick<PreSharedKey, 'kind' | 'key' | 'hash'> = PreSharedKey> {
  readonly psk: Psk;
  readonly earlySecret: Value;
  readonly binderKey: Value;
}

export async function keyPsk<Psk extends Pick<PreSharedKey, 'kind' | 'key' | 'hash'>>(
  recorder: Recorder,
  psk: Psk,
): Promise<KeyedPsk<Psk>> {
  const external = psk.kind === 'external';
  const name = external ? 'external_psk' : 'resumption_psk';
  const early = await earlySecret(recorder, psk.hash, { name, bytes: psk.key, secrecy: 'secret' });
  // Two labels, so that nobody can pass off the one kind of PSK as the other.
  return {
    psk,
    earlySecret: early,
    binderKey: await binderKey(recorder, psk.hash, early, external ? 'ext' : 'res'),
  };
}

/**
 * The binder of a hello: a Finished over everything in front of the list of binders (RFC 9846 §4.3.11.2).
 * `before` is empty, or the first hello's hash and the HelloRetryRequest.
 */
export async function binderOf(
  recorder: Recorder,
  { psk, binderKey }: KeyedPsk<Pick<PreSharedKey, 'kind' | 'key' | 'hash'>>,
  before: Transcript,
  hello: Bytes,
  binders: readonly Bytes[],
): Promise<Value> {
  const listed = binders.reduce((sum, binder) => sum + 1 + binder.length, 2);
  const transcript = before.addTruncated(hello.slice(0, hello.length - listed));
  return finishedMac(recorder, psk.hash, binderKey, await transcript.hash(recorder, psk.hash));
}

/** Keys for 0-RTT data and the early exporter, RFC 9846 §7.1; `transcript` is the first ClientHello. */
export async function deriveEarlyKeys(
  channel: Channel,
  suite: CipherSuite,
  early: Value,
  hello: ClientHello,
  transcript: Transcript,
): Promise<RecordProtection> {
  channel.work('derive_early_keys');
  const { recorder } = channel;
  const hash = await transcript.hash(recorder, suite.hash);
  const { clientEarlyTrafficSecret, earlyExporterSecret } = await earlyDataSecrets(
    recorder,
    suite.hash,
    early,
    hash,
  );
  channel.secret('CLIENT_EARLY_TRAFFIC_SECRET', hello.random, clientEarlyTrafficSecret);
  channel.secret('EARLY_EXPORTER_SECRET', hello.random, earlyExporterSecret);
  return protectionFor('early', suite, await trafficKeys(recorder, suite, clientEarlyTrafficSecret));
}

/** The age a client reports, RFC 9846 §4.3.11.1: not even that shall link two connections. */
export function obfuscatedAge(milliseconds: number, ageAdd: number): number {
  return (milliseconds + ageAdd) % 2 ** 32;
}

export function ticketAge(obfuscated: number, ageAdd: number): number {
  return (obfuscated - ageAdd + 2 ** 32) % 2 ** 32;
}

/** Value of a ticket's nonce as it enters the derivation. */
export function nonceValue(nonce: Bytes): Value {
  return publicValue('ticket_nonce', nonce);
}

export const pskSpec = spec(9846, '4.3.11');
