import type { ReactNode } from 'react';
import styles from './check-box.module.css';

export interface CheckBoxProps {
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly children: ReactNode;
  /** The name, when the text beside the box is not all of it. */
  readonly label?: string;
  readonly className?: string | undefined;
  /** Draws in the colour of a filled row. */
  readonly inverted?: boolean;
}

/** The native checkbox, drawn in ink. */
export function CheckBox({ on, onToggle, children, label, className, inverted = false }: CheckBoxProps) {
  return (
    <label className={`${styles.label} ${inverted ? styles.inverted : ''} ${className ?? ''}`} title={label}>
      <input
        type="checkbox"
        className={styles.box}
        checked={on}
        aria-label={label}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
