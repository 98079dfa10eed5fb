import type { MouseEvent } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { useWords } from '../use-lab.ts';
import styles from './app-shell.module.css';

/** Out of the frame, to the same place. */
export function WholePage() {
  const words = useWords(labWords).top;
  return (
    <a className={styles.whole} href="#/lab" target="_blank" rel="noreferrer" onClick={openWhole}>
      {words.openWhole}
    </a>
  );
}

function openWhole(event: MouseEvent<HTMLAnchorElement>): void {
  event.currentTarget.href = window.location.href.replace(/&embed=1/, '');
}
