import { configureWords } from '../../lesson/configure.ts';
import { readWhole } from '../../view/configure-fields.ts';
import { returningSwitches } from '../../view/configure-returning.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { NotedSwitch } from './noted-switch.tsx';
import { TextField } from './text-field.tsx';
import type { Changes } from './use-sheet.ts';
import styles from './configure.module.css';

/** Eleven days: past the longest lifetime of a ticket. */
const longest = 999_999;

/** Keys that both sides have before the connection begins, and what they allow. */
export function ReturningSection({ changes }: { readonly changes: Changes }) {
  const { returning } = useWords(configureWords);
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  return (
    <section className={`${styles.section} ${styles.switches}`} aria-label={returning.title}>
      {returningSwitches(scenario).map(({ id, on, paths, patch }) => (
        <NotedSwitch
          key={id}
          text={returning.switches[id]}
          on={on}
          changed={paths.some((path) => changes.has(path))}
          onToggle={() => change(patch)}
        >
          {(id === 'resume' || id === 'sessionId') && on && (
            <TextField
              label={returning.after}
              value={String(scenario.resumeAfter)}
              wrong={returning.wrong(longest)}
              unit={returning.seconds}
              numeric
              className={styles.padding}
              onCommit={(text) => {
                const resumeAfter = readWhole(text, 0, longest);
                if (resumeAfter !== undefined) change({ resumeAfter });
                return resumeAfter !== undefined;
              }}
            />
          )}
        </NotedSwitch>
      ))}
    </section>
  );
}
