import { suitesWords } from '../../lesson/suites.ts';
import { useWords } from '../use-lab.ts';
import { Timeline } from './timeline.tsx';
import styles from './suites-page.module.css';

export function SuitesPage() {
  const words = useWords(suitesWords);
  return (
    <main tabIndex={-1} className={styles.page}>
      <h1 className="spoken">{words.title}</h1>
      <Timeline />
    </main>
  );
}
