import { type ReactNode, useId } from 'react';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { Icon } from '../icons/icon.tsx';
import styles from './choice-list.module.css';

export interface ChoiceListProps {
  /** What is asked, for those who do not see it. */
  readonly label: string;
  readonly choices: readonly { readonly key: string; readonly text: string; readonly reason: ReactNode }[];
  /** Key of the right one. */
  readonly answer: string;
  readonly picked: string | undefined;
  readonly onPick: (key: string) => void;
  /** Decided: the right one, and a reason for every choice, are shown. */
  readonly checked: boolean;
  /** Smaller, for a column among others. */
  readonly dense?: boolean;
}

/** The choices of a question: one can be picked; once it is checked, each says why it is right or wrong. */
export function ChoiceList({
  label,
  choices,
  answer,
  picked,
  onPick,
  checked,
  dense = false,
}: ChoiceListProps) {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} data-dense={dense || undefined} className={styles.choices}>
      {choices.map(({ key, text, reason }, index) => {
        const right = key === answer;
        return (
          <div
            key={key}
            className={styles.choice}
            data-state={checked ? (right ? 'right' : picked === key ? 'wrong' : 'other') : undefined}
          >
            <label>
              <input
                type="radio"
                name={group}
                checked={picked === key}
                disabled={checked}
                onChange={() => onPick(key)}
              />
              <i aria-hidden="true">{'ABCDE'[index]}</i>
              <b>{text}</b>
              {checked && (right || picked === key) && <Icon of={right ? Check : X} size={16} />}
            </label>
            {checked && <p>{reason}</p>}
          </div>
        );
      })}
    </div>
  );
}
