/** Real runs for the tests of selectors. Keys are made once per file. */
import { issueDemoPki } from '../../authority/issue.ts';
import { KeyRing } from '../../authority/key-ring.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { presets } from '../../lab/presets.ts';
import { run } from '../../lab/run.ts';
import { applyPatch, type ScenarioPatch } from '../../lab/scenario-patch.ts';
import type { Scenario, ScenarioId } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';

/** The real clock of these runs. */
export const wallClock = Date.UTC(2026, 10, 23, 19, 17);

const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: crypto.subtle });

export async function runScenario(scenario: Scenario): Promise<Trace> {
  return run(scenario, {
    provider,
    now: () => 0,
    wallClock: () => wallClock,
    issue: ({ server, browser }, clock) => issueDemoPki(ring, { server, browser, clock }),
  });
}

/** A preset with changes laid over it, run. */
export async function runPreset(id: ScenarioId, patch: ScenarioPatch = {}): Promise<Trace> {
  return runScenario(applyPatch(presets[id], patch));
}

/** These presets as they are, by id. */
export async function runPresets<Id extends ScenarioId>(ids: readonly Id[]): Promise<(id: Id) => Trace> {
  const traces = new Map<Id, Trace>();
  for (const id of ids) traces.set(id, await runPreset(id));
  return (id) => {
    const found = traces.get(id);
    if (found === undefined) throw new Error(`${id} was not run`);
    return found;
  };
}
