import { useLayoutEffect } from 'react';

/**
 * Keys of the whole page, until the page is left. `act` says whether a key was one of its own. Open dialogs keep
 * their keys, and so does the browser what is pressed with Alt, Control or Command. `act` should be stable.
 */
export function usePageKeys(act: (event: KeyboardEvent) => boolean): void {
  // Before the page is seen: who sees it may press.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]')) return;
      if (act(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [act]);
}
