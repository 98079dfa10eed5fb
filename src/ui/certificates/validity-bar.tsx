import { inspectorWords } from '../../lesson/inspector.ts';
import { validityShare } from '../../view/certificates.ts';
import { useWords } from '../use-lab.ts';
import styles from './validity.module.css';

export interface ValidityBarProps {
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** From first to last day with a tick for now; past either end the bar is dashed red. */
export function ValidityBar({ from, to, now }: ValidityBarProps) {
  const words = useWords(inspectorWords);
  const share = validityShare(from, to, now);
  const state = share < 0 ? 'early' : share > 1 ? 'expired' : 'valid';
  // Outside of the period the bar shrinks to 80 %, so that the tick has a place beyond its end.
  const left = state === 'valid' ? share : state === 'early' ? 0.06 : 0.94;
  const [start, end] = state === 'valid' ? [0, 1] : state === 'early' ? [0.2, 1] : [0, 0.8];
  const percent = (value: number): string => `${(100 * value).toFixed(2)}%`;
  const date = words.values.date;
  return (
    <div
      className={styles.bar}
      data-state={state}
      data-crowded={
        state === 'valid' && (share < 0.39 || share > 0.61) ? (share < 0.5 ? 'start' : 'end') : undefined
      }
    >
      <i className={styles.track} style={{ left: percent(start), right: percent(1 - end) }}>
        <b style={{ width: percent(state === 'valid' ? share : 0) }} />
      </i>
      <s className={styles.tick} style={{ left: percent(left) }} />
      <span className={styles.first} style={{ left: percent(start) }}>
        {date(from)}
      </span>
      <em className={styles.now} style={{ left: percent(Math.min(0.86, Math.max(0.14, left))) }}>
        {words.certificates.now(now)}
      </em>
      <span className={styles.last} style={{ right: percent(1 - end) }}>
        {date(to)}
      </span>
    </div>
  );
}
