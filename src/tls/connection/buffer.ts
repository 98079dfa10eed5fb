/** Bytes that have arrived and are not taken yet, in whatever portions they came. */
import type { Bytes } from '../../crypto/port.ts';

const smallest = 4_096;
/** An empty buffer larger than this gives its memory back. */
const largestKept = 2 ** 17;

/** Grows by doubling and moves its content only when at least half of it is free, so that a byte is copied a constant number of times. */
export class InputBuffer {
  #bytes: Bytes = new Uint8Array(smallest);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** A view, good until the next call. */
  get content(): Bytes {
    return this.#bytes.subarray(this.#start, this.#end);
  }

  push(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#bytes.length) this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Drops bytes from the front. */
  skip(length: number): void {
    this.#start += length;
    if (this.#start < this.#end) return;
    this.#start = this.#end = 0;
    if (this.#bytes.length > largestKept) this.#bytes = new Uint8Array(smallest);
  }

  #makeRoom(more: number): void {
    const content = this.content;
    const needed = content.length + more;
    if (2 * needed <= this.#bytes.length) {
      this.#bytes.copyWithin(0, this.#start, this.#end);
    } else {
      const grown = new Uint8Array(2 * needed);
      grown.set(content);
      this.#bytes = grown;
    }
    this.#start = 0;
    this.#end = content.length;
  }
}
