/**
 * DER (ITU-T X.690 §10, §11): reader of tag-length-value elements and the field tree over them.
 *
 * What it is: a strict reader of structure. Lengths are definite and minimal, tags minimal, the
 * primitive/constructed bit is what the universal type demands. What the content of an element must
 * be is judged by the value readers in der-values.ts, because IMPLICIT tags hide the type from here.
 * What it is not: a schema compiler, and it does not require SET OF to be sorted (real certificates
 * sign what they signed).
 *
 * Nodes hold offsets only; all functions take the bytes beside the node.
 */
import { makeField, type Field, type FieldRole, type FieldValue } from './field.ts';
import { DecodeFailure, type DecodeCode, type Decoded } from './reader.ts';
import type { Spec } from './spec.ts';
import { spec } from './spec.ts';
import { containerValue } from './writer.ts';
import { defaultValue } from './der-values.ts';
import type { DerNode, TagClass } from './der-node.ts';
import { type Said, say } from './say.ts';

export interface DerOptions {
  /** Range to parse; offsets in nodes and fields stay those of `bytes`. Default: all. */
  readonly start?: number;
  readonly end?: number;
  /** Elements inside elements; default 24. */
  readonly maxDepth?: number;
  /** Elements altogether; default 20,000. */
  readonly maxNodes?: number;
  /** Name of the root field; default: its tag's name. */
  readonly name?: string;
}

/** X.690 is no RFC; this paragraph is what makes DER the law for certificates. */
const derSpec = spec(5280, '4.1');

/**
 * Parses exactly one element. Never throws on bad input: an error carries the tree up to the broken
 * byte, the rest of the range being one `undecoded` leaf. The field of a success is made when asked for.
 */
export function parseDer(bytes: Uint8Array, options: DerOptions = {}): Decoded<DerNode> {
  const start = options.start ?? 0;
  const end = options.end ?? bytes.length;
  const parser = new Parser(bytes, start, options);
  try {
    const node = parser.element(end);
    if (node.end < end) parser.fail('trailing-data', say('{} bytes behind the element', end - node.end));
    let field: Field | undefined;
    return {
      ok: true,
      value: node,
      get field(): Field {
        return (field ??= derField(node, bytes, options.name ?? tagName(node)));
      },
    };
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
    return { ok: false, error: thrown.error, field: parser.broken(start, end, options.name ?? 'DER') };
  }
}

/** Runs a decoder that works on nodes; a DecodeFailure inside becomes a Decoded whose field is `fallback`. */
export function catchDecode<T>(
  fallback: Field,
  body: () => { readonly value: T; readonly field: Field },
): Decoded<T> {
  try {
    return { ok: true, ...body() };
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
    return { ok: false, error: thrown.error, field: fallback };
  }
}

/** What a label says about one element of a tree. */
export interface DerLabel {
  /** Key of the prose; default: the name. */
  readonly key?: string;
  /** Replaces the value derived from tag and content. */
  readonly value?: FieldValue;
  readonly spec?: Spec;
  /** Fields that tile the content. Default: every child by its tag's name, or one `value` leaf. */
  readonly children?: readonly Field[];
}

/** The tree of one element: a container of a `tag` leaf, a `length` leaf and the content. */
export function derField(node: DerNode, bytes: Uint8Array, name: string, label: DerLabel = {}): Field {
  const key = label.key ?? name;
  const value =
    label.value ??
    (label.children === undefined && node.children === undefined ? defaultValue(node, bytes) : undefined);
  const content = label.children ?? contentFields(node, bytes, key, value);
  const children = headerFields(node, bytes);
  children.push(...content);
  return makeField(
    name,
    key,
    'container',
    node.start,
    node.end,
    value ?? containerValue(content),
    label.spec,
    children,
  );
}

/** A leaf over a stretch of content, for content that is no DER (the unused-bits octet, a named bit string). */
export function derLeaf(
  name: string,
  key: string,
  start: number,
  end: number,
  value: FieldValue,
  at?: Spec,
): Field {
  return makeField(name, key, 'value', start, end, value, at);
}

/** 'SEQUENCE', 'OBJECT IDENTIFIER', '[0]' for context tags, '[APPLICATION 3]'. */
export function tagName(node: Pick<DerNode, 'tagClass' | 'tag'>): string {
  if (node.tagClass === 'context') return `[${node.tag}]`;
  if (node.tagClass !== 'universal') return `[${node.tagClass.toUpperCase()} ${node.tag}]`;
  return universalNames[node.tag] ?? `[UNIVERSAL ${node.tag}]`;
}

