import { useEffect } from 'react';
import Check from 'lucide-react/icons/check';
import { Icon } from '../icons/icon.tsx';
import { useActions, useLab } from '../use-lab.ts';
import styles from './toast.module.css';

const shownFor = 4000;

/** One line for four seconds, spoken politely. */
export function Toast() {
  const notice = useLab((state) => state.notice);
  const { dismissNotice } = useActions();

  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(dismissNotice, shownFor);
    return () => clearTimeout(timer);
  }, [notice, dismissNotice]);

  // The live region is always there, so that what comes into it is spoken.
  return (
    <div role="status" className={styles.place}>
      {notice && (
        <p key={notice.id} className={styles.toast}>
          <Icon of={Check} />
          {notice.text}
        </p>
      )}
    </div>
  );
}
