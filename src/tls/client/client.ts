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
import type { ChannelOptions } from '../connection/channel.ts';
import { Endpoint, machines } from '../connection/endpoint.ts';
import { makeClientShare } from '../key-exchange.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import { keyPsk, type Session } from '../psk.ts';
import { groupByCode } from '../registry/groups.ts';
import { Transcript } from '../transcript.ts';
import {
  onCertificate,
  onCertificateRequest,
  onCertificateVerify,
  onEncryptedExtensions,
} from './authentication.ts';
import type { ClientConfig } from './config.ts';
import { onFinished } from './finish.ts';
import { drawGrease, makeClientHello } from './hello.ts';
import { onLateCertificateRequest, onNewSessionTicket } from './post-handshake.ts';
import { bindPsk, earlySuite, sendEarlyData, usablePsk } from './psk.ts';
import { onHelloRetryRequest, onServerHello } from './server-hello.ts';
import type { Connected, Failed, Handshaking } from './states.ts';

export class Client extends Endpoint<Connected, Handshaking> {
  readonly #config: ClientConfig;
  #sessions: readonly Session[] = [];

  /** `onData` is told of application data as it arrives. */
  constructor(
    config: ClientConfig,
    options: ChannelOptions,
    onData: (data: Bytes) => void = () => undefined,
  ) {
    super({ state: 'start' }, options, machines.client, onData);
    this.#config = config;
  }

  /** What its tickets stand for; still there when the connection is over. */
  get sessions(): readonly Session[] {
    return this.#sessions;
  }

  /** Sends the ClientHello. Once, and before anything is received. */
  start(): Promise<void> {
    return this.inTurn(() => this.#start());
  }

  async #start(): Promise<void> {
    const { channel } = this;
    if (this.current.state !== 'start') throw new Error(`start() of a client in state ${this.current.state}`);
    channel.beginScope();
    const random = (name: string): Bytes => channel.recorder.random(name, 32, spec(9846, '4.2.2')).bytes;
    const parts = {
      random: random('client_random'),
      // A session id that looks like resumption keeps old middleboxes calm, RFC 9846 §E.4.
      sessionId: this.#config.compatibilityMode ? random('legacy_session_id') : new Uint8Array(),
      grease: this.#config.grease ? drawGrease(channel.recorder) : undefined,
    };
    const groups = this.#config.keyShares.map(groupByCode).filter((group) => group !== undefined);
    const shares = await Promise.all(groups.map((group) => makeClientShare(channel.recorder, group)));
    const usable = usablePsk(this.#config);
    const psk = usable && (await keyPsk(channel.recorder, usable));
    const suite = earlySuite(this.#config, usable);
    const plain = makeClientHello(this.#config, parts, shares, suite !== undefined);
    const { hello, encoded } = psk
      ? await bindPsk(channel, plain, new Transcript(), psk, this.#config)
      : { hello: plain, encoded: channel.encode(plain) };
    await channel.sendHandshake('ClientHello', encoded);
    channel.acceptCompatibilityRecords(true);
    const transcript = new Transcript().add(encoded.bytes as Bytes);
    if (psk && suite) await sendEarlyData(channel, suite, psk, hello, transcript, this.#config);
    const early = suite === undefined ? 'none' : 'sent';
    this.current = { state: 'wait_server_hello', hello, shares, transcript, psk, early };
  }

  /** Which message each state waits for, RFC 9846 §A.1. */
  protected override async onHandshake(
    state: Handshaking,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Handshaking | Failed | undefined> {
    const { channel } = this;
    const config = this.#config;
    switch (state.state) {
      case 'start':
        return undefined;
      case 'wait_server_hello':
        if (message.type === 'hello_retry_request')
          return onHelloRetryRequest(state, { message, bytes }, config, channel);
        if (message.type === 'server_hello') return onServerHello(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_encrypted_extensions':
        if (message.type === 'encrypted_extensions')
          return onEncryptedExtensions(state, { message, bytes }, channel);
        return undefined;
      case 'wait_certificate_or_request':
        if (message.type === 'certificate_request') return onCertificateRequest(state, { message, bytes });
        if (message.type === 'certificate') return onCertificate(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_certificate':
        if (message.type === 'certificate') return onCertificate(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_certificate_verify':
        if (message.type === 'certificate_verify')
          return onCertificateVerify(state, { message, bytes }, config, channel);
        return undefined;
      case 'wait_finished':
        if (message.type === 'finished') return onFinished(state, { message, bytes }, config, channel);
        return undefined;
    }
  }

  /** Tickets, and requests for a certificate if the hello said they are welcome (RFC 9846 §4.7.2). */
  protected override async afterHandshake(
    state: Connected,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Failed | undefined> {
    const { channel } = this;
    const config = this.#config;
    if (message.type === 'new_session_ticket') {
      const next = await onNewSessionTicket(state, { message, bytes }, config, channel);
      if (next.state === 'connected') this.#sessions = next.sessions;
      return next;
    }
    if (message.type === 'certificate_request' && config.postHandshakeAuth === true)
      return onLateCertificateRequest(state, { message, bytes }, config, channel);
    return undefined;
  }
}
