import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import { createPortal } from 'react-dom';
import { trustWords } from '../../lesson/trust.ts';
import { tally } from '../../view/trust-checks.ts';
import type { PathResult } from '../../x509/path/result.ts';
import { Icon } from '../icons/icon.tsx';
import { useSwitchSlot } from '../inspector/use-slots.ts';
import { useWords } from '../use-lab.ts';
import styles from './checks.module.css';

/** How the checks went, at the right of the tabs. */
export function Tally({ path }: { readonly path: PathResult }) {
  const slot = useSwitchSlot();
  return slot && createPortal(<TallyLine path={path} />, slot);
}

/** The same line where it stands by itself. */
export function TallyLine({ path }: { readonly path: PathResult }) {
  const { tally: words } = useWords(trustWords);
  const counts = tally(path);
  return (
    <p className={styles.tally}>
      <span className={styles.passedText}>
        <Icon of={Check} size={13} />
        {words.passed(counts.passed)}
      </span>
      {counts.failed > 0 && (
        <span className={styles.failedText}>
          <Icon of={X} size={13} />
          {words.failed(counts.failed)}
        </span>
      )}
      {counts.notReached > 0 && (
        <span>
          <Icon of={Minus} size={13} />
          {words.notReached(counts.notReached)}
        </span>
      )}
    </p>
  );
}
