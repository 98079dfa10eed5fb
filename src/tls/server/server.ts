/**
 * A TLS server, sans-IO: bytes in, bytes and events out. It speaks TLS 1.3 (RFC 9846 §A.2) and TLS 1.2
 * (RFC 5246 §7.3), the first of its versions that the client offers.
 */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { tls12 } from '../client/hello.ts';
import { failed, type Failed } from '../client/states.ts';
import type { ChannelOptions } from '../connection/channel.ts';
import { Endpoint, machines } from '../connection/endpoint.ts';
import { fault, isTlsError } from '../failure.ts';
import type { ClientHello, HandshakeMessage } from '../messages/model.ts';
import {
  onClientCertificate,
  onClientCertificateVerify,
  onClientFinished,
  onEndOfEarlyData,
} from './client-flight.ts';
import type { ServerConfig } from './config.ts';
import { onClientHello } from './flight.ts';
import { lateServer, oldServer } from '../late.ts';
import type { ServerConnected, ServerHandshaking, WaitClientHello } from './states.ts';
import { tls12Server } from '../tls12/door.ts';
import type { ServerConnected12 } from './tls12/states.ts';
import { chooseVersion, isOld } from './version.ts';
import { say } from '../../bytes/say.ts';

export class Server extends Endpoint<ServerConnected | ServerConnected12, ServerHandshaking> {
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

  /** Which message each state waits for, RFC 9846 §A.2; in TLS 1.2 RFC 5246 §7.3. */
  protected override async onHandshake(
    state: ServerHandshaking,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<ServerConnected | ServerConnected12 | ServerHandshaking | Failed | undefined> {
    const { channel } = this;
    const config = this.#config;
    if ('version' in state)
      return (await tls12Server()).onTls12Handshake(state, message, bytes, config, channel);
    switch (state.state) {
      case 'old_flight_sent':
        return undefined;
      case 'wait_client_hello':
        return message.type === 'client_hello' ? this.#onFirstHello(state, message, bytes) : undefined;
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
        if (message.type === 'finished') return onClientFinished(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_end_of_early_data':
        if (message.type === 'end_of_early_data') return onEndOfEarlyData(state, { message, bytes }, channel);
        return undefined;
    }
  }

  async #onFirstHello(
    state: WaitClientHello,
    message: ClientHello,
    bytes: Bytes,
  ): Promise<ServerHandshaking | Failed> {
    const { channel } = this;
    const config = this.#config;
    if (isOld(config)) return (await oldServer()).onHelloToOldServer({ message, bytes }, config, channel);
    const version = chooseVersion(message, config);
    if (isTlsError(version)) return failed(version);
    if (version === tls12)
      return (await tls12Server()).onTls12ClientHello({ message, bytes }, config, channel);
    channel.acceptCompatibilityRecords(true);
    return onClientHello(state, { message, bytes }, config, channel);
  }

  protected override async onChangeCipherSpec(
    state: ServerHandshaking,
  ): Promise<ServerHandshaking | Failed | undefined> {
    if (state.state !== 'tls12_wait_client_change_cipher_spec') return undefined;
    return (await tls12Server()).onClientChangeCipherSpec(state, this.channel);
  }

  protected override asksToRenegotiate(message: HandshakeMessage): boolean {
    return message.type === 'client_hello';
  }

  /** Asks the client for its certificate. Once connected, and only a client that offered to be asked. */
  requestCertificate(): Promise<void> {
    return this.inTurn(async () => {
      const state = this.current;
      const askable = state.state === 'connected' && state.version === 0x0304;
      if (!askable || !state.mayBeAsked || state.question !== undefined)
        throw new Error('requestCertificate() of a client that cannot be asked now');
      this.current = await (await lateServer()).askForCertificate(state, this.#config, this.channel);
    });
  }

  protected override async afterHandshake(
    state: ServerConnected | ServerConnected12,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<ServerConnected | Failed | undefined> {
    if (state.version !== 0x0304 || state.question === undefined) return undefined;
    return (await lateServer()).onLateAnswer(
      state,
      state.question,
      message,
      bytes,
      this.#config,
      this.channel,
    );
  }

  /** No more of it than the ticket allows, RFC 9846 §4.3.10. */
  protected override onEarlyData(
    state: ServerHandshaking,
    data: Bytes,
  ): ServerHandshaking | Failed | undefined {
    if (state.state !== 'wait_end_of_early_data') return undefined;
    const left = state.left - data.length;
    if (left >= 0) return { ...state, left };
    const detail = say('{} bytes more than max_early_data_size', -left);
    return failed(fault('too-much-early-data', 'ApplicationData', detail, spec(9846, '4.3.10')));
  }

  protected override inMiddle(state: ServerConnected | ServerConnected12): boolean {
    const question = state.version === 0x0304 ? state.question : undefined;
    return question !== undefined && question.waits !== 'certificate';
  }

  /** Nothing may come between the messages that answer a late question, RFC 9846 §4.7.2. */
  protected override onData(
    state: ServerConnected | ServerConnected12,
    data: Bytes,
  ): ServerConnected | ServerConnected12 | Failed {
    if (!this.inMiddle(state)) return super.onData(state, data);
    const detail = say('application data in the middle of the answer to a CertificateRequest');
    return failed(fault('unexpected-message', 'ApplicationData', detail, spec(9846, '4.7.2')));
  }
}
