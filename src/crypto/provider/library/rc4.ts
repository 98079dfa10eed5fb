/**
 * RC4 with keys of 128 bits, small and readable. No kept library was found: everybody has dropped it, and rightly
 * so (RFC 7465). It is here because TLS 1.2 has suites with it, and its test vectors are those of RFC 6229.
 */
import type { Bytes } from '../../port.ts';

interface State {
  readonly s: Uint8Array;
  i: number;
  j: number;
  /** Bytes of key stream drawn so far. */
  position: number;
}

/** One state per key and direction of travel: records come in order, and nothing is computed twice then. */
const states = new WeakMap<Uint8Array, State[]>();

/** Encrypts and decrypts alike: XOR with the key stream from `position` on. */
export function rc4(key: Bytes, position: number, data: Bytes): Bytes {
  const known = states.get(key) ?? [];
  let state = known.find((one) => one.position === position);
  if (state === undefined) {
    state = scheduled(key);
    while (state.position < position) next(state);
    // Sender and receiver of one key in one process are two readers of the same stream.
    states.set(key, [...known.slice(-1), state]);
  }
  const reader = state;
  return data.map((byte) => byte ^ next(reader));
}

/** Key scheduling: a permutation of all bytes, mixed by the key. */
function scheduled(key: Bytes): State {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(s, i, j);
  }
  return { s, i: 0, j: 0, position: 0 };
}

/** The next byte of the key stream. */
function next(state: State): number {
  const { s } = state;
  state.i = (state.i + 1) & 0xff;
  state.j = (state.j + (s[state.i] ?? 0)) & 0xff;
  swap(s, state.i, state.j);
  state.position++;
  return s[((s[state.i] ?? 0) + (s[state.j] ?? 0)) & 0xff] ?? 0;
}

function swap(s: Uint8Array, i: number, j: number): void {
  const kept = s[i] ?? 0;
  s[i] = s[j] ?? 0;
  s[j] = kept;
}
