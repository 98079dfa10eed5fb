import { memo } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './hints.module.css';

export const Hints = memo(function Hints() {
  const { player: words } = useWords(labWords);
  const letters = useLab((state) => state.letterKeys);
  const { setHelpOpen } = useActions();
  return (
    <div className={styles.hints}>
      <span aria-hidden="true">
        <kbd>←</kbd>
        <kbd>→</kbd> {words.hintStep}
      </span>
      <span aria-hidden="true">
        <kbd>Space</kbd> {words.hintPlay}
      </span>
      {letters && (
        <span aria-hidden="true">
          <kbd>E</kbd> {words.hintEve}
        </span>
      )}
      <button
        type="button"
        className={styles.help}
        aria-label={words.help}
        title={words.help}
        aria-keyshortcuts="?"
        onClick={() => setHelpOpen(true)}
      >
        <kbd>?</kbd>
      </button>
    </div>
  );
});
