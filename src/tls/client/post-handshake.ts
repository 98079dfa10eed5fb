/** What a server may still say once the connection stands: tickets and late questions (RFC 9846 §4.7). */
import { spec } from '../../bytes/spec.ts';
import { equal } from '../../bytes/hex.ts';
import type { Channel } from '../connection/channel.ts';
import { checkDuplicates, checkPlaces, find, missing } from '../extensions.ts';
import { fault } from '../failure.ts';
import type { CertificateRequest, NewSessionTicket } from '../messages/model.ts';
import { nonceValue, type Session } from '../psk.ts';
import { finishedMac, resumptionPsk } from '../schedule/tls13.ts';
import type { ClientConfig } from './config.ts';
import { sendCertificate } from './finish.ts';
import { clientClock } from './psk.ts';
import { failed, type Arrived, type Connected, type Failed } from './states.ts';
import { say } from '../../bytes/say.ts';

/** Derives the PSK the ticket stands for, and keeps both (RFC 9846 §4.7.1). */
export async function onNewSessionTicket(
  state: Connected,
  { message }: Arrived<NewSessionTicket>,
  config: ClientConfig,
  channel: Channel,
): Promise<Connected | Failed> {
  const wrong =
    checkDuplicates(message.extensions, 'NewSessionTicket') ??
    checkPlaces(message.extensions, 'new_session_ticket', 'NewSessionTicket');
  if (wrong !== undefined) return failed(wrong);
  // A lifetime of 0 says: throw it away at once.
  if (message.lifetime === 0) return state;
  const { hash } = state.suite;
  const number = state.sessions.length + 1;
  const psk = await resumptionPsk(
    channel.recorder,
    hash,
    state.resumptionSecret,
    nonceValue(message.nonce),
    number,
  );
  const session: Session = {
    kind: 'resumption',
    identity: message.ticket,
    key: psk.bytes,
    hash,
    suite: state.suite.code,
    protocol: state.protocol,
    serverName: config.serverName,
    ageAdd: message.ageAdd,
    lifetime: message.lifetime,
    receivedAt: clientClock(config),
    maxEarlyData: find(message.extensions, 'early_data_size')?.maxEarlyDataSize ?? 0,
  };
  return { ...state, sessions: [...state.sessions, session] };
}

/**
 * Answers a CertificateRequest after the handshake: Certificate, CertificateVerify and Finished in one go, over the
 * handshake's transcript and the request (RFC 9846 §4.5, §4.7.2).
 */
export async function onLateCertificateRequest(
  state: Connected,
  { message, bytes }: Arrived<CertificateRequest>,
  config: ClientConfig,
  channel: Channel,
): Promise<Connected | Failed> {
  const context = message.context;
  if (context.length === 0 || state.answered.some((earlier) => equal(earlier, context))) {
    const detail =
      context.length === 0 ? say('must not be empty after the handshake') : say('was used before');
    const at = 'CertificateRequest.certificate_request_context';
    return failed(fault('unsolicited-certificate-context', at, detail, spec(9846, '4.4.2')));
  }
  const wrong =
    checkDuplicates(message.extensions, 'CertificateRequest') ??
    checkPlaces(message.extensions, 'certificate_request', 'CertificateRequest');
  if (wrong !== undefined) return failed(wrong);
  if (find(message.extensions, 'signature_algorithms') === undefined) {
    return failed(missing('signature_algorithms', 'CertificateRequest'));
  }
  const { recorder } = channel;
  const { hash } = state.suite;
  const transcript = await sendCertificate(
    state.suite,
    message,
    state.transcript.add(bytes),
    config,
    channel,
  );
  channel.beginScope();
  const mac = await finishedMac(recorder, hash, state.writeSecret, await transcript.hash(recorder, hash));
  await channel.sendHandshake('Finished', channel.encode({ type: 'finished', verifyData: mac.bytes }));
  return { ...state, answered: [...state.answered, context] };
}
