import { useCallback, useId, useRef, useState } from 'react';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { tls13Scenario } from '../../lab/base-scenarios.ts';
import { labWords } from '../../lesson/lab.ts';
import { Icon } from '../icons/icon.tsx';
import { Popover } from '../primitives/popover.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { ScenarioLabel } from './scenario-label.tsx';
import { Awaited, late, lateQuietly } from '../late/late.tsx';
import styles from './scenario-combobox.module.css';

const ScenarioList = late(() => import('./scenario-list.tsx').then((module) => module.ScenarioList));

const ListedScenario = lateQuietly(
  () => import('./listed-scenario.tsx').then((module) => module.ListedScenario),
  Unnamed,
);

/** A scenario whose name is still on its way. */
function Unnamed() {
  return <ScenarioLabel name="" preset={useLab((state) => state.scenario)} />;
}

/** Which scenario runs, how it ends, and how many settings differ from it; opens the list of all. */
export function ScenarioCombobox() {
  const { scenario: words } = useWords(labWords);
  const scenario = useLab((state) => state.scenario);
  const { countSteps } = useActions();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const closedAt = useRef(0);
  const list = useId();

  const close = useCallback(() => {
    closedAt.current = performance.now();
    setOpen(false);
  }, []);
  const toggle = (): void => {
    // The press that dismisses the popover also lands here.
    if (open || performance.now() - closedAt.current < 200) return;
    setOpen(true);
    countSteps();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        className={styles.button}
        onClick={toggle}
      >
        <span className="spoken">{words.label}: </span>
        {scenario.preset === tls13Scenario.preset ? (
          <ScenarioLabel name={words.first} preset={tls13Scenario} />
        ) : (
          <ListedScenario />
        )}
        <Icon of={ChevronsUpDown} size={14} className={styles.chevrons} />
      </button>
      <Popover
        open={open}
        onClose={close}
        anchor={button}
        matchWidth
        role="dialog"
        label={words.label}
        id={list}
        className={styles.popover}
      >
        <Awaited part={ScenarioList}>
          <ScenarioList
            onDone={() => {
              close();
              closedAt.current = 0;
              button.current?.focus();
            }}
          />
        </Awaited>
      </Popover>
    </>
  );
}
