/**
 * The block inside of RSA key exchange, RFC 8017 §7.2: 00 02, random padding, 00, and the premaster secret, which begins
 * with the version the client offered (RFC 5246 §7.4.7.1). Taken apart as the server finds it, also where it is wrong.
 */
import type { StepOperation } from '../lab/trace.ts';

export type BlockPartId =
  | 'leading'
  | 'type'
  | 'padding'
  | 'separator'
  | 'version'
  | 'random'
  /** A message that is no premaster secret. */
  | 'message'
  /** Bytes in which no end of the padding is found. */
  | 'unreadable';

export interface BlockPart {
  readonly id: BlockPartId;
  readonly bytes: Uint8Array;
}

export type BlockCheckId = 'padding' | 'length' | 'version';

export interface BlockCheck {
  readonly id: BlockCheckId;
  /** Undefined: an earlier check failed. */
  readonly passed: boolean | undefined;
}

export interface Pkcs1Block {
  readonly bytes: Uint8Array;
  /** In order; together they are all of the bytes. */
  readonly parts: readonly BlockPart[];
  /** The decrypting side only. */
  readonly decryption?: {
    readonly checks: readonly BlockCheck[];
    readonly messageLength: number;
    /** Version that the hello offered: '03 03'; undefined where nothing in the run had to ask. */
    readonly offered: Uint8Array | undefined;
    /** What the server went on with: the message, or the bytes it had drawn before. */
    readonly branch: 'message' | 'fallback';
  };
}

const premasterLength = 48;
const fewestPadding = 8;

/** Undefined for operations without such a block. `operations` are those of the step, for what the server did next. */
export function pkcs1Block(
  { name, encoded, purpose }: StepOperation,
  operations: readonly StepOperation[],
): Pkcs1Block | undefined {
  if (encoded === undefined) return undefined;
  const parts = partsOf(encoded);
  if (name === 'rsa-encrypt') return { bytes: encoded, parts };
  const fallback = operations.find((one) => one.purpose === `${purpose}_fallback`);
  const at = messageStart(encoded);
  const message = at === undefined ? undefined : encoded.subarray(at);
  const isLong = message?.length === premasterLength;
  const checks: readonly BlockCheck[] = [
    { id: 'padding', passed: message !== undefined },
    { id: 'length', passed: message && isLong },
    // Where padding and length were good, only the version can have made the server turn away.
    { id: 'version', passed: isLong ? fallback === undefined : undefined },
  ];
  return {
    bytes: encoded,
    parts,
    decryption: {
      checks,
      messageLength: message?.length ?? 0,
      offered: fallback?.inputs[0]?.bytes ?? (isLong ? message?.subarray(0, 2) : undefined),
      branch: fallback === undefined ? 'message' : 'fallback',
    },
  };
}

function partsOf(block: Uint8Array): readonly BlockPart[] {
  const part = (id: BlockPartId, from: number, to = block.length): BlockPart => ({
    id,
    bytes: block.subarray(from, to),
  });
  const at = messageStart(block);
  if (at === undefined) return [part('unreadable', 0)];
  const head = [
    part('leading', 0, 1),
    part('type', 1, 2),
    part('padding', 2, at - 1),
    part('separator', at - 1, at),
  ];
  return block.length - at === premasterLength
    ? [...head, part('version', at, at + 2), part('random', at + 2)]
    : [...head, part('message', at)];
}

/** RFC 8017 §7.2.2 step 3; undefined where the padding is not as it should be. */
function messageStart(block: Uint8Array): number | undefined {
  const end = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && end >= 2 + fewestPadding ? end + 1 : undefined;
}
