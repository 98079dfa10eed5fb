import type { ReactNode } from 'react';
import styles from './eyebrow.module.css';

/** The small line above a title that is read out when it changes: a place in bold, and behind an <i/> its state. */
export function Eyebrow({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.eyebrow} role="status">
      {children}
    </p>
  );
}
