import { useState } from 'react';
import { configureWords } from '../../lesson/configure.ts';
import { clockPatch } from '../../view/configure-clock.ts';
import { clockText, readClock } from '../../view/configure-fields.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { TextField } from './text-field.tsx';
import styles from './form.module.css';

const year = 365 * 86_400_000;

/** The browser's clock. "now" follows the real one. */
export function ClockField({ id }: { readonly id: string }) {
  const words = useWords(configureWords).form;
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const { clock } = scenario;
  const ran = useLab((state) => state.trace?.clock);
  const shown = clock ?? ran;

  const [opened] = useState(Date.now);
  const shift = clock === null ? 'now' : shiftOf(clock - opened);
  return (
    <span className={styles.clock}>
      <TextField
        id={id}
        value={shown === undefined ? '' : clockText(shown)}
        wrong={words.clockWrong}
        onCommit={(text) => {
          const time = readClock(text);
          if (time === undefined) return false;
          change(clockPatch(scenario, time, Date.now()));
          return true;
        }}
      />
      <Segmented
        label={words.clockShift}
        segments={[
          { id: 'back', label: words.clockBack },
          { id: 'now', label: words.clockNow },
          { id: 'on', label: words.clockOn },
        ]}
        selected={shift as 'back' | 'now' | 'on'}
        className={styles.segments}
        onSelect={(to) => {
          const now = Date.now();
          change(clockPatch(scenario, to === 'now' ? null : now + (to === 'on' ? year : -year), now));
        }}
      />
    </span>
  );
}

/** A year to either side, give or take the day the sheet stays open. */
function shiftOf(difference: number): 'back' | 'now' | 'on' | 'other' {
  const near = (wanted: number): boolean => Math.abs(difference - wanted) < 86_400_000;
  return near(-year) ? 'back' : near(year) ? 'on' : 'other';
}
