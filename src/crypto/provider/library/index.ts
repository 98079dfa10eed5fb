/**
 * The doors to the libraries: each is a chunk of its own that loads when first used. What came in is
 * kept, because asking a module loader again costs more than many a primitive.
 */
export const libraries = {
  chacha: once(() => import('./chacha.ts')),
  curves: once(() => import('./curves.ts')),
  kem: once(() => import('./kem.ts')),
};

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((reason: unknown) => {
      // A chunk that did not arrive may arrive the next time.
      loading = undefined;
      throw reason;
    }));
}
