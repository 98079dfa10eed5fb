import { compareWords } from '../../lesson/compare.ts';
import { Seal } from '../icons/seal.tsx';
import { WireSample } from '../ladder/wire.tsx';
import { useWords } from '../use-lab.ts';
import styles from './compare.module.css';

export function Legend() {
  const { legend: words } = useWords(compareWords);
  return (
    <div className={styles.legend}>
      <span>
        <b className={styles.trip}>1</b>
        {words.trip}
      </span>
      {(['plaintext', 'handshake', 'application'] as const).map((level) => (
        <span key={level}>
          <WireSample kind={level} />
          <Seal kind={level} />
          {words[level]}
        </span>
      ))}
    </div>
  );
}
