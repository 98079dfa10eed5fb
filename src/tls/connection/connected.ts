/** What both sides do once connected: data, KeyUpdate, closing (RFC 9846 §4.7, §6.1). */
import { spec } from '../../bytes/spec.ts';
import type { Value } from '../../crypto/recorder.ts';
import type { TlsError } from '../errors.ts';
import { fault } from '../failure.ts';
import { protectionFor } from '../record/protection.ts';
import { alertName } from '../registry/alerts.ts';
import type { CipherSuite } from '../registry/suites.ts';
import { nextTrafficSecret, trafficKeys } from '../schedule/tls13.ts';
import type { Channel } from './channel.ts';
import { say } from '../../bytes/say.ts';

/** The part of a connected state that traffic keys need. */
export interface Traffic {
  readonly suite: CipherSuite;
  readonly readSecret: Value;
  readonly writeSecret: Value;
  readonly keyUpdates: number;
}

/** More KeyUpdates than this in a row without data is an attack on our time. */
const maxKeyUpdates = 16;

/** Sends a KeyUpdate under the old keys, then changes to the next ones (RFC 9846 §4.7.3). */
export async function sendKeyUpdate<T extends Traffic>(
  state: T,
  updateRequested: boolean,
  channel: Channel,
): Promise<T> {
  channel.beginScope();
  await channel.sendHandshake('KeyUpdate', channel.encode({ type: 'key_update', updateRequested }));
  const writeSecret = await nextTrafficSecret(channel.recorder, state.suite.hash, state.writeSecret);
  channel.setWriteProtection(
    protectionFor('application', state.suite, await trafficKeys(channel.recorder, state.suite, writeSecret)),
  );
  return { ...state, writeSecret };
}

/** The peer changes its keys; with `answer` ours follow. */
export async function onKeyUpdate<T extends Traffic>(
  state: T,
  channel: Channel,
  answer: boolean,
): Promise<T | TlsError> {
  if (state.keyUpdates >= maxKeyUpdates) {
    return fault(
      'key-update-flood',
      'KeyUpdate',
      say('{} in a row without data', maxKeyUpdates),
      spec(9846, '4.7.3'),
    );
  }
  const readSecret = await nextTrafficSecret(channel.recorder, state.suite.hash, state.readSecret);
  const read = protectionFor(
    'application',
    state.suite,
    await trafficKeys(channel.recorder, state.suite, readSecret),
  );
  if (!channel.setReadProtection(read)) {
    return fault(
      'message-across-key-change',
      'KeyUpdate',
      say('bytes of a further message in the same record'),
      spec(9846, '5.1'),
    );
  }
  const updated = { ...state, readSecret, keyUpdates: state.keyUpdates + 1 };
  return answer ? sendKeyUpdate(updated, false, channel) : updated;
}

/** A peer's alert as the reason for the end. Unknown alerts are fatal like all others (RFC 9846 §6). */
export function peerAlerted(description: number): TlsError {
  const name = alertName(description);
  return {
    fault: 'peer-alerted',
    code: `received-${name ?? 'unknown-alert'}`,
    alert: name ?? 'internal_error',
    at: 'Alert.description',
    detail: say('the peer sent {} ({})', name ?? 'alert', description),
    spec: spec(9846, '6.2'),
  };
}
