import type { ReactNode } from 'react';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  /** Id of a note beside it: what it does, or why it is off. */
  readonly describedBy?: string | undefined;
  readonly shortcut?: string | undefined;
  /** The name, when the text beside the switch is not all of it. */
  readonly label?: string | undefined;
}

export function Switch({
  on,
  onToggle,
  children,
  disabled = false,
  describedBy,
  shortcut,
  label,
}: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      aria-describedby={describedBy}
      aria-keyshortcuts={shortcut}
      disabled={disabled}
      className={styles.switch}
      onClick={onToggle}
    >
      <i className={styles.track} />
      {children}
    </button>
  );
}
