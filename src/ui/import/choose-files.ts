/** The way in for files: by dialog or by drop. What reads them is loaded with the first one. */
import type { Language } from '../../lesson/catalog.ts';
import type { LabStore } from '../../state/store.ts';
import { sayAbsent } from '../late/say-absent.ts';

export function takeFiles(files: readonly File[], store: LabStore, language: Language): void {
  import('./open-files.ts')
    .then(({ openFiles }) => openFiles(files, store, language))
    .catch(sayAbsent(store));
}

/** The browser's file dialog. */
export function chooseFiles(onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
  input.click();
}
