/**
 * The three functions of the Reflect metadata proposal that tsyringe calls inside @peculiar/x509, over
 * one WeakMap. The library stores constructor parameters there and finds none, because its
 * decorators were compiled without type metadata. reflect-metadata would do the same with ten times
 * the code, and all of it would load before the first handshake.
 *
 * Must be imported before @peculiar/x509.
 */
interface MetadataFunctions {
  getMetadata?: (key: unknown, target: object) => unknown;
  getOwnMetadata?: (key: unknown, target: object) => unknown;
  defineMetadata?: (key: unknown, value: unknown, target: object) => void;
}

const reflect = Reflect as MetadataFunctions;
const store = new WeakMap<object, Map<unknown, unknown>>();

reflect.getOwnMetadata ??= (key, target) => store.get(target)?.get(key);
reflect.getMetadata ??= (key, target) => {
  for (let at: object | null = target; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const found = store.get(at);
    if (found?.has(key) === true) return found.get(key);
  }
  return undefined;
};
reflect.defineMetadata ??= (key, value, target) => {
  const own = store.get(target) ?? new Map<unknown, unknown>();
  store.set(target, own.set(key, value));
};
