/** A ServerHello that says TLS 1.2, at the client: RFC 5246 §7.4.1.3, and the extensions that count there. */
import { equal } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import type { Channel } from '../../connection/channel.ts';
import type { TlsError } from '../../errors.ts';
import { checkTls12Answer, codesOf, find } from '../../extensions.ts';
import { fault, isTlsError } from '../../failure.ts';
import type { ServerHello } from '../../messages/model.ts';
import { exchangeParts } from '../../registry/exchange.ts';
import { extensionCodes } from '../../registry/extensions.ts';
import { tls12SuiteByCode, type Tls12Suite } from '../../registry/suite-parts.ts';
import { connectionKeys } from '../../schedule/tls12.ts';
import type { ClientSession } from '../../tls12/session.ts';
import type { ClientConfig } from '../config.ts';
import { tls12 } from '../hello.ts';
import { checkDowngrade } from '../version.ts';
import { failed, type Arrived, type Failed, type WaitServerHello } from '../states.ts';
import type {
  Agreed,
  WaitCertificate12,
  WaitChangeCipherSpec12,
  WaitServerKeyExchange12,
  WaitTicket12,
} from './states.ts';
import { say } from '../../../bytes/say.ts';

export async function onTls12ServerHello(
  state: WaitServerHello,
  { message, bytes }: Arrived<ServerHello>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitCertificate12 | WaitServerKeyExchange12 | WaitTicket12 | WaitChangeCipherSpec12 | Failed> {
  const suite = checkHello(state, message, config);
  if (isTlsError(suite)) return failed(suite);
  const { extensions } = message;
  const alpn = checkProtocol(state, message);
  if (isTlsError(alpn)) return failed(alpn);
  channel.useTls12(suite.keyExchange);
  channel.negotiated({ version: tls12, suite: suite.code, ...(alpn !== undefined && { alpn }) });
  const agreed: Agreed = {
    version: tls12,
    suite,
    hello: state.hello,
    randoms: { client: state.hello.random, server: message.random },
    sessionId: message.legacySessionIdEcho,
    transcript: state.transcript.add(bytes),
    extendedMainSecret: find(extensions, 'extended_master_secret') !== undefined,
    encryptThenMac: find(extensions, 'encrypt_then_mac') !== undefined,
    ticketPromised: find(extensions, 'session_ticket') !== undefined,
    statusPromised: codesOf(extensions).has(extensionCodes.status_request),
  };
  channel.negotiated({
    extendedMainSecret: agreed.extendedMainSecret,
    encryptThenMac: agreed.encryptThenMac && suite.kind === 'block',
  });
  const echoed = message.legacySessionIdEcho;
  if (echoed.length === 0 || !equal(echoed, state.hello.legacySessionId)) return fullHandshake(agreed);
  const { session } = config.tls12;
  if (session === undefined) {
    const detail = say('repeats a session ID that stands for no session');
    return failed(
      fault('unoffered-session', 'ServerHello.legacy_session_id_echo', detail, spec(9846, '4.2.3')),
    );
  }
  return resume(agreed, session, channel);
}

/** Which message must come next: the key exchange says it. */
function fullHandshake(agreed: Agreed): WaitCertificate12 | WaitServerKeyExchange12 {
  if (exchangeParts(agreed.suite.keyExchange).certificate) {
    return { ...agreed, state: 'tls12_wait_certificate' };
  }
  return { ...agreed, state: 'tls12_wait_server_key_exchange', chain: undefined };
}

/** The abbreviated handshake: the main secret is known, fresh randoms make fresh keys (RFC 5246 §7.3). */
async function resume(
  agreed: Agreed,
  session: ClientSession,
  channel: Channel,
): Promise<WaitTicket12 | WaitChangeCipherSpec12 | Failed> {
  const wrong = checkResumption(agreed, session);
  if (wrong !== undefined) return failed(wrong);
  channel.negotiated({ resumed: true });
  channel.work('derive_key_block');
  const keys = await connectionKeys(channel.recorder, agreed.suite, session.mainSecret, agreed.randoms);
  channel.secret('CLIENT_RANDOM', agreed.randoms.client, session.mainSecret);
  const keyed = {
    ...agreed,
    mainSecret: session.mainSecret,
    keys,
    server: session.server,
    resumed: session,
    ticket: undefined,
  };
  if (agreed.ticketPromised) return { ...keyed, state: 'tls12_wait_ticket' };
  return { ...keyed, state: 'tls12_wait_change_cipher_spec' };
}

function checkResumption(agreed: Agreed, session: ClientSession): TlsError | undefined {
  if (agreed.suite.code !== session.suite) {
    const detail = say('{}, but the session was made with another suite', agreed.suite.name);
    return fault('cipher-suite-changed', 'ServerHello.cipher_suite', detail, spec(5246, '7.4.1.3'));
  }
  if (agreed.extendedMainSecret !== session.extendedMainSecret) {
    const detail = session.extendedMainSecret
      ? say('is missing, although the session has an extended main secret')
      : say('is there, although the session has no extended main secret');
    const at = 'ServerHello.extensions.extended_master_secret';
    return fault('extended-main-secret-changed', at, detail, spec(7627, '5.3'));
  }
  return undefined;
}

function checkHello(
  state: WaitServerHello,
  message: ServerHello,
  config: ClientConfig,
): Tls12Suite | TlsError {
  const wrong = checkDowngrade(config, message.random);
  if (wrong !== undefined) return wrong;
  if (state.retry !== undefined) {
    const detail = say('TLS 1.2 behind a HelloRetryRequest, which said TLS 1.3');
    return fault('unoffered-version', 'ServerHello.legacy_version', detail, spec(9846, '4.2.4'));
  }
  const code = message.cipherSuite;
  const suite = tls12SuiteByCode(code);
  if (!state.hello.cipherSuites.includes(code) || suite === undefined) {
    const detail = say('0x{} was not offered for TLS 1.2', code.toString(16).padStart(4, '0'));
    return fault('unoffered-cipher-suite', 'ServerHello.cipher_suite', detail, spec(5246, '7.4.1.3'));
  }
  if (message.legacyCompressionMethod !== 0) {
    const detail = say('must be 0, the only one offered');
    const at = 'ServerHello.legacy_compression_method';
    return fault('illegal-compression-method', at, detail, spec(5246, '7.4.1.3'));
  }
  const asked = codesOf(state.hello.extensions);
  const answer = checkTls12Answer(message.extensions ?? [], asked, state.hello.cipherSuites);
  if (answer !== undefined) return answer;
  const renegotiation = find(message.extensions, 'renegotiation_info');
  if (renegotiation !== undefined && renegotiation.renegotiatedConnection.length > 0) {
    const at = 'ServerHello.extensions.renegotiation_info.renegotiated_connection';
    return fault('wrong-renegotiation-info', at, say('must be empty at first'), spec(5746, '3.4'));
  }
  return suite;
}

function checkProtocol(state: WaitServerHello, message: ServerHello): string | undefined | TlsError {
  const chosen = find(message.extensions, 'application_layer_protocol_negotiation')?.protocols;
  if (chosen === undefined) return undefined;
  const offered = find(state.hello.extensions, 'application_layer_protocol_negotiation')?.protocols ?? [];
  const [protocol] = chosen;
  if (chosen.length === 1 && protocol !== undefined && offered.includes(protocol)) return protocol;
  const at = 'ServerHello.extensions.application_layer_protocol_negotiation';
  const detail =
    chosen.length === 0
      ? say('nothing chosen, {} offered', offered.join(', '))
      : say('{} chosen, {} offered', chosen.join(', '), offered.join(', '));
  return fault('unoffered-protocol', at, detail, spec(7301, '3.2'));
}
