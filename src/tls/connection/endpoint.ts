/**
 * What a client and a server have in common: a state, a channel, and the loop between them.
 *
 * Sans-IO: `receive` takes the peer's bytes in any portions, `takeOutput` gives the bytes to send.
 * Which message is allowed in which state is up to the subclass.
 */
import { spec, type Spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { failed, type Closed, type Failed } from '../client/states.ts';
import { fault, isTlsError } from '../failure.ts';
import { suiteNames } from '../late.ts';
import type { AlertMessage, HandshakeMessage } from '../messages/model.ts';
import { suiteName } from '../registry/names.ts';
import type { Tls12Suite } from '../registry/suite-parts.ts';
import { alertCodes } from '../registry/alerts.ts';
import { Channel, nameOf, type ChannelOptions, type Incoming } from './channel.ts';
import { onKeyUpdate, peerAlerted, sendKeyUpdate, type Traffic } from './connected.ts';
import { say } from '../../bytes/say.ts';

export type ConnectedState = Tls13Connected | Tls12Connected;

export interface Tls13Connected extends Traffic {
  readonly state: 'connected';
  readonly version: 0x0304;
}

/** Keys of TLS 1.2 stay until the end; the channel holds them. */
export interface Tls12Connected {
  readonly state: 'connected';
  readonly version: 0x0303;
  readonly suite: Tls12Suite;
}

/** Warnings that a peer of TLS 1.2 may send, and renegotiations it may ask for, before it is taken for an attack on our time. */
const maxPatience = 16;

export abstract class Endpoint<
  Connected extends ConnectedState,
  Handshaking extends { readonly state: string },
> {
  protected readonly channel: Channel;
  protected current: Connected | Handshaking | Closed | Failed;
  readonly #onData: (data: Bytes) => void;
  /** Where the state machine of this role is drawn. */
  readonly #machine: Spec;
  /** close_notify ends one direction only (RFC 9846 §6.1): what has arrived, and what has gone out. */
  #peerClosed = false;
  #selfClosed = false;
  /** A KeyUpdate that asks for one back is on its way; a second one must wait for the answer (RFC 9846 §4.7.3). */
  #updateAsked = false;
  /** The last thing sent is an answer to such a request; as long as it waits here, it answers whatever else is asked. */
  #updateAnswered = false;
  /** Warnings and requests for a renegotiation heard so far. */
  #annoyances = 0;
  #turn: Promise<unknown> = Promise.resolve();

  protected constructor(
    start: Handshaking,
    options: ChannelOptions,
    machine: Spec,
    onData: (data: Bytes) => void,
  ) {
    this.channel = new Channel(options);
    this.current = start;
    this.#machine = machine;
    this.#onData = onData;
  }

  /** The next state for a handshake message before the connection stands; undefined: not expected here. */
  protected abstract onHandshake(
    state: Handshaking,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Handshaking | Failed | undefined>;

  /** The next state for a ChangeCipherSpec of TLS 1.2; undefined: not expected here. */
  protected abstract onChangeCipherSpec(state: Handshaking): Promise<Handshaking | Failed | undefined>;

  get state(): Connected | Handshaking | Closed | Failed {
    return this.current;
  }

  /** Bytes for the peer, one entry per record. */
  takeOutput(): readonly Bytes[] {
    this.#updateAnswered = false;
    return this.channel.takeOutput();
  }

  /** The peer's close_notify is here: no more data will come, but may still be sent. */
  get peerClosed(): boolean {
    return this.#peerClosed;
  }

  /**
   * Takes bytes of the peer, in any portions; they must not be changed from here on. What follows a close_notify is
   * ignored, RFC 9846 §6.1.
   */
  receive(bytes: Uint8Array): Promise<void> {
    return this.inTurn(async () => {
      if (this.#deaf) return;
      this.channel.push(bytes);
      while (!this.#deaf) {
        const incoming = await this.channel.next();
        if (incoming === undefined) return;
        await this.#enter(await this.#handle(incoming));
      }
    });
  }

  /** Sends application data. Only once connected. */
  send(data: Bytes): Promise<void> {
    return this.inTurn(async () => {
      const state = this.#mustBeConnected('send');
      // No key may protect more than it is good for, RFC 9846 §5.5.
      if (state.version === 0x0304 && this.channel.keyUpdateDue)
        this.current = (await sendKeyUpdate(state, false, this.channel)) as Connected;
      this.channel.beginScope();
      await this.channel.sendData(data);
      this.#updateAnswered = false;
    });
  }

  /**
   * Sends a KeyUpdate; with `updateRequested` the peer answers with its own (RFC 9846 §4.7.3). While such
   * an answer is still to come, a further KeyUpdate asks for none.
   */
  updateKeys(updateRequested: boolean): Promise<void> {
    return this.inTurn(async () => {
      const state = this.#mustBeConnected('updateKeys');
      if (state.version !== 0x0304) throw new Error('updateKeys() of a connection that is not TLS 1.3');
      const asks = updateRequested && !this.#updateAsked;
      this.#updateAsked ||= asks;
      this.current = (await sendKeyUpdate(state, asks, this.channel)) as Connected;
    });
  }

  /** Sends close_notify, RFC 9846 §6.1: this side says nothing more, but hears what the peer still has to say. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      this.#mustBeConnected('close');
      this.channel.beginScope();
      await this.channel.sendAlert('close_notify');
      this.#selfClosed = true;
      if (this.#peerClosed) await this.#enter({ state: 'closed' });
    });
  }

  /**
   * One thing after the other, in the order of the calls, awaited or not: two at once would protect
   * two records with one nonce, or bring back keys that are gone.
   */
  protected inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Nothing that still arrives is of interest. */
  get #deaf(): boolean {
    return this.#peerClosed || this.current.state === 'failed' || this.current.state === 'closed';
  }

  #mustBeConnected(what: string): Connected {
    if (!isConnected(this.current) || this.#selfClosed)
      throw new Error(`${what}() while the connection is not open`);
    return this.current as Connected;
  }

  async #enter(next: Connected | Handshaking | Closed | Failed): Promise<void> {
    const before = this.current.state;
    this.current = next;
    if (next.state === 'failed') {
      const { error, tellPeer } = next as Failed;
      this.channel.failed(error);
      if (!tellPeer || this.#selfClosed) return;
      this.channel.beginScope();
      await this.channel.sendAlert(error.alert);
    }
    if (next.state === 'connected' && before !== 'connected') this.channel.announce('connected');
    if (next.state === 'closed') this.channel.announce('closed');
  }

  async #handle(incoming: Incoming): Promise<Connected | Handshaking | Closed | Failed> {
    switch (incoming.kind) {
      case 'fault':
        return failed(incoming.error);
      case 'alert':
        return this.#onAlert(incoming.alert);
      case 'change-cipher-spec':
        return this.#onChangeCipherSpec();
      case 'data':
        return this.#onContent(incoming.bytes);
      case 'handshake':
        return this.#onMessage(incoming.message, incoming.bytes);
    }
  }

  #onContent(data: Bytes): Connected | Handshaking | Closed | Failed {
    const next = isConnected(this.current)
      ? this.onData(this.current as Connected, data)
      : (this.onEarlyData(this.current as Handshaking, data) ?? this.#unexpected('application data'));
    if (next.state === 'failed') return next;
    this.#onData(data);
    const counts = isConnected(next) && next.version === 0x0304;
    return counts ? { ...next, keyUpdates: 0 } : next;
  }

  async #onMessage(message: HandshakeMessage, bytes: Bytes): Promise<Connected | Handshaking | Failed> {
    if (!isConnected(this.current)) {
      if (suitesOf(message).some((code) => suiteName(code) === undefined)) await suiteNames();
      const next = await this.onHandshake(this.current as Handshaking, message, bytes);
      return next ?? this.#unexpected(nameOf(message));
    }
    const state = this.current as Connected;
    if (state.version === 0x0303) return this.#onTls12Message(state, message);
    if (message.type === 'key_update' && !this.inMiddle(state)) {
      const answered = this.#updateAnswered && this.channel.outputWaiting;
      const answer = message.updateRequested && !this.#selfClosed && !answered;
      const next = await onKeyUpdate(state, this.channel, answer);
      this.#updateAsked = false;
      this.#updateAnswered ||= answer;
      return isTlsError(next) ? failed(next) : (next as Connected);
    }
    return (await this.afterHandshake(state, message, bytes)) ?? this.#unexpected(nameOf(message));
  }

  /** A renegotiation is refused with a warning, and the connection stays as it is (RFC 5746 §4.5, RFC 5246 §7.2.2). */
  async #onTls12Message(state: Connected, message: HandshakeMessage): Promise<Connected | Failed> {
    if (!this.asksToRenegotiate(message)) return this.#unexpected(nameOf(message));
    if (++this.#annoyances > maxPatience) return this.#tooOften(nameOf(message));
    this.channel.beginScope();
    await this.channel.sendAlert('no_renegotiation');
    return state;
  }

  async #onChangeCipherSpec(): Promise<Connected | Handshaking | Failed> {
    if (isConnected(this.current)) return this.#unexpected('ChangeCipherSpec');
    const next = await this.onChangeCipherSpec(this.current as Handshaking);
    return next ?? this.#unexpected('ChangeCipherSpec');
  }

  /** Whether a message of a TLS 1.2 peer asks for a new handshake on this connection. */
  protected abstract asksToRenegotiate(message: HandshakeMessage): boolean;

  /** The next state for a message other than KeyUpdate once the connection stands; undefined: not expected here. */
  protected abstract afterHandshake(
    state: Connected,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Failed | undefined>;

  /** A row of messages has begun that nothing may interrupt. */
  protected inMiddle(_state: Connected): boolean {
    return false;
  }

  /** The next state for data before the connection stands; undefined: not expected here. Only 0-RTT data ever is. */
  protected onEarlyData(_state: Handshaking, _data: Bytes): Handshaking | Failed | undefined {
    return undefined;
  }

  /** The next state for data once the connection stands. */
  protected onData(state: Connected, _data: Bytes): Connected | Failed {
    return state;
  }

  async #onAlert({ level, description }: AlertMessage): Promise<Connected | Handshaking | Closed | Failed> {
    if (description === 0 && isConnected(this.current)) {
      this.#peerClosed = true;
      // TLS 1.2 answers in kind and is done, RFC 5246 §7.2.1; TLS 1.3 closes each direction by itself.
      if ((this.current as Connected).version === 0x0303 && !this.#selfClosed) {
        this.channel.beginScope();
        await this.channel.sendAlert('close_notify');
        this.#selfClosed = true;
      }
      return this.#selfClosed ? { state: 'closed' } : this.current;
    }
    // user_canceled announces a close_notify and changes nothing by itself, RFC 9846 §6.1.
    if (description === 90) return this.current;
    if (description !== 0 && this.#isWarning(level, description)) {
      return ++this.#annoyances > maxPatience ? this.#tooOften('Alert') : this.current;
    }
    return failed(peerAlerted(description));
  }

  /**
   * TLS 1.2 has alerts that end nothing, RFC 5246 §7.2.2. The one that servers send before anybody knows
   * which version it will be is unrecognized_name (RFC 6066 §3); in TLS 1.3 it ends the connection like all
   * others, whatever level it claims (RFC 9846 §6).
   */
  #isWarning(level: number, description: number): boolean {
    if (level !== 1) return false;
    const open = this.current.state === 'wait_server_hello';
    return this.channel.version === 0x0303 || (open && description === alertCodes.unrecognized_name);
  }

  #tooOften(what: string): Failed {
    return failed(fault('unexpected-message', what, say('more than {} of them', maxPatience), this.#machine));
  }

  /** Messages out of order are unexpected_message, RFC 9846 §4. */
  #unexpected(what: string): Failed {
    return failed(
      fault('unexpected-message', what, say('{} in state {}', what, this.current.state), this.#machine),
    );
  }
}

/** The suites that a hello names: who looks at it wants to read their names. */
function suitesOf(message: HandshakeMessage): readonly number[] {
  if (message.type === 'client_hello') return message.cipherSuites;
  return 'cipherSuite' in message ? [message.cipherSuite] : [];
}

function isConnected(state: { readonly state: string }): state is ConnectedState {
  return state.state === 'connected';
}

export const machines = { client: spec(9846, 'A.1'), server: spec(9846, 'A.2') };
