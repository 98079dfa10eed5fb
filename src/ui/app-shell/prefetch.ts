/** The panels of the other tabs come while the learner reads the first one, so that no step waits for them. */
import type { LabStore } from '../../state/store.ts';
import { prepareHandout } from './print-handout.ts';

const afterFirstScreen = 1500;
let asked = false;

export function prefetchPanels(store: LabStore): void {
  if (asked) return;
  asked = true;
  setTimeout(() => {
    const loads = [
      import('../keys/keys-panel.tsx'),
      import('../crypto/crypto-panel.tsx'),
      import('../certificates/certificates-panel.tsx'),
      import('../trust/trust-panel.tsx'),
      import('../configure/configure-sheet.tsx'),
      prepareHandout(store),
    ];
    // Offline by now? Then the tab itself says so when it is opened.
    void Promise.allSettled(loads);
  }, afterFirstScreen);
}
