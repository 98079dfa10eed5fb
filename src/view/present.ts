/** The spotlight of present mode: one field with few rows of bytes. */
import { toHex } from '../bytes/hex.ts';
import type { Level, Step } from '../lab/trace.ts';
import type { InspectorWords } from '../lesson/inspector.ts';
import { displayPath, findNode, indexBytes, rangeOf } from './bytes.ts';
import { longValue } from './bytes-text.ts';

export interface BigField {
  readonly parents: string;
  readonly name: string;
  readonly value: string;
  readonly level: Level;
  readonly length: number;
  readonly rows: readonly { readonly offset: number; readonly cells: readonly string[] }[];
  /** Bytes that have no room. */
  readonly more: number;
}

const width = 16;
const most = 7;

/** Undefined for local work, and where nothing is selected. */
export function bigField(
  step: Step,
  selected: string | undefined,
  byteView: 'wire' | 'plain',
  words: InspectorWords['values'],
): BigField | undefined {
  if (step.kind !== 'message' || selected === undefined) return undefined;
  const view = byteView === 'plain' ? (step.plain ?? step.wire) : step.wire;
  const index = indexBytes(view);
  const node = findNode(index, selected);
  const range = rangeOf(index, selected);
  if (!node || !range) return undefined;
  const { parents, own } = displayPath(node);
  const first = Math.floor(range.start / width);
  const last = Math.max(first, Math.ceil(range.end / width) - 1);
  const rows = Array.from({ length: Math.min(most, last - first + 1) }, (_, row) => {
    const offset = (first + row) * width;
    return {
      offset,
      cells: Array.from({ length: width }, (_, column) => {
        const at = offset + column;
        return at < range.start || at >= range.end ? '' : toHex(view.bytes.subarray(at, at + 1));
      }),
    };
  });
  const shown = Math.min(range.end, (first + most) * width) - range.start;
  const short = parents.length > 26 ? `…${parents.slice(-25)}` : parents;
  return {
    parents: short,
    name: own,
    value: longValue(node.field, view.bytes, words),
    level: node.level,
    length: range.end - range.start,
    rows,
    more: range.end - range.start - shown,
  };
}
