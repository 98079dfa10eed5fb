/** ClientHello at a server that answers with TLS 1.2: the full flight, or an abbreviated one (RFC 5246 §7.3). */
import { fromHex } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import type { Bytes } from '../../../crypto/port.ts';
import { publicValue, type Recorder, type Value } from '../../../crypto/recorder.ts';
import { tls12, tls13 } from '../../client/hello.ts';
import { failed, type Arrived, type Failed } from '../../client/states.ts';
import { nameOf, type Channel } from '../../connection/channel.ts';
import { isTlsError } from '../../failure.ts';
import type { ClientHello, Extension, HandshakeMessage, ServerKeyExchange } from '../../messages/model.ts';
import { tls12Protection } from '../../record/tls12.ts';
import { exchangeParts } from '../../registry/exchange.ts';
import type { Tls12Suite } from '../../registry/suite-parts.ts';
import { connectionKeys, verifyData, type Randoms } from '../../schedule/tls12.ts';
import {
  makeOwnHalf,
  ownHalfOfCredential,
  paramsOf,
  signedParams,
  type OwnHalf,
} from '../../tls12/key-exchange.ts';
import type { ServerSession } from '../../tls12/session.ts';
import { sealTicket } from '../../tls12/tickets.ts';
import { asksForStatus, openStaples, statusPromise } from '../../status-request.ts';
import { Transcript } from '../../transcript.ts';
import type { ServerConfig } from '../config.ts';
import { choiceFacts } from '../negotiate.ts';
import { negotiateTls12, readTls12Offer, type Agreement12, type Offer12 } from './negotiate.ts';
import { findSession, type ResumableSession } from './resume.ts';
import type {
  ServerAgreed,
  WaitClientCertificate12,
  WaitClientChangeCipherSpec12,
  WaitClientKeyExchange12,
} from './states.ts';

