import { labWords } from '../../lesson/lab.ts';
import type { LabStore } from '../../state/store.ts';
import { NotArrived } from './arrival.ts';

/** Takes the failure of what was pressed for, where nothing on screen stands for it: says so. Pressing asks again. */
export function sayAbsent(store: LabStore): (reason: unknown) => void {
  return (reason) => {
    if (!(reason instanceof NotArrived)) throw reason;
    const { language, actions } = store.getState();
    actions.notify(labWords[language].pages.absent.pressed);
  };
}
