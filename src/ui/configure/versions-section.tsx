import { spec } from '../../bytes/spec.ts';
import type { Party } from '../../lab/trace.ts';
import { configureWords } from '../../lesson/configure.ts';
import { toggledVersion, versionRows } from '../../view/configure-versions.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { CheckBox } from './check-box.tsx';
import { Pair } from './pair.tsx';
import { type Changes, useToldRun } from './use-sheet.ts';
import styles from './configure.module.css';

/** Which versions each side speaks. The best one that both have wins. */
export function VersionsSection({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const negotiated = useToldRun().trace?.negotiated.version;

  const boxes = (side: Party) => (
    <div
      role="group"
      aria-label={words.versions.of[side]}
      className={`${styles.versions} ${changes.has(`${side}.versions`) ? styles.changed : ''}`}
    >
      {versionRows(scenario[side].versions, negotiated).map(({ version, name, on, agreed }) => (
        <CheckBox
          key={version}
          on={on}
          inverted={agreed}
          className={agreed ? styles.agreed : undefined}
          onToggle={() => change({ [side]: { versions: toggledVersion(scenario[side].versions, version) } })}
        >
          {name}
        </CheckBox>
      ))}
    </div>
  );
  return (
    <Pair
      title={words.versions.title}
      note={words.versions.note}
      spec={spec(9846, '4.3.1')}
      browser={boxes('browser')}
      server={boxes('server')}
    />
  );
}
