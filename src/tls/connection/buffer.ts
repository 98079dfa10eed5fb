/** Bytes that have arrived and are not taken yet, in whatever portions they came. */
import type { Bytes } from '../../crypto/port.ts';

/** An empty buffer larger than this gives its memory back. */
const largestKept = 2 ** 17;
const nothing: Bytes = new Uint8Array(0);

/**
 * A portion that comes when nothing is waiting is kept as it is, and what is taken of it is a view: nearly always a
 * portion is a whole record. Other portions are joined in a buffer that grows by doubling and moves its content only
 * when at least half of it is free, so that a byte is copied a constant number of times.
 */
export class InputBuffer {
  #bytes: Bytes = nothing;
  #start = 0;
  #end = 0;
  /** The memory is the caller's, who does not change it any more. */
  #borrowed = false;

  get length(): number {
    return this.#end - this.#start;
  }

  /** A view, good until the next call. */
  get content(): Bytes {
    const { length } = this.#bytes;
    return this.#start === 0 && this.#end === length
      ? this.#bytes
      : this.#bytes.subarray(this.#start, this.#end);
  }

  /** `bytes` must not be changed from here on. */
  push(bytes: Uint8Array): void {
    if (this.length === 0) {
      // Node's Buffer has a slice of its own.
      const { buffer, byteOffset, length, constructor } = bytes;
      this.#bytes = (
        constructor === Uint8Array ? bytes : new Uint8Array(buffer, byteOffset, length)
      ) as Bytes;
      this.#borrowed = true;
      this.#start = 0;
      this.#end = length;
      return;
    }
    if (this.#borrowed || this.#end + bytes.length > this.#bytes.length) this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Takes bytes from the front, which must be there; they stay what they are. */
  take(length: number): Bytes {
    const end = this.#start + length;
    const whole = this.#start === 0 && end === this.#bytes.length;
    const taken = !this.#borrowed
      ? this.#bytes.slice(this.#start, end)
      : whole
        ? this.#bytes
        : this.#bytes.subarray(this.#start, end);
    this.#start = end;
    if (this.#start === this.#end) this.#clear();
    return taken;
  }

  #clear(): void {
    this.#start = this.#end = 0;
    if (this.#borrowed || this.#bytes.length > largestKept) this.#bytes = nothing;
    this.#borrowed = false;
  }

  #makeRoom(more: number): void {
    const content = this.content;
    const needed = content.length + more;
    if (!this.#borrowed && 2 * needed <= this.#bytes.length) {
      this.#bytes.copyWithin(0, this.#start, this.#end);
    } else {
      const grown = new Uint8Array(2 * needed);
      grown.set(content);
      this.#bytes = grown;
      this.#borrowed = false;
    }
    this.#start = 0;
    this.#end = content.length;
  }
}
