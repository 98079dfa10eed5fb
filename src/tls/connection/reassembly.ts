/** Handshake messages out of records: several may share one, and one may span several (RFC 9846 §5.1). */
import type { Bytes } from '../../crypto/port.ts';
import type { RecordOnWire } from './events.ts';

interface Pending {
  readonly record: RecordOnWire;
  /** Bytes of its content that messages have taken already. */
  used: number;
}

/** Handshake content that arrived and is not consumed yet, record by record. */
export class Reassembly {
  readonly #pending: Pending[] = [];
  /** Bytes of it; counted, so that a message in a thousand records costs no thousand sums. */
  #available = 0;

  /** No byte of a message is waiting: what comes next begins a message. */
  get empty(): boolean {
    return this.#pending.length === 0;
  }

  get available(): number {
    return this.#available;
  }

  /** Where in the first waiting record the next message begins. */
  get start(): number {
    return this.#pending[0]?.used ?? 0;
  }

  add(record: RecordOnWire): void {
    this.#pending.push({ record, used: 0 });
    this.#available += record.opened.content.length;
  }

  /** Gives up what waits: the bytes behind it are missing. Returns the records it came in. */
  clear(): readonly RecordOnWire[] {
    this.#available = 0;
    return this.#pending.splice(0).map(({ record }) => record);
  }

  /** The first bytes, at most `length`; a view where they stand in one record. */
  peek(length: number): Bytes {
    const [first] = this.#pending;
    if (first && first.used + length <= first.record.opened.content.length)
      return first.record.opened.content.subarray(first.used, first.used + length);
    const bytes = new Uint8Array(Math.min(length, this.#available));
    let at = 0;
    for (const { record, used } of this.#pending) {
      if (at === bytes.length) break;
      const part = record.opened.content.subarray(used, used + bytes.length - at);
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** Takes `length` bytes, which must be there; returns the records they came in. */
  consume(length: number): readonly RecordOnWire[] {
    this.#available -= length;
    const records: RecordOnWire[] = [];
    let left = length;
    let finished = 0;
    for (const pending of this.#pending) {
      if (left === 0) break;
      const { content } = pending.record.opened;
      const size = Math.min(left, content.length - pending.used);
      records.push(pending.record);
      pending.used += size;
      left -= size;
      if (pending.used === content.length) finished++;
    }
    this.#pending.splice(0, finished);
    return records;
  }
}
