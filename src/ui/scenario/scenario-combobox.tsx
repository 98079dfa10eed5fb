import { lazy, Suspense, useCallback, useId, useRef, useState } from 'react';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { presets } from '../../lab/presets.ts';
import { labWords } from '../../lesson/lab.ts';
import { changesBetween } from '../../view/changes.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { Popover } from '../primitives/popover.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './scenario-combobox.module.css';

const ScenarioList = lazy(() =>
  import('./scenario-list.tsx').then((module) => ({ default: module.ScenarioList })),
);

/** Which scenario runs, how it ends, and how many settings differ from it; opens the list of all. */
export function ScenarioCombobox() {
  const { scenario: words } = useWords(labWords);
  const scenario = useLab((state) => state.scenario);
  const failed = useLab((state) => state.trace?.outcome.kind === 'failed');
  const file = useLab((state) => state.file);
  const { countSteps } = useActions();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const closedAt = useRef(0);
  const list = useId();
  const changes = changesBetween(scenario, presets[scenario.preset]).length;

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
        {changes > 0 && !file ? (
          <span className={styles.changes} aria-hidden="true">
            +{changes}
          </span>
        ) : failed ? (
          <Seal kind="failed" size={12} />
        ) : (
          <Icon of={Check} size={14} strokeWidth={2.25} />
        )}
        <span className={styles.name}>{file ?? words.names[scenario.preset]}</span>
        {changes > 0 && <span className="spoken">, {words.changes(changes)}</span>}
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
        <Suspense>
          <ScenarioList
            onDone={() => {
              close();
              closedAt.current = 0;
              button.current?.focus();
            }}
          />
        </Suspense>
      </Popover>
    </>
  );
}
