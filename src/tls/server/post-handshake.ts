/** Asking a client for its certificate once the connection stands, RFC 9846 §4.7.2. */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { failed, type Failed } from '../client/states.ts';
import type { Channel } from '../connection/channel.ts';
import { isTlsError } from '../failure.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { checkFinished } from '../proofs.ts';
import { finishedMac } from '../schedule/tls13.ts';
import { judgeCertificate, judgeSignature } from './client-flight.ts';
import type { ServerConfig } from './config.ts';
import { requestExtensions } from './flight.ts';
import type { LateQuestion, ServerConnected } from './states.ts';

/** Sends a CertificateRequest; the answer may take its time, and data may pass meanwhile. */
export async function askForCertificate(
  state: ServerConnected,
  config: ServerConfig,
  channel: Channel,
): Promise<ServerConnected> {
  channel.beginScope();
  // Names the question, so that no answer fits another one.
  const context = channel.recorder.random('certificate_request_context', 8, spec(9846, '4.4.2')).bytes;
  const request = channel.encode({
    type: 'certificate_request',
    context,
    extensions: requestExtensions(config),
  });
  await channel.sendHandshake('CertificateRequest', request);
  const transcript = state.transcript.add(request.bytes as Bytes);
  return { ...state, question: { waits: 'certificate', suite: state.suite, transcript, context } };
}

/** Certificate, CertificateVerify and Finished, in this order and with nothing in between. */
export async function onLateAnswer(
  state: ServerConnected,
  question: LateQuestion,
  message: HandshakeMessage,
  bytes: Bytes,
  config: ServerConfig,
  channel: Channel,
): Promise<ServerConnected | Failed | undefined> {
  const transcript = question.transcript.add(bytes);
  if (question.waits === 'certificate' && message.type === 'certificate') {
    const chain = await judgeCertificate(question, { message, bytes }, config, channel);
    if (isTlsError(chain)) return failed(chain);
    const { waits: _, ...asked } = question;
    if (chain === 'none')
      return { ...state, question: { ...asked, transcript, waits: 'finished', client: undefined } };
    return { ...state, question: { ...asked, transcript, waits: 'certificate_verify', chain } };
  }
  if (question.waits === 'certificate_verify' && message.type === 'certificate_verify') {
    const { chain, waits: _, ...asked } = question;
    const client = await judgeSignature(question, chain, { message, bytes }, config, channel);
    if (isTlsError(client)) return failed(client);
    return { ...state, question: { ...asked, transcript, waits: 'finished', client } };
  }
  if (question.waits === 'finished' && message.type === 'finished') {
    const { recorder } = channel;
    const { hash } = state.suite;
    // The key comes of the traffic secret in use, not of the handshake's (RFC 9846 §4.5).
    const over = await question.transcript.hash(recorder, hash);
    const wrong = checkFinished(await finishedMac(recorder, hash, state.readSecret, over), message);
    if (wrong !== undefined) return failed(wrong);
    return { ...state, client: question.client ?? state.client, question: undefined };
  }
  return undefined;
}
