/** The panels of the other tabs come while the learner reads the first one, so that no step waits for them. */
import type { LabStore } from '../../state/store.ts';
import { prepareHandout } from './print-handout.ts';

const afterFirstScreen = 1500;
/** A page that is never idle gets the next one after so many milliseconds. */
const atLatest = 2000;
let asked = false;

export function prefetchPanels(store: LabStore): void {
  if (asked) return;
  asked = true;
  const loads = [
    () => import('../keys/keys-panel.tsx'),
    () => import('../crypto/crypto-panel.tsx'),
    () => import('../certificates/certificates-panel.tsx'),
    () => import('../trust/trust-panel.tsx'),
    () => import('../configure/configure-sheet.tsx'),
    () => prepareHandout(store),
  ];
  setTimeout(() => void oneByOne(loads), afterFirstScreen);
}

/** Each in a pause of its own: all at once would keep a key waiting. */
async function oneByOne(loads: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of loads) {
    await pause();
    // Offline by now? Then the tab itself says so when it is opened.
    await load().catch(() => undefined);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: atLatest });
    else setTimeout(resolve, 100);
  });
}
