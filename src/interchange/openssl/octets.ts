/** Reads big-endian numbers and vectors from octets; what is too short ends in a DecodeFailure. */
import { DecodeFailure } from '../../bytes/reader.ts';
import { spec } from '../../bytes/spec.ts';
import { say } from '../../bytes/say.ts';

export class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(length: number): Uint8Array {
    if (this.left < length)
      throw new DecodeFailure({
        code: 'truncated',
        path: 'SignedCertificateTimestampList',
        offset: this.#at,
        detail: say('needs {} bytes, {} are left', length, this.left),
        spec: spec(6962, '3.3'),
      });
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Exact up to 2^53. */
  number(width: number): number {
    return this.take(width).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** A vector with a length prefix of `width` octets. */
  vector(width: number): Uint8Array {
    return this.take(this.number(width));
  }
}
