/** The miniature of the start page: the first steps of the run at hand, with the bytes they begin with. */
import { toHex } from '../bytes/hex.ts';
import type { Level, Party, Trace } from '../lab/trace.ts';
import { leavesOf } from '../bytes/field.ts';
import { bracketed, messageTitle } from './ladder.ts';

export type MiniatureRow =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly index: number;
      readonly name: string;
      readonly from: Party;
      readonly level: Level;
      readonly bytes: number;
      /** The first 16 bytes on the wire, cut where their fields are. */
      readonly cells: readonly {
        readonly hex: string;
        readonly protected: boolean;
        readonly tint: boolean;
      }[];
    }
  | { readonly kind: 'local'; readonly id: string; readonly index: number };

const shown = 16;
const rows = ['client_hello', 'server_hello', 'derive_handshake_keys', 'encrypted_extensions'];
/** Without their bytes. */
const later = ['certificate', 'certificate_verify', 'finished', 'application_data_1'];

export function miniature(trace: Trace): {
  readonly rows: readonly MiniatureRow[];
  readonly later: readonly MiniatureRow[];
} {
  return { rows: rows.flatMap((id) => rowOf(trace, id)), later: later.flatMap((id) => rowOf(trace, id)) };
}

function rowOf(trace: Trace, id: string): readonly MiniatureRow[] {
  const step = trace.steps.find((candidate) => candidate.id === id);
  if (step === undefined) return [];
  const { index } = step;
  if (step.kind === 'local') return [{ kind: 'local', id, index }];
  const { bytes, field } = step.wire;
  const cells = leavesOf(field)
    .filter(({ start, end }) => start < end && start < shown)
    .map(({ start, end }, i) => ({
      hex: toHex(bytes.subarray(start, Math.min(end, shown))).replace(/(..)(?=.)/g, '$1 '),
      protected: step.level !== 'plaintext' && start >= 5,
      tint: i % 2 === 1,
    }));
  return [
    {
      kind: 'message',
      id,
      index,
      name: bracketed(messageTitle(step.message), step.level),
      from: step.from,
      level: step.level,
      bytes: bytes.length,
      cells,
    },
  ];
}
