/**
 * The field tree: what each byte of a message means.
 *
 * Invariant: the leaves of a tree tile its bytes exactly, in order, without gap or overlap.
 * `assertTiles` in testing/tiles.ts holds every codec to it.
 */
import type { Spec } from './spec.ts';

/** What a field's bytes mean. Names come from registries and are never translated. */
export type FieldValue =
  | { readonly type: 'number'; readonly value: number }
  /** A code point of a registry. `name` is absent when the registry does not know it. */
  | { readonly type: 'code'; readonly value: number; readonly width: number; readonly name?: string }
  /** Opaque bytes; shown as hex. */
  | { readonly type: 'bytes' }
  /** Text as it stands in the bytes (a host name, a protocol name, a distinguished name). */
  | { readonly type: 'text'; readonly value: string }
  /** A container with so many entries. */
  | { readonly type: 'count'; readonly value: number }
  | { readonly type: 'empty' }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  | { readonly type: 'time'; readonly value: number }
  | { readonly type: 'period'; readonly from: number; readonly to: number }
  /** Named bits, e.g. keyUsage. */
  | { readonly type: 'flags'; readonly names: readonly string[] }
  | { readonly type: 'oid'; readonly oid: string; readonly name?: string };

/**
 * - `container`: has children (a struct or a vector)
 * - `length`: the length prefix of the container around it (drawn with a dotted underline)
 * - `value`: a leaf with a value of its own
 * - `undecoded`: bytes behind the place where decoding stopped
 */
export type FieldRole = 'container' | 'length' | 'value' | 'undecoded';

export interface Field {
  /** As the RFC spells it: 'legacy_version', '[0]', 'tbsCertificate'. */
  readonly name: string;
  /** Key of the prose about it: type and name, e.g. 'ClientHello.legacy_version', 'TBSCertificate.issuer'. */
  readonly key: string;
  readonly role: FieldRole;
  /** Offset of the first byte, and of the byte after the last one, in the bytes the tree belongs to. */
  readonly start: number;
  readonly end: number;
  readonly value?: FieldValue;
  readonly spec?: Spec;
  readonly children?: readonly Field[];
}

/** Bytes together with their meaning. */
export interface Encoded {
  readonly bytes: Uint8Array;
  readonly field: Field;
}

/** The same tree, `by` bytes further on. Written out rather than spread: every message passes through here. */
export function shiftField(field: Field, by: number): Field {
  if (by === 0) return field;
  const { name, key, role, start, end, value, spec, children } = field;
  const moved = children?.map((child) => shiftField(child, by));
  return makeField(name, key, role, start + by, end + by, value, spec, moved);
}

/**
 * A field of these properties; what is undefined is left out. A handshake has thousands of fields, and
 * object spreads took most of a decoder's time, so they are all made here.
 */
export function makeField(
  name: string,
  key: string,
  role: FieldRole,
  start: number,
  end: number,
  value: FieldValue | undefined,
  spec?: Spec,
  children?: readonly Field[],
): Field {
  const made: { -readonly [K in keyof Field]: Field[K] } = { name, key, role, start, end };
  if (value !== undefined) made.value = value;
  if (spec !== undefined) made.spec = spec;
  if (children !== undefined) made.children = children;
  return made;
}

/** All leaves, in byte order. */
export function leavesOf(field: Field): readonly Field[] {
  const leaves: Field[] = [];
  const visit = (at: Field): void => {
    if (at.children === undefined) leaves.push(at);
    else at.children.forEach(visit);
  };
  visit(field);
  return leaves;
}

/** Path of names from the root to the innermost field that holds byte `offset`; empty if outside. */
export function fieldsAt(root: Field, offset: number): readonly Field[] {
  const path: Field[] = [];
  let at: Field | undefined = root;
  while (at !== undefined && at.start <= offset && offset < at.end) {
    path.push(at);
    at = at.children?.find((child) => child.start <= offset && offset < child.end);
  }
  return path;
}
