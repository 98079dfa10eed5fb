/** What goes on as long as the page is open, and is of no use before its first screen stands. */
import { presets } from '../lab/presets.ts';
import { syncAddress, type Since } from '../state/address.ts';
import { keepRecent } from '../state/recent.ts';
import type { LabStore } from '../state/store.ts';
import { keepOffline } from './offline.ts';

/** `since`: how the page was opened; what has changed by now is caught up with. */
export function keepUp(lab: LabStore, since: Since): void {
  syncAddress(lab, presets, window, since);
  keepRecent(lab, presets, window.localStorage);
  keepOffline(lab);
}
