/** The engine with its world: crypto, clocks, and the authority whose keys live as long as the page. */
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import type { Provider } from '../crypto/port.ts';
import { run } from '../lab/run.ts';
import type { RunScenario } from '../state/store.ts';
import { withWorkshop } from './workshop-pki.ts';

/**
 * Runs scenarios. The first call makes the keys it needs; New keys forgets them all. `onMissing` hears of a
 * certificate of the workshop that this browser does not have: links travel, what lies in a workshop does not.
 */
export function createEngine(onMissing: (parameter: string, serial: string) => void): RunScenario {
  let provider: Promise<Provider> | undefined;
  let ring: KeyRing | undefined;

  return async (scenario, { newKeys }) => {
    provider ??= createProvider();
    const environment = { provider: await provider, subtle: crypto.subtle };
    if (ring === undefined || newKeys) ring = new KeyRing(environment);
    const keys = ring;
    return run(scenario, {
      provider: environment.provider,
      now: () => performance.now(),
      wallClock: () => Date.now(),
      issue: async (wanted, clock) => {
        const { server, browser } = wanted;
        const pki = await issueDemoPki(keys, { server, browser, clock });
        return withWorkshop(pki, wanted, onMissing);
      },
    });
  };
}
