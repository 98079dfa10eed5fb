/** The handout: its code comes early enough that Ctrl+P finds it, too. */
import { once } from '../../bytes/once.ts';
import { loadLanguage } from '../../lesson/load-language.ts';
import type { LabStore } from '../../state/store.ts';
import { sayAbsent } from '../late/say-absent.ts';

let prepare: (() => Promise<unknown>) | undefined;

/** From then on whatever asks for paper gets the handout. Once for the page. */
export function prepareHandout(store: LabStore): Promise<unknown> {
  prepare ??= once(async () => {
    const load = [import('../export/handout.tsx'), loadLanguage(store.getState().language)] as const;
    return (await Promise.all(load))[0].prepareHandout(store);
  });
  return prepare();
}

export async function printHandout(store: LabStore): Promise<void> {
  await prepareHandout(store).then(() => window.print(), sayAbsent(store));
}
