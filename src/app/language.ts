import type { LabStore } from '../state/store.ts';

/** Writes the language to `<html lang>`: for whoever reads the page aloud, hyphenates or translates it. */
export function applyLanguage(store: LabStore): void {
  const apply = (): void => {
    document.documentElement.lang = store.getState().language;
  };
  apply();
  store.subscribe((state, before) => {
    if (state.language !== before.language) apply();
  });
}
