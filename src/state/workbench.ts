/** What exports and imports need of the engine besides runs; made in app/ and kept in the store. */
import type { DemoPki } from '../authority/pki.ts';
import type { Provider } from '../crypto/port.ts';
import type { Scenario } from '../lab/scenario.ts';

export interface Workbench {
  readonly provider: () => Promise<Provider>;
  /** Certificates and keys as a run of the scenario at that time gets them, with the page's keys. */
  readonly issue: (scenario: Scenario, clock: number) => Promise<DemoPki>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}
