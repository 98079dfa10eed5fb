/** The panels of the other tabs come while the learner reads the first one, so that no step waits for them. */
import type { LabStore } from '../../state/store.ts';
import type { Ahead } from '../late/late.tsx';
import { untilQuiet } from '../quiet.ts';
import { prepareHandout } from './print-handout.ts';

let asked = false;

/** Once the first screen stands: nothing that it needs shall wait behind these. `more` come last. */
export async function prefetchPanels(store: LabStore, more: readonly Ahead[]): Promise<void> {
  if (asked) return;
  asked = true;
  // First, because Ctrl+P does not wait for it.
  await untilQuiet();
  await prepareHandout(store).catch(() => undefined);
  const { latePanels } = await import('../inspector/inspector-panels.tsx');
  for (const part of [...latePanels, ...more]) {
    // Each in a pause of its own: all at once would keep a key waiting.
    await untilQuiet();
    await part.ahead();
  }
}