function contentFields(
  node: DerNode,
  bytes: Uint8Array,
  key: string,
  value: FieldValue | undefined,
): readonly Field[] {
  if (node.children) return node.children.map((child) => derField(child, bytes, tagName(child)));
  const start = node.start + node.headerLength;
  if (start === node.end) return [];
  if (node.tagClass === 'universal' && node.tag === 3) return bitStringFields(node, bytes, key, value);
  return [derLeaf('value', `${key}.value`, start, node.end, value ?? { type: 'bytes' })];
}

/** BIT STRING content: the count of unused bits at the end, then the bits. X.690 §8.6.2. */
function bitStringFields(
  node: DerNode,
  bytes: Uint8Array,
  key: string,
  value: FieldValue | undefined,
): readonly Field[] {
  const start = node.start + node.headerLength;
  const unused = derLeaf('unused_bits', 'DER.unused_bits', start, start + 1, {
    type: 'number',
    value: bytes[start] ?? 0,
  });
  if (start + 1 === node.end) return [unused];
  return [unused, derLeaf('value', `${key}.value`, start + 1, node.end, value ?? { type: 'bytes' })];
}

function headerFields(node: DerNode, bytes: Uint8Array): Field[] {
  const tagEnd = node.start + tagWidth(bytes, node.start);
  return [
    headerField('tag', 'value', node.start, tagEnd, {
      type: 'code',
      value: bytes[node.start] ?? 0,
      width: 1,
      name: tagName(node),
    }),
    headerField('length', 'length', tagEnd, node.start + node.headerLength, {
      type: 'number',
      value: node.end - node.start - node.headerLength,
    }),
  ];
}

function headerField(name: string, role: FieldRole, start: number, end: number, value: FieldValue): Field {
  return makeField(name, `DER.${name}`, role, start, end, value, derSpec);
}

function tagWidth(bytes: Uint8Array, start: number): number {
  if (((bytes[start] ?? 0) & 0x1f) !== 0x1f) return 1;
  let width = 2;
  while (((bytes[start + width - 1] ?? 0) & 0x80) !== 0) width++;
  return width;
}

const tagClasses: readonly TagClass[] = ['universal', 'application', 'context', 'private'];

const universalNames: Readonly<Record<number, string>> = {
  1: 'BOOLEAN',
  2: 'INTEGER',
  3: 'BIT STRING',
  4: 'OCTET STRING',
  5: 'NULL',
  6: 'OBJECT IDENTIFIER',
  10: 'ENUMERATED',
  12: 'UTF8String',
  13: 'RELATIVE-OID',
  16: 'SEQUENCE',
  17: 'SET',
  18: 'NumericString',
  19: 'PrintableString',
  20: 'TeletexString',
  22: 'IA5String',
  23: 'UTCTime',
  24: 'GeneralizedTime',
  26: 'VisibleString',
  27: 'GeneralString',
  28: 'UniversalString',
  30: 'BMPString',
};

/** Universal types that DER always encodes primitive (X.690 §10.2), and those that are always constructed. */
const alwaysPrimitive: ReadonlySet<number> = new Set([
  1, 2, 3, 4, 5, 6, 10, 12, 13, 18, 19, 20, 22, 23, 24, 26, 27, 28, 30,
]);
const alwaysConstructed: ReadonlySet<number> = new Set([8, 11, 16, 17]);

type Open = Omit<DerNode, 'children'> & { readonly children: DerNode[] };

class Parser {
  readonly #bytes: Uint8Array;
  readonly #maxDepth: number;
  #nodesLeft: number;
  #at: number;
  /** Constructed elements around the current place, outermost first. */
  #open: Open[] = [];
  /** The root, once it is read whole. */
  #done: DerNode | undefined;

  constructor(bytes: Uint8Array, start: number, options: DerOptions) {
    this.#bytes = bytes;
    this.#at = start;
    this.#maxDepth = options.maxDepth ?? 24;
    this.#nodesLeft = options.maxNodes ?? 20_000;
  }

