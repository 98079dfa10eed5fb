import { useMemo } from 'react';
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { changeChips, type ChangeChip } from '../../view/configure-changes.ts';
import type { SettingPath } from '../../view/changes.ts';
import { useLab } from '../use-lab.ts';

export interface Changes {
  readonly preset: Scenario;
  readonly chips: readonly ChangeChip[];
  readonly has: (path: SettingPath) => boolean;
}

/** The run with what it chose; undefined while a question about it is open, because what it chose tells how far it came. */
export function useToldRun(): { readonly trace: Trace | undefined; readonly asked: boolean } {
  const trace = useLab((state) => state.trace);
  const asked = useLab((state) => state.curtain !== undefined);
  return { trace: asked ? undefined : trace, asked };
}

/** What the scenario changes about its preset. */
export function useChanges(): Changes {
  const scenario = useLab((state) => state.scenario);
  return useMemo(() => {
    const preset = presets[scenario.preset];
    const chips = changeChips(scenario, preset);
    return { preset, chips, has: (path) => chips.some((chip) => chip.path === path) };
  }, [scenario]);
}
