import { presetGroups, presets } from '../../lab/presets.ts';
import type { Scenario, ScenarioId } from '../../lab/scenario.ts';
import { compareWords } from '../../lesson/compare.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { changesBetween } from '../../view/changes.ts';
import { useLab, useWords } from '../use-lab.ts';
import styles from './compare.module.css';

export interface RunPickerProps {
  readonly label: string;
  readonly scenario: Scenario;
  readonly onPick: (scenario: Scenario) => void;
}

const current = 'lab';

/** Any scenario, or what the Lab shows now with its changes. */
export function RunPicker({ label, scenario, onPick }: RunPickerProps) {
  const words = useWords(compareWords);
  const { names, groups } = useWords(scenarioWords);
  const inLab = useLab((state) => state.scenario);
  const changed = changesBetween(scenario, presets[scenario.preset]).length > 0;
  const labChanged = changesBetween(inLab, presets[inLab.preset]).length > 0;
  const title = (id: ScenarioId, changes: number): string =>
    changes > 0 ? `${names[id]} +${changes}` : names[id];
  return (
    <select
      aria-label={label}
      className={styles.picker}
      value={changed ? current : scenario.preset}
      onChange={({ currentTarget: { value } }) =>
        onPick(value === current ? inLab : presets[value as ScenarioId])
      }
    >
      {(changed || labChanged) && (
        <option value={current}>
          {words.inLab(
            changed
              ? title(scenario.preset, changesBetween(scenario, presets[scenario.preset]).length)
              : title(inLab.preset, changesBetween(inLab, presets[inLab.preset]).length),
          )}
        </option>
      )}
      {presetGroups.map(({ group, presets: ids }) => (
        <optgroup key={group} label={groups[group]}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {names[id]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