  /** One element that must end at or before `limit`. */
  element(limit: number): DerNode {
    const start = this.#at;
    if (this.#nodesLeft-- === 0) this.fail('bad-value', say('more elements than the limit allows'), start);
    const { tagClass, tag, constructed } = this.#tag(limit);
    const length = this.#length(limit);
    const headerLength = this.#at - start;
    const end = this.#at + length;
    const header = { tagClass, tag, constructed, start, headerLength, end };
    if (!constructed) {
      this.#at = end;
      return this.#finish(header);
    }
    if (this.#open.length >= this.#maxDepth)
      this.fail('bad-value', say('nested deeper than {}', this.#maxDepth), start);
    const open: Open = { ...header, children: [] };
    this.#open.push(open);
    while (this.#at < end) open.children.push(this.element(end));
    this.#open.pop();
    return this.#finish(open);
  }

  fail(code: DecodeCode, detail: Said, offset = this.#at): never {
    const path = this.#open.map(tagName).join('.');
    throw new DecodeFailure({ code, path, offset, detail, spec: derSpec });
  }

  /** The tree up to the broken byte over the range `start` to `end`. */
  broken(start: number, end: number, name: string): Field {
    let inner: Field | undefined = this.#done && derField(this.#done, this.#bytes, tagName(this.#done));
    for (const open of this.#open.toReversed()) {
      const complete = open.children.map((child) => derField(child, this.#bytes, tagName(child)));
      const children = [...headerFields(open, this.#bytes), ...complete, ...(inner ? [inner] : [])];
      const stop = children.at(-1)?.end ?? open.start;
      inner = {
        name: tagName(open),
        key: tagName(open),
        role: 'container',
        start: open.start,
        end: stop,
        value: containerValue(complete),
        children,
      };
    }
    const decoded = inner ? [inner] : [];
    const from = inner?.end ?? start;
    const rest: Field[] =
      from < end
        ? [
            {
              name: 'undecoded',
              key: 'undecoded',
              role: 'undecoded',
              start: from,
              end,
              value: { type: 'bytes' },
            },
          ]
        : [];
    const children = [...decoded, ...rest];
    return { name, key: name, role: 'container', start, end, value: containerValue(children), children };
  }

  #finish(node: DerNode): DerNode {
    if (this.#open.length === 0) this.#done = node;
    return node;
  }

  #byte(limit: number): number {
    const byte = this.#at < limit ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) this.fail('truncated', say('the element ends inside its header'));
    this.#at++;
    return byte;
  }

  /** Identifier octets, X.690 §8.1.2. */
  #tag(limit: number): Pick<DerNode, 'tagClass' | 'tag' | 'constructed'> {
    const start = this.#at;
    const first = this.#byte(limit);
    const tagClass = tagClasses[first >> 6] ?? 'universal';
    const constructed = (first & 0x20) !== 0;
    let tag = first & 0x1f;
    if (tag === 0x1f) {
      tag = 0;
      let byte: number;
      do {
        byte = this.#byte(limit);
        if (tag === 0 && byte === 0x80) this.fail('bad-value', say('tag number with leading zeros'), start);
        tag = tag * 128 + (byte & 0x7f);
        if (tag > 0x0fff_ffff) this.fail('bad-value', say('tag number above 2^28'), start);
      } while ((byte & 0x80) !== 0);
      if (tag < 0x1f) this.fail('bad-value', say('tag number {} in the long form', tag), start);
    }
    if (tagClass === 'universal') {
      if (tag === 0) this.fail('bad-value', say('end-of-contents has no place in DER'), start);
      if (constructed && alwaysPrimitive.has(tag))
        this.fail('bad-value', say('{} must be primitive', tagName({ tagClass, tag })), start);
      if (!constructed && alwaysConstructed.has(tag)) {
        this.fail('bad-value', say('{} must be constructed', tagName({ tagClass, tag })), start);
      }
    }
    return { tagClass, tag, constructed };
  }

  /** Length octets: definite, X.690 §10.1, and as short as can be. */
  #length(limit: number): number {
    const start = this.#at;
    const first = this.#byte(limit);
    let length = first;
    if (first === 0x80) this.fail('bad-length', say('indefinite length'), start);
    if (first > 0x80) {
      const count = first & 0x7f;
      if (count > 4) this.fail('bad-length', say('{} length octets, at most 4 are read', count), start);
      length = 0;
      for (let i = 0; i < count; i++) length = length * 256 + this.#byte(limit);
      if (length < 0x80 || length < 256 ** (count - 1))
        this.fail('bad-length', say('length {} is not minimal', length), start);
    }
    if (length > limit - this.#at)
      this.fail('truncated', say('length says {}, {} bytes are left', length, limit - this.#at), start);
    return length;
  }
}
