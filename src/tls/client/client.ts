/**
 * A TLS 1.3 client, sans-IO: bytes in, bytes and events out (RFC 9846 §A.1).
 *
 * ```ts
 * const client = new Client(config, channelOptions);
 * await client.start();
 * await client.receive(bytesFromServer);
 * send(client.takeOutput());
 * ```
 */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { Channel, nameOf, type ChannelOptions, type Incoming } from '../connection/channel.ts';
import { onKeyUpdate, peerAlerted, sendKeyUpdate } from '../connection/connected.ts';
import { fault, isTlsError } from '../failure.ts';
import { makeClientShare } from '../key-exchange.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { groupByCode } from '../registry/groups.ts';
import { Transcript } from '../transcript.ts';
import { onCertificate, onCertificateRequest, onCertificateVerify, onEncryptedExtensions } from './authentication.ts';
import type { ClientConfig } from './config.ts';
import { onFinished } from './finish.ts';
import { drawGrease, makeClientHello } from './hello.ts';
import { onHelloRetryRequest, onServerHello } from './server-hello.ts';
import { failed, type ClientState } from './states.ts';

export class Client {
  readonly #config: ClientConfig;
  readonly #channel: Channel;
  #state: ClientState = { state: 'start' };

  constructor(config: ClientConfig, options: ChannelOptions) {
    this.#config = config;
    this.#channel = new Channel(options);
  }

  get state(): ClientState {
    return this.#state;
  }

  takeOutput(): readonly Bytes[] {
    return this.#channel.takeOutput();
  }

  /** Sends the ClientHello. */
  async start(): Promise<void> {
    const channel = this.#channel;
    channel.beginScope();
    const { random } = this;
    const parts = {
      random: random('client_random', 32),
      // A session id that looks like resumption keeps old middleboxes calm, RFC 9846 §E.4.
      sessionId: this.#config.compatibilityMode ? random('legacy_session_id', 32) : new Uint8Array(),
      grease: this.#config.grease ? drawGrease(channel.recorder) : undefined,
    };
    const shares = [];
    for (const code of this.#config.keyShares) {
      const group = groupByCode(code);
      if (group !== undefined) shares.push(await makeClientShare(channel.recorder, group));
    }
    const hello = makeClientHello(this.#config, parts, shares);
    const encoded = channel.encode(hello);
    await channel.sendHandshake('ClientHello', encoded);
    channel.acceptCompatibilityRecords(true);
    this.#state = { state: 'wait_server_hello', hello, shares, transcript: new Transcript().add(encoded.bytes as Bytes) };
  }

  /** Takes bytes of the server, in any portions. */
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

  readonly random = (name: string, length: number): Bytes =>
    this.#channel.recorder.random(name, length, spec(9846, '4.2.2')).bytes;

  #mustBeConnected(what: string) {
    if (this.#state.state !== 'connected') throw new Error(`${what}() before the handshake is complete`);
    return this.#state;
  }

  async #enter(next: ClientState): Promise<void> {
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

  async #handle(incoming: Incoming): Promise<ClientState> {
    switch (incoming.kind) {
      case 'fault':
        return failed(incoming.error);
      case 'alert':
        return this.#onAlert(incoming.alert.description);
      case 'data':
        if (this.#state.state === 'connected') return { ...this.#state, keyUpdates: 0 };
        return this.#unexpected('application data');
      case 'handshake':
        return this.#onHandshake(incoming.message, incoming.bytes);
    }
  }

  #onAlert(description: number): ClientState {
    if (description === 0 && this.#state.state === 'connected') return { state: 'closed' };
    // user_canceled announces a close_notify and changes nothing by itself, RFC 9846 §6.1.
    if (description === 90) return this.#state;
    return failed(peerAlerted(description));
  }

  /** Which message each state waits for. Everything else is unexpected_message (RFC 9846 §4). */
  async #onHandshake(message: HandshakeMessage, bytes: Bytes): Promise<ClientState> {
    const state = this.#state;
    const channel = this.#channel;
    const config = this.#config;
    switch (state.state) {
      case 'wait_server_hello':
        if (message.type === 'hello_retry_request') return onHelloRetryRequest(state, { message, bytes }, config, channel);
        if (message.type === 'server_hello') return onServerHello(state, { message, bytes }, channel);
        break;
      case 'wait_encrypted_extensions':
        if (message.type === 'encrypted_extensions') return onEncryptedExtensions(state, { message, bytes }, channel);
        break;
      case 'wait_certificate_or_request':
        if (message.type === 'certificate_request') return onCertificateRequest(state, { message, bytes });
        if (message.type === 'certificate') return onCertificate(state, { message, bytes }, config, channel);
        break;
      case 'wait_certificate':
        if (message.type === 'certificate') return onCertificate(state, { message, bytes }, config, channel);
        break;
      case 'wait_certificate_verify':
        if (message.type === 'certificate_verify') return onCertificateVerify(state, { message, bytes }, config, channel);
        break;
      case 'wait_finished':
        if (message.type === 'finished') return onFinished(state, { message, bytes }, config, channel);
        break;
      case 'connected':
        // Tickets are noted and left unused: this client does not resume.
        if (message.type === 'new_session_ticket') return state;
        if (message.type === 'key_update') {
          const next = await onKeyUpdate(state, message, channel);
          return isTlsError(next) ? failed(next) : next;
        }
        break;
      case 'start':
      case 'closed':
      case 'failed':
        break;
    }
    return this.#unexpected(nameOf(message));
  }

  #unexpected(what: string): ClientState {
    return failed(fault('unexpected-message', what, `${what} in state ${this.#state.state}`, spec(9846, 'A.1')));
  }
}
