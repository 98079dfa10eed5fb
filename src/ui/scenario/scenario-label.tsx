import Check from 'lucide-react/icons/check';
import type { Scenario } from '../../lab/scenario.ts';
import { labWords } from '../../lesson/lab.ts';
import { changesBetween } from '../../view/changes.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { useLab, useWords } from '../use-lab.ts';
import styles from './scenario-combobox.module.css';

/** The name of what runs, how it ends, and in how many settings it differs from `preset`. */
export function ScenarioLabel({ name, preset }: { readonly name: string; readonly preset: Scenario }) {
  const { scenario: words } = useWords(labWords);
  const scenario = useLab((state) => state.scenario);
  const failed = useLab((state) => state.trace?.outcome.kind === 'failed');
  const asked = useLab((state) => state.curtain !== undefined);
  const file = useLab((state) => state.file);
  const changes = changesBetween(scenario, preset).length;
  return (
    <>
      {changes > 0 && !file ? (
        <span className={styles.changes} aria-hidden="true">
          +{changes}
        </span>
      ) : asked ? (
        // How it ends is the answer.
        <span className={styles.changes} aria-hidden="true">
          ?
        </span>
      ) : failed ? (
        <Seal kind="failed" size={12} />
      ) : (
        <Icon of={Check} size={14} strokeWidth={2.25} />
      )}
      <span className={styles.name}>{file ?? name}</span>
      {changes > 0 && <span className="spoken">, {words.changes(changes)}</span>}
    </>
  );
}
