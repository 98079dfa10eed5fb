/**
 * Writer: makes bytes and their field tree in one breath.
 *
 * ```ts
 * const { bytes, field } = write('ClientHello', (w) => {
 *   w.u16('legacy_version', 0x0303, { name: 'TLS 1.2', spec: spec(9846, '4.2.2') });
 *   w.vector('cipher_suites', 2, (w) => suites.forEach((code) => w.u16('cipher_suite', code)));
 * });
 * ```
 */
import type { Encoded, Field, FieldValue } from './field.ts';
import { makeField, shiftField } from './field.ts';
import type { Spec } from './spec.ts';

export interface Meta {
  /** Registry name of a code point. */
  readonly name?: string | undefined;
  /** Replaces the value that the method would derive. */
  readonly value?: FieldValue | undefined;
  readonly spec?: Spec | undefined;
  /** Type that prefixes the prose keys of the children; default: the field's own name. */
  readonly type?: string | undefined;
}

/**
 * Runs `body` and returns what it wrote as one container named `name`.
 *
 * The bytes are made at once. The tree is made when it is first asked for, by running `body` again: most
 * of what a connection sends is looked at through the receiver's tree. `body` must not depend on
 * anything that changes.
 */
export function write(name: string, body: (w: Writer) => void, meta: Meta = {}): Encoded {
  const bytes = written(name, body, meta, false).finish();
  let field: Field | undefined;
  return {
    bytes,
    get field() {
      field ??= written(name, body, meta, true).fields[0];
      if (field === undefined) throw new Error('unreachable: struct() always adds a field');
      return field;
    },
  };
}

function written(name: string, body: (w: Writer) => void, meta: Meta, trees: boolean): Writer {
  const writer = new Writer(trees);
  writer.struct(name, body, meta);
  return writer;
}

const nothing = new Uint8Array(0);

/** Memory that no writer is using; messages are small and written one after the other. */
let scratch: Uint8Array<ArrayBuffer> | undefined;

function takeScratch(): Uint8Array<ArrayBuffer> {
  const taken = scratch ?? new Uint8Array(4_096);
  scratch = undefined;
  return taken;
}

export class Writer {
  readonly fields: Field[] = [];
  #buffer = takeScratch();
  #length = 0;
  #open: { readonly type: string; readonly children: Field[] }[] = [];
  /** Without trees only bytes are made, and nothing reads a `Meta`. */
  readonly trees: boolean;

  constructor(trees = true) {
    this.trees = trees;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#buffer.slice(0, this.#length);
  }

  /** The bytes, for the last time: what they were written into serves the next writer. */
  finish(): Uint8Array<ArrayBuffer> {
    const bytes = this.bytes();
    scratch = this.#buffer;
    this.#buffer = nothing;
    this.#length = 0;
    return bytes;
  }

  u8(name: string, value: number, meta: Meta = {}): void {
    this.#integer(name, value, 1, meta);
  }

  u16(name: string, value: number, meta: Meta = {}): void {
    this.#integer(name, value, 2, meta);
  }

  u24(name: string, value: number, meta: Meta = {}): void {
    this.#integer(name, value, 3, meta);
  }

  u32(name: string, value: number, meta: Meta = {}): void {
    this.#integer(name, value, 4, meta);
  }

  /** Bytes as they are, without a length prefix. Adds no field for zero bytes. */
  opaque(name: string, bytes: Uint8Array, meta: Meta = {}): void {
    if (bytes.length === 0) return;
    const start = this.#length;
    this.#append(bytes);
    if (this.trees) this.#leaf(name, start, meta.value ?? { type: 'bytes' }, meta);
  }

  /** Bytes whose tree is known already, e.g. a certificate inside a message. */
  graft(encoded: Encoded): void {
    const start = this.#length;
    this.#append(encoded.bytes);
    if (!this.trees) return;
    this.#add(shiftField(encoded.field, start - encoded.field.start));
  }

  /** A container without a length prefix. */
  struct(name: string, body: (w: Writer) => void, meta: Meta = {}): void {
    this.#container(name, meta, () => body(this));
  }

