/** HelloRetryRequest at the server, and the second ClientHello: RFC 9846 §4.2.2 and §4.2.4. */
import { concat, equal } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { tls12, tls13 } from '../client/hello.ts';
import type { Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { fault } from '../failure.ts';
import { extensionCode } from '../messages/extensions.ts';
import { helloRetryRequestRandom } from '../messages/handshake.ts';
import type { ClientHello, Extension } from '../messages/model.ts';
import { extensionCodes } from '../registry/extensions.ts';
import type { Transcript } from '../transcript.ts';
import { has, type Offer } from './client-hello.ts';
import type { ServerConfig } from './config.ts';
import { sendDummy, type Agreement } from './flight.ts';
import { choiceFacts } from './negotiate.ts';
import type { WaitSecondClientHello } from './states.ts';
import { say } from '../../bytes/say.ts';

/** HelloRetryRequest: asks for another share, a cookie, or both (RFC 9846 §4.2.4). */
export async function retry(
  { offer, suite, group }: Agreement,
  haveShare: boolean,
  transcript: Transcript,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitSecondClientHello> {
  channel.beginScope();
  const cookie = config.cookie ? channel.recorder.random('cookie', 32, spec(9846, '4.3.2')).bytes : undefined;
  const extensions: Extension[] = [{ type: 'supported_versions', versions: [tls13] }];
  if (group && !haveShare) extensions.push({ type: 'key_share_retry', selectedGroup: group.chosen.code });
  if (cookie !== undefined) extensions.push({ type: 'cookie', cookie });
  const request = channel.encode({
    type: 'hello_retry_request',
    legacyVersion: tls12,
    random: helloRetryRequestRandom,
    legacySessionIdEcho: offer.hello.legacySessionId,
    cipherSuite: suite.chosen.code,
    legacyCompressionMethod: 0,
    extensions,
  });
  await channel.sendHandshake('HelloRetryRequest', request);
  const asked = group && !haveShare ? { group: group.chosen.code } : {};
  channel.negotiated({ version: tls13, suite: suite.chosen.code, helloRetryRequest: true, ...asked });
  channel.facts({
    ...(group && choiceFacts('group', group, config)),
    ...choiceFacts('suite', suite, config),
    shareMissing: !haveShare,
    cookie: config.cookie,
  });
  sendDummy(offer, config, channel);
  const start = await transcript.replaceByHash(channel.recorder, suite.chosen.hash);
  return {
    state: 'wait_second_client_hello',
    first: offer.hello,
    suite: suite.chosen,
    group: haveShare ? undefined : group?.chosen,
    cookie,
    transcript: start.add(request.bytes as Bytes),
  };
}

/**
 * The second ClientHello must be the first one with nothing changed but what RFC 9846 §4.2.2 lists:
 * key_share, early_data (which goes), cookie, pre_shared_key and padding.
 */
export function checkSecondHello(state: WaitSecondClientHello, offer: Offer): TlsError | undefined {
  const { first } = state;
  const second = offer.hello;
  const section = spec(9846, '4.2.2');
  const same =
    equal(first.random, second.random) &&
    equal(first.legacySessionId, second.legacySessionId) &&
    first.cipherSuites.join() === second.cipherSuites.join() &&
    unchanged(first.extensions).join() === unchanged(second.extensions).join();
  if (!same)
    return fault(
      'changed-client-hello',
      'ClientHello',
      say('differs from the first one in more than is allowed'),
      section,
    );
  if (has(second, extensionCodes.early_data)) {
    return fault(
      'changed-client-hello',
      'ClientHello.extensions.early_data',
      say('not permitted after a HelloRetryRequest'),
      spec(9846, '4.3.10'),
    );
  }
  if (
    state.cookie === undefined &&
    !has(first, extensionCodes.cookie) &&
    has(second, extensionCodes.cookie)
  ) {
    return fault(
      'changed-client-hello',
      'ClientHello.extensions.cookie',
      say('no cookie was given'),
      section,
    );
  }
  // Without a key_share in the HelloRetryRequest there is no reason to send other shares.
  if (state.group === undefined && !equal(sharesOf(first), sharesOf(second))) {
    return fault(
      'changed-client-hello',
      'ClientHello.extensions.key_share',
      say('no other share was asked for'),
      section,
    );
  }
  const cookie = find(second.extensions, 'cookie')?.cookie;
  if (state.cookie !== undefined && (cookie === undefined || !equal(cookie, state.cookie))) {
    const detail = cookie === undefined ? say('the cookie is missing') : say('not the cookie that was sent');
    return fault('wrong-cookie', 'ClientHello.extensions.cookie', detail, spec(9846, '4.3.2'));
  }
  if (
    state.group !== undefined &&
    (offer.shares.length !== 1 || offer.shares[0]?.group !== state.group.code)
  ) {
    const detail = say('asked for one share of {}', state.group.name);
    return fault('unoffered-key-share', 'ClientHello.extensions.key_share', detail, spec(9846, '4.3.8'));
  }
  return undefined;
}

function sharesOf(hello: ClientHello): Uint8Array {
  const shares = find(hello.extensions, 'key_share')?.shares ?? [];
  return concat(
    ...shares.flatMap(({ group, keyExchange }) => [Uint8Array.of(group >> 8, group & 0xff), keyExchange]),
  );
}

const mayChange: ReadonlySet<number> = new Set([
  extensionCodes.key_share,
  extensionCodes.early_data,
  extensionCodes.cookie,
  extensionCodes.pre_shared_key,
  extensionCodes.padding,
  // Seals the inner second ClientHello; to whoever does not know it, it is only other bytes (RFC 9849 §6.1.5).
  extensionCodes.encrypted_client_hello,
]);

function unchanged(extensions: readonly Extension[] | null): readonly string[] {
  return (extensions ?? [])
    .filter((extension) => !mayChange.has(extensionCode(extension)))
    .map((extension) =>
      JSON.stringify(extension, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
    );
}
