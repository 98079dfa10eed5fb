/** How a scenario differs from another one, setting by setting. */
import type { Scenario } from '../lab/scenario.ts';

type Leaf<Part extends string, Config> = `${Part}.${Extract<keyof Config, string>}`;

/** The name of one setting: 'clock', 'browser.suites', 'server.sends'. */
export type SettingPath =
  | 'clock'
  | 'keyUpdate'
  | 'resume'
  | 'resumeAfter'
  | 'network'
  | Leaf<'browser', Scenario['browser']>
  | Leaf<'server', Scenario['server']>;

export type Setting =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | Scenario['browser']['psk']
  | Scenario['network'];

export interface Change {
  readonly path: SettingPath;
  readonly value: Setting;
  readonly before: Setting;
}

/** Settings in which `scenario` differs from `base`, in the order of the scenario's own fields. */
export function changesBetween(scenario: Scenario, base: Scenario): readonly Change[] {
  return settingPaths(base)
    .map((path) => ({ path, value: settingAt(scenario, path), before: settingAt(base, path) }))
    .filter((change) => JSON.stringify(change.value) !== JSON.stringify(change.before));
}

/** `scenario` with one setting as it is in `base`. */
export function withoutChange(scenario: Scenario, base: Scenario, path: SettingPath): Scenario {
  return withSetting(scenario, path, settingAt(base, path));
}

/** Every setting of a scenario by path. */
export function settingPaths(scenario: Scenario): readonly SettingPath[] {
  const names = (part: 'browser' | 'server'): readonly SettingPath[] =>
    Object.keys(scenario[part]).map((name) => `${part}.${name}` as SettingPath);
  return ['clock', 'keyUpdate', 'resume', 'resumeAfter', 'network', ...names('browser'), ...names('server')];
}

export function settingAt(scenario: Scenario, path: SettingPath): Setting {
  const [part, name] = split(path);
  if (name === undefined) return (scenario as unknown as Record<string, Setting>)[part] ?? null;
  return (scenario[part as 'browser' | 'server'] as unknown as Record<string, Setting>)[name] ?? null;
}

/** `value` must have the type of the setting; the link codec checks it before it gets here. */
export function withSetting(scenario: Scenario, path: SettingPath, value: Setting): Scenario {
  const [part, name] = split(path);
  if (name === undefined) return { ...scenario, [part]: value };
  const side = part as 'browser' | 'server';
  return { ...scenario, [side]: { ...scenario[side], [name]: value } };
}

function split(path: SettingPath): [string, string | undefined] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
}
