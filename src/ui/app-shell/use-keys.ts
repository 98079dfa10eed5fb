import { useCallback } from 'react';
import { isRunPage } from '../../state/pages/pages.ts';
import type { LabStore } from '../../state/store.ts';
import { useLabStore } from '../use-lab.ts';
import { usePageKeys } from '../use-page-keys.ts';

/** The keys of the Lab. What the focused element needs itself (typing, menus, trees) comes first. */
export function useKeys(): void {
  const store = useLabStore();
  usePageKeys(
    useCallback(
      (event) => {
        const target = event.target instanceof Element ? event.target : document.body;
        if (target.closest('input, textarea, select, [contenteditable], [role=menu], [popover]'))
          return false;
        return act(store, event.key, target);
      },
      [store],
    ),
  );
}

function act(store: LabStore, key: string, target: Element): boolean {
  const { actions, page, playing, letterKeys, byteView, trace } = store.getState();
  if (!isRunPage(page) || !trace) return false;
  switch (key) {
    case 'ArrowRight':
      actions.next();
      return true;
    case 'ArrowLeft':
      actions.previous();
      return true;
    case 'Home':
      actions.first();
      return true;
    case 'End':
      actions.last();
      return true;
    case ' ':
      // A focused button or link keeps its own Space.
      if (target.closest('button, a, summary, [role=option], [role=checkbox]')) return false;
      if (playing) actions.pause();
      else actions.play();
      return true;
    case '?':
      actions.setHelpOpen(true);
      return true;
    default:
      break;
  }
  if (!letterKeys) return false;
  switch (key.toLowerCase()) {
    case 'e':
      actions.toggleEve();
      return true;
    case 'b':
      actions.setTab('bytes');
      return true;
    case 'd':
      actions.setTab('certificates');
      return true;
    case 'w':
      actions.setTab('bytes');
      actions.setByteView(byteView === 'plain' ? 'wire' : 'plain');
      return true;
    case 'c':
      actions.setTab('crypto');
      return true;
    case 'k':
      actions.setTab('keys');
      return true;
    default:
      return false;
  }
}
