import type { Trace } from '../../lab/trace.ts';
import { trustWords } from '../../lesson/trust.ts';
import { alertSent } from '../../view/trust.ts';
import { Seal } from '../icons/seal.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './trust.module.css';

/** The alert that went out after the failure, with its two bytes. */
export function AlertLine({ trace }: { readonly trace: Trace }) {
  const { alert: words } = useWords(trustWords);
  const { setStep } = useActions();
  const alert = alertSent(trace);
  if (!alert) return null;
  return (
    <p className={`${styles.alert} ${styles[alert.level]}`}>
      <Seal kind={alert.level} size={12} />
      <span>
        {words.lead(alert.level)}{' '}
        <button type="button" onClick={() => setStep(alert.step - 1)}>
          {words.name}
        </button>{' '}
        {words.text(alert.fatal, alert.name ?? '', alert.code)} <code>{alert.bytes}</code>,{' '}
        {words.from(alert.from)}
      </span>
    </p>
  );
}
