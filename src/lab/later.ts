/** Parts of an object that are made when they are first read: what a reader of a run never asks for is never made. */

const makersOf = Symbol('makers of later parts');

interface WithMakers {
  readonly [makersOf]: Readonly<Record<string, () => unknown>>;
}

/**
 * Adds enumerable properties that are computed when they are first read, and are ordinary ones from then on.
 * The object is changed and given back. All objects share one getter per name: with closures of its own, each
 * would have a shape of its own, which engines make slowly and keep as a table.
 */
export function later<O extends object, P extends object>(
  object: O,
  makers: { readonly [Part in keyof P]: () => P[Part] },
): O & Readonly<P> {
  Object.defineProperty(object, makersOf, { value: makers });
  for (const name of Object.keys(makers)) Object.defineProperty(object, name, accessorOf(name));
  return object as O & Readonly<P>;
}

const accessors = new Map<string, PropertyDescriptor>();

function accessorOf(name: string): PropertyDescriptor {
  const known = accessors.get(name);
  if (known !== undefined) return known;
  const accessor: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: WithMakers) {
      const value = this[makersOf][name]?.();
      Object.defineProperty(this, name, { value, enumerable: true });
      return value;
    },
  };
  accessors.set(name, accessor);
  return accessor;
}
