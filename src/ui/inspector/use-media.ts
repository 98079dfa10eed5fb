import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds; draws again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** One column, hex eight bytes wide, Fields and Who knows as tabs. */
export const phone = '(max-width: 599px)';
/** One column: the ledger is a tab. */
export const narrow = '(max-width: 1023px)';
