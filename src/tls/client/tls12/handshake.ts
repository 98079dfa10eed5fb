/** Which message each state of a TLS 1.2 client waits for, RFC 5246 §7.3, Figures 1 and 2. */
import type { Bytes } from '../../../crypto/port.ts';
import type { Channel } from '../../connection/channel.ts';
import type { HandshakeMessage } from '../../messages/model.ts';
import type { ClientConfig } from '../config.ts';
import type { Failed } from '../states.ts';
import { onServerHelloDone } from './client-flight.ts';
import { onFinished, onNewSessionTicket } from './finish.ts';
import {
  onCertificate,
  onCertificateRequest,
  onCertificateStatus,
  onServerKeyExchange,
  withoutCertificateStatus,
  withoutServerKeyExchange,
} from './server-flight.ts';
import type { Connected12, Handshaking12 } from './states.ts';

/** Undefined: not expected here. */
export async function onTls12Handshake(
  state: Handshaking12,
  message: HandshakeMessage,
  bytes: Bytes,
  config: ClientConfig,
  channel: Channel,
): Promise<Connected12 | Handshaking12 | Failed | undefined> {
  // A server that already negotiates may say HelloRequest at any time, to no effect (RFC 5246 §7.4.1.1).
  if (message.type === 'hello_request') return state;
  switch (state.state) {
    case 'tls12_wait_certificate':
      if (message.type === 'certificate') return onCertificate(state, { message, bytes }, config, channel);
      return undefined;
    case 'tls12_wait_certificate_status': {
      if (message.type === 'certificate_status')
        return onCertificateStatus(state, { message, bytes }, config, channel);
      const next = await withoutCertificateStatus(state, config, channel);
      return next.state === 'failed' ? next : onTls12Handshake(next, message, bytes, config, channel);
    }
    case 'tls12_wait_server_key_exchange': {
      if (message.type === 'server_key_exchange')
        return onServerKeyExchange(state, { message, bytes }, config, channel);
      const next = withoutServerKeyExchange(state);
      return next && onTls12Handshake(next, message, bytes, config, channel);
    }
    case 'tls12_wait_server_hello_done':
      if (message.type === 'tls12_certificate_request')
        return onCertificateRequest(state, { message, bytes });
      if (message.type === 'server_hello_done')
        return onServerHelloDone(state, { message, bytes }, config, channel);
      return undefined;
    case 'tls12_wait_ticket':
      if (message.type === 'tls12_new_session_ticket') return onNewSessionTicket(state, { message, bytes });
      return undefined;
    case 'tls12_wait_change_cipher_spec':
      return undefined;
    case 'tls12_wait_finished':
      if (message.type === 'finished') return onFinished(state, { message, bytes }, config, channel);
      return undefined;
  }
}
