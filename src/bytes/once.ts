/** A loader whose result is kept: asking a module loader again costs more than many a primitive. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((reason: unknown) => {
      // A chunk that did not arrive may arrive the next time.
      loading = undefined;
      throw reason;
    }));
}
