/**
 * Codec: one description of a struct that serves both directions.
 *
 * A description is a function of a codec and, when writing, the value. It names every field once and
 * returns the value, so a reader of the code sees the RFC's struct, and the tree of a message is the
 * same whichever side made it:
 *
 * ```ts
 * const finished: Description<Finished> = (c, m) => ({
 *   type: 'finished',
 *   verifyData: c.rest('verify_data', m?.verifyData),
 * });
 * encode('Finished', finished, message);  // Writer underneath
 * decodeWith('Finished', finished, bytes); // Reader underneath
 * ```
 *
 * Writing does not check bounds: the laboratory sends faulty messages on purpose.
 */
import type { Encoded, Field, FieldValue } from './field.ts';
import { decode, type Bounds, type DecodeCode, type Decoded, type MetaOf, type Reader } from './reader.ts';
import type { Spec } from './spec.ts';
import { write, type Meta, type Writer } from './writer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `value` is there when writing and absent when reading. */
export type Description<T> = (c: Codec, value?: T) => T;

export interface NumberMeta {
  /** Makes the number a code point of a registry: its name, or undefined where the registry has none. */
  readonly registry?: (code: number) => string | undefined;
  readonly spec?: Spec;
  readonly type?: string;
}

export interface BytesMeta {
  /** What the bytes mean; default: opaque. Not asked about zero bytes. */
  readonly value?: (bytes: Uint8Array) => FieldValue;
  readonly spec?: Spec;
  readonly type?: string;
}

export interface Codec {
  u8(name: string, value?: number, meta?: NumberMeta): number;
  u16(name: string, value?: number, meta?: NumberMeta): number;
  u32(name: string, value?: number, meta?: NumberMeta): number;
  /** Exactly `length` bytes when reading; what is given when writing. */
  opaque(name: string, length: number, value?: Bytes, meta?: BytesMeta): Bytes;
  /** Everything up to the end of the innermost vector. */
  rest(name: string, value?: Bytes, meta?: BytesMeta): Bytes;
  opaqueVector(name: string, prefix: 1 | 2 | 3, bounds: Bounds, value?: Bytes, meta?: BytesMeta): Bytes;
  /** Everything up to the end of the innermost vector, with a tree that `treeOf` makes. */
  graft(name: string, value: Bytes | undefined, treeOf: (bytes: Bytes) => Field): Bytes;
  struct<T>(name: string, body: (c: Codec) => T, meta?: Meta): T;
  vector<T>(name: string, prefix: 1 | 2 | 3, bounds: Bounds, body: (c: Codec) => T, meta?: Meta): T;
  /** A length in the open container, then what it measures. */
  measured<T>(name: string, prefix: 1 | 2 | 3, bounds: Bounds, body: (c: Codec) => T, spec?: Spec): T;
  /** Every given item when writing; as many as there are up to the end of the innermost vector when reading. */
  list<T>(values: readonly T[] | undefined, item: (c: Codec, value: T | undefined, index: number) => T): T[];
  /** `null` stands for "not there": nothing is written, or no bytes were left to read. */
  optional<T>(value: T | null | undefined, body: (c: Codec, value: T | undefined) => T): T | null;
  /** Reading: the bytes up to the end of the innermost vector, unconsumed. Writing: none. */
  ahead(): Uint8Array;
  /** Reading: ends the decoding. Writing: a value that no bytes stand for is our own bug, and thrown. */
  fail(code: DecodeCode, name: string, detail: string, spec?: Spec): never;
}

/** Bytes and tree of a value, as one container named `name`. */
export function encode<T>(name: string, description: Description<T>, value: T, meta: Meta = {}): Encoded {
  return write(name, (w) => description(new WritingCodec(w), value), meta);
}

/** Value and tree of all of `bytes`. Never throws on bad input. */
export function decodeWith<T>(
  name: string,
  description: Description<T>,
  bytes: Uint8Array,
  meta: Meta = {},
): Decoded<T> {
  return decode(bytes, name, (r) => description(new ReadingCodec(r)), meta);
}

