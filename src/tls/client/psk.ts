/** Offering a PSK, and what follows from the server's answer: RFC 9846 §4.3.9 to §4.3.11. */
import type { Encoded } from '../../bytes/field.ts';
import { spec } from '../../bytes/spec.ts';
import { hashLength, type Bytes } from '../../crypto/port.ts';
import type { Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { fault } from '../failure.ts';
import type { ClientHello, EncryptedExtensions, ServerHello } from '../messages/model.ts';
import type { SelectedPsk } from '../proofs.ts';
import {
  binderOf,
  deriveEarlyKeys,
  obfuscatedAge,
  pskSpec,
  type KeyedPsk,
  type PreSharedKey,
} from '../psk.ts';
import { pskModes } from '../registry/psk-modes.ts';
import { suiteByCode, type CipherSuite } from '../registry/suites.ts';
import type { Transcript } from '../transcript.ts';
import type { ClientConfig } from './config.ts';
import { type Said, say } from '../../bytes/say.ts';

/** The PSK to offer: none that is too old, was made for another name, or whose hash no offered suite has. */
export function usablePsk(config: ClientConfig): PreSharedKey | undefined {
  const { psk, pskModes: modes = [] } = config;
  if (psk === undefined || modes.length === 0) return undefined;
  if (!config.suites.some((code) => suiteByCode(code)?.hash === psk.hash)) return undefined;
  if (psk.kind === 'external') return psk;
  const age = clientClock(config) - psk.receivedAt;
  const fresh = age >= 0 && age < Math.min(psk.lifetime, longestLifetime) * 1000;
  return fresh && psk.serverName === config.serverName ? psk : undefined;
}

/** The suite for early data: the session's, if it is still offered and the data is not more than the server takes. */
export function earlySuite(config: ClientConfig, psk: PreSharedKey | undefined): CipherSuite | undefined {
  if (config.earlyData === undefined || psk?.kind !== 'resumption') return undefined;
  const fits = config.earlyData.length <= psk.maxEarlyData && config.suites.includes(psk.suite);
  return fits ? suiteByCode(psk.suite) : undefined;
}

export { keyPsk } from '../psk.ts';

export function clientClock(config: ClientConfig): number {
  return config.clock?.() ?? config.trust.at;
}

/**
 * Adds pre_shared_key, which is always the last extension, to a hello, and makes the binder over all that stands in
 * front of the list of binders; so the hello is encoded twice, first with zeros there.
 */
export async function bindPsk(
  channel: Channel,
  hello: ClientHello,
  before: Transcript,
  keyed: KeyedPsk,
  config: ClientConfig,
): Promise<{ readonly hello: ClientHello; readonly encoded: Encoded }> {
  const { psk } = keyed;
  const age = psk.kind === 'external' ? undefined : clientClock(config) - psk.receivedAt;
  const obfuscatedTicketAge =
    psk.kind === 'external' ? 0 : obfuscatedAge(clientClock(config) - psk.receivedAt, psk.ageAdd);
  const bound = (binder: Bytes): ClientHello => ({
    ...hello,
    extensions: [
      ...(hello.extensions ?? []).filter(({ type }) => type !== 'pre_shared_key'),
      {
        type: 'pre_shared_key',
        identities: [{ identity: psk.identity, obfuscatedTicketAge }],
        binders: [binder],
      },
    ],
  });
  const zeros = new Uint8Array(hashLength[psk.hash]);
  const truncated = channel.encode(bound(zeros)).bytes as Bytes;
  const binder = await binderOf(channel.recorder, keyed, before, truncated, [zeros]);
  channel.facts({
    pskKind: psk.kind,
    ...(age !== undefined && psk.kind === 'resumption' && { ticketAge: age, ticketAgeAdd: psk.ageAdd }),
  });
  const finished = bound(binder.bytes);
  return { hello: finished, encoded: channel.encode(finished) };
}

/** Sends 0-RTT data right behind the first ClientHello, under keys that come of the PSK alone (RFC 9846 §2.3). */
export async function sendEarlyData(
  channel: Channel,
  suite: CipherSuite,
  { earlySecret }: KeyedPsk,
  hello: ClientHello,
  transcript: Transcript,
  config: ClientConfig,
): Promise<void> {
  if (config.compatibilityMode) channel.sendChangeCipherSpec();
  channel.setWriteProtection(await deriveEarlyKeys(channel, suite, earlySecret, hello, transcript));
  channel.beginScope();
  await channel.sendData(config.earlyData ?? new Uint8Array());
}

/**
 * Whether the answer about PSKs is consistent: an identity that was offered, a suite with its hash, and a key share
 * if the mode has one (RFC 9846 §4.3.11). Undefined: the server wants certificates.
 */
export function selectedPsk(
  message: ServerHello,
  suite: CipherSuite,
  keyed: KeyedPsk | undefined,
  modes: readonly number[],
): SelectedPsk | undefined | TlsError {
  const selected = find(message.extensions, 'pre_shared_key_selected')?.selectedIdentity;
  if (selected === undefined) return undefined;
  const at = 'ServerHello.extensions.pre_shared_key';
  if (keyed === undefined || selected !== 0) {
    return fault('inconsistent-psk', at, say('identity {}, where 1 was offered', selected), pskSpec);
  }
  if (suite.hash !== keyed.psk.hash) {
    const detail = say('{} goes with {}, the PSK with {}', suite.name, suite.hash, keyed.psk.hash);
    return fault('inconsistent-psk', 'ServerHello.cipher_suite', detail, pskSpec);
  }
  const hasShare = find(message.extensions, 'key_share') !== undefined;
  if (!modes.includes(hasShare ? pskModes.psk_dhe_ke : pskModes.psk_ke)) {
    const detail = hasShare
      ? say('a key share, but psk_ke alone was offered')
      : say('no key share, but psk_ke was not offered');
    return fault('inconsistent-psk', 'ServerHello.extensions.key_share', detail, pskSpec);
  }
  return { psk: keyed.psk } as SelectedPsk;
}

/** Whether the server took the early data, RFC 9846 §4.3.10: only under the first PSK, with its suite and protocol. */
export function earlyDataAnswer(
  message: EncryptedExtensions,
  suite: CipherSuite,
  selected: SelectedPsk | undefined,
  protocol: string | undefined,
): 'accepted' | 'rejected' | TlsError {
  if (find(message.extensions, 'early_data') === undefined) return 'rejected';
  const at = 'EncryptedExtensions.extensions.early_data';
  const wrong = (detail: Said): TlsError =>
    fault('inconsistent-early-data', at, detail, spec(9846, '4.3.10'));
  const { psk } = selected ?? {};
  if (psk?.kind !== 'resumption') return wrong(say('early data taken without the PSK it was protected with'));
  if (psk.suite !== suite.code)
    return wrong(say('early data taken, but another suite chosen than it was protected with'));
  if (psk.protocol !== protocol)
    return wrong(say('early data taken, but another protocol chosen than that of the session'));
  return 'accepted';
}

/** Seconds: 7 days, the most that RFC 9846 §4.7.1 allows. */
const longestLifetime = 604_800;
