/**
 * Fuzzing with a seed: real inputs, mutated and cut, at any function of bytes. The same seed gives the
 * same inputs, so a failure names all that is needed to see it again.
 */
import { concat, toHex } from '../../bytes/hex.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Target {
  readonly name: string;
  /** Well-formed inputs to start from. */
  readonly corpus: readonly Bytes[];
  /** Throws when the code under test breaks a promise; says whether it took the input. */
  readonly run: (input: Bytes) => 'accepted' | 'rejected';
}

export interface FuzzReport {
  readonly name: string;
  readonly inputs: number;
  readonly accepted: number;
  /** Longest time one input took, in milliseconds; what seems slow is measured twice, for the machine may have paused. */
  readonly slowest: number;
}

/** Inputs in the test run, or as the environment says. */
export function fuzzInputs(normally: number): number {
  return Number(process.env['FUZZ_INPUTS'] ?? normally);
}

/** Spreads `inputs` over the targets. Throws an Error with seed, number and hex of the input that broke one. */
export function fuzz(targets: readonly Target[], inputs: number, seed: number): FuzzReport[] {
  return targets.map((target, i) => {
    const share = Math.ceil((inputs - i) / targets.length);
    const random = createRandom(seed + i);
    let accepted = 0;
    let slowest = 0;
    for (let n = 0; n < share; n++) {
      const input = mutate(random, pick(random, target.corpus), target.corpus);
      const first = timed(target, input, `seed ${seed}, input ${n}`);
      if (first.verdict === 'accepted') accepted++;
      const took =
        first.took < seemsSlow
          ? first.took
          : Math.min(first.took, timed(target, input, `seed ${seed}, input ${n}, once more`).took);
      slowest = Math.max(slowest, took);
    }
    return { name: target.name, inputs: share, accepted, slowest };
  });
}

/** Milliseconds. */
const seemsSlow = 200;

function timed(
  target: Target,
  input: Bytes,
  where: string,
): { readonly verdict: ReturnType<Target['run']>; readonly took: number } {
  const started = performance.now();
  const verdict = attempt(target, input, where);
  return { verdict, took: performance.now() - started };
}

function attempt(target: Target, input: Bytes, where: string): 'accepted' | 'rejected' {
  try {
    return target.run(input);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${target.name}, ${where}: ${what}\n${toHex(input)}`, { cause: error });
  }
}

/** Integers below a bound. */
export type Random = (below: number) => number;

/** xorshift32; good enough to be unsystematic, and the same everywhere. */
export function createRandom(seed: number): Random {
  let state = (Math.imul(seed + 1, 0x9e37_79b9) >>> 0) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** One to four changes of the kinds that break parsers: bits, lengths, cuts, repeats, splices. */
export function mutate(random: Random, input: Bytes, corpus: readonly Bytes[]): Bytes {
  let bytes: Bytes = input.slice();
  for (let times = 1 + random(4); times > 0; times--) bytes = pick(random, mutations)(random, bytes, corpus);
  return bytes;
}

type Mutation = (random: Random, bytes: Bytes, corpus: readonly Bytes[]) => Bytes;

const telling = [0x00, 0x01, 0x02, 0x7f, 0x80, 0x81, 0xfe, 0xff];

const mutations: readonly Mutation[] = [
  // Flip a bit.
  (random, bytes) => changed(random, bytes, (byte) => byte ^ (1 << random(8))),
  // Any byte.
  (random, bytes) => changed(random, bytes, () => random(256)),
  // A byte that lengths and tags are likely to mind.
  (random, bytes) => changed(random, bytes, () => pick(random, telling)),
  // One more or one less: off by one.
  (random, bytes) => changed(random, bytes, (byte) => byte + 1 - 2 * random(2)),
  // Cut the end.
  (random, bytes) => bytes.slice(0, random(bytes.length + 1)),
  // Take a stretch out.
  (random, bytes) => {
    const [from, to] = stretch(random, bytes);
    return concat(bytes.subarray(0, from), bytes.subarray(to));
  },
  // Repeat a stretch.
  (random, bytes) => {
    const [from, to] = stretch(random, bytes);
    return concat(bytes.subarray(0, to), bytes.subarray(from));
  },
  // Put random bytes in between.
  (random, bytes) => {
    const at = random(bytes.length + 1);
    const noise = Uint8Array.from({ length: 1 + random(8) }, () => random(256));
    return concat(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
  // The head of one and the tail of another.
  (random, bytes, corpus) => {
    const other = pick(random, corpus);
    return concat(bytes.subarray(0, random(bytes.length + 1)), other.subarray(random(other.length + 1)));
  },
];

function changed(random: Random, bytes: Bytes, change: (byte: number) => number): Bytes {
  if (bytes.length === 0) return bytes;
  const copy = bytes.slice();
  const at = random(copy.length);
  copy[at] = change(copy[at] ?? 0);
  return copy;
}

function stretch(random: Random, bytes: Bytes): readonly [from: number, to: number] {
  const from = random(bytes.length + 1);
  return [from, from + random(Math.min(64, bytes.length - from) + 1)];
}

function pick<T>(random: Random, list: readonly T[]): T {
  const picked = list[random(list.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}
