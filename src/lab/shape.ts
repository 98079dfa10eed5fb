/** Checks of plain data that came from outside: small functions that throw at the first thing that does not fit. */

/** `at` is the dotted path of the value, `expected` what it should have been or what is wrong. */
export class BadShape extends Error {
  override readonly name = 'BadShape';

  constructor(at: string, what: string) {
    super(`${at}: ${what}`);
  }
}

/** Throws a BadShape unless `value` fits. */
export type Shape = (value: unknown, at: string) => void;

export const text: Shape = is('a text', (value) => typeof value === 'string');
export const boolean: Shape = is('true or false', (value) => typeof value === 'boolean');
export const number: Shape = is('a number', (value) => typeof value === 'number' && Number.isFinite(value));
/** A whole number from 0. */
export const count: Shape = is(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);
export const bytes: Shape = is('bytes as {"$hex": "…"}', (value) => value instanceof Uint8Array);

export function oneOf(...allowed: readonly (string | number | boolean | null)[]): Shape {
  const set: ReadonlySet<unknown> = new Set(allowed);
  const names =
    allowed.length > 6
      ? 'one of the known names'
      : allowed.map((value) => JSON.stringify(value)).join(' or ');
  return is(names, (value) => set.has(value));
}

export function list(item: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, 'a list', value);
    value.forEach((entry: unknown, i) => item(entry, `${at}[${i}]`));
  };
}

/** A list of exactly these. */
export function tuple(...items: readonly Shape[]): Shape {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== items.length)
      throw wrong(at, `a list of ${items.length}`, value);
    items.forEach((item, i) => item(value[i], `${at}[${i}]`));
  };
}

/** An object that has all of `required` and may have any of `optional`; further fields are left alone. */
export function record(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const needed = Object.entries(required);
  const possible = Object.entries(optional);
  return (value, at) => {
    const entries = object(value, at);
    for (const [key, shape] of needed) {
      if (!Object.hasOwn(entries, key)) throw new BadShape(at, `${key} is missing`);
      shape(entries[key], `${at}.${key}`);
    }
    for (const [key, shape] of possible) {
      if (Object.hasOwn(entries, key)) shape(entries[key], `${at}.${key}`);
    }
  };
}

/** An object whose values all fit. */
export function mapOf(item: Shape): Shape {
  return (value, at) => {
    for (const [key, entry] of Object.entries(object(value, at))) item(entry, `${at}.${key}`);
  };
}

/** An object whose field `by` says which of the shapes it has. */
export function variant(by: string, shapes: Readonly<Record<string, Shape>>): Shape {
  const kind = oneOf(...Object.keys(shapes));
  return (value, at) => {
    const entries = object(value, at);
    kind(entries[by], `${at}.${by}`);
    shapes[entries[by] as string]?.(value, at);
  };
}

export function either(what: string, ...shapes: readonly Shape[]): Shape {
  return (value, at) => {
    if (!shapes.some((shape) => fits(shape, value, at))) throw wrong(at, what, value);
  };
}

/** All of them, one after the other. */
export function all(...shapes: readonly Shape[]): Shape {
  return (value, at) => shapes.forEach((shape) => shape(value, at));
}

function is(what: string, test: (value: unknown) => boolean): Shape {
  return (value, at) => {
    if (!test(value)) throw wrong(at, what, value);
  };
}

function fits(shape: Shape, value: unknown, at: string): boolean {
  try {
    shape(value, at);
    return true;
  } catch (error) {
    if (error instanceof BadShape) return false;
    throw error;
  }
}

function object(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) {
    throw wrong(at, 'an object', value);
  }
  return value as Readonly<Record<string, unknown>>;
}

function wrong(at: string, expected: string, value: unknown): BadShape {
  return new BadShape(at, `${describe(value)} where ${expected} should be`);
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = JSON.stringify(value);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
