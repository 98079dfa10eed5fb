import { labWords } from '../../lesson/lab.ts';
import { useWords } from '../use-lab.ts';
import styles from './waiting.module.css';

/** Before the first trace: an empty stage, said aloud only. There is no spinner under 300 ms, and it takes less. */
export function Waiting() {
  const { pages } = useWords(labWords);
  return (
    <main className={styles.stage} aria-busy="true">
      <p className={styles.text}>{pages.waiting}</p>
    </main>
  );
}