export async function onTls12ClientHello(
  { message, bytes }: Arrived<ClientHello>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientCertificate12 | WaitClientKeyExchange12 | WaitClientChangeCipherSpec12 | Failed> {
  const offer = readTls12Offer(message);
  if (isTlsError(offer)) return failed(offer);
  const session = await findSession(channel.recorder, offer, config);
  if (isTlsError(session)) return failed(session);
  const transcript = new Transcript().add(bytes);
  if (session !== undefined) return sendAbbreviated(offer, session, transcript, config, channel);
  const agreement = negotiateTls12(offer, config);
  if (isTlsError(agreement)) return failed(agreement);
  return sendFlight(agreement, transcript, config, channel);
}

async function sendFlight(
  agreement: Agreement12,
  before: Transcript,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientCertificate12 | WaitClientKeyExchange12> {
  const { recorder } = channel;
  const { offer } = agreement;
  const suite = agreement.suite.chosen;
  const { certificate, ephemeral, psk } = exchangeParts(suite.keyExchange);
  let transcript = before;
  const send = async (message: HandshakeMessage): Promise<void> => {
    const encoded = channel.encode(message);
    transcript = transcript.add(encoded.bytes as Bytes);
    await channel.sendHandshake(nameOf(message), encoded);
  };

  channel.beginScope();
  channel.useTls12(suite.keyExchange);
  const ticketPromised = offer.tickets && config.tls12.ticketKey !== undefined;
  // A ticket makes an ID superfluous, RFC 5077 §3.4.
  const keep = config.tls12.sessions !== undefined && !ticketPromised;
  const sessionId = keep ? recorder.random('session_id', 32, spec(5246, '7.4.1.3')).bytes : new Uint8Array();
  const random = serverRandom(recorder, config);
  const agreed = { ...agreedOf(offer, suite, random, sessionId, config), ticketPromised };
  const staple = certificate && asksForStatus(offer.hello) ? config.staple : undefined;
  if (staple !== undefined) await openStaples();
  await send(serverHello(agreed, offer, agreement.protocol, staple !== undefined));
  channel.facts({
    ...choiceFacts('suite', agreement.suite, config),
    ...(agreement.group?.choice && choiceFacts('group', agreement.group.choice, config)),
    versionsOfServer: config.versions,
  });
  negotiated(agreed, agreement.protocol, channel);

  if (certificate) {
    channel.beginScope();
    const entries = config.credential.certificates.map((certData) => ({ certData, extensions: [] }));
    await send({ type: 'certificate', context: new Uint8Array(), entries });
  }
  if (staple !== undefined) {
    channel.beginScope();
    await send({ type: 'certificate_status', response: staple });
  }
  let half: OwnHalf | undefined;
  if (ephemeral || (psk && config.tls12.pskIdentityHint !== undefined)) {
    channel.beginScope();
    const made = await serverKeyExchange(agreement, agreed.randoms, config, channel);
    ({ half } = made);
    await send(made.message);
    if (agreement.scheme !== undefined) channel.negotiated({ signatureScheme: agreement.scheme.code });
    if (agreement.group !== undefined && agreement.group.code !== 0)
      channel.negotiated({ group: agreement.group.code });
  } else if (exchangeParts(suite.keyExchange).agreement !== 'rsa') {
    half = ownHalfOfCredential(config.credential.leaf, config.credential.privateKey);
  }
  // An anonymous server must not ask, and with a bare PSK there is nothing to ask for (RFC 5246 §7.4.4, RFC 4279 §2).
  const asks = config.clientAuth !== 'none' && certificate;
  if (asks) {
    channel.beginScope();
    await send({
      type: 'tls12_certificate_request',
      certificateTypes: [ecdsaSign, rsaSign],
      schemes: config.signatureSchemes,
      authorities: config.certificateAuthorities,
    });
  }
  channel.beginScope();
  await send({ type: 'server_hello_done' });
  const waiting = { ...agreed, transcript, half };
  if (asks) return { ...waiting, state: 'tls12_wait_client_certificate' };
  return { ...waiting, state: 'tls12_wait_client_key_exchange', chain: undefined };
}

const rsaSign = 1;
const ecdsaSign = 64;

async function serverKeyExchange(
  { suite, group, scheme }: Agreement12,
  randoms: Randoms,
  config: ServerConfig,
  channel: Channel,
): Promise<{ readonly message: ServerKeyExchange; readonly half: OwnHalf | undefined }> {
  const { recorder } = channel;
  const { keyExchange } = suite.chosen;
  const { psk } = exchangeParts(keyExchange);
  const half = group && (await makeOwnHalf(recorder, group.group));
  const params = half && paramsOf(half, group.code);
  const signature =
    params &&
    scheme &&
    (await recorder.sign(
      'server_key_exchange_signature',
      scheme.signature,
      { name: 'server_signing_key', bytes: config.credential.privateKey, secrecy: 'secret' },
      signedParams(randoms, params),
      spec(5246, '7.4.3'),
    ));
  return {
    half,
    message: {
      type: 'server_key_exchange',
      keyExchange,
      pskIdentityHint: psk ? (config.tls12.pskIdentityHint ?? new Uint8Array()) : undefined,
      params,
      signature: signature && scheme && { scheme: scheme.code, signature: signature.bytes },
    },
  };
}

/** ServerHello, perhaps a new ticket, and already ChangeCipherSpec and Finished: the main secret is an old one. */
async function sendAbbreviated(
  offer: Offer12,
  session: ResumableSession,
  before: Transcript,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientChangeCipherSpec12> {
  const { recorder } = channel;
  const suite = session.resumedSuite;
  channel.beginScope();
  channel.useTls12(suite.keyExchange);
  const random = serverRandom(recorder, config);
  // Repeating the client's ID is how the server says that it resumes, RFC 5246 §7.4.1.3.
  const agreed: ServerAgreed = {
    ...agreedOf(offer, suite, random, offer.hello.legacySessionId, config),
    extendedMainSecret: session.extendedMainSecret,
    transcript: before,
  };
  const hello = channel.encode(serverHello(agreed, offer, undefined));
  let transcript = before.add(hello.bytes as Bytes);
  await channel.sendHandshake('ServerHello', hello);
  channel.facts({ versionsOfServer: config.versions, resumed: true });
  negotiated(agreed, undefined, channel);
  channel.negotiated({ resumed: true });

  channel.work('derive_key_block');
  const keys = await connectionKeys(recorder, suite, session.mainSecret, agreed.randoms);
  channel.secret('CLIENT_RANDOM', agreed.randoms.client, session.mainSecret);
  transcript = await sendServerFinished(agreed, transcript, session.mainSecret, keys.server, channel);
  return {
    ...agreed,
    state: 'tls12_wait_client_change_cipher_spec',
    transcript,
    mainSecret: session.mainSecret,
    keys,
    client: session.client,
    resumed: true,
  };
}

/** ChangeCipherSpec and Finished. Returns the transcript with the Finished in it. */
export async function sendServerFinished(
  agreed: ServerAgreed,
  transcript: Transcript,
  main: Value,
  keys: Parameters<typeof tls12Protection>[1],
  channel: Channel,
): Promise<Transcript> {
  channel.beginScope();
  await channel.sendTls12ChangeCipherSpec();
  channel.setWriteProtection(tls12Protection(agreed.suite, keys, agreed.encryptThenMac));
  channel.beginScope();
  const hash = await transcript.hash(channel.recorder, agreed.suite.prfHash);
  const data = await verifyData(channel.recorder, agreed.suite, main, 'server', hash);
  const finished = channel.encode({ type: 'finished', verifyData: data.bytes });
  await channel.sendHandshake('Finished', finished);
  return transcript.add(finished.bytes as Bytes, 'server Finished');
}

/** Sent right before ChangeCipherSpec, RFC 5077 §3.1. */
export async function sendNewSessionTicket(
  session: ServerSession,
  transcript: Transcript,
  config: ServerConfig,
  channel: Channel,
): Promise<Transcript> {
  const { ticketKey, ticketLifetime } = config.tls12;
  if (ticketKey === undefined) return transcript;
  channel.beginScope();
  const ticket = await sealTicket(channel.recorder, ticketKey, session);
  const message = channel.encode({
    type: 'tls12_new_session_ticket',
    lifetimeHint: ticketLifetime,
    ticket,
  });
  await channel.sendHandshake('NewSessionTicket', message);
  return transcript.add(message.bytes as Bytes);
}

/**
 * 32 random bytes; of a server that could have spoken TLS 1.3 the last eight say so, which whoever removes
 * TLS 1.3 from a ClientHello cannot take out again (RFC 9846 §4.2.3).
 */
function serverRandom(recorder: Recorder, config: ServerConfig): Bytes {
  const at = spec(9846, '4.2.3');
  if (!config.versions.includes(tls13)) {
    return recorder.random('server_random', 32, spec(5246, '7.4.1.3')).bytes;
  }
  const random = recorder.random('server_random_first_24', 24, at);
  return recorder.concatenate('server_random', [random, publicValue('downgrade_sentinel', sentinel)], at)
    .bytes;
}

/** "DOWNGRD" and 1: TLS 1.2 was chosen. */
const sentinel = fromHex('444f574e47524401') as Bytes;

function agreedOf(
  offer: Offer12,
  suite: Tls12Suite,
  random: Bytes,
  sessionId: Bytes,
  config: ServerConfig,
): Omit<ServerAgreed, 'transcript'> {
  return {
    version: tls12,
    suite,
    hello: offer.hello,
    randoms: { client: offer.hello.random, server: random },
    sessionId,
    extendedMainSecret: offer.extendedMainSecret && config.tls12.extendedMainSecret,
    // Only for block ciphers, RFC 7366 §3.
    encryptThenMac: offer.encryptThenMac && config.tls12.encryptThenMac && suite.kind === 'block',
    ticketPromised: false,
    serverName: offer.serverName,
  };
}

function serverHello(
  agreed: Omit<ServerAgreed, 'transcript'>,
  offer: Offer12,
  protocol: string | undefined,
  stapling = false,
): HandshakeMessage {
  const curves = exchangeParts(agreed.suite.keyExchange).agreement === 'ecdh';
  const asked = offer.hello.extensions ?? [];
  const list: (Extension | false)[] = [
    offer.serverName !== undefined && { type: 'server_name', hostName: null },
    agreed.extendedMainSecret && { type: 'extended_master_secret' },
    offer.secureRenegotiation && { type: 'renegotiation_info', renegotiatedConnection: new Uint8Array() },
    curves &&
      asked.some((extension) => extension.type === 'ec_point_formats') && {
        type: 'ec_point_formats',
        formats: [0],
      },
    stapling && statusPromise(),
    agreed.ticketPromised && { type: 'session_ticket', ticket: new Uint8Array() },
    protocol !== undefined && {
      type: 'application_layer_protocol_negotiation',
      protocols: [protocol],
    },
    agreed.encryptThenMac && { type: 'encrypt_then_mac' },
  ];
  const extensions = list.filter((extension) => extension !== false);
  return {
    type: 'server_hello',
    legacyVersion: tls12,
    random: agreed.randoms.server,
    legacySessionIdEcho: agreed.sessionId,
    cipherSuite: agreed.suite.code,
    legacyCompressionMethod: 0,
    extensions: extensions.length === 0 ? null : extensions,
  };
}

function negotiated(
  agreed: Omit<ServerAgreed, 'transcript'>,
  protocol: string | undefined,
  channel: Channel,
): void {
  channel.negotiated({
    version: tls12,
    suite: agreed.suite.code,
    extendedMainSecret: agreed.extendedMainSecret,
    encryptThenMac: agreed.encryptThenMac,
    ...(protocol !== undefined && { alpn: protocol }),
  });
}
