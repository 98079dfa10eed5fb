/** The link of Compare: `a` and `b` are presets, 'a.server.suites' a setting that differs, `rtt` the latency in ms. */
import type { Scenario, ScenarioId } from '../../lab/scenario.ts';
import { changesBetween, withSetting } from '../../view/changes.ts';
import type { SettingPath } from '../../view/changes.ts';
import { settingCodecs } from '../link-settings.ts';
import { badValue, unknownParameter } from './page.ts';
import { initialViews } from './pages.ts';
import type { PageCodec, Presets } from './page.ts';

export interface CompareView {
  readonly left: Scenario;
  readonly right: Scenario;
  /** Round trip in milliseconds. */
  readonly latency: number;
}

export const latencies = { least: 0, most: 400, step: 10 } as const;

const initial = initialViews.compare;

export const comparePage: PageCodec<CompareView> = {
  write: ({ left, right, latency }, presets) => [
    ...scenarioParameters('a', left, initial.left.preset, presets),
    ...scenarioParameters('b', right, initial.right.preset, presets),
    ...(latency === initial.latency ? [] : ([['rtt', String(latency)]] as const)),
  ],

  read: (parameters, presets) => {
    let view = {
      ...initial,
      left: presets[(parameters.get('a') ?? initial.left.preset) as ScenarioId],
      right: presets[(parameters.get('b') ?? initial.right.preset) as ScenarioId],
    };
    for (const [name, value] of parameters) {
      const [run, ...rest] = name.split('.');
      const path = rest.join('.');
      if (name === 'rtt') {
        const latency = Number(value);
        if (!/^\d{1,3}$/.test(value) || latency > latencies.most || latency % latencies.step !== 0)
          return badValue(name, value);
        view = { ...view, latency };
      } else if (name === 'a' || name === 'b') {
        if (!Object.hasOwn(presets, value)) return badValue(name, value);
      } else if ((run === 'a' || run === 'b') && Object.hasOwn(settingCodecs, path)) {
        const side = run === 'a' ? 'left' : 'right';
        const setting = settingCodecs[path as SettingPath].read(value);
        if (setting === undefined) return badValue(name, value);
        view = { ...view, [side]: withSetting(view[side], path as SettingPath, setting) };
      } else return unknownParameter(name, value);
    }
    return { view };
  },
};

function scenarioParameters(
  run: 'a' | 'b',
  scenario: Scenario,
  usual: ScenarioId,
  presets: Presets,
): readonly (readonly [string, string])[] {
  const changes = changesBetween(scenario, presets[scenario.preset]);
  return [
    ...(scenario.preset === usual ? [] : ([[run, scenario.preset]] as const)),
    ...changes.map(({ path, value }) => [`${run}.${path}`, settingCodecs[path].write(value)] as const),
  ];
}
