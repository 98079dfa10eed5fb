/** Where the workshop is kept: this browser's storage, as the same text that an exported file holds. */
import type { Workshop } from '../../authority/workshop/model.ts';
import { readWorkshop, writeWorkshop } from '../../interchange/workshop-file.ts';

/** The parts of localStorage it needs; every call may throw where storage is forbidden. */
export type WorkshopStorage = Pick<Storage, 'getItem' | 'setItem'>;

export const workshopKey = 'handshake-lab.workshop';
/** What could not be read is kept here, in case a later version can. */
export const unreadKey = 'handshake-lab.workshop-unread';

export function loadWorkshop(storage: WorkshopStorage): Workshop | undefined {
  let text: string | null = null;
  try {
    text = storage.getItem(workshopKey);
    if (text === null) return undefined;
    const read = readWorkshop(text);
    if (read.ok) return read.workshop;
    storage.setItem(unreadKey, text);
  } catch {
    // Storage is forbidden or full: the workshop then lasts as long as the page.
  }
  return undefined;
}

/** False where it could not be kept. */
export function keepWorkshop(storage: WorkshopStorage, workshop: Workshop): boolean {
  try {
    storage.setItem(workshopKey, writeWorkshop(workshop));
    return true;
  } catch {
    return false;
  }
}
