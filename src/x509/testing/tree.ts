/** Laws that every field tree of a certificate keeps. */
import { type Field, leavesOf } from '../../bytes/field.ts';

/** Why the tree is no tree over `length` bytes; undefined where it is. */
export function treeFault(root: Field, length: number): string | undefined {
  let at = 0;
  for (const leaf of leavesOf(root)) {
    if (leaf.start !== at) return `${leaf.name} starts at ${leaf.start}, not at ${at}`;
    if (leaf.end <= leaf.start && leaf !== root) return `${leaf.name} at ${at} is empty`;
    at = leaf.end;
  }
  if (at !== length) return `the leaves end at ${at} of ${length}`;
  return nestingFault(root);
}

function nestingFault(field: Field): string | undefined {
  const children = field.children ?? [];
  if (children.length > 0 && (children[0]?.start !== field.start || children.at(-1)?.end !== field.end))
    return `${field.name}: the children do not fill it`;
  return children.map(nestingFault).find((fault) => fault !== undefined);
}

/** Dotted paths of every field, in order. */
export function pathsOf(field: Field, prefix = ''): readonly string[] {
  return (field.children ?? []).flatMap((child) => {
    const path = prefix === '' ? child.name : `${prefix}.${child.name}`;
    return [path, ...pathsOf(child, path)];
  });
}
