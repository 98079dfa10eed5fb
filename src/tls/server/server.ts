/** A TLS 1.3 server, sans-IO: bytes in, bytes and events out (RFC 9846 §A.2). */
import type { Bytes } from '../../crypto/port.ts';
import type { Failed } from '../client/states.ts';
import type { ChannelOptions } from '../connection/channel.ts';
import { Endpoint, machines } from '../connection/endpoint.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { onClientCertificate, onClientCertificateVerify, onClientFinished } from './client-flight.ts';
import type { ServerConfig } from './config.ts';
import { onClientHello } from './flight.ts';
import type { ServerConnected, ServerHandshaking } from './states.ts';

export class Server extends Endpoint<ServerConnected, ServerHandshaking> {
  readonly #config: ServerConfig;

  /** `onData` is told of application data as it arrives. */
  constructor(
    config: ServerConfig,
    options: ChannelOptions,
    onData: (data: Bytes) => void = () => undefined,
  ) {
    super({ state: 'wait_client_hello' }, options, machines.server, onData);
    this.#config = config;
  }

  /** Which message each state waits for, RFC 9846 §A.2. */
  protected override async onHandshake(
    state: ServerHandshaking,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<ServerConnected | ServerHandshaking | Failed | undefined> {
    const { channel } = this;
    const config = this.#config;
    switch (state.state) {
      case 'wait_client_hello':
      case 'wait_second_client_hello':
        if (message.type !== 'client_hello') return undefined;
        channel.acceptCompatibilityRecords(true);
        return onClientHello(state, { message, bytes }, config, channel);
      case 'wait_client_certificate':
        if (message.type === 'certificate')
          return onClientCertificate(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_client_certificate_verify':
        if (message.type === 'certificate_verify')
          return onClientCertificateVerify(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_client_finished':
        if (message.type === 'finished') return onClientFinished(state, { message, bytes }, channel);
        return undefined;
    }
  }
}
