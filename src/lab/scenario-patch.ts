/** Changes to a scenario as plain data: what one knob sets, and how a set of them is applied. */
import type { BrowserConfig, NetworkAct, Scenario, ServerConfig } from './scenario.ts';

/** Fields that are absent stay as they are. Lists are replaced, never merged. */
export interface ScenarioPatch {
  readonly clock?: number | null;
  readonly keyUpdate?: boolean;
  readonly resume?: Scenario['resume'];
  readonly resumeAfter?: number;
  readonly network?: readonly NetworkAct[];
  readonly browser?: Partial<BrowserConfig>;
  readonly server?: Partial<ServerConfig>;
}

/** The scenario with the patch laid over it. */
export function applyPatch(scenario: Scenario, patch: ScenarioPatch): Scenario {
  return {
    ...scenario,
    ...patch,
    browser: { ...scenario.browser, ...patch.browser },
    server: { ...scenario.server, ...patch.server },
  };
}
