/** The client's second flight at the server: Certificate, CertificateVerify, Finished (RFC 9846 §4.5). */
import { equal } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import { acrossKeyChange } from '../client/server-hello.ts';
import { failed, type Arrived, type Failed } from '../client/states.ts';
import type { Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { checkResponse } from '../extensions.ts';
import { fault, isTlsError } from '../failure.ts';
import type { CertificateMessage, CertificateVerify, EndOfEarlyData, Finished } from '../messages/model.ts';
import {
  certificatesOf,
  checkFinished,
  verifyChain,
  verifyPeer,
  type VerifiedChain,
  type VerifiedPeer,
} from '../proofs.ts';
import { protectionFor } from '../record/protection.ts';
import { finishedMac, resumptionSecret, trafficKeys } from '../schedule/tls13.ts';
import type { ServerConfig } from './config.ts';
import type {
  ClientAuthentication,
  ServerConnected,
  WaitClientCertificate,
  WaitClientCertificateVerify,
  WaitClientFinished,
  WaitEndOfEarlyData,
} from './states.ts';
import { serverTickets } from '../late.ts';
import { say } from '../../bytes/say.ts';

export async function onClientCertificate(
  state: WaitClientCertificate,
  arrived: Arrived<CertificateMessage>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientCertificateVerify | WaitClientFinished | Failed> {
  const judged = await judgeCertificate(state, arrived, config, channel);
  if (isTlsError(judged)) return failed(judged);
  const transcript = state.transcript.add(arrived.bytes);
  if (judged === 'none') return { ...state, state: 'wait_client_finished', transcript, client: undefined };
  return { ...state, state: 'wait_client_certificate_verify', transcript, chain: judged };
}

/** The chain of a client's Certificate, verified; 'none' where it is empty and may be. In the handshake or after it. */
export async function judgeCertificate(
  { context }: ClientAuthentication,
  { message }: Arrived<CertificateMessage>,
  config: ServerConfig,
  channel: Channel,
): Promise<VerifiedChain | 'none' | TlsError> {
  if (!equal(message.context, context)) {
    const detail =
      context.length === 0
        ? say('must repeat the empty context of the CertificateRequest')
        : say('must repeat the context of the CertificateRequest');
    const at = 'Certificate.certificate_request_context';
    return fault('unsolicited-certificate-context', at, detail, spec(9846, '4.5.1'));
  }
  if (message.entries.length === 0) {
    if (config.clientAuth !== 'require') return 'none';
    const detail = say('the client sent an empty list, this server requires a certificate');
    return fault('certificate-required', 'Certificate.certificate_list', detail, spec(9846, '4.5.1.3'));
  }
  for (const [i, entry] of message.entries.entries()) {
    const at = `Certificate.certificate_list.[${i}]`;
    const wrong = checkResponse(entry.extensions, 'certificate', at, new Set());
    if (wrong !== undefined) return wrong;
  }
  const certificates = certificatesOf(message);
  if (isTlsError(certificates)) return certificates;
  if (config.clientTrust === undefined)
    throw new Error('a server that asks for certificates needs a clientTrust policy');

  channel.work('validate_client_chain');
  const report = (path: Parameters<Channel['pathFound']>[1]): void =>
    channel.pathFound('validate_client_chain', path);
  return verifyChain(channel.recorder, certificates, config.clientTrust, report);
}

export async function onClientCertificateVerify(
  state: WaitClientCertificateVerify,
  arrived: Arrived<CertificateVerify>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientFinished | Failed> {
  const client = await judgeSignature(state, state.chain, arrived, config, channel);
  if (isTlsError(client)) return failed(client);
  const { state: _, chain: __, ...flight } = state;
  const transcript = state.transcript.add(arrived.bytes);
  return { ...flight, state: 'wait_client_finished', transcript, client };
}

/** The client's proof that it holds the key of that chain, over everything before it. */
export async function judgeSignature(
  { suite, transcript }: ClientAuthentication,
  chain: VerifiedChain,
  { message }: Arrived<CertificateVerify>,
  config: ServerConfig,
  channel: Channel,
): Promise<VerifiedPeer | TlsError> {
  channel.work('verify_client_signature');
  const hash = await transcript.hash(channel.recorder, suite.hash);
  const offered = config.signatureSchemes;
  const client = await verifyPeer(channel.recorder, chain, message, 'client', hash, offered);
  if (!isTlsError(client)) channel.negotiated({ clientSignatureScheme: message.scheme });
  return client;
}

/** The early data is over: what follows has the handshake's keys (RFC 9846 §4.6). */
export function onEndOfEarlyData(
  state: WaitEndOfEarlyData,
  { bytes }: Arrived<EndOfEarlyData>,
  channel: Channel,
): WaitClientFinished | Failed {
  if (!channel.setReadProtection(state.next)) return failed(acrossKeyChange('EndOfEarlyData'));
  const { state: _, next: __, left: ___, ...flight } = state;
  return {
    ...flight,
    state: 'wait_client_finished',
    transcript: state.transcript.add(bytes),
    client: undefined,
  };
}

export async function onClientFinished(
  state: WaitClientFinished,
  { message, bytes }: Arrived<Finished>,
  config: ServerConfig,
  channel: Channel,
): Promise<ServerConnected | Failed> {
  const { suite, main, agreed } = state;
  const { recorder } = channel;
  const expected = await finishedMac(
    recorder,
    suite.hash,
    state.clientHandshakeTrafficSecret,
    await state.transcript.hash(recorder, suite.hash),
  );
  const wrong = checkFinished(expected, message);
  if (wrong !== undefined) return failed(wrong);
  const transcript = state.transcript.add(bytes);
  const hash = await transcript.hash(recorder, suite.hash);
  const resumption = await resumptionSecret(recorder, suite.hash, main.mainSecret, hash);
  const readSecret = main.clientApplicationTrafficSecret;
  if (
    !channel.setReadProtection(
      protectionFor('application', suite, await trafficKeys(recorder, suite, readSecret)),
    )
  ) {
    return failed(acrossKeyChange('Finished'));
  }
  channel.acceptCompatibilityRecords(false);
  const connected: ServerConnected = {
    state: 'connected',
    version: 0x0304,
    suite,
    client: state.client,
    readSecret,
    writeSecret: main.serverApplicationTrafficSecret,
    keyUpdates: 0,
    protocol: agreed.protocol,
    serverName: agreed.serverName,
    mayBeAsked: agreed.mayBeAsked,
    transcript,
    resumptionSecret: resumption,
    question: undefined,
  };
  if (agreed.resumes && config.psk !== undefined)
    await (await serverTickets()).sendTickets(connected, config.psk, channel);
  return connected;
}