class WritingCodec implements Codec {
  readonly #writer: Writer;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  u8(name: string, value?: number, meta: NumberMeta = {}): number {
    const given = present(name, value);
    this.#writer.u8(name, given, this.#writer.trees ? numberMeta(given, 1, meta) : noMeta);
    return given;
  }

  u16(name: string, value?: number, meta: NumberMeta = {}): number {
    const given = present(name, value);
    this.#writer.u16(name, given, this.#writer.trees ? numberMeta(given, 2, meta) : noMeta);
    return given;
  }

  u32(name: string, value?: number, meta: NumberMeta = {}): number {
    const given = present(name, value);
    this.#writer.u32(name, given, this.#writer.trees ? numberMeta(given, 4, meta) : noMeta);
    return given;
  }

  opaque(name: string, _length: number, value?: Bytes, meta: BytesMeta = {}): Bytes {
    return this.rest(name, value, meta);
  }

  rest(name: string, value?: Bytes, meta: BytesMeta = {}): Bytes {
    const given = present(name, value);
    this.#writer.opaque(name, given, this.#writer.trees ? bytesMeta(given, meta) : noMeta);
    return given;
  }

  opaqueVector(name: string, prefix: 1 | 2 | 3, _bounds: Bounds, value?: Bytes, meta: BytesMeta = {}): Bytes {
    const given = present(name, value);
    this.#writer.opaqueVector(name, prefix, given, this.#writer.trees ? bytesMeta(given, meta) : noMeta);
    return given;
  }

  graft(name: string, value: Bytes | undefined, treeOf: (bytes: Bytes) => Field): Bytes {
    const given = present(name, value);
    if (given.length > 0) {
      this.#writer.graft({
        bytes: given,
        get field() {
          return treeOf(given);
        },
      });
    }
    return given;
  }

  struct<T>(name: string, body: (c: Codec) => T, meta?: Meta): T {
    return result((keep) => this.#writer.struct(name, () => keep(body(this)), meta));
  }

  vector<T>(name: string, prefix: 1 | 2 | 3, _bounds: Bounds, body: (c: Codec) => T, meta?: Meta): T {
    return result((keep) => this.#writer.vector(name, prefix, () => keep(body(this)), meta));
  }

  measured<T>(name: string, prefix: 1 | 2 | 3, _bounds: Bounds, body: (c: Codec) => T, spec?: Spec): T {
    return result((keep) => this.#writer.measured(name, prefix, () => keep(body(this)), spec));
  }

  list<T>(values: readonly T[] | undefined, item: (c: Codec, value: T | undefined, index: number) => T): T[] {
    return present('list', values).map((value, index) => item(this, value, index));
  }

  optional<T>(value: T | null | undefined, body: (c: Codec, value: T | undefined) => T): T | null {
    const given = value === null ? null : present('optional', value);
    return given === null ? null : body(this, given);
  }

  ahead(): Uint8Array {
    return nothing;
  }

  fail(_code: DecodeCode, name: string, detail: string): never {
    throw new RangeError(`${name}: ${detail}`);
  }
}

class ReadingCodec implements Codec {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  u8(name: string, _value?: number, meta: NumberMeta = {}): number {
    return this.#reader.u8(name, this.#reader.trees ? readMeta(1, meta) : noMeta);
  }

  u16(name: string, _value?: number, meta: NumberMeta = {}): number {
    return this.#reader.u16(name, this.#reader.trees ? readMeta(2, meta) : noMeta);
  }

  u32(name: string, _value?: number, meta: NumberMeta = {}): number {
    return this.#reader.u32(name, this.#reader.trees ? readMeta(4, meta) : noMeta);
  }

  opaque(name: string, length: number, _value?: Bytes, meta: BytesMeta = {}): Bytes {
    return this.#reader.opaque(name, length, meta);
  }

  rest(name: string, _value?: Bytes, meta: BytesMeta = {}): Bytes {
    return this.#reader.rest(name, meta);
  }

  opaqueVector(name: string, prefix: 1 | 2 | 3, bounds: Bounds, _value?: Bytes, meta: BytesMeta = {}): Bytes {
    return this.#reader.opaqueVector(name, prefix, bounds, meta);
  }

  graft(name: string, _value: Bytes | undefined, treeOf: (bytes: Bytes) => Field): Bytes {
    return this.#reader.graft(name, this.#reader.remaining, treeOf);
  }

  struct<T>(name: string, body: (c: Codec) => T, meta?: Meta): T {
    return this.#reader.struct(name, () => body(this), meta);
  }

  vector<T>(name: string, prefix: 1 | 2 | 3, bounds: Bounds, body: (c: Codec) => T, meta?: Meta): T {
    return this.#reader.vector(name, prefix, bounds, () => body(this), meta);
  }

  measured<T>(name: string, prefix: 1 | 2 | 3, bounds: Bounds, body: (c: Codec) => T, spec?: Spec): T {
    return this.#reader.measured(name, prefix, bounds, () => body(this), spec);
  }

  list<T>(
    _values: readonly T[] | undefined,
    item: (c: Codec, value: T | undefined, index: number) => T,
  ): T[] {
    return this.#reader.list((_, index) => item(this, undefined, index));
  }

  optional<T>(_value: T | null | undefined, body: (c: Codec, value: T | undefined) => T): T | null {
    return this.#reader.remaining === 0 ? null : body(this, undefined);
  }

  ahead(): Uint8Array {
    return this.#reader.ahead();
  }

  fail(code: DecodeCode, name: string, detail: string, spec?: Spec): never {
    return this.#reader.fail(code, name, detail, spec);
  }
}

const nothing = new Uint8Array(0);

/** Where no tree is made nobody asks what a value means. */
const noMeta = {};

function present<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`${name}: nothing to write`);
  return value;
}

/** The value of `body`, for calls that return nothing themselves. */
function result<T>(run: (keep: (value: T) => void) => void): T {
  const kept: T[] = [];
  run((value) => kept.push(value));
  return kept[0] as T;
}

function numberMeta(value: number, width: number, meta: NumberMeta): Meta {
  return { value: meta.registry && codeValue(value, width, meta.registry), spec: meta.spec, type: meta.type };
}

function readMeta(width: number, meta: NumberMeta): MetaOf<number> {
  const { registry, spec, type } = meta;
  return { value: registry && ((read) => codeValue(read, width, registry)), spec, type };
}

function codeValue(value: number, width: number, registry: (code: number) => string | undefined): FieldValue {
  const name = registry(value);
  return name === undefined ? { type: 'code', value, width } : { type: 'code', value, width, name };
}

function bytesMeta(bytes: Uint8Array, { value, spec, type }: BytesMeta): Meta {
  return { value: bytes.length > 0 ? value?.(bytes) : undefined, spec, type };
}
