import { type ReactNode, useId } from 'react';
import styles from './form.module.css';

export interface FormRowProps {
  readonly label: string;
  readonly changed: boolean;
  /** Gets the id of the label, for groups; fields get it as their own id. */
  readonly children: (id: string) => ReactNode;
  /** Several controls under one name. */
  readonly group?: boolean;
}

/** Label at the left, control at the right, a dot in the outer margin when it differs from the scenario. */
export function FormRow({ label, changed, children, group = false }: FormRowProps) {
  const id = useId();
  return (
    <div
      className={`${styles.row} ${changed ? styles.changed : ''}`}
      {...(group ? { role: 'group', 'aria-labelledby': id } : {})}
    >
      {group ? <span id={id}>{label}</span> : <label htmlFor={id}>{label}</label>}
      {children(id)}
    </div>
  );
}
