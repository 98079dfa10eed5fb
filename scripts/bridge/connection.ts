/** The engine on a TCP socket: bytes in and out in order, and every way a connection can end. */
import type { Socket } from 'node:net';
import type { Bytes } from '../../src/crypto/port.ts';
import type { Client } from '../../src/tls/client/client.ts';
import type { TlsError } from '../../src/tls/errors.ts';
import type { Server } from '../../src/tls/server/server.ts';

export type End =
  /** Both sides said close_notify, or the peer left after ours. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly error: TlsError }
  /** The TCP connection ended without close_notify: data may be missing, RFC 9846 §6.1. */
  | { readonly kind: 'truncated'; readonly state: string }
  | { readonly kind: 'reset'; readonly reason: string; readonly state: string }
  | { readonly kind: 'timeout'; readonly state: string };

export interface Handlers {
  readonly onConnected?: (connection: Connection) => Promise<void> | void;
  readonly onData?: (data: Bytes, connection: Connection) => Promise<void> | void;
  /** The peer's close_notify arrived. Default: answer with our own. */
  readonly onPeerClosed?: (connection: Connection) => Promise<void> | void;
}

export class Connection {
  readonly endpoint: Client | Server;
  /** Resolves once the socket is gone; never rejects but for a bug of the engine. */
  readonly ended: Promise<End>;
  readonly #socket: Socket;
  readonly #handlers: Handlers;
  #finish: (end: End) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  /** What is to be done with the endpoint, one thing after the other. */
  #queue: Promise<void> = Promise.resolve();
  #arrived: Bytes[] = [];
  #connected = false;
  #peerClosed = false;
  #closeSent = false;
  #end: End | undefined;

  /** `timeout` in milliseconds without a byte from the peer. The socket should allow half-open connections. */
  constructor(
    makeEndpoint: (onData: (data: Bytes) => void) => Client | Server,
    socket: Socket,
    timeout: number,
    handlers: Handlers,
  ) {
    this.endpoint = makeEndpoint((data) => void this.#arrived.push(data));
    this.#socket = socket;
    this.#handlers = handlers;
    this.ended = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    socket.setNoDelay(true);
    socket.setTimeout(timeout, () =>
      this.#enqueue(() => this.#stop({ kind: 'timeout', state: this.#stateName })),
    );
    socket.on('data', (chunk: Buffer) => this.#enqueue(() => this.#receive(new Uint8Array(chunk))));
    socket.on('end', () => this.#enqueue(() => this.#peerEnded()));
    socket.on('error', (error) => {
      // What was read before the reset is still in the queue, an alert perhaps.
      this.#enqueue(() => this.#stop({ kind: 'reset', reason: error.message, state: this.#stateName }));
    });
    socket.on('close', () => {
      this.#enqueue(() => this.#finish(this.#end ?? { kind: 'truncated', state: this.#stateName }));
    });
  }

  /** A client speaks first. */
  start(): void {
    this.#enqueue(async () => {
      if ('start' in this.endpoint) await this.endpoint.start();
      this.#flush();
    });
  }

  /** Sends data; only once connected and before `close`. Not from within a handler: use the handler's own awaits. */
  async send(data: Bytes): Promise<void> {
    await this.endpoint.send(data);
    this.#flush();
  }

  async updateKeys(updateRequested: boolean): Promise<void> {
    await this.endpoint.updateKeys(updateRequested);
    this.#flush();
  }

  /** Asks the client for its certificate, where it said that it may be asked now. */
  async askForCertificate(): Promise<void> {
    const { endpoint } = this;
    if (!('requestCertificate' in endpoint)) return;
    const { state } = endpoint;
    if (state.state !== 'connected' || !('mayBeAsked' in state) || !state.mayBeAsked) return;
    await endpoint.requestCertificate();
    this.#flush();
  }

  /** Sends close_notify and ends our half of the TCP connection. */
  async close(): Promise<void> {
    const { state } = this.endpoint.state;
    // In TLS 1.2 the endpoint answers the peer's close_notify by itself, RFC 5246 §7.2.1.
    if (this.#closeSent || (state !== 'connected' && state !== 'closed')) return;
    this.#closeSent = true;
    if (state === 'connected') await this.endpoint.close();
    this.#flush();
    this.#end ??= { kind: 'closed' };
    this.#socket.end();
  }

  /** Does `work` after everything that is going on; for callers outside of the handlers. */
  async turn(work: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#enqueue(() => work().then(resolve, reject));
    });
  }

  get #stateName(): string {
    return this.endpoint.state.state;
  }

  #enqueue(work: () => Promise<void> | void): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      this.#socket.destroy();
      this.#fail(error);
    });
  }

  async #receive(chunk: Bytes): Promise<void> {
    if (this.#end?.kind === 'failed') return;
    await this.endpoint.receive(chunk);
    this.#flush();
    const { state } = this.endpoint;
    if (state.state === 'connected' && !this.#connected) {
      this.#connected = true;
      await this.#handlers.onConnected?.(this);
    }
    // What came as early data waits for the handshake, like its answer.
    if (this.#connected) await this.#deliver();
    if (state.state === 'failed') return this.#stop({ kind: 'failed', error: state.error });
    if (this.endpoint.peerClosed && !this.#peerClosed) {
      this.#peerClosed = true;
      await (this.#handlers.onPeerClosed ?? ((connection) => connection.close()))(this);
    }
    return undefined;
  }

  async #deliver(): Promise<void> {
    for (const data of this.#arrived.splice(0)) await this.#handlers.onData?.(data, this);
  }

  async #peerEnded(): Promise<void> {
    if (this.#peerClosed) return this.close();
    this.#end ??= this.#closeSent ? { kind: 'closed' } : { kind: 'truncated', state: this.#stateName };
    this.#socket.end();
    return undefined;
  }

  /** The last bytes, an alert perhaps, go out before the connection ends. */
  #stop(end: End): void {
    this.#end ??= end;
    if (end.kind !== 'failed') {
      this.#socket.destroy();
      return;
    }
    this.#flush();
    this.#socket.end();
    // Reading on keeps the kernel from answering unread bytes with a reset, which would overtake the alert.
    this.#socket.resume();
    setTimeout(() => this.#socket.destroy(), 1000).unref();
  }

  #flush(): void {
    const output = this.endpoint.takeOutput();
    // In one piece: a peer that leaves in the middle of a flight would break the pipe, and its alert would be lost.
    if (output.length > 0 && this.#socket.writable) this.#socket.write(Buffer.concat(output));
  }
}
