import { inspectorWords } from '../../lesson/inspector.ts';
import { useWords } from '../use-lab.ts';
import styles from './inspector.module.css';

/** Local work has no bytes on the wire. */
export function NoBytes() {
  const words = useWords(inspectorWords).bytes;
  return (
    <div className={styles.none}>
      <p>{words.none}</p>
      <p>{words.noneHint}</p>
    </div>
  );
}
