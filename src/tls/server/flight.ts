/** ClientHello at the server: HelloRetryRequest, or the whole first flight (RFC 9846 §2, Figure 1). */
import { equal } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue, zeros, type Value } from '../../crypto/recorder.ts';
import { tls12, tls13 } from '../client/hello.ts';
import { failed, type Arrived, type Failed } from '../client/states.ts';
import { acrossKeyChange } from '../client/server-hello.ts';
import { nameOf, type Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { isTlsError } from '../failure.ts';
import { answerShare } from '../key-exchange.ts';
import type { ClientHello, Extension, HandshakeMessage } from '../messages/model.ts';
import { certificateVerifyContent } from '../proofs.ts';
import { protectionFor, type RecordProtection } from '../record/protection.ts';
import { extensionCodes } from '../registry/extensions.ts';
import type { NamedGroup } from '../registry/groups.ts';
import type { SignatureScheme } from '../registry/schemes.ts';
import { suiteByCode, type CipherSuite } from '../registry/suites.ts';
import {
  earlySecret,
  earlySecretWithoutPsk,
  finishedMac,
  handshakeSecrets,
  mainSecrets,
  trafficKeys,
} from '../schedule/tls13.ts';
import { asksForStatus, openStaples, stapled } from '../status-request.ts';
import { Transcript } from '../transcript.ts';
import { pskServer, serverRetry } from '../late.ts';
import { has, readOffer, type Offer } from './client-hello.ts';
import type { ServerConfig } from './config.ts';
import {
  choiceFacts,
  chooseGroup,
  chooseMode,
  chooseProtocol,
  chooseSignatureScheme,
  chooseSuite,
  type Choice,
} from './negotiate.ts';
import type { AcceptedPsk } from './psk.ts';
import type {
  Agreed,
  WaitClientCertificate,
  WaitClientFinished,
  WaitClientHello,
  WaitEndOfEarlyData,
  WaitSecondClientHello,
} from './states.ts';

export interface Agreement {
  readonly offer: Offer;
  readonly suite: Choice<CipherSuite>;
  /** Absent where a PSK does without a key exchange (psk_ke). */
  readonly group: Choice<NamedGroup> | undefined;
  /** How the server proves who it is. */
  readonly proof: AcceptedPsk | SignatureScheme;
  readonly protocol: string | undefined;
}

export async function onClientHello(
  state: WaitClientHello | WaitSecondClientHello,
  { message, bytes }: Arrived<ClientHello>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitSecondClientHello | WaitEndOfEarlyData | WaitClientCertificate | WaitClientFinished | Failed> {
  const before = state.state === 'wait_second_client_hello' ? state.transcript : new Transcript();
  const fixed = state.state === 'wait_second_client_hello' ? state.suite : undefined;
  const agreement = await negotiate({ message, bytes }, before, fixed, config, channel);
  if (isTlsError(agreement)) return failed(agreement);
  // Early data that is not taken is passed over; the client may find out only later.
  channel.skipEarlyData(has(message, extensionCodes.early_data));
  const transcript = before.add(bytes);
  if (state.state === 'wait_second_client_hello') {
    const wrong = (await serverRetry()).checkSecondHello(state, agreement.offer);
    if (wrong !== undefined) return failed(wrong);
    return sendFlight(agreement, transcript, true, config, channel);
  }
  const { group, offer } = agreement;
  const share = group === undefined || offer.shares.some((entry) => entry.group === group.chosen.code);
  if (!share || config.cookie)
    return (await serverRetry()).retry(agreement, share, transcript, config, channel);
  return sendFlight(agreement, transcript, false, config, channel);
}

/** Suite first, then a PSK that goes with it, then what the way of authentication needs (RFC 9846 §4.2.1, §4.3.11). */
async function negotiate(
  { message: hello, bytes }: Arrived<ClientHello>,
  before: Transcript,
  fixed: CipherSuite | undefined,
  config: ServerConfig,
  channel: Channel,
): Promise<Agreement | TlsError> {
  const offer = readOffer(hello);
  if (isTlsError(offer)) return offer;
  const suite = chooseSuite(offer, fixed ? { ...config, suites: [fixed.code] } : suitesForPsk(offer, config));
  if (isTlsError(suite)) return suite;
  const psk = has(hello, extensionCodes.pre_shared_key)
    ? await (await pskServer()).choosePsk(hello, bytes, before, suite.chosen, config, channel)
    : undefined;
  if (isTlsError(psk)) return psk;
  const group = psk?.mode === 'psk_ke' ? undefined : chooseGroup(offer, config);
  if (isTlsError(group)) return group;
  const proof = psk ?? chooseSignatureScheme(offer, config);
  if (isTlsError(proof)) return proof;
  const protocol = chooseProtocol(offer, config);
  if (isTlsError(protocol)) return protocol;
  return { offer, suite, group, proof, protocol };
}

/** An external PSK goes with one hash only, so it has a say in the suite where both sides have one (RFC 9846 §4.3.11). */
function suitesForPsk({ hello, suites }: Offer, config: ServerConfig): ServerConfig {
  const identities = find(hello.extensions, 'pre_shared_key')?.identities ?? [];
  const psk = config.psk?.external.find((known) =>
    identities.some(({ identity }) => equal(identity, known.identity)),
  );
  const fitting = config.suites.filter((code) => psk && suiteByCode(code)?.hash === psk.hash);
  return fitting.some((code) => suites.includes(code)) ? { ...config, suites: fitting } : config;
}

async function sendFlight(
  agreement: Agreement,
  helloTranscript: Transcript,
  retried: boolean,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitEndOfEarlyData | WaitClientCertificate | WaitClientFinished | Failed> {
  const { recorder } = channel;
  const { offer, protocol } = agreement;
  const suite = agreement.suite.chosen;
  const psk = 'binder' in agreement.proof ? agreement.proof : undefined;
  const early = await takeEarlyData(agreement, psk, helloTranscript, retried, config, channel);

  channel.beginScope();
  const random = recorder.random('server_random', 32, spec(9846, '4.2.3')).bytes;
  const answer = await answerGroup(agreement, channel);
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
      ...(answer ? [{ type: 'key_share', shares: [answer.entry] } as const] : []),
      ...(psk ? [{ type: 'pre_shared_key_selected', selectedIdentity: psk.index } as const] : []),
    ],
  });
  channel.facts({
    ...choiceFacts('suite', agreement.suite, config),
    ...(agreement.group && choiceFacts('group', agreement.group, config)),
  });
  channel.negotiated({
    version: tls13,
    suite: suite.code,
    ...(agreement.group && { group: agreement.group.chosen.code }),
    ...(psk && { psk: psk.psk.kind, pskMode: psk.mode }),
  });
  if (!retried) sendDummy(offer, config, channel);

  channel.work('derive_handshake_keys');
  const [first, helloHash] = await Promise.all([
    firstSecret(offer, psk, suite, channel),
    transcript.hash(recorder, suite.hash),
  ]);
  // Without a key exchange a string of zeros stands in its place, RFC 9846 §7.1.
  const shared = answer?.sharedSecret ?? zeros(suite.hash);
  const secrets = await handshakeSecrets(recorder, suite.hash, first, shared, helloHash);
  channel.secret('CLIENT_HANDSHAKE_TRAFFIC_SECRET', offer.hello.random, secrets.clientHandshakeTrafficSecret);
  channel.secret('SERVER_HANDSHAKE_TRAFFIC_SECRET', offer.hello.random, secrets.serverHandshakeTrafficSecret);
  const [readKeys, write] = await Promise.all([
    trafficKeys(recorder, suite, secrets.clientHandshakeTrafficSecret),
    trafficKeys(recorder, suite, secrets.serverHandshakeTrafficSecret),
  ]);
  channel.setWriteProtection(protectionFor('handshake', suite, write));
  const read = protectionFor('handshake', suite, readKeys);
  if (!channel.setReadProtection(early ?? read)) return failed(acrossKeyChange('ClientHello'));

  channel.beginScope();
  const answers = encryptedExtensions(agreement, early !== undefined, config);
  await send({ type: 'encrypted_extensions', extensions: answers });
  if (protocol !== undefined) channel.negotiated({ alpn: protocol });
  if (has(offer.hello, extensionCodes.early_data))
    channel.negotiated({ earlyData: early ? 'accepted' : 'rejected' });
  if ('signature' in agreement.proof) {
    await proveIdentity(agreement, agreement.proof, () => transcript, send, config, channel);
  }

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
  const agreed = agreedFor(agreement, config);
  const flight = { suite, transcript, context: noContext, clientHandshakeTrafficSecret, main, agreed };
  const left = psk?.psk.kind === 'resumption' ? psk.psk.state.maxEarlyData : 0;
  if (early !== undefined) return { ...flight, state: 'wait_end_of_early_data', next: read, left };
  if (asksInHandshake(agreement, config)) return { ...flight, state: 'wait_client_certificate' };
  return { ...flight, state: 'wait_client_finished', client: undefined };
}

