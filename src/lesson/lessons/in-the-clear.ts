/** What anyone can read off the wire of a run. */
import { equal } from '../../bytes/hex.ts';
import type { Trace } from '../../lab/trace.ts';

/** Whether these bytes crossed the wire in a message that nothing encrypts. */
export function inTheClear({ steps }: Trace, bytes: Uint8Array): boolean {
  return steps.some(
    (step) => step.kind === 'message' && step.level === 'plaintext' && contains(step.content, bytes),
  );
}

function contains(content: Uint8Array, part: Uint8Array): boolean {
  return Array.from(content).some((_, at) => equal(content.subarray(at, at + part.length), part));
}
