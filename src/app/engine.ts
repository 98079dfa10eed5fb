/** The engine with its world: crypto, clocks, and the authority whose keys live as long as the page. */
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import type { Provider } from '../crypto/port.ts';
import type { Scenario } from '../lab/scenario.ts';
import type { DemoPki } from '../authority/pki.ts';
import { run } from '../lab/run.ts';
import type { RunScenario } from '../state/store.ts';
import type { Workbench } from '../state/workbench.ts';

export interface Engine {
  /** Runs scenarios. The first call makes the keys it needs; New keys forgets them all. */
  readonly runScenario: RunScenario;
  /** The same crypto and keys for what is exported and imported. */
  readonly workbench: Workbench;
}

/**
 * Runs scenarios. The first call makes the keys it needs; New keys forgets them all. `onMissing` hears of a
 * certificate of the workshop that this browser does not have: links travel, what lies in a workshop does not.
 */
export function createEngine(onMissing: (parameter: string, serial: string) => void): Engine {
  let provider: Promise<Provider> | undefined;
  let ring: KeyRing | undefined;
  const providerOnce = (): Promise<Provider> => (provider ??= createProvider());
  const now = (): number => performance.now();
  const keyRing = async (newKeys: boolean): Promise<KeyRing> => {
    const environment = { provider: await providerOnce(), subtle: crypto.subtle };
    if (ring === undefined || newKeys) ring = new KeyRing(environment);
    return ring;
  };

  const issue = async (keys: KeyRing, wanted: Scenario, clock: number): Promise<DemoPki> => {
    const { server, browser } = wanted;
    const pki = await issueDemoPki(keys, { server, browser, clock });
    if (server.ownCertificate === '' && browser.ownCertificate === '') return pki;
    const { withWorkshop } = await import('./workshop-pki.ts');
    return withWorkshop(pki, wanted, { clock, provider: await providerOnce() }, onMissing);
  };

  return {
    runScenario: async (scenario, { newKeys }) => {
      const keys = await keyRing(newKeys);
      return run(scenario, {
        provider: await providerOnce(),
        now,
        wallClock: () => Date.now(),
        issue: (wanted, clock) => issue(keys, wanted, clock),
      });
    },
    workbench: {
      provider: providerOnce,
      now,
      issue: async (wanted, clock) => issue(await keyRing(false), wanted, clock),
    },
  };
}
