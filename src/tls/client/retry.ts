/** HelloRetryRequest at the client, RFC 9846 §4.2.4. */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { fault, isTlsError } from '../failure.ts';
import { makeClientShare, type ClientShare } from '../key-exchange.ts';
import { pskClient } from '../late.ts';
import type { ClientHello, Extension, HelloRetryRequest } from '../messages/model.ts';
import { groupByCode } from '../registry/groups.ts';
import type { ClientConfig } from './config.ts';
import { tls13 } from './hello.ts';
import { checkHello } from './server-hello.ts';
import { failed, type Arrived, type Failed, type WaitServerHello } from './states.ts';
import { say } from '../../bytes/say.ts';

export async function onHelloRetryRequest(
  state: WaitServerHello,
  { message, bytes }: Arrived<HelloRetryRequest>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitServerHello | Failed> {
  if (state.retry !== undefined) {
    const detail = say('a second HelloRetryRequest in one connection');
    return failed(fault('second-hello-retry-request', 'HelloRetryRequest', detail, spec(9846, '4.2.4')));
  }
  const suite = checkHello(state, message, 'HelloRetryRequest', config);
  if (isTlsError(suite)) return failed(suite);
  const group = find(message.extensions, 'key_share_retry')?.selectedGroup;
  const cookie = find(message.extensions, 'cookie')?.cookie;
  const wrong = checkRetry(state, group, cookie !== undefined);
  if (wrong !== undefined) return failed(wrong);
  channel.negotiated({
    version: tls13,
    suite: suite.code,
    helloRetryRequest: true,
    ...(group !== undefined && { group }),
  });
  // The retry is as good as ClientHello1 itself: from here on its hash stands for it.
  const start = (await state.transcript.replaceByHash(channel.recorder, suite.hash)).add(bytes);
  // A HelloRetryRequest refuses early data: the second hello goes in the clear again (RFC 9846 §4.3.10).
  const early = state.early === 'none' ? 'none' : 'rejected';
  channel.setWriteProtection(undefined);
  if (early === 'rejected') channel.negotiated({ earlyData: early });

  channel.beginScope();
  const named = group === undefined ? undefined : groupByCode(group);
  const share = named && (await makeClientShare(channel.recorder, named));
  const plain = retryHello(state.hello, share, cookie);
  // A PSK of another hash than the chosen suite's is of no use any more.
  const psk = state.psk?.psk.hash === suite.hash ? state.psk : undefined;
  const { hello, encoded } = psk
    ? await (await pskClient()).bindPsk(channel, plain, start, psk, config)
    : { hello: plain, encoded: channel.encode(plain) };
  if (config.compatibilityMode) channel.sendChangeCipherSpec();
  await channel.sendHandshake('ClientHello', encoded);
  return {
    state: 'wait_server_hello',
    hello,
    shares: share ? [share] : state.shares,
    transcript: start.add(encoded.bytes as typeof bytes),
    psk,
    early,
    retry: { request: message, suite },
  };
}

function checkRetry(
  state: WaitServerHello,
  group: number | undefined,
  cookie: boolean,
): TlsError | undefined {
  const at = 'HelloRetryRequest.extensions';
  if (group === undefined) {
    if (cookie) return undefined;
    return fault(
      'useless-hello-retry-request',
      at,
      say('asks for no change of the ClientHello'),
      spec(9846, '4.2.4'),
    );
  }
  const offered = find(state.hello.extensions, 'supported_groups')?.groups ?? [];
  const code = `0x${group.toString(16).padStart(4, '0')}`;
  if (!offered.includes(group) || groupByCode(group) === undefined) {
    return fault(
      'unoffered-group',
      `${at}.key_share`,
      say('group {} is not in supported_groups', code),
      spec(9846, '4.3.8'),
    );
  }
  if (state.shares.some((share) => share.group.code === group)) {
    return fault(
      'useless-hello-retry-request',
      `${at}.key_share`,
      say('a share for group {} was sent already', code),
      spec(9846, '4.3.8'),
    );
  }
  return undefined;
}

/**
 * The second ClientHello: the first one, but with the share and the cookie that the server asked for, and without
 * early data (RFC 9846 §4.2.2). A PSK's binder must be made anew.
 */
function retryHello(
  first: ClientHello,
  share: ClientShare | undefined,
  cookie: Bytes | undefined,
): ClientHello {
  const kept = (first.extensions ?? [])
    .filter(({ type }) => type !== 'early_data' && type !== 'pre_shared_key')
    .map((extension): Extension =>
      extension.type === 'key_share' && share !== undefined
        ? { type: 'key_share', shares: [share.entry] }
        : extension,
    );
  if (cookie === undefined) return { ...first, extensions: kept };
  // Before the last extension, where GREASE ends the list.
  const at = kept.findIndex((extension) => extension.type === 'key_share');
  const withCookie = [...kept.slice(0, at), { type: 'cookie', cookie } as const, ...kept.slice(at)];
  return { ...first, extensions: withCookie };
}
