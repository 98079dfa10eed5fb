import { Timeline } from '../suites/timeline.tsx';
import styles from './learn.module.css';

/** All versions on one axis, between the text and the question. */
export function TimelineWidget() {
  return (
    <div className={styles.widget}>
      <Timeline />
    </div>
  );
}
