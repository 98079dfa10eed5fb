/** The panels of the other tabs come while the learner reads the first one, so that no step waits for them. */
import type { LabStore } from '../../state/store.ts';
import { prepareHandout } from './print-handout.ts';

const afterFirstScreen = 1500;
/** Nobody is in the middle of something after so many milliseconds without a key or a pointer. */
const quiet = 1000;
/** Whoever never pauses gets the next panel after so many milliseconds all the same. */
const atLatest = 10_000;
let asked = false;

export function prefetchPanels(store: LabStore): void {
  if (asked) return;
  asked = true;
  const loads = [
    // First, because Ctrl+P does not wait for it.
    () => prepareHandout(store),
    () => import('../keys/keys-panel.tsx'),
    () => import('../crypto/crypto-panel.tsx'),
    () => import('../certificates/certificates-panel.tsx'),
    () => import('../trust/trust-panel.tsx'),
    () => import('../configure/configure-sheet.tsx'),
  ];
  setTimeout(() => void oneByOne(loads), afterFirstScreen);
}

/** Each in a pause of its own: all at once would keep a key waiting. */
async function oneByOne(loads: readonly (() => Promise<unknown>)[]): Promise<void> {
  let touched = -quiet;
  const touch = (): void => void (touched = performance.now());
  const inputs = ['keydown', 'pointerdown'] as const;
  for (const input of inputs) addEventListener(input, touch, { capture: true, passive: true });
  for (const load of loads) {
    const since = performance.now();
    do await idle();
    while (performance.now() - touched < quiet && performance.now() - since < atLatest);
    // Offline by now? Then the tab itself says so when it is opened.
    await load().catch(() => undefined);
  }
  for (const input of inputs) removeEventListener(input, touch, { capture: true });
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => setTimeout(resolve, 50), { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
}
