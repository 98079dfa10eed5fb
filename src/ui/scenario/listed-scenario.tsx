import { presets } from '../../lab/presets.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { useLab, useWords } from '../use-lab.ts';
import { ScenarioLabel } from './scenario-label.tsx';

/** A scenario other than the one that every visit can begin with. */
export function ListedScenario() {
  const { names } = useWords(scenarioWords);
  const { preset } = useLab((state) => state.scenario);
  return <ScenarioLabel name={names[preset]} preset={presets[preset]} />;
}
