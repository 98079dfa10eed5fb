/** The scenario in which one suite runs: both sides offer nothing else, and the certificate fits. */
import { suiteByCode } from '../tls/registry/suites.ts';
import { presets } from './presets.ts';
import type { Scenario } from './scenario.ts';

/** Undefined for suites that do not run here. */
export function suiteScenario(code: number): Scenario | undefined {
  if (suiteByCode(code) === undefined) return undefined;
  const { tls13 } = presets;
  return {
    ...tls13,
    browser: { ...tls13.browser, suites: [code] },
    server: { ...tls13.server, suites: [code] },
  };
}
