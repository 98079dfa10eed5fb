/** The invariant of field trees, as an assertion. */
import type { Field } from '../field.ts';

/**
 * Throws unless the leaves of `root` tile bytes 0 to `length` exactly and in order, and every container
 * spans its children. Containers without children must be empty; leaves must not be.
 */
export function assertTiles(root: Field, length: number): void {
  const visit = (field: Field, path: string, at: number): number => {
    const here = path === '' ? field.name : `${path}.${field.name}`;
    if (field.start !== at) throw new Error(`${here} starts at ${field.start}, not ${at}`);
    if (field.children === undefined) {
      if (field.end <= field.start) throw new Error(`${here} is a leaf of no bytes at ${at}`);
      return field.end;
    }
    let end = at;
    for (const child of field.children) end = visit(child, here, end);
    if (field.end !== end) throw new Error(`${here} ends at ${field.end}, its children at ${end}`);
    return end;
  };
  const end = visit(root, '', 0);
  if (end !== length) throw new Error(`${root.name} ends at ${end}, the bytes at ${length}`);
}
