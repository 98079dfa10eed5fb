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
import type { HandshakeMessage } from '../messages/model.ts';
import { Channel, nameOf, type ChannelOptions, type Incoming } from './channel.ts';
import { onKeyUpdate, peerAlerted, sendKeyUpdate, type Traffic } from './connected.ts';

export interface ConnectedState extends Traffic {
  readonly state: 'connected';
}

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

  /** Takes bytes of the peer, in any portions. What follows a close_notify is ignored, RFC 9846 §6.1. */
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
      if (this.channel.keyUpdateDue) this.current = await sendKeyUpdate(state, false, this.channel);
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
      const asks = updateRequested && !this.#updateAsked;
      this.#updateAsked ||= asks;
      this.current = await sendKeyUpdate(state, asks, this.channel);
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
        return this.#onAlert(incoming.alert.description);
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
    return isConnected(next) ? { ...(next as Connected), keyUpdates: 0 } : next;
  }

  async #onMessage(message: HandshakeMessage, bytes: Bytes): Promise<Connected | Handshaking | Failed> {
    if (!isConnected(this.current)) {
      const next = await this.onHandshake(this.current as Handshaking, message, bytes);
      return next ?? this.#unexpected(nameOf(message));
    }
    const state = this.current as Connected;
    if (message.type === 'key_update') {
      const answered = this.#updateAnswered && this.channel.outputWaiting;
      const answer = message.updateRequested && !this.#selfClosed && !answered;
      const next = await onKeyUpdate(state, this.channel, answer);
      this.#updateAsked = false;
      this.#updateAnswered ||= answer;
      return isTlsError(next) ? failed(next) : next;
    }
    return (await this.afterHandshake(state, message, bytes)) ?? this.#unexpected(nameOf(message));
  }

  /** The next state for a message other than KeyUpdate once the connection stands; undefined: not expected here. */
  protected abstract afterHandshake(
    state: Connected,
    message: HandshakeMessage,
    bytes: Bytes,
  ): Promise<Connected | Failed | undefined>;

  /** The next state for data before the connection stands; undefined: not expected here. Only 0-RTT data ever is. */
  protected onEarlyData(_state: Handshaking, _data: Bytes): Handshaking | Failed | undefined {
    return undefined;
  }

  /** The next state for data once the connection stands. */
  protected onData(state: Connected, _data: Bytes): Connected | Failed {
    return state;
  }

  #onAlert(description: number): Connected | Handshaking | Closed | Failed {
    if (description === 0 && isConnected(this.current)) {
      this.#peerClosed = true;
      return this.#selfClosed ? { state: 'closed' } : this.current;
    }
    // user_canceled announces a close_notify and changes nothing by itself, RFC 9846 §6.1.
    if (description === 90) return this.current;
    return failed(peerAlerted(description));
  }

  /** Messages out of order are unexpected_message, RFC 9846 §4. */
  #unexpected(what: string): Failed {
    return failed(fault('unexpected-message', what, `${what} in state ${this.current.state}`, this.#machine));
  }
}

function isConnected(state: { readonly state: string }): boolean {
  return state.state === 'connected';
}

export const machines = { client: spec(9846, 'A.1'), server: spec(9846, 'A.2') };
