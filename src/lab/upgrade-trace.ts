/**
 * Traces of older versions, brought to the present one (docs/trace-format.md).
 *
 * 1 → 2 → 3: scenarios have more settings; each stands as it was then, which is what the presets say.
 */
import { presets } from './presets.ts';
import type { ScenarioId } from './scenario.ts';
import { traceVersion } from './trace.ts';

type Plain = Readonly<Record<string, unknown>>;

/** `trace` is what was read, unchecked; anything that does not look as it should is left for the check of shapes. */
export function upgradeTrace(trace: Plain, from: number): Plain {
  if (from >= traceVersion) return trace;
  const { previous } = trace;
  return {
    ...trace,
    version: traceVersion,
    scenario: withAllSettings(trace['scenario']),
    ...(isPlain(previous) && { previous: upgradeTrace(previous, from) }),
  };
}

function withAllSettings(scenario: unknown): unknown {
  if (!isPlain(scenario) || typeof scenario['preset'] !== 'string') return scenario;
  const preset = Object.hasOwn(presets, scenario['preset'])
    ? presets[scenario['preset'] as ScenarioId]
    : undefined;
  if (preset === undefined) return scenario;
  return {
    ...preset,
    ...scenario,
    browser: under(preset.browser, scenario['browser']),
    server: under(preset.server, scenario['server']),
  };
}

function under(base: object, given: unknown): unknown {
  if (!isPlain(given)) return given;
  const { sends, ...rest } = given;
  return { ...base, ...rest, ...(sends !== undefined && { sends: inOrder(sends) }) };
}

/** What the server sends was a switch for each certificate; now it is a list, in order. */
function inOrder(sends: unknown): unknown {
  if (!isPlain(sends)) return sends;
  return ['leaf', 'intermediate', 'root'].filter((item) => sends[item] === true);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
