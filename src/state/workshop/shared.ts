/** The one workshop of this page: its page shows it, and the Lab takes certificates out of it. */
import { createProvider } from '../../crypto/provider/web.ts';
import type { KeyMaker } from '../../authority/keys.ts';
import { createWorkshop } from './workshop.ts';
import type { WorkshopStore } from './workshop.ts';
import type { Workshop } from '../../authority/workshop/model.ts';

let store: WorkshopStore | undefined;
let maker: Promise<KeyMaker> | undefined;

export function sharedWorkshop(): WorkshopStore {
  store ??= createWorkshop({
    maker: () => (maker ??= createProvider().then((provider) => ({ provider, subtle: crypto.subtle }))),
    storage: window.localStorage,
    now: () => Date.now(),
  });
  return store;
}

/** The workshop once it is open. */
export function openWorkshop(): Promise<Workshop> {
  const shared = sharedWorkshop();
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const { workshop, isBusy, fault } = shared.getState();
      if (workshop) resolve(workshop);
      else if (!isBusy)
        reject(new Error(fault?.kind === 'failed' ? fault.message : 'the workshop did not open'));
      return workshop !== undefined || !isBusy;
    };
    if (look()) return;
    const stop = shared.subscribe(() => {
      if (look()) stop();
    });
  });
}
