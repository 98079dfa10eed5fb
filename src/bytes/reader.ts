/**
 * Reader: takes bytes apart and keeps the field tree it saw. The mirror of Writer.
 *
 * Decoders describe, validators judge: malformed input ends with a DecodeError value and a tree up
 * to the broken byte; the rest is one `undecoded` leaf, so the tree still tiles the bytes.
 */
import type { Field, FieldValue } from './field.ts';
import { makeField, shiftField } from './field.ts';
import type { Spec } from './spec.ts';
import { containerValue, integerValue, keyOf, lengthLeaf, type Meta } from './writer.ts';

export type DecodeCode =
  /** A field reaches past the end of what holds it. */
  | 'truncated'
  /** Bytes are left behind the last field. */
  | 'trailing-data'
  /** A vector is shorter or longer than its definition allows. */
  | 'bad-length'
  /** The bytes of a field are not a value of its type. */
  | 'bad-value';

export interface DecodeError {
  readonly code: DecodeCode;
  /** Names from the root to the field, joined by dots. */
  readonly path: string;
  /** Offset of the offending byte in the decoded bytes. */
  readonly offset: number;
  /** What was expected and what was found; English, for logs and tests. */
  readonly detail: string;
  readonly spec?: Spec;
}

export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly field: Field }
  | { readonly ok: false; readonly error: DecodeError; readonly field: Field };

/**
 * Decodes all of `bytes` as one container named `name`. Never throws on bad input.
 *
 * The value is read at once; the tree is made when it is first asked for, by reading again. `body` must
 * not depend on anything that changes.
 */
export function decode<T>(
  bytes: Uint8Array,
  name: string,
  body: (r: Reader) => T,
  meta: Meta = {},
): Decoded<T> {
  let made: Field | undefined;
  const field = (): Field => (made ??= treeOf(bytes, name, body, meta));
  try {
    const reader = new Reader(bytes, false);
    const value = reader.struct(name, body, meta);
    reader.expectEnd(name);
    return {
      ok: true,
      value,
      get field() {
        return field();
      },
    };
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
    return {
      ok: false,
      error: thrown.error,
      get field() {
        return field();
      },
    };
  }
}

function treeOf(bytes: Uint8Array, name: string, body: (r: Reader) => unknown, meta: Meta): Field {
  const reader = new Reader(bytes);
  try {
    reader.struct(name, body, meta);
    reader.expectEnd(name);
    return reader.result();
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
    return reader.broken();
  }
}

/** Control flow inside decoders only; `decode` turns it into a value. */
export class DecodeFailure extends Error {
  readonly error: DecodeError;
  constructor(error: DecodeError) {
    super(`${error.code} at ${error.path}: ${error.detail}`);
    this.error = error;
  }
}

interface Frame {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly meta: Meta;
  readonly children: Field[];
}

export interface Bounds {
  /** Fewest and most content bytes that the RFC's presentation language allows. */
  readonly min?: number;
  readonly max?: number;
}

