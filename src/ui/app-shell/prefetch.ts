/** The panels of the other tabs come while the learner reads the first one, so that no step waits for them. */
import type { LabStore } from '../../state/store.ts';
import { untilQuiet } from '../quiet.ts';
import { prepareHandout } from './print-handout.ts';

let asked = false;

/** Once the first screen stands: nothing that it needs shall wait behind these. */
export async function prefetchPanels(store: LabStore): Promise<void> {
  if (asked) return;
  asked = true;
  const loads: readonly (() => Promise<unknown>)[] = [
    // First, because Ctrl+P does not wait for it.
    () => prepareHandout(store),
    () => import('../trust/trust-panel.tsx'),
    () => import('../crypto/crypto-panel.tsx'),
    () => import('../certificates/certificates-panel.tsx'),
    () => import('../keys/keys-panel.tsx'),
    () => import('../configure/configure-sheet.tsx'),
  ];
  for (const load of loads) {
    // Each in a pause of its own: all at once would keep a key waiting.
    await untilQuiet();
    // Offline by now? Then the tab itself says so when it is opened.
    await load().catch(() => undefined);
  }
}