  /** A container behind a length prefix of `prefix` bytes. */
  vector(name: string, prefix: 1 | 2 | 3, body: (w: Writer) => void, meta: Meta = {}): void {
    this.#container(name, meta, () => this.measured(name, prefix, body));
  }

  /** A length of `prefix` bytes in the open container, then what it measures (the Handshake header). */
  measured(name: string, prefix: 1 | 2 | 3, body: (w: Writer) => void, spec?: Spec): void {
    const at = this.#length;
    this.#room(prefix);
    this.#length += prefix;
    const siblings = this.#open.at(-1)?.children ?? this.fields;
    const place = siblings.length;
    body(this);
    const size = this.#length - at - prefix;
    if (size >= 2 ** (8 * prefix))
      throw new RangeError(`${name}: ${size} bytes do not fit a ${prefix}-byte length`);
    this.#put(at, size, prefix);
    if (this.trees) siblings.splice(place, 0, lengthLeaf(name, at, prefix, size, spec));
  }

  /** Opaque bytes behind a length prefix. */
  opaqueVector(name: string, prefix: 1 | 2 | 3, bytes: Uint8Array, meta: Meta = {}): void {
    if (!this.trees) {
      this.measured(name, prefix, (w) => w.#append(bytes));
      return;
    }
    const { value, ...rest } = meta;
    const own = value ?? (bytes.length === 0 ? ({ type: 'empty' } as const) : ({ type: 'bytes' } as const));
    this.vector(name, prefix, (w) => w.opaque(name, bytes, { ...rest, value: own }), { ...rest, value: own });
  }

  #integer(name: string, value: number, width: number, meta: Meta): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * width)) {
      throw new RangeError(`${name}: ${value} does not fit ${width} bytes`);
    }
    const start = this.#length;
    this.#room(width);
    this.#put(start, value, width);
    this.#length += width;
    if (this.trees) this.#leaf(name, start, meta.value ?? integerValue(value, width, meta.name), meta);
  }

  #container(name: string, meta: Meta, body: () => void): void {
    if (!this.trees) {
      body();
      return;
    }
    const start = this.#length;
    const parent = this.#open.at(-1);
    const frame = { type: meta.type ?? name, children: [] as Field[] };
    this.#open.push(frame);
    body();
    this.#open.pop();
    const key = keyOf(parent?.type, name, meta.type);
    const value = meta.value ?? containerValue(frame.children);
    this.#add(makeField(name, key, 'container', start, this.#length, value, meta.spec, frame.children));
  }

  #leaf(name: string, start: number, value: FieldValue, meta: Meta): void {
    const key = keyOf(this.#open.at(-1)?.type, name, meta.type);
    this.#add(makeField(name, key, 'value', start, this.#length, value, meta.spec));
  }

  #add(field: Field): void {
    (this.#open.at(-1)?.children ?? this.fields).push(field);
  }

  #append(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #put(at: number, value: number, width: number): void {
    for (let i = width - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256))
      this.#buffer[at + i] = rest & 0xff;
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#buffer.length));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}

/** Writer and Reader agree on these, so that a message has one tree whichever side made it. */
export function integerValue(value: number, width: number, name: string | undefined): FieldValue {
  if (name !== undefined) return { type: 'code', value, width, name };
  return { type: 'number', value };
}

export function containerValue(children: readonly Field[]): FieldValue {
  let count = 0;
  for (const child of children) if (child.role !== 'length') count++;
  return count === 0 ? { type: 'empty' } : { type: 'count', value: count };
}

export function lengthLeaf(name: string, start: number, width: number, value: number, spec?: Spec): Field {
  return makeField(
    'length',
    `${name}.length`,
    'length',
    start,
    start + width,
    { type: 'number', value },
    spec,
  );
}

export function keyOf(parentType: string | undefined, name: string, ownType: string | undefined): string {
  if (ownType !== undefined) return ownType;
  return parentType === undefined ? name : `${parentType}.${name}`;
}
