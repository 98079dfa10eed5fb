/**
 * A trace as text and back: JSON, with byte strings as `{"$hex": "16030100…"}` (docs/trace-format.md).
 *
 * What comes from a file was not made here, so decoding checks the shape of everything that a screen
 * reads before it hands the trace out, and names the place of the first thing that is wrong.
 */
import '../tls/tls12/parts.ts';
import { fromHex, toHex } from '../bytes/hex.ts';
import { checkTrace } from './trace-shape.ts';
import { BadShape } from './shape.ts';
import { traceVersion, type Trace } from './trace.ts';
import { upgradeTrace } from './upgrade-trace.ts';

export type DecodedTrace = Trace | { readonly problem: string };

/** One line of JSON. The same trace gives the same text. */
export function encodeTrace(trace: Trace): string {
  return JSON.stringify(trace, (_, value: unknown) =>
    value instanceof Uint8Array ? { $hex: toHex(value) } : value,
  );
}

/** The trace, or what is wrong with the text and where. Never throws. */
export function decodeTrace(text: string): DecodedTrace {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `This is no trace: the text is not JSON (${shortened(reason)}).` };
  }
  const versionProblem = checkVersion(parsed);
  if (versionProblem !== undefined) return { problem: versionProblem };
  try {
    const { version } = parsed as { readonly version: number };
    const revived = upgradeTrace(revive(parsed, 'trace', 0) as Readonly<Record<string, unknown>>, version);
    checkTrace(revived, 'trace');
    return revived;
  } catch (error) {
    if (!(error instanceof BadShape)) throw error;
    return { problem: `This trace is damaged: ${error.message}.` };
  }
}

export function isProblem(decoded: DecodedTrace): decoded is { readonly problem: string } {
  return 'problem' in decoded;
}

/** Asked before anything else: another version may have any shape. */
function checkVersion(parsed: unknown): string | undefined {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || !('version' in parsed)) {
    return 'This is no trace: JSON, but not an object with a version.';
  }
  const { version } = parsed;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return `This is no trace: its version is ${shortened(JSON.stringify(version))}, not a number from 1.`;
  }
  if (version > traceVersion) {
    return `This trace has version ${version}; this Handshake Lab reads version ${traceVersion}. A newer one made it: reload or update.`;
  }
  return undefined;
}

/** Deeper than any real trace; a file cannot make the walk below overflow the stack. */
const maxDepth = 100;

/** `{"$hex": …}` becomes bytes, everything else stays. */
function revive(value: unknown, at: string, depth: number): unknown {
  if (depth > maxDepth) throw new BadShape(at, `nested more than ${maxDepth} deep`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry: unknown, i) => revive(entry, `${at}[${i}]`, depth + 1));
  if ('$hex' in value) return bytesOf(value.$hex, at);
  const revived: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    // As a plain assignment, this name would change the prototype.
    if (key === '__proto__') throw new BadShape(at, 'has a field named __proto__');
    revived[key] = revive(entry, `${at}.${key}`, depth + 1);
  }
  return revived;
}

function bytesOf(hex: unknown, at: string): Uint8Array {
  if (typeof hex !== 'string') throw new BadShape(at, '$hex is not text');
  try {
    return fromHex(hex);
  } catch (error) {
    throw new BadShape(at, error instanceof Error ? error.message : String(error));
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
