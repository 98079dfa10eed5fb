/** The handout: its code comes early enough that Ctrl+P finds it, too. */
import { loadLanguage } from '../../lesson/load-language.ts';
import type { LabStore } from '../../state/store.ts';

let prepared: Promise<unknown> | undefined;

/** From then on whatever asks for paper gets the handout. Once for the page. */
export function prepareHandout(store: LabStore): Promise<unknown> {
  prepared ??= Promise.all([import('../export/handout.tsx'), loadLanguage(store.getState().language)]).then(
    ([module]) => module.prepareHandout(store),
  );
  return prepared;
}

export async function printHandout(store: LabStore): Promise<void> {
  await prepareHandout(store);
  window.print();
}
