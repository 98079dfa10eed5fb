/** A TLS 1.3 server, sans-IO: bytes in, bytes and events out (RFC 9846 §A.2). */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { failed } from '../client/states.ts';
import { Channel, nameOf, type ChannelOptions, type Incoming } from '../connection/channel.ts';
import { onKeyUpdate, peerAlerted, sendKeyUpdate } from '../connection/connected.ts';
import { fault, isTlsError } from '../failure.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { onClientCertificate, onClientCertificateVerify, onClientFinished } from './client-flight.ts';
import type { ServerConfig } from './config.ts';
import { onClientHello } from './flight.ts';
import type { ServerState } from './states.ts';

export class Server {
  readonly #config: ServerConfig;
  readonly #channel: Channel;
  readonly #onData: (data: Bytes) => void;
  #state: ServerState = { state: 'wait_client_hello' };

  /** `onData` is told of application data as it arrives. */
  constructor(config: ServerConfig, options: ChannelOptions, onData: (data: Bytes) => void = () => undefined) {
    this.#config = config;
    this.#channel = new Channel(options);
    this.#onData = onData;
  }

  get state(): ServerState {
    return this.#state;
  }

  takeOutput(): readonly Bytes[] {
    return this.#channel.takeOutput();
  }

  /** Takes bytes of the client, in any portions. */
  async receive(bytes: Uint8Array): Promise<void> {
    this.#channel.push(bytes);
    while (this.#state.state !== 'failed' && this.#state.state !== 'closed') {
      const incoming = await this.#channel.next();
      if (incoming === undefined) return;
      await this.#enter(await this.#handle(incoming));
    }
  }

  /** Sends application data. Only once connected. */
  async send(data: Bytes): Promise<void> {
    this.#mustBeConnected('send');
    this.#channel.beginScope();
    await this.#channel.sendData(data);
  }

  async updateKeys(updateRequested: boolean): Promise<void> {
    this.#state = await sendKeyUpdate(this.#mustBeConnected('updateKeys'), updateRequested, this.#channel);
  }

  /** Sends close_notify. */
  async close(): Promise<void> {
    this.#mustBeConnected('close');
    this.#channel.beginScope();
    await this.#channel.sendAlert('close_notify');
    this.#state = { state: 'closed' };
    this.#channel.announce('closed');
  }

  #mustBeConnected(what: string) {
    if (this.#state.state !== 'connected') throw new Error(`${what}() before the handshake is complete`);
    return this.#state;
  }

  async #enter(next: ServerState): Promise<void> {
    const before = this.#state.state;
    this.#state = next;
    if (next.state === 'failed') {
      this.#channel.failed(next.error);
      if (next.tellPeer) {
        this.#channel.beginScope();
        await this.#channel.sendAlert(next.error.alert);
      }
    }
    if (next.state === 'connected' && before !== 'connected') this.#channel.announce('connected');
    if (next.state === 'closed') this.#channel.announce('closed');
  }

  async #handle(incoming: Incoming): Promise<ServerState> {
    switch (incoming.kind) {
      case 'fault':
        return failed(incoming.error);
      case 'alert':
        return this.#onAlert(incoming.alert.description);
      case 'data':
        if (this.#state.state !== 'connected') return this.#unexpected('application data');
        this.#onData(incoming.bytes);
        return { ...this.#state, keyUpdates: 0 };
      case 'handshake':
        return this.#onHandshake(incoming.message, incoming.bytes);
    }
  }

  #onAlert(description: number): ServerState {
    if (description === 0 && this.#state.state === 'connected') return { state: 'closed' };
    // user_canceled announces a close_notify and changes nothing by itself, RFC 9846 §6.1.
    if (description === 90) return this.#state;
    return failed(peerAlerted(description));
  }

  /** Which message each state waits for. Everything else is unexpected_message (RFC 9846 §4). */
  async #onHandshake(message: HandshakeMessage, bytes: Bytes): Promise<ServerState> {
    const state = this.#state;
    const channel = this.#channel;
    const config = this.#config;
    switch (state.state) {
      case 'wait_client_hello':
      case 'wait_second_client_hello':
        if (message.type !== 'client_hello') break;
        channel.acceptCompatibilityRecords(true);
        return onClientHello(state, { message, bytes }, config, channel);
      case 'wait_client_certificate':
        if (message.type === 'certificate') return onClientCertificate(state, { message, bytes }, config, channel);
        break;
      case 'wait_client_certificate_verify':
        if (message.type === 'certificate_verify') return onClientCertificateVerify(state, { message, bytes }, config, channel);
        break;
      case 'wait_client_finished':
        if (message.type === 'finished') return onClientFinished(state, { message, bytes }, channel);
        break;
      case 'connected':
        if (message.type === 'key_update') {
          const next = await onKeyUpdate(state, message, channel);
          return isTlsError(next) ? failed(next) : next;
        }
        break;
      case 'closed':
      case 'failed':
        break;
    }
    return this.#unexpected(nameOf(message));
  }

  #unexpected(what: string): ServerState {
    return failed(fault('unexpected-message', what, `${what} in state ${this.#state.state}`, spec(9846, 'A.2')));
  }
}
