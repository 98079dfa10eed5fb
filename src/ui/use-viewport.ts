/** The width classes of the design, for changes of structure; everything else is CSS. */
import { useSyncExternalStore } from 'react';

/** From 1280: two columns with gutters. From 1024: gutters folded in. From 600: one column. Below: a phone. */
export type Viewport = 'wide' | 'narrow' | 'tablet' | 'phone';

const queries: readonly (readonly [Viewport, MediaQueryList])[] = (
  [
    ['wide', '(min-width: 1280px)'],
    ['narrow', '(min-width: 1024px)'],
    ['tablet', '(min-width: 600px)'],
  ] as const
).map(([name, query]) => [name, window.matchMedia(query)]);

export function useViewport(): Viewport {
  return useSyncExternalStore(subscribe, current);
}

function current(): Viewport {
  return queries.find(([, query]) => query.matches)?.[0] ?? 'phone';
}

function subscribe(onChange: () => void): () => void {
  for (const [, query] of queries) query.addEventListener('change', onChange);
  return () => {
    for (const [, query] of queries) query.removeEventListener('change', onChange);
  };
}
