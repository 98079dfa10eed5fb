/** Which message each state of a TLS 1.2 server waits for, RFC 5246 §7.3, Figures 1 and 2. */
import type { Bytes } from '../../../crypto/port.ts';
import type { Failed } from '../../client/states.ts';
import type { Channel } from '../../connection/channel.ts';
import type { HandshakeMessage } from '../../messages/model.ts';
import type { ServerConfig } from '../config.ts';
import {
  onClientCertificate,
  onClientCertificateVerify,
  onClientFinished,
  onClientKeyExchange,
} from './client-flight.ts';
import type { ServerConnected12, ServerHandshaking12 } from './states.ts';

/** Undefined: not expected here. */
export async function onTls12Handshake(
  state: ServerHandshaking12,
  message: HandshakeMessage,
  bytes: Bytes,
  config: ServerConfig,
  channel: Channel,
): Promise<ServerConnected12 | ServerHandshaking12 | Failed | undefined> {
  switch (state.state) {
    case 'tls12_wait_client_certificate':
      if (message.type === 'certificate')
        return onClientCertificate(state, { message, bytes }, config, channel);
      return undefined;
    case 'tls12_wait_client_key_exchange':
      if (message.type === 'client_key_exchange')
        return onClientKeyExchange(state, { message, bytes }, config, channel);
      return undefined;
    case 'tls12_wait_client_certificate_verify':
      if (message.type === 'certificate_verify')
        return onClientCertificateVerify(state, { message, bytes }, config, channel);
      return undefined;
    case 'tls12_wait_client_change_cipher_spec':
      return undefined;
    case 'tls12_wait_client_finished':
      if (message.type === 'finished') return onClientFinished(state, { message, bytes }, config, channel);
      return undefined;
  }
}