/** Certificate and CertificateVerify, and before them the question for the client's (RFC 9846 §4.4.2, §4.5). */
async function proveIdentity(
  agreement: Agreement,
  scheme: SignatureScheme,
  transcript: () => Transcript,
  send: (message: HandshakeMessage) => Promise<void>,
  config: ServerConfig,
  channel: Channel,
): Promise<void> {
  const { recorder } = channel;
  if (asksInHandshake(agreement, config)) {
    channel.beginScope();
    await send({ type: 'certificate_request', context: noContext, extensions: requestExtensions(config) });
  }
  channel.beginScope();
  const staple = asksForStatus(agreement.offer.hello) ? config.staple : undefined;
  if (staple !== undefined) await openStaples();
  const entries = config.credential.certificates.map((certData, index) => ({
    certData,
    // About the leaf only: nobody here gathers answers for the certificates above it.
    extensions: index === 0 && staple !== undefined ? [stapled(staple)] : [],
  }));
  await send({ type: 'certificate', context: noContext, entries });

  channel.beginScope();
  const signature = await recorder.sign(
    'server_certificate_verify',
    scheme.signature,
    { ...publicValue('server_signing_key', config.credential.privateKey), secrecy: 'secret' },
    certificateVerifyContent('server', await transcript().hash(recorder, agreement.suite.chosen.hash)),
    spec(9846, '4.5.2'),
  );
  await send({ type: 'certificate_verify', scheme: scheme.code, signature: signature.bytes });
  channel.negotiated({ signatureScheme: scheme.code });
}

