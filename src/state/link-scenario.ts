/** A scenario in a link: its preset, then every setting that differs, by its path. */
import type { Scenario, ScenarioId } from '../lab/scenario.ts';
import { changesBetween, type SettingPath, withSetting } from '../view/changes.ts';
import { settingCodecs } from './link-settings.ts';
import { badValue, type Parameters, type ParameterProblem, type Presets } from './pages/page.ts';

export function writeScenario(scenario: Scenario, presets: Presets): readonly (readonly [string, string])[] {
  return [
    ['s', scenario.preset],
    ...changesBetween(scenario, presets[scenario.preset]).map(
      ({ path, value }) => [path, settingCodecs[path].write(value)] as const,
    ),
  ];
}

/** The scenario, and the parameters that are none of its. Without a preset there is no scenario. */
export function readScenario(
  parameters: Parameters,
  presets: Presets,
):
  | { readonly scenario: Scenario | undefined; readonly rest: Parameters }
  | { readonly problem: ParameterProblem } {
  const preset = parameters.get('s');
  if (preset === undefined) return { scenario: undefined, rest: parameters };
  if (!Object.hasOwn(presets, preset)) return badValue('s', preset);
  let scenario = presets[preset as ScenarioId];
  const rest = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (name === 's') continue;
    if (!Object.hasOwn(settingCodecs, name)) {
      rest.set(name, value);
      continue;
    }
    const setting = settingCodecs[name as SettingPath].read(value);
    if (setting === undefined) return badValue(name, value);
    scenario = withSetting(scenario, name as SettingPath, setting);
  }
  return { scenario, rest };
}
