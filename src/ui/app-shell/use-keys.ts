import { useEffect } from 'react';
import { isRunPage } from '../../state/pages/pages.ts';
import type { LabStore } from '../../state/store.ts';
import { useLabStore } from '../use-lab.ts';

/** The keys of the Lab. What the focused element needs itself (typing, menus, trees) comes first. */
export function useKeys(): void {
  const store = useLabStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]')) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('input, textarea, select, [contenteditable], [role=menu], [popover]')) return;
      if (act(store, event.key, target)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
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
