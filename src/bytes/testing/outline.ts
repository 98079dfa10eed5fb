/** A message as annotated hexdump: text that reads well in a diff, and from which the bytes can be read back. */
import type { Field, FieldValue } from '../field.ts';
import { fromHex, toHex } from '../hex.ts';

const column = 50;
const perLine = 16;

/** One line per field, containers without bytes of their own; long leaves go on in the next lines. */
export function outline(bytes: Uint8Array, root: Field): string {
  const lines: string[] = [];
  const visit = (field: Field, depth: number): void => {
    const label = `${'  '.repeat(depth)}${field.name}${meaning(field.value)}`;
    if (field.children !== undefined) {
      lines.push(`${''.padEnd(column)}| ${label}`);
      field.children.forEach((child) => visit(child, depth + 1));
      return;
    }
    for (let at = field.start; at < field.end; at += perLine) {
      const hex = toHex(bytes.slice(at, Math.min(at + perLine, field.end))).replace(/..(?=.)/g, '$& ');
      lines.push(at === field.start ? `${hex.padEnd(column)}| ${label}` : hex);
    }
  };
  visit(root, 0);
  return lines.join('\n');
}

/** The bytes of an outline: everything left of the bar. */
export function bytesOfOutline(text: string): Uint8Array<ArrayBuffer> {
  const hex = text.split('\n').map((line) => line.split('|')[0] ?? '');
  return fromHex(hex.join('')) as Uint8Array<ArrayBuffer>;
}

function meaning(value: FieldValue | undefined): string {
  switch (value?.type) {
    case undefined:
    case 'bytes':
      return '';
    case 'code':
      return `: 0x${value.value.toString(16).padStart(2 * value.width, '0')}${value.name === undefined ? '' : ` ${value.name}`}`;
    case 'count':
      return ` (${value.value})`;
    case 'empty':
      return ' (empty)';
    case 'text':
      return `: ${JSON.stringify(value.value)}`;
    case 'number':
    case 'boolean':
      return `: ${value.value}`;
    case 'time':
      return `: ${new Date(value.value).toISOString()}`;
    case 'period':
      return `: ${new Date(value.from).toISOString()} to ${new Date(value.to).toISOString()}`;
    case 'flags':
      return `: ${value.names.join(' ')}`;
    case 'oid':
      return `: ${value.oid}${value.name === undefined ? '' : ` ${value.name}`}`;
  }
}
