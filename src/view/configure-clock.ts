/**
 * Moving the browser's clock. The validity of the leaf is written in days from the clock, so that a
 * scenario is valid in itself on any day it is opened; moving the clock therefore moves those days
 * the other way, and the certificate keeps its dates.
 */
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import type { Scenario } from '../lab/scenario.ts';

const day = 86_400_000;

/** `to`: milliseconds since 1970 UTC, null for the real clock, whose reading now is `wallClock`. */
export function clockPatch(scenario: Scenario, to: number | null, wallClock: number): ScenarioPatch {
  const shift = Math.round(((to ?? wallClock) - (scenario.clock ?? wallClock)) / day);
  const [from, until] = scenario.server.validity;
  return { clock: to, server: { validity: [from - shift, until - shift] } };
}