export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #end: number;
  #open: Frame[] = [];
  #roots: Field[] = [];

  /** Without trees only values are read, and nothing asks a `MetaOf`. */
  readonly trees: boolean;

  constructor(bytes: Uint8Array, trees = true) {
    this.trees = trees;
    this.#bytes = bytes;
    this.#end = bytes.length;
  }

  get offset(): number {
    return this.#at;
  }

  /** Bytes left in the innermost vector. */
  get remaining(): number {
    return this.#end - this.#at;
  }

  u8(name: string, meta: MetaOf<number> = {}): number {
    return this.#integer(name, 1, meta);
  }

  u16(name: string, meta: MetaOf<number> = {}): number {
    return this.#integer(name, 2, meta);
  }

  u24(name: string, meta: MetaOf<number> = {}): number {
    return this.#integer(name, 3, meta);
  }

  u32(name: string, meta: MetaOf<number> = {}): number {
    return this.#integer(name, 4, meta);
  }

  opaque(name: string, length: number, meta: MetaOf<Uint8Array> = {}): Uint8Array<ArrayBuffer> {
    const start = this.#at;
    const bytes = this.#take(name, length);
    if (length > 0 && this.trees)
      this.#leaf(name, start, resolve(meta.value, bytes) ?? { type: 'bytes' }, meta);
    return bytes;
  }

  /** The rest of the innermost vector. */
  rest(name: string, meta: MetaOf<Uint8Array> = {}): Uint8Array<ArrayBuffer> {
    return this.opaque(name, this.remaining, meta);
  }

  /** Bytes whose tree another decoder makes (a certificate inside a message). */
  graft(
    name: string,
    length: number,
    treeOf: (bytes: Uint8Array<ArrayBuffer>) => Field,
  ): Uint8Array<ArrayBuffer> {
    const start = this.#at;
    const bytes = this.#take(name, length);
    if (length > 0 && this.trees) this.#add(shiftField(treeOf(bytes), start));
    return bytes;
  }

  struct<T>(name: string, body: (r: Reader) => T, meta: Meta = {}): T {
    this.#open.push({ name, type: meta.type ?? name, start: this.#at, meta, children: [] });
    const value = body(this);
    this.#close();
    return value;
  }

  /** A container behind a length prefix; `body` must consume all of it. */
  vector<T>(name: string, prefix: 1 | 2 | 3, bounds: Bounds, body: (r: Reader) => T, meta: Meta = {}): T {
    this.#open.push({ name, type: meta.type ?? name, start: this.#at, meta, children: [] });
    const value = this.measured(name, prefix, bounds, body);
    this.#close();
    return value;
  }

  /** A length in the open container, then what it measures; `body` must consume all of it. */
  measured<T>(name: string, prefix: 1 | 2 | 3, bounds: Bounds, body: (r: Reader) => T, spec?: Spec): T {
    const at = this.#at;
    const size = this.#number('length', prefix);
    if (this.trees) this.#add(lengthLeaf(name, at, prefix, size, spec));
    const { min = 0, max = 2 ** (8 * prefix) - 1 } = bounds;
    if (size < min || size > max) {
      this.fail('bad-length', name, `${size} bytes, allowed are ${min} to ${max}`, spec, at);
    }
    if (size > this.remaining) {
      this.fail('truncated', name, `length says ${size}, ${this.remaining} bytes are left`, spec, at);
    }
    const outerEnd = this.#end;
    this.#end = this.#at + size;
    const value = body(this);
    this.expectEnd(name);
    this.#end = outerEnd;
    return value;
  }

  /** Repeats `item` until the innermost vector is used up. */
  list<T>(item: (r: Reader, index: number) => T): T[] {
    const items: T[] = [];
    while (this.remaining > 0) items.push(item(this, items.length));
    return items;
  }

  opaqueVector(
    name: string,
    prefix: 1 | 2 | 3,
    bounds: Bounds,
    meta: MetaOf<Uint8Array> = {},
  ): Uint8Array<ArrayBuffer> {
    if (!this.trees)
      return this.vector(name, prefix, bounds, (r) => r.rest(name), { spec: meta.spec, type: meta.type });
    const at = this.#at + prefix;
    const size = this.remaining < prefix ? 0 : this.#numberAt(this.#at, prefix);
    const own: FieldValue =
      size === 0
        ? { type: 'empty' }
        : (resolve(meta.value, this.#bytes.subarray(at, at + size)) ?? { type: 'bytes' });
    const fixed: Meta = { value: own, spec: meta.spec, type: meta.type };
    return this.vector(name, prefix, bounds, (r) => r.rest(name, fixed), fixed);
  }

  /** The bytes in front, as a view that ends with the innermost vector; nothing is consumed. */
  ahead(): Uint8Array {
    return this.#bytes.subarray(this.#at, this.#end);
  }

  /** Ends the decoding with an error at the current place. */
  fail(code: DecodeCode, name: string, detail: string, at?: Spec, offset = this.#at): never {
    const path = [...this.#open.map((frame) => frame.name), name].filter(
      (part, i, all) => part !== all[i - 1],
    );
    // A field without a paragraph of its own is covered by that of the innermost container that has one.
    const found = at ?? this.#open.findLast((frame) => frame.meta.spec !== undefined)?.meta.spec;
    throw new DecodeFailure({ code, path: path.join('.'), offset, detail, ...(found && { spec: found }) });
  }

  expectEnd(name: string): void {
    if (this.remaining > 0) this.fail('trailing-data', name, `${this.remaining} bytes behind the last field`);
  }

  result(): Field {
    const root = this.#roots[0];
    if (root === undefined) throw new Error('unreachable: result() is called after struct()');
    return root;
  }

  /** The tree up to the broken byte; what follows is one undecoded leaf. */
  broken(): Field {
    const root = this.#open[0];
    if (root === undefined) {
      const whole = this.#roots[0];
      if (whole === undefined) throw new Error('unreachable: broken() is called after struct()');
      return this.#withRest(whole.children ?? [], whole);
    }
    // The innermost open container ends where decoding stopped; each one around it takes it in.
    while (this.#open.length > 1) this.#close();
    const { name, children, meta } = root;
    this.#open = [];
    return this.#withRest(children, {
      name,
      key: keyOf(undefined, name, meta.type),
      role: 'container',
      start: 0,
      end: this.#bytes.length,
      ...(meta.spec && { spec: meta.spec }),
    });
  }

  #withRest(children: readonly Field[], root: Field): Field {
    const start = children.at(-1)?.end ?? 0;
    const rest: Field[] =
      start < this.#bytes.length
        ? [
            {
              name: 'undecoded',
              key: 'undecoded',
              role: 'undecoded',
              start,
              end: this.#bytes.length,
              value: { type: 'bytes' },
            },
          ]
        : [];
    const all = [...children, ...rest];
    return { ...root, end: this.#bytes.length, value: containerValue(all), children: all };
  }

  #integer(name: string, width: number, meta: MetaOf<number>): number {
    const start = this.#at;
    const value = this.#number(name, width);
    if (!this.trees) return value;
    const registryName = typeof meta.name === 'function' ? meta.name(value) : meta.name;
    this.#leaf(name, start, resolve(meta.value, value) ?? integerValue(value, width, registryName), meta);
    return value;
  }

  #number(name: string, width: number): number {
    if (width > this.remaining)
      this.fail('truncated', name, `needs ${width} bytes, ${this.remaining} are left`);
    const value = this.#numberAt(this.#at, width);
    this.#at += width;
    return value;
  }

  #numberAt(at: number, width: number): number {
    let value = 0;
    for (let i = at; i < at + width; i++) value = value * 256 + (this.#bytes[i] ?? 0);
    return value;
  }

  #take(name: string, length: number): Uint8Array<ArrayBuffer> {
    if (length > this.remaining)
      this.fail('truncated', name, `needs ${length} bytes, ${this.remaining} are left`);
    const bytes = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }

  #close(): void {
    const frame = this.#open.pop();
    if (frame === undefined) throw new Error('unreachable: close without open');
    if (!this.trees) return;
    const { name, start, meta, children } = frame;
    const key = keyOf(this.#open.at(-1)?.type, name, meta.type);
    const value = meta.value ?? containerValue(children);
    this.#add(makeField(name, key, 'container', start, this.#at, value, meta.spec, children));
  }

  #leaf(name: string, start: number, value: FieldValue, meta: MetaOf<never>): void {
    const key = keyOf(this.#open.at(-1)?.type, name, meta.type);
    this.#add(makeField(name, key, 'value', start, this.#at, value, meta.spec));
  }

  #add(field: Field): void {
    (this.#open.at(-1)?.children ?? this.#roots).push(field);
  }
}

/** Like Meta, but name and value may depend on what was read. */
export interface MetaOf<T> {
  readonly name?: string | ((value: T) => string | undefined) | undefined;
  readonly value?: FieldValue | ((value: T) => FieldValue | undefined) | undefined;
  readonly spec?: Spec | undefined;
  readonly type?: string | undefined;
}

function resolve<T>(value: MetaOf<T>['value'], read: T): FieldValue | undefined {
  return typeof value === 'function' ? value(read) : value;
}
