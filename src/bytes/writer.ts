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
import { shiftField } from './field.ts';
import type { Spec } from './spec.ts';

export interface Meta {
  /** Registry name of a code point. */
  readonly name?: string;
  /** Replaces the value that the method would derive. */
  readonly value?: FieldValue;
  readonly spec?: Spec;
  /** Type that prefixes the prose keys of the children; default: the field's own name. */
  readonly type?: string;
}

/** Runs `body` and returns what it wrote as one container named `name`. */
export function write(name: string, body: (w: Writer) => void, meta: Meta = {}): Encoded {
  const writer = new Writer();
  writer.struct(name, body, meta);
  const field = writer.fields[0];
  if (field === undefined) throw new Error('unreachable: struct() always adds a field');
  return { bytes: writer.bytes(), field };
}

export class Writer {
  readonly fields: Field[] = [];
  #buffer = new Uint8Array(256);
  #length = 0;
  #open: { readonly type: string; readonly children: Field[] }[] = [];

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#buffer.slice(0, this.#length);
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
    this.#leaf(name, start, meta.value ?? { type: 'bytes' }, meta);
  }

  /** Bytes whose tree is known already, e.g. a certificate inside a message. */
  graft(encoded: Encoded): void {
    const start = this.#length;
    this.#append(encoded.bytes);
    this.#add(shiftField(encoded.field, start - encoded.field.start));
  }

  /** A container without a length prefix. */
  struct(name: string, body: (w: Writer) => void, meta: Meta = {}): void {
    this.#container(name, meta, () => body(this));
  }

  /** A container behind a length prefix of `prefix` bytes. */
  vector(name: string, prefix: 1 | 2 | 3, body: (w: Writer) => void, meta: Meta = {}): void {
    this.#container(name, meta, () => {
      const at = this.#length;
      this.#append(new Uint8Array(prefix));
      const lengthField = this.#open.at(-1)?.children.length ?? 0;
      body(this);
      const size = this.#length - at - prefix;
      if (size >= 2 ** (8 * prefix)) throw new RangeError(`${name}: ${size} bytes do not fit a ${prefix}-byte length`);
      for (let i = 0; i < prefix; i++) this.#buffer[at + i] = (size >>> (8 * (prefix - 1 - i))) & 0xff;
      this.#open.at(-1)?.children.splice(lengthField, 0, lengthLeaf(name, at, prefix, size));
    });
  }

  /** Opaque bytes behind a length prefix. */
  opaqueVector(name: string, prefix: 1 | 2 | 3, bytes: Uint8Array, meta: Meta = {}): void {
    const { value, ...rest } = meta;
    const own = value ?? (bytes.length === 0 ? ({ type: 'empty' } as const) : ({ type: 'bytes' } as const));
    this.vector(name, prefix, (w) => w.opaque(name, bytes, { ...rest, value: own }), { ...rest, value: own });
  }

  #integer(name: string, value: number, width: number, meta: Meta): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * width)) {
      throw new RangeError(`${name}: ${value} does not fit ${width} bytes`);
    }
    const bytes = new Uint8Array(width);
    for (let i = 0; i < width; i++) bytes[i] = Math.floor(value / 2 ** (8 * (width - 1 - i))) & 0xff;
    const start = this.#length;
    this.#append(bytes);
    this.#leaf(name, start, meta.value ?? integerValue(value, width, meta.name), meta);
  }

  #container(name: string, meta: Meta, body: () => void): void {
    const start = this.#length;
    const parent = this.#open.at(-1);
    const frame = { type: meta.type ?? name, children: [] as Field[] };
    this.#open.push(frame);
    body();
    this.#open.pop();
    const field: Field = {
      name,
      key: keyOf(parent?.type, name, meta.type),
      role: 'container',
      start,
      end: this.#length,
      value: meta.value ?? containerValue(frame.children),
      ...(meta.spec && { spec: meta.spec }),
      children: frame.children,
    };
    this.#add(field);
  }

  #leaf(name: string, start: number, value: FieldValue, meta: Meta): void {
    this.#add({
      name,
      key: keyOf(this.#open.at(-1)?.type, name, meta.type),
      role: 'value',
      start,
      end: this.#length,
      value,
      ...(meta.spec && { spec: meta.spec }),
    });
  }

  #add(field: Field): void {
    (this.#open.at(-1)?.children ?? this.fields).push(field);
  }

  #append(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.#buffer.length));
      grown.set(this.#buffer);
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = needed;
  }
}

/** Writer and Reader agree on these, so that a message has one tree whichever side made it. */
export function integerValue(value: number, width: number, name: string | undefined): FieldValue {
  if (name !== undefined) return { type: 'code', value, width, name };
  return { type: 'number', value };
}

export function containerValue(children: readonly Field[]): FieldValue {
  const count = children.filter((child) => child.role !== 'length').length;
  return count === 0 ? { type: 'empty' } : { type: 'count', value: count };
}

export function lengthLeaf(name: string, start: number, width: number, value: number): Field {
  return {
    name: 'length',
    key: `${name}.length`,
    role: 'length',
    start,
    end: start + width,
    value: { type: 'number', value },
  };
}

export function keyOf(parentType: string | undefined, name: string, ownType: string | undefined): string {
  if (ownType !== undefined) return ownType;
  return parentType === undefined ? name : `${parentType}.${name}`;
}
