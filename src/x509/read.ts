/**
 * Small steps that every reader of certificate parts takes: demand an element, name its field, fail
 * with a path. A reader returns the value and the field tree together.
 */
import { contentOf, type DerNode, universal } from '../bytes/der-node.ts';
import { parseDer, tagName } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { toHex } from '../bytes/hex.ts';
import { type DecodeCode, DecodeFailure } from '../bytes/reader.ts';
import { type Spec, spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import { type Said, say } from '../bytes/say.ts';

export interface Read<T> {
  readonly value: T;
  readonly field: Field;
}

/** What a reader needs to know about the element before it. */
export interface Place {
  /** Name of the field that it makes. */
  readonly name: string;
  /** Key of the prose; default: the name. */
  readonly key?: string;
  /** Dotted path from the certificate down, for errors. */
  readonly path: string;
  readonly spec?: Spec;
}

/** The place of a part inside another. `key` defaults to 'Type.name'. */
export function inside(place: Place, type: string, name: string, at?: Spec): Place {
  return { name, key: `${type}.${name}`, path: `${place.path}.${name}`, ...(at && { spec: at }) };
}

/** What a place says to derField. */
export function labels(place: Place): { readonly key: string; readonly spec?: Spec } {
  return { key: place.key ?? place.name, ...(place.spec && { spec: place.spec }) };
}

export function fail(
  code: DecodeCode,
  path: string,
  offset: number,
  detail: Said,
  at: Spec = spec(5280, '4.1'),
): never {
  throw new DecodeFailure({ code, path, offset, detail, spec: at });
}

/** The element if it is of that universal type; fails otherwise, also where there is none. */
export function need(node: DerNode | undefined, tag: number, path: string, parent: DerNode): DerNode {
  const wanted = tagName({ tagClass: 'universal', tag });
  if (node === undefined) return fail('truncated', path, parent.end, say('{} is missing', wanted));
  if (node.tagClass === 'universal' && node.tag === tag) return node;
  return fail('bad-value', path, node.start, say('{} found, {} expected', tagName(node), wanted));
}

export function needSequence(node: DerNode | undefined, path: string, parent: DerNode): readonly DerNode[] {
  return need(node, universal.SEQUENCE, path, parent).children ?? [];
}

/** Elements of a SEQUENCE OF that must not be empty: RFC 5280 writes SIZE (1..MAX). */
export function needSome(node: DerNode, path: string): readonly DerNode[] {
  const children = node.children ?? [];
  if (children.length === 0) fail('bad-length', path, node.start, say('at least one element is needed'));
  return children;
}

/** Fails where elements are left that the type does not have. */
export function needEnd(children: readonly DerNode[], known: number, path: string): void {
  const extra = children[known];
  if (extra) fail('trailing-data', path, extra.start, say('{} has no place here', tagName(extra)));
}

/** Fails at an element whose tag the type does not know. */
export function misplaced(node: DerNode, path: string, type: string, at: Spec): never {
  return fail('bad-value', path, node.start, say('{} has no place in {}', tagName(node), type), at);
}

/** The one element inside the content of an OCTET STRING or a BIT STRING. */
export function nested(bytes: Uint8Array, start: number, end: number, path: string): DerNode {
  const decoded = parseDer(bytes, { start, end });
  if (decoded.ok) return decoded.value;
  throw new DecodeFailure({ ...decoded.error, path });
}

/** A copy of the content octets. */
export function contentCopy(node: DerNode, bytes: Uint8Array): Bytes {
  return contentOf(node, bytes).slice();
}

/** A copy of the whole element. */
export function elementCopy(node: DerNode, bytes: Uint8Array): Bytes {
  return bytes.slice(node.start, node.end);
}

/** '#' and hex, RFC 4514 §2.4: for values that have no text. */
export function hashHex(node: DerNode, bytes: Uint8Array): string {
  return `#${toHex(bytes.subarray(node.start, node.end))}`;
}
