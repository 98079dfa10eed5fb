/** What somebody without any key can write down of a run: every record as it passes. */
import type { Party, Trace } from '../lab/trace.ts';

export interface NotebookLine {
  /** Position of the step, from 0. */
  readonly step: number;
  readonly from: Party;
  /** The content type in the record header; of a protected record in TLS 1.3 always the same. */
  readonly type: number;
  /** Bytes of the record, header included. */
  readonly length: number;
  /** Whole milliseconds since the first record; absent where nobody looked at a clock. */
  readonly time?: number;
}

export interface Notebook {
  readonly lines: readonly NotebookLine[];
  readonly sums: Readonly<Record<Party, number>>;
}

export function notebookOf({ steps }: Trace): Notebook {
  const messages = steps.filter((step) => step.kind === 'message');
  const start = messages[0]?.time;
  const lines = messages.flatMap(({ index, from, time, records, compatibilityRecords }) => {
    const at = time === undefined || start === undefined ? {} : { time: Math.round(time - start) };
    return [
      ...compatibilityRecords.map((record) => ({ from: record.from, ...headerOf(record.bytes) })),
      ...records.map(({ outerType, length }) => ({ from, type: outerType, length })),
    ].map((line): NotebookLine => ({ step: index, ...line, ...at }));
  });
  const sum = (party: Party): number =>
    lines.filter(({ from }) => from === party).reduce((total, { length }) => total + length, 0);
  return { lines, sums: { browser: sum('browser'), server: sum('server') } };
}

function headerOf(record: Uint8Array): { readonly type: number; readonly length: number } {
  return { type: record[0] ?? 0, length: record.length };
}
