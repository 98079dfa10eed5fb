/** One party of a captured connection: what it would have been told, as events for the collector. */
import type { Field } from '../../bytes/field.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { Recorder } from '../../crypto/recorder.ts';
import type {
  ConnectionEvent,
  ContentName,
  Facts,
  NegotiatedValues,
  RecordOnWire,
  Work,
} from '../../tls/connection/events.ts';
import type { Level } from '../../tls/record/view.ts';
import type { TlsError } from '../../tls/errors.ts';
import type { PathResult } from '../../x509/path/result.ts';

export interface SeenMessage {
  readonly message: ContentName;
  readonly content: Bytes;
  readonly tree: () => Field;
  readonly records: readonly RecordOnWire[];
  readonly start: number;
}

/** Scopes are numbered as a channel numbers them: one per message made, read, or piece of work. */
export class Witnessed {
  readonly recorder: Recorder;
  readonly #emit: (event: ConnectionEvent) => void;
  #scope = 0;
  #scopes = 0;

  constructor(emit: (event: ConnectionEvent) => void, provider: Provider, now: () => number) {
    this.#emit = emit;
    this.recorder = new Recorder({
      provider,
      now,
      onOperation: (operation) => this.#emit({ type: 'operation', scope: this.#scope, operation }),
    });
  }

  beginScope(): void {
    this.#scope = ++this.#scopes;
  }

  message(direction: 'sent' | 'received', seen: SeenMessage): void {
    const level = seen.records[0]?.opened.level ?? 'plaintext';
    this.#emit({ type: 'message', scope: this.#scope, direction, level, ...seen });
  }

  changeCipherSpec(bytes: Bytes): void {
    this.#emit({ type: 'change-cipher-spec', direction: 'sent', bytes });
  }

  rejected(bytes: Bytes, level: Level): void {
    this.#emit({ type: 'rejected-record', scope: this.#scope, bytes, level });
  }

  work(work: Work, path?: PathResult): void {
    this.#emit({ type: 'work', scope: this.#scope, work, ...(path && { path }) });
  }

  facts(facts: Facts): void {
    this.#emit({ type: 'facts', scope: this.#scope, facts });
  }

  negotiated(values: NegotiatedValues): void {
    this.#emit({ type: 'negotiated', scope: this.#scope, values });
  }

  failed(error: TlsError): void {
    this.#emit({ type: 'failed', scope: this.#scope, error });
  }

  secret(event: Omit<Extract<ConnectionEvent, { type: 'secret' }>, 'type'>): void {
    this.#emit({ type: 'secret', ...event });
  }
}