/** A PSK stands for the client as well; and some questions can wait (RFC 9846 §4.4.2, §4.7.2). */
function asksInHandshake({ offer, proof }: Agreement, config: ServerConfig): boolean {
  if (config.clientAuth === 'none' || 'binder' in proof) return false;
  return config.askLate !== true || !has(offer.hello, extensionCodes.post_handshake_auth);
}

/** The server's share and the secret it makes with the client's; undefined without a key exchange. */
async function answerGroup(
  { offer, group }: Agreement,
  channel: Channel,
): Promise<Awaited<ReturnType<typeof answerShare>> | undefined> {
  if (group === undefined) return undefined;
  const share = offer.shares.find((entry) => entry.group === group.chosen.code);
  if (share === undefined)
    throw new Error('unreachable: a share for the group is there, or a retry was sent');
  return answerShare(channel.recorder, group.chosen, share.keyExchange);
}

/** The keys to read early data with, if this server takes it; the facts say why it does not. */
async function takeEarlyData(
  { offer, suite, protocol }: Agreement,
  psk: AcceptedPsk | undefined,
  transcript: Transcript,
  retried: boolean,
  config: ServerConfig,
  channel: Channel,
): Promise<RecordProtection | undefined> {
  if (!has(offer.hello, extensionCodes.early_data)) return undefined;
  const { judgeEarlyData, deriveEarlyKeys } = await pskServer();
  const verdict = judgeEarlyData(psk, suite.chosen, protocol, retried, config.psk);
  const antiReplay = config.psk?.tickets?.antiReplay;
  channel.facts({ earlyDataVerdict: verdict, ...(antiReplay && { antiReplay }) });
  if (verdict !== 'accepted' || psk === undefined) return undefined;
  channel.skipEarlyData(false);
  return deriveEarlyKeys(channel, suite.chosen, psk.earlySecret, offer.hello, transcript);
}

/** The Early Secret of the connection: the PSK's, which is there since its binder was checked, or one of zeros. */
function firstSecret(
  { hello }: Offer,
  psk: AcceptedPsk | undefined,
  suite: CipherSuite,
  { recorder }: Channel,
): Promise<Value> | Value {
  if (psk !== undefined) return psk.earlySecret;
  return has(hello, extensionCodes.pre_shared_key)
    ? earlySecretWithoutPsk(recorder, suite.hash)
    : earlySecret(recorder, suite.hash);
}

function agreedFor({ offer, protocol, proof }: Agreement, config: ServerConfig): Agreed {
  const external = 'binder' in proof && proof.psk.kind === 'external';
  return {
    protocol,
    serverName: offer.serverName,
    resumes: chooseMode(offer.hello, config.psk) !== undefined,
    // An external PSK stands for the client as well, and nobody is asked later (RFC 9846 §4.4.2).
    mayBeAsked: !external && has(offer.hello, extensionCodes.post_handshake_auth),
  };
}

/** A client in compatibility mode gets its dummy right after the server's first message, RFC 9846 §E.4. */
export function sendDummy(offer: Offer, config: ServerConfig, channel: Channel): void {
  if (config.compatibilityMode && offer.hello.legacySessionId.length > 0) channel.sendChangeCipherSpec();
}

function encryptedExtensions(
  { offer, protocol }: Agreement,
  early: boolean,
  config: ServerConfig,
): readonly Extension[] {
  const extensions: Extension[] = [];
  // An empty server_name says that the name was used to choose the certificate, RFC 6066 §3.
  if (offer.serverName !== undefined) extensions.push({ type: 'server_name', hostName: null });
  // What this server would rather have, for the client's next connection (RFC 9846 §4.3.7); an answer like all others.
  if (has(offer.hello, extensionCodes.supported_groups))
    extensions.push({ type: 'supported_groups', groups: config.groups });
  if (protocol !== undefined)
    extensions.push({ type: 'application_layer_protocol_negotiation', protocols: [protocol] });
  if (early) extensions.push({ type: 'early_data' });
  return extensions;
}

export function requestExtensions(config: ServerConfig): readonly Extension[] {
  const extensions: Extension[] = [{ type: 'signature_algorithms', schemes: config.signatureSchemes }];
  if (config.certificateAuthorities.length > 0) {
    extensions.push({ type: 'certificate_authorities', authorities: config.certificateAuthorities });
  }
  return extensions;
}

const noContext: Bytes = new Uint8Array();
