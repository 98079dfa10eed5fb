/** Lets the site work without a network, and tells the store when a newer version is at hand. */
import type { LabStore } from '../state/store.ts';
import { untilQuiet } from '../ui/quiet.ts';

/** Long enough for the panels that follow the first screen. */
const settle = 3_000;
/** The copy is for later; it is made beside a lesson in full swing only where that never stops. */
const patience = 60_000;

/** Registers the service worker. Does nothing where there is none. */
export function keepOffline(lab: LabStore): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => void untilQuiet(patience).then(() => register(lab)), settle);
}

async function register(lab: LabStore): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('./sw.js');
    watch(registration, lab);
    await navigator.serviceWorker.ready;
    lab.getState().actions.setOffline('kept');
  } catch {
    // Forbidden in this browser or window: the page works, but needs its host.
    lab.getState().actions.setOffline('refused');
  }
}

function watch(registration: ServiceWorkerRegistration, lab: LabStore): void {
  const offer = (): void => {
    const { waiting } = registration;
    // Without a controller this is the first visit, and there is nothing to replace.
    if (!waiting || !navigator.serviceWorker.controller) return;
    lab.getState().actions.offerUpdate(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
        once: true,
      });
      waiting.postMessage('take-over', []);
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
