/** The handout: its code comes early enough that Ctrl+P finds it, too. */
import type { Language } from '../../lesson/catalog.ts';
import type { LabStore } from '../../state/store.ts';

let prepared: Promise<unknown> | undefined;

/** From then on whatever asks for paper gets the handout. Once for the page. */
export function prepareHandout(store: LabStore, language: Language): Promise<unknown> {
  prepared ??= import('../export/handout.tsx').then((module) => module.prepareHandout(store, language));
  return prepared;
}

export async function printHandout(store: LabStore, language: Language): Promise<void> {
  await prepareHandout(store, language);
  window.print();
}
