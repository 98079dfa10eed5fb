/** ServerHello at the client, RFC 9846 §4.2.3. */
import { equal } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import { zeros, type Value } from '../../crypto/recorder.ts';
import type { Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { checkResponse, codesOf, find, missing } from '../extensions.ts';
import { isGrease } from '../registry/names.ts';
import { fault, isTlsError } from '../failure.ts';
import { finishShare, type ClientShare } from '../key-exchange.ts';
import type { HelloRetryRequest, KeyShareEntry, ServerHello } from '../messages/model.ts';
import type { SelectedPsk } from '../proofs.ts';
import { suiteByCode, type CipherSuite } from '../registry/suites.ts';
import { protectionFor } from '../record/protection.ts';
import { earlySecret, earlySecretWithoutPsk, handshakeSecrets, trafficKeys } from '../schedule/tls13.ts';
import type { ClientConfig } from './config.ts';
import { tls12, tls13 } from './hello.ts';
import { pskClient } from '../late.ts';
import { checkDowngrade } from './version.ts';
import {
  failed,
  type Arrived,
  type Failed,
  type WaitEncryptedExtensions,
  type WaitServerHello,
} from './states.ts';
import { say } from '../../bytes/say.ts';

export async function onServerHello(
  state: WaitServerHello,
  { message, bytes }: Arrived<ServerHello>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitEncryptedExtensions | Failed> {
  const suite = checkHello(state, message, 'ServerHello', config);
  if (isTlsError(suite)) return failed(suite);
  const selects = find(message.extensions, 'pre_shared_key_selected') !== undefined;
  const psk = selects
    ? (await pskClient()).selectedPsk(message, suite, state.psk, config.pskModes ?? [])
    : undefined;
  if (isTlsError(psk)) return failed(psk);
  const share = serverShare(state, message, psk);
  if (isTlsError(share)) return failed(share);
  channel.negotiated({
    version: tls13,
    suite: suite.code,
    ...(share && { group: share.entry.group }),
    ...(psk && { psk: psk.psk.kind, pskMode: share ? 'psk_dhe_ke' : 'psk_ke' }),
  });

  channel.work('derive_handshake_keys');
  const recorder = channel.recorder;
  const transcript = state.transcript.add(bytes);
  const [sharedSecret, early, hash] = await Promise.all([
    // Without a key exchange a string of zeros stands in its place, RFC 9846 §7.1.
    share ? finishShare(recorder, share.own, share.entry.keyExchange) : zeros(suite.hash),
    firstSecret(state, psk, suite, channel),
    transcript.hash(recorder, suite.hash),
  ]);
  if (isTlsError(sharedSecret)) return failed(sharedSecret);
  const secrets = await handshakeSecrets(recorder, suite.hash, early, sharedSecret, hash);
  const client = secrets.clientHandshakeTrafficSecret;
  const server = secrets.serverHandshakeTrafficSecret;
  channel.secret('CLIENT_HANDSHAKE_TRAFFIC_SECRET', state.hello.random, client);
  channel.secret('SERVER_HANDSHAKE_TRAFFIC_SECRET', state.hello.random, server);
  const [writeKeys, readKeys] = await Promise.all([
    trafficKeys(recorder, suite, client),
    trafficKeys(recorder, suite, server),
  ]);
  const write = protectionFor('handshake', suite, writeKeys);
  // Early data that may still be taken keeps its keys until EndOfEarlyData.
  const open = state.early === 'sent' && psk !== undefined;
  if (!open) channel.setWriteProtection(write);
  if (state.early === 'sent' && !open) channel.negotiated({ earlyData: 'rejected' });
  if (!channel.setReadProtection(protectionFor('handshake', suite, readKeys))) {
    return failed(acrossKeyChange('ServerHello'));
  }
  return {
    state: 'wait_encrypted_extensions',
    suite,
    hello: state.hello,
    transcript,
    ...secrets,
    psk,
    early: open ? { next: write } : state.early === 'none' ? 'none' : 'rejected',
  };
}

/** The server's share with our own keys of its group; undefined where a PSK does without (psk_ke). */
function serverShare(
  state: WaitServerHello,
  message: ServerHello,
  psk: SelectedPsk | undefined,
): { readonly own: ClientShare; readonly entry: KeyShareEntry } | undefined | TlsError {
  const entry = find(message.extensions, 'key_share')?.shares[0];
  if (entry === undefined) return psk ? undefined : missing('key_share', 'ServerHello');
  const own = state.shares.find((share) => share.group.code === entry.group);
  const at = 'ServerHello.extensions.key_share';
  if (own === undefined) {
    const detail = say('group 0x{}, for which no share was sent', entry.group.toString(16).padStart(4, '0'));
    return fault('unoffered-key-share', at, detail, spec(9846, '4.3.8'));
  }
  const retried = state.retry && find(state.retry.request.extensions, 'key_share_retry')?.selectedGroup;
  if (retried !== undefined && retried !== entry.group) {
    const detail = say('another group than the HelloRetryRequest asked for');
    return fault('unoffered-key-share', at, detail, spec(9846, '4.3.8'));
  }
  return { own, entry };
}

/** The Early Secret of the connection: the PSK's, which is there since the hello, or one of zeros. */
function firstSecret(
  state: WaitServerHello,
  psk: SelectedPsk | undefined,
  suite: CipherSuite,
  channel: Channel,
): Promise<Value> | Value {
  if (psk !== undefined && state.psk !== undefined) return state.psk.earlySecret;
  return find(state.hello.extensions, 'pre_shared_key') === undefined
    ? earlySecret(channel.recorder, suite.hash)
    : earlySecretWithoutPsk(channel.recorder, suite.hash);
}

export function acrossKeyChange(message: string): TlsError {
  return fault(
    'message-across-key-change',
    message,
    say('bytes of a further message in the same record'),
    spec(9846, '5.1'),
  );
}

/** Checks that ServerHello and HelloRetryRequest share, RFC 9846 §4.2.3. Returns the suite. */
export function checkHello(
  state: WaitServerHello,
  message: ServerHello | HelloRetryRequest,
  name: string,
  config: ClientConfig,
): CipherSuite | TlsError {
  const section = spec(9846, '4.2.3');
  const selected = find(message.extensions, 'supported_versions')?.versions[0];
  if (selected === undefined) {
    const downgraded = checkDowngrade(config, message.random);
    if (downgraded !== undefined) return downgraded;
    // Without supported_versions the server speaks an older version, which was not offered, §E.1.
    const detail = say(
      'the server answers with version 0x{}',
      message.legacyVersion.toString(16).padStart(4, '0'),
    );
    return fault('no-common-version', `${name}.legacy_version`, detail, spec(9846, '4.3.1'));
  }
  if (selected !== tls13 || !config.versions.includes(tls13)) {
    const detail = say('version 0x{} was not offered', selected.toString(16).padStart(4, '0'));
    return fault('unoffered-version', `${name}.extensions.supported_versions`, detail, spec(9846, '4.3.1'));
  }
  if (message.legacyVersion !== tls12) {
    const detail = say('0x{}, must be 0x0303', message.legacyVersion.toString(16).padStart(4, '0'));
    return fault('illegal-legacy-version', `${name}.legacy_version`, detail, section);
  }
  if (!equal(message.legacySessionIdEcho, state.hello.legacySessionId)) {
    return fault(
      'session-id-mismatch',
      `${name}.legacy_session_id_echo`,
      say('not the one that was sent'),
      section,
    );
  }
  if (message.legacyCompressionMethod !== 0) {
    return fault(
      'illegal-compression-method',
      `${name}.legacy_compression_method`,
      say('must be 0'),
      section,
    );
  }
  const wrong = checkResponse(
    message.extensions ?? [],
    name === 'ServerHello' ? 'server_hello' : 'hello_retry_request',
    name,
    codesOf(state.hello.extensions),
  );
  if (wrong !== undefined) return wrong;
  return checkSuite(state, message.cipherSuite, name);
}

function checkSuite(state: WaitServerHello, code: number, name: string): CipherSuite | TlsError {
  const at = `${name}.cipher_suite`;
  const suite = suiteByCode(code);
  if (!state.hello.cipherSuites.includes(code) || suite === undefined || isGrease(code)) {
    const detail = say('0x{} was not offered', code.toString(16).padStart(4, '0'));
    return fault('unoffered-cipher-suite', at, detail, spec(9846, '4.2.3'));
  }
  if (state.retry !== undefined && state.retry.suite.code !== code) {
    const detail = say('{}, but the HelloRetryRequest said {}', suite.name, state.retry.suite.name);
    return fault('cipher-suite-changed', at, detail, spec(9846, '4.2.4'));
  }
  return suite;
}
