/** The end of a TLS 1.2 handshake at the client: NewSessionTicket, ChangeCipherSpec and Finished of the server. */
import { spec } from '../../../bytes/spec.ts';
import type { Channel } from '../../connection/channel.ts';
import type { Finished, Tls12NewSessionTicket } from '../../messages/model.ts';
import { checkFinished } from '../../proofs.ts';
import { tls12Protection } from '../../record/tls12.ts';
import { verifyData } from '../../schedule/tls12.ts';
import type { ClientSession } from '../../tls12/session.ts';
import type { ClientConfig } from '../config.ts';
import { acrossKeyChange } from '../server-hello.ts';
import { failed, type Arrived, type Failed } from '../states.ts';
import { sendFinished } from './client-flight.ts';
import type { Connected12, WaitChangeCipherSpec12, WaitFinished12, WaitTicket12 } from './states.ts';

/** The ticket counts only once the Finished behind it is checked; until then it is only noted (RFC 5077 §3.3). */
export function onNewSessionTicket(
  state: WaitTicket12,
  { message, bytes }: Arrived<Tls12NewSessionTicket>,
): WaitChangeCipherSpec12 {
  return {
    ...state,
    state: 'tls12_wait_change_cipher_spec',
    transcript: state.transcript.add(bytes),
    // An empty one takes the promise back, RFC 5077 §3.3.
    ticket: message.ticket.length > 0 ? message.ticket : undefined,
  };
}

export function onChangeCipherSpec(state: WaitChangeCipherSpec12, channel: Channel): WaitFinished12 | Failed {
  const read = tls12Protection(state.suite, state.keys.server, state.encryptThenMac);
  if (!channel.setReadProtection(read)) return failed(acrossKeyChange('ChangeCipherSpec'));
  return { ...state, state: 'tls12_wait_finished' };
}

export async function onFinished(
  state: WaitFinished12,
  { message, bytes }: Arrived<Finished>,
  config: ClientConfig,
  channel: Channel,
): Promise<Connected12 | Failed> {
  const { recorder } = channel;
  const { suite, mainSecret } = state;
  const hash = await state.transcript.hash(recorder, suite.prfHash);
  const expected = await verifyData(recorder, suite, mainSecret, 'server', hash);
  const wrong = checkFinished(expected, message, spec(5246, '7.4.9'));
  if (wrong !== undefined) return failed(wrong);
  channel.facts({ serverProvedBy: state.server.kind, resumed: state.resumed !== undefined });
  if (state.resumed !== undefined) {
    // In an abbreviated handshake the server finishes first, RFC 5246 §7.3.
    const transcript = state.transcript.add(bytes, 'server Finished');
    await sendFinished(state, transcript, mainSecret, state.keys.client, channel);
  }
  return {
    state: 'connected',
    version: state.version,
    suite,
    server: state.server,
    session: sessionOf(state, config),
    resumed: state.resumed !== undefined,
  };
}

function sessionOf(state: WaitFinished12, config: ClientConfig): ClientSession | undefined {
  const { resumed } = state;
  const ticket = state.ticket ?? resumed?.ticket;
  const sessionId = state.sessionId;
  if (ticket === undefined && sessionId.length === 0) return undefined;
  return {
    suite: state.suite.code,
    mainSecret: state.mainSecret,
    extendedMainSecret: state.extendedMainSecret,
    encryptThenMac: state.encryptThenMac,
    serverName: config.serverName,
    sessionId,
    ticket,
    server: state.server,
  };
}
