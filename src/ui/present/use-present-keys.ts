import { useCallback } from 'react';
import { presets } from '../../lab/presets.ts';
import { parseLink } from '../../state/link.ts';
import type { PageViews, RunPage } from '../../state/pages/pages.ts';
import type { LabStore } from '../../state/store.ts';
import { useLabStore } from '../use-lab.ts';
import { usePageKeys } from '../use-page-keys.ts';

export interface PresentKeys {
  readonly reveal: () => void;
  readonly notes: () => void;
  readonly list: () => void;
}

/** Keys and clickers (which send Page Up and Page Down). */
export function usePresentKeys(keys: PresentKeys): void {
  const store = useLabStore();
  usePageKeys(useCallback(({ key }) => act(store, keys, key), [store, keys]));
}

function act(store: LabStore, keys: PresentKeys, key: string): boolean {
  const { views, actions } = store.getState();
  const turn = (by: number): boolean => {
    const { demos, at } = views.present;
    const next = at + by;
    if (next >= 0 && next < demos.length) actions.setView('present', { at: next });
    return true;
  };
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
      actions.openPage(homeOf(views.present));
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
}

/** Where the demo on screen came from. */
function homeOf({ demos, at }: PageViews['present']): RunPage {
  const parsed = parseLink(demos[at]?.link ?? '', presets);
  return parsed.kind === 'view' ? parsed.page : 'lab';
}
