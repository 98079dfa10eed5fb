/**
 * A TLS client, sans-IO: bytes in, bytes and events out. It speaks TLS 1.3 (RFC 9846 §A.1) and TLS 1.2
 * (RFC 5246 §7.3), whichever its server picks of what its configuration offers.
 *
 * ```ts
 * const client = new Client(config, channelOptions);
 * await client.start();
 * await client.receive(bytesFromServer);
 * send(client.takeOutput());
 * ```
 */
import type { Encoded } from '../../bytes/field.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { ChannelOptions } from '../connection/channel.ts';
import { Endpoint, machines } from '../connection/endpoint.ts';
import { makeClientShare } from '../key-exchange.ts';
import type { HandshakeMessage } from '../messages/model.ts';
import type { Session } from '../psk.ts';
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
import { drawGrease, makeClientHello, tls12, tls13 } from './hello.ts';
import { clientRetry, lateClient, pskClient } from '../late.ts';
import { onServerHello } from './server-hello.ts';
import type { Connected, Failed, Handshaking } from './states.ts';
import { openStaples } from '../status-request.ts';
import { tls12Client } from '../tls12/door.ts';
import { isTls12Answer } from './version.ts';
import type { Connected12 } from './tls12/states.ts';
import type { ClientSession } from '../tls12/session.ts';

export class Client extends Endpoint<Connected | Connected12, Handshaking> {
  readonly #config: ClientConfig;
  #sessions: readonly Session[] = [];
  #tls12Session: ClientSession | undefined;

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

  /** What a connection of TLS 1.2 left to come back with; stays when it is closed. */
  get tls12Session(): ClientSession | undefined {
    return this.#tls12Session;
  }

  /** Sends the ClientHello. Once, and before anything is received. */
  start(): Promise<void> {
    return this.inTurn(() => this.#start());
  }

  async #start(): Promise<void> {
    const { channel } = this;
    if (this.current.state !== 'start') throw new Error(`start() of a client in state ${this.current.state}`);
    if (this.#config.statusRequest === true) await openStaples();
    channel.beginScope();
    const random = (name: string): Bytes => channel.recorder.random(name, 32, spec(9846, '4.2.2')).bytes;
    const { versions } = this.#config;
    const parts = {
      random: random('client_random'),
      sessionId: this.#sessionId() ?? random('legacy_session_id'),
      grease: this.#config.grease ? drawGrease(channel.recorder) : undefined,
    };
    channel.useRecordVersion(Math.min(tls12, Math.max(...versions)));
    const keyShares = versions.includes(tls13) ? this.#config.keyShares : [];
    const groups = keyShares.map(groupByCode).filter((group) => group !== undefined);
    const shares = await Promise.all(groups.map((group) => makeClientShare(channel.recorder, group)));
    const psks = this.#config.psk && (await pskClient());
    const usable = psks?.usablePsk(this.#config);
    const psk = usable && (await psks?.keyPsk(channel.recorder, usable));
    const suite = psks?.earlySuite(this.#config, usable);
    const plain = makeClientHello(this.#config, parts, shares, suite !== undefined);
    const bound = psk && (await psks?.bindPsk(channel, plain, new Transcript(), psk, this.#config));
    const { hello, encoded } = bound ?? { hello: plain, encoded: channel.encode(plain) };
    await channel.sendHandshake('ClientHello', encoded);
    channel.acceptCompatibilityRecords(true);
    const transcript = new Transcript().add(encoded.bytes as Bytes);
    if (psk && suite) await psks?.sendEarlyData(channel, suite, psk, hello, transcript, this.#config);
    const early = suite === undefined ? 'none' : 'sent';
    this.current = { state: 'wait_server_hello', hello, shares, transcript, psk, early };
  }

  /**
   * Sends the ClientHello of somebody else inside this connection of TLS 1.2, as if it asked for a new handshake:
   * what an attacker did until RFC 5746 (CVE-2009-3555). What is answered is the server's business.
   */
  sendForeignHello(hello: Encoded): Promise<void> {
    return this.inTurn(async () => {
      if (this.current.state !== 'connected' || this.current.version !== tls12)
        throw new Error('sendForeignHello() outside of a connection of TLS 1.2');
      this.channel.beginScope();
      await this.channel.sendHandshake('ClientHello', hello);
    });
  }

  /** The session ID of the hello; undefined: a random one that stands for no session. */
  #sessionId(): Bytes | undefined {
    const { versions, compatibilityMode, tls12: options } = this.#config;
    const { session } = options;
    if (session !== undefined && versions.includes(tls12)) {
      // The server accepts a ticket by repeating whatever ID came with it, RFC 5077 §3.4.
      return session.ticket === undefined ? session.sessionId : undefined;
    }
    // An ID that looks like resumption keeps old middleboxes calm, RFC 9846 §E.4.
    return compatibilityMode && versions.includes(tls13) ? undefined : new Uint8Array();
  }

  /** Which message each state waits for, RFC 9846 §A.1; in TLS 1.2 RFC 5246 §7.3. */
  protected override async onHandshake(
    state: Handshaking,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Connected12 | Handshaking | Failed | undefined> {
    const { channel } = this;
    const config = this.#config;
    if ('version' in state) {
      const { onTls12Handshake } = await tls12Client();
      const next = await onTls12Handshake(state, message, bytes, config, channel);
      if (next?.state === 'connected') this.#tls12Session = next.session;
      return next;
    }
    switch (state.state) {
      case 'start':
        return undefined;
      case 'wait_server_hello':
        if (message.type === 'hello_retry_request')
          return (await clientRetry()).onHelloRetryRequest(state, { message, bytes }, config, channel);
        if (message.type !== 'server_hello') return undefined;
        if (!isTls12Answer(message, config)) return onServerHello(state, { message, bytes }, config, channel);
        return (await tls12Client()).onTls12ServerHello(state, { message, bytes }, config, channel);
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

  protected override async onChangeCipherSpec(state: Handshaking): Promise<Handshaking | Failed | undefined> {
    return state.state === 'tls12_wait_change_cipher_spec'
      ? (await tls12Client()).onChangeCipherSpec(state, this.channel)
      : undefined;
  }

  protected override asksToRenegotiate(message: HandshakeMessage): boolean {
    return message.type === 'hello_request';
  }

  /** Tickets, and requests for a certificate if the hello said they are welcome (RFC 9846 §4.7.2). */
  protected override async afterHandshake(
    state: Connected | Connected12,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Failed | undefined> {
    const { channel } = this;
    const config = this.#config;
    if (state.version !== 0x0304) return undefined;
    if (message.type === 'new_session_ticket') {
      const next = await (await lateClient()).onNewSessionTicket(state, { message, bytes }, config, channel);
      if (next.state === 'connected') this.#sessions = next.sessions;
      return next;
    }
    // With an external PSK the question may not be asked at all, RFC 9846 §4.4.2.
    const external = 'psk' in state.server && state.server.psk.kind === 'external';
    const askable = config.postHandshakeAuth === true && !external;
    if (message.type === 'certificate_request' && askable)
      return (await lateClient()).onLateCertificateRequest(state, { message, bytes }, config, channel);
    return undefined;
  }
}
