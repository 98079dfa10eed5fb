/** ClientHello at the server: HelloRetryRequest, or the whole first flight (RFC 9846 §2, Figure 1). */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue } from '../../crypto/recorder.ts';
import { tls12, tls13 } from '../client/hello.ts';
import { failed, type Arrived, type Failed } from '../client/states.ts';
import { acrossKeyChange } from '../client/server-hello.ts';
import { nameOf, type Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { isTlsError } from '../failure.ts';
import { answerShare } from '../key-exchange.ts';
import { helloRetryRequestRandom } from '../messages/handshake.ts';
import type { ClientHello, Extension, HandshakeMessage } from '../messages/model.ts';
import { certificateVerifyContent } from '../proofs.ts';
import { protectionFor } from '../record/protection.ts';
import { extensionCodes } from '../registry/extensions.ts';
import type { NamedGroup } from '../registry/groups.ts';
import type { SignatureScheme } from '../registry/schemes.ts';
import type { CipherSuite } from '../registry/suites.ts';
import { earlySecret, finishedMac, handshakeSecrets, mainSecrets, trafficKeys } from '../schedule/tls13.ts';
import { Transcript } from '../transcript.ts';
import { checkSecondHello, has, readOffer, type Offer } from './client-hello.ts';
import type { ServerConfig } from './config.ts';
import { chooseGroup, chooseProtocol, chooseSignatureScheme, chooseSuite, type Choice } from './negotiate.ts';
import type {
  WaitClientCertificate,
  WaitClientFinished,
  WaitClientHello,
  WaitSecondClientHello,
} from './states.ts';

interface Agreement {
  readonly offer: Offer;
  readonly suite: Choice<CipherSuite>;
  readonly group: Choice<NamedGroup>;
  readonly scheme: SignatureScheme;
  readonly protocol: string | undefined;
}

export async function onClientHello(
  state: WaitClientHello | WaitSecondClientHello,
  { message, bytes }: Arrived<ClientHello>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitSecondClientHello | WaitClientCertificate | WaitClientFinished | Failed> {
  const agreement = negotiate(message, config);
  if (isTlsError(agreement)) return failed(agreement);
  // This server resumes nothing, so it takes no early data; a client that sends some may find out only later.
  channel.skipEarlyData(has(message, extensionCodes.early_data));
  if (state.state === 'wait_second_client_hello') {
    const wrong = checkSecondHello(state, agreement.offer);
    if (wrong !== undefined) return failed(wrong);
    return sendFlight(agreement, state.transcript.add(bytes), true, config, channel);
  }
  const share = agreement.offer.shares.some((entry) => entry.group === agreement.group.chosen.code);
  if (!share || config.cookie) return retry(agreement, share, new Transcript().add(bytes), config, channel);
  return sendFlight(agreement, new Transcript().add(bytes), false, config, channel);
}

function negotiate(hello: ClientHello, config: ServerConfig): Agreement | TlsError {
  const offer = readOffer(hello);
  if (isTlsError(offer)) return offer;
  const suite = chooseSuite(offer, config);
  if (isTlsError(suite)) return suite;
  const group = chooseGroup(offer, config);
  if (isTlsError(group)) return group;
  const scheme = chooseSignatureScheme(offer, config);
  if (isTlsError(scheme)) return scheme;
  const protocol = chooseProtocol(offer, config);
  if (isTlsError(protocol)) return protocol;
  return { offer, suite, group, scheme, protocol };
}

/** HelloRetryRequest: asks for another share, a cookie, or both (RFC 9846 §4.2.4). */
async function retry(
  { offer, suite, group }: Agreement,
  haveShare: boolean,
  transcript: Transcript,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitSecondClientHello> {
  channel.beginScope();
  const cookie = config.cookie ? channel.recorder.random('cookie', 32, spec(9846, '4.3.2')).bytes : undefined;
  const extensions: Extension[] = [{ type: 'supported_versions', versions: [tls13] }];
  if (!haveShare) extensions.push({ type: 'key_share_retry', selectedGroup: group.chosen.code });
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
  const asked = haveShare ? {} : { group: group.chosen.code };
  channel.negotiated({ version: tls13, suite: suite.chosen.code, helloRetryRequest: true, ...asked });
  channel.facts({
    ...choiceFacts('group', group, config),
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
    group: haveShare ? undefined : group.chosen,
    cookie,
    transcript: start.add(request.bytes as Bytes),
  };
}

async function sendFlight(
  agreement: Agreement,
  helloTranscript: Transcript,
  retried: boolean,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientCertificate | WaitClientFinished | Failed> {
  const { recorder } = channel;
  const { offer } = agreement;
  const suite = agreement.suite.chosen;
  const group = agreement.group.chosen;
  const clientShare = offer.shares.find((entry) => entry.group === group.code);
  if (clientShare === undefined)
    throw new Error('unreachable: a share for the group is there, or a retry was sent');

  channel.beginScope();
  const random = recorder.random('server_random', 32, spec(9846, '4.2.3')).bytes;
  const answer = await answerShare(recorder, group, clientShare.keyExchange);
  if (isTlsError(answer)) return failed(answer);
  let transcript = helloTranscript;
  const send = async (message: HandshakeMessage): Promise<void> => {
    const encoded = channel.encode(message);
    transcript = transcript.add(encoded.bytes as Bytes);
    await channel.sendHandshake(nameOf(message), encoded);
  };
  await send({
    type: 'server_hello',
    legacyVersion: tls12,
    random,
    legacySessionIdEcho: offer.hello.legacySessionId,
    cipherSuite: suite.code,
    legacyCompressionMethod: 0,
    extensions: [
      { type: 'supported_versions', versions: [tls13] },
      { type: 'key_share', shares: [answer.entry] },
    ],
  });
  channel.facts({
    ...choiceFacts('suite', agreement.suite, config),
    ...choiceFacts('group', agreement.group, config),
  });
  channel.negotiated({ version: tls13, suite: suite.code, group: group.code });
  if (!retried) sendDummy(offer, config, channel);

  channel.work('derive_handshake_keys');
  const [early, helloHash] = await Promise.all([
    earlySecret(recorder, suite.hash),
    transcript.hash(recorder, suite.hash),
  ]);
  const secrets = await handshakeSecrets(recorder, suite.hash, early, answer.sharedSecret, helloHash);
  channel.secret('CLIENT_HANDSHAKE_TRAFFIC_SECRET', offer.hello.random, secrets.clientHandshakeTrafficSecret);
  channel.secret('SERVER_HANDSHAKE_TRAFFIC_SECRET', offer.hello.random, secrets.serverHandshakeTrafficSecret);
  const [read, write] = await Promise.all([
    trafficKeys(recorder, suite, secrets.clientHandshakeTrafficSecret),
    trafficKeys(recorder, suite, secrets.serverHandshakeTrafficSecret),
  ]);
  channel.setWriteProtection(protectionFor('handshake', suite, write));
  if (!channel.setReadProtection(protectionFor('handshake', suite, read)))
    return failed(acrossKeyChange('ClientHello'));

  channel.beginScope();
  await send({ type: 'encrypted_extensions', extensions: encryptedExtensions(agreement, config) });
  if (agreement.protocol !== undefined) channel.negotiated({ alpn: agreement.protocol });
  if (config.clientAuth !== 'none') {
    channel.beginScope();
    await send({
      type: 'certificate_request',
      context: new Uint8Array(),
      extensions: requestExtensions(config),
    });
  }
  channel.beginScope();
  const entries = config.credential.certificates.map((certData) => ({ certData, extensions: [] }));
  await send({ type: 'certificate', context: new Uint8Array(), entries });

  channel.beginScope();
  const signature = await recorder.sign(
    'server_certificate_verify',
    agreement.scheme.signature,
    { ...publicValue('server_signing_key', config.credential.privateKey), secrecy: 'secret' },
    certificateVerifyContent('server', await transcript.hash(recorder, suite.hash)),
    spec(9846, '4.5.2'),
  );
  await send({ type: 'certificate_verify', scheme: agreement.scheme.code, signature: signature.bytes });
  channel.negotiated({ signatureScheme: agreement.scheme.code });

  channel.beginScope();
  const hash = await transcript.hash(recorder, suite.hash);
  const mac = await finishedMac(recorder, suite.hash, secrets.serverHandshakeTrafficSecret, hash);
  await send({ type: 'finished', verifyData: mac.bytes });

  // Its own keys for application data are in place now; the client's wait for the client's Finished.
  channel.work('derive_application_keys');
  const main = await mainSecrets(
    recorder,
    suite.hash,
    secrets.handshakeSecret,
    await transcript.hash(recorder, suite.hash),
  );
  channel.secret('CLIENT_TRAFFIC_SECRET_0', offer.hello.random, main.clientApplicationTrafficSecret);
  channel.secret('SERVER_TRAFFIC_SECRET_0', offer.hello.random, main.serverApplicationTrafficSecret);
  channel.secret('EXPORTER_SECRET', offer.hello.random, main.exporterSecret);
  channel.setWriteProtection(
    protectionFor(
      'application',
      suite,
      await trafficKeys(recorder, suite, main.serverApplicationTrafficSecret),
    ),
  );

  const { clientHandshakeTrafficSecret } = secrets;
  const flight = { suite, transcript, clientHandshakeTrafficSecret, main };
  if (config.clientAuth !== 'none') return { ...flight, state: 'wait_client_certificate' };
  return { ...flight, state: 'wait_client_finished', client: undefined };
}

/** A client in compatibility mode gets its dummy right after the server's first message, RFC 9846 §E.4. */
function sendDummy(offer: Offer, config: ServerConfig, channel: Channel): void {
  if (config.compatibilityMode && offer.hello.legacySessionId.length > 0) channel.sendChangeCipherSpec();
}

function encryptedExtensions({ offer, protocol }: Agreement, config: ServerConfig): readonly Extension[] {
  const extensions: Extension[] = [];
  // An empty server_name says that the name was used to choose the certificate, RFC 6066 §3.
  if (offer.serverName !== undefined) extensions.push({ type: 'server_name', hostName: null });
  extensions.push({ type: 'supported_groups', groups: config.groups });
  if (protocol !== undefined)
    extensions.push({ type: 'application_layer_protocol_negotiation', protocols: [protocol] });
  return extensions;
}

function requestExtensions(config: ServerConfig): readonly Extension[] {
  const extensions: Extension[] = [{ type: 'signature_algorithms', schemes: config.signatureSchemes }];
  if (config.certificateAuthorities.length > 0) {
    extensions.push({ type: 'certificate_authorities', authorities: config.certificateAuthorities });
  }
  return extensions;
}

function choiceFacts(
  what: 'suite' | 'group',
  choice: Choice<{ readonly name: string }>,
  config: ServerConfig,
) {
  return {
    [`${what}DecidedBy`]: config.preference === 'server' ? 'server' : 'browser',
    [`${what}PlaceAtBrowser`]: choice.placeAtClient,
    [`${what}PlaceAtServer`]: choice.placeAtServer,
    [`${what}Common`]: choice.common,
  };
}
