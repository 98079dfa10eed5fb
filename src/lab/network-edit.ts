/**
 * Edits of a message on the wire, as whoever holds the wire can make them: bytes overwritten, bits flipped,
 * a field replaced by another of any length. Where a field grows or shrinks, the length prefixes of
 * everything around it follow, as a careful attacker would do it.
 */
import type { Field } from '../bytes/field.ts';
import { concat } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';

/** Bytes and the tree over exactly these bytes. */
export interface EditableView {
  readonly bytes: Bytes;
  readonly field: Field;
}

/**
 * The view's bytes with the field at `path` (names joined by dots, as a selection in the field tree writes them)
 * replaced. Undefined where no field has that path, or a length would not fit its prefix.
 * A path that ends in `.length` names the prefix itself; nothing around it is mended then.
 */
export function replaceField(view: EditableView, path: string, replacement: Uint8Array): Bytes | undefined {
  const line = lineTo(view.field, path.split('.'));
  const target = line?.at(-1);
  if (line === undefined || target === undefined) return undefined;
  const content = target.role === 'container' ? contentOf(target) : target;
  const edited = concat(view.bytes.subarray(0, content.start), replacement, view.bytes.subarray(content.end));
  const grown = replacement.length - (content.end - content.start);
  if (grown === 0 || target.role === 'length') return edited;
  for (const prefix of prefixesAround(line)) {
    if (!addTo(edited, prefix, grown)) return undefined;
  }
  return edited;
}

/** Bytes from `offset` overwritten; what would lie behind the end is left out. */
export function overwrite(bytes: Bytes, offset: number, by: Uint8Array): Bytes {
  const edited = bytes.slice();
  edited.set(by.subarray(0, Math.max(0, edited.length - offset)), Math.min(offset, edited.length));
  return edited;
}

/** Bits of one byte flipped. An offset beyond the end changes nothing. */
export function flip(bytes: Bytes, offset: number, mask: number): Bytes {
  const edited = bytes.slice();
  const byte = edited[offset];
  if (byte !== undefined) edited[offset] = byte ^ mask;
  return edited;
}

/** Byte strings as the records they hold; a rest that is no whole record stays in one piece. */
export function recordsOf(bytes: Bytes): readonly Bytes[] {
  const records: Bytes[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = 5 + (bytes[at + 3] ?? 0) * 256 + (bytes[at + 4] ?? 0);
    const end = at + 5 > bytes.length ? bytes.length : Math.min(bytes.length, at + length);
    records.push(bytes.slice(at, end));
    at = end;
  }
  return records;
}

/** Fields from the root to the one that the path names; a path may begin at any container, 'ClientHello' as well as the record. */
function lineTo(root: Field, names: readonly string[]): readonly Field[] | undefined {
  const [name, ...rest] = names;
  if (root.name === name) {
    const below = rest.length === 0 ? [] : childLine(root, rest);
    if (below !== undefined) return [root, ...below];
  }
  for (const child of root.children ?? []) {
    const line = lineTo(child, names);
    if (line !== undefined) return [root, ...line];
  }
  return undefined;
}

function childLine(parent: Field, [name, ...rest]: readonly string[]): readonly Field[] | undefined {
  const child = parent.children?.find((candidate) => candidate.name === name);
  if (child === undefined) return undefined;
  if (rest.length === 0) return [child];
  const below = childLine(child, rest);
  return below && [child, ...below];
}

/** What a container holds behind its own prefixes. */
function contentOf(container: Field): { readonly start: number; readonly end: number } {
  const children = container.children ?? [];
  const first = children.find((child) => child.role !== 'length');
  const prefix = children[0]?.role === 'length' ? children[0].end : container.start;
  return { start: first?.start ?? prefix, end: container.end };
}

/** The length prefixes that count bytes of the last field in the line. */
function prefixesAround(line: readonly Field[]): readonly Field[] {
  const target = line.at(-1);
  return line.flatMap((container) => {
    const last = (container.children ?? []).filter(
      (child) => child.role === 'length' && target !== undefined && child.end <= contentStart(target),
    );
    const nearest = last.at(-1);
    return nearest === undefined ? [] : [nearest];
  });
}

function contentStart(field: Field): number {
  return field.role === 'container' ? contentOf(field).start : field.start;
}

/** Adds to a length in place; false where the sum does not fit. DER lengths in the long form stay as wide as they are. */
function addTo(bytes: Bytes, prefix: Field, by: number): boolean {
  const width = prefix.end - prefix.start;
  const longForm = width > 1 && (bytes[prefix.start] ?? 0) === 0x80 + width - 1;
  const start = longForm ? prefix.start + 1 : prefix.start;
  let value = by;
  for (let at = start; at < prefix.end; at++) value += (bytes[at] ?? 0) * 256 ** (prefix.end - 1 - at);
  if (value < 0 || value >= 256 ** (prefix.end - start)) return false;
  for (let at = prefix.end - 1; at >= start; at--) {
    bytes[at] = value % 256;
    value = Math.floor(value / 256);
  }
  return true;
}
