import { labWords } from '../../lesson/lab.ts';
import { stepOnScreen } from '../../state/store.ts';
import { negotiatedNames } from '../../view/negotiated.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useLab, useWords } from '../use-lab.ts';
import styles from './negotiated-list.module.css';

/** What both ends have agreed on once the current step is done. */
export function NegotiatedList() {
  const { top } = useWords(labWords);
  const negotiated = useAfterPaint(useLab((state) => state.trace?.steps[stepOnScreen(state)]?.negotiated));
  return (
    <ul className={styles.list} aria-label={top.negotiated}>
      {negotiated && negotiatedNames(negotiated).map((name) => <li key={name}>{name}</li>)}
    </ul>
  );
}
