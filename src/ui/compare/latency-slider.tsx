import { useId } from 'react';
import { compareWords } from '../../lesson/compare.ts';
import { latencies } from '../../state/pages/compare.ts';
import { useActions, usePageView, useWords } from '../use-lab.ts';
import styles from './compare.module.css';

/** How long a message and its answer take together. */
export function LatencySlider() {
  const words = useWords(compareWords);
  const { latency } = usePageView('compare');
  const { setView } = useActions();
  const id = useId();
  return (
    <div className={styles.latency}>
      <label htmlFor={id}>{words.latency}</label>
      <input
        id={id}
        type="range"
        min={latencies.least}
        max={latencies.most}
        step={latencies.step}
        value={latency}
        aria-valuetext={words.milliseconds(latency)}
        onChange={({ currentTarget: { value } }) => setView('compare', { latency: Number(value) })}
      />
      <output htmlFor={id}>{words.milliseconds(latency)}</output>
    </div>
  );
}
