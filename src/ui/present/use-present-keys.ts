import { useEffect } from 'react';
import { useLabStore } from '../use-lab.ts';

export interface PresentKeys {
  readonly reveal: () => void;
  readonly notes: () => void;
  readonly list: () => void;
}

/** Keys and clickers (which send Page Up and Page Down). */
export function usePresentKeys(keys: PresentKeys): void {
  const store = useLabStore();
  useEffect(() => {
    const turn = (by: number): boolean => {
      const { views, actions } = store.getState();
      const { demos, at } = views.present;
      const next = at + by;
      if (next >= 0 && next < demos.length) actions.setView('present', { at: next });
      return true;
    };
    const act = (key: string): boolean => {
      const { actions } = store.getState();
      switch (key) {
        case 'ArrowRight':
        case 'PageDown':
          actions.next();
          return true;
        case 'ArrowLeft':
        case 'PageUp':
          actions.previous();
          return true;
        case 'Home':
          actions.first();
          return true;
        case 'End':
          actions.last();
          return true;
        case 'Escape':
          if (document.fullscreenElement) void document.exitFullscreen();
          actions.openPage('lab');
          return true;
        case '[':
          return turn(-1);
        case ']':
          return turn(1);
        default:
          break;
      }
      const letter = { a: keys.reveal, n: keys.notes, l: keys.list }[key.toLowerCase()];
      letter?.();
      return letter !== undefined;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]')) return;
      if (act(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, keys]);
}
