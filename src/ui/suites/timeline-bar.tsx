import type { TimelineRow } from '../../view/timeline.ts';
import styles from './timeline-bar.module.css';

/** How long a version lived: red and crossed if it is broken, hollow if merely deprecated, solid while in use. */
export function TimelineBar({ row: { bar, state, until } }: { readonly row: TimelineRow }) {
  const left = `${bar.left}%`;
  const end = `${bar.left + bar.width}%`;
  return (
    <svg className={`${styles.bar} ${styles[state] ?? ''}`} aria-hidden="true">
      <line x1="0" x2="100%" y1="8" y2="8" className={styles.track} />
      {state === 'deprecated' ? (
        <rect x={left} y="5.5" width={`${bar.width}%`} height="5" className={styles.life} />
      ) : (
        <line x1={left} x2={end} y1="8" y2="8" className={styles.life} />
      )}
      {until !== undefined && (
        <svg x={end} y="8" overflow="visible" className={styles.cross}>
          <path d="M-3.5-3.5l7 7M3.5-3.5l-7 7" />
        </svg>
      )}
    </svg>
  );
}
