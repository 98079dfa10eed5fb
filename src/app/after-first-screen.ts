/** The page looks after itself once its first screen stands: its address, the places visited, the copy for offline. */
import type { LabState, LabStore } from '../state/store.ts';
import { untilHere } from '../ui/late/arrival.ts';

export function afterFirstScreen(lab: LabStore): void {
  const opened = lab.getState();
  const { hash } = window.location;
  const stop = lab.subscribe(startIfDrawn);
  startIfDrawn(opened);

  function startIfDrawn({ painted, problem }: LabState): void {
    if (!painted && problem === undefined) return;
    stop();
    void untilHere(() => import('./upkeep.ts')).then(({ keepUp }) => keepUp(lab, { opened, hash }));
  }
}
