import { type ReactNode, useId } from 'react';
import { Switch } from '../primitives/switch.tsx';
import styles from './configure.module.css';

interface NotedSwitchProps {
  /** Name, and what it does with the paragraph that says so. */
  readonly text: readonly [string, string];
  readonly on: boolean;
  readonly changed: boolean;
  readonly onToggle: () => void;
  readonly children?: ReactNode;
}

export function NotedSwitch({ text: [name, note], on, changed, onToggle, children }: NotedSwitchProps) {
  const noteId = useId();
  return (
    <div className={`${styles.switch} ${changed ? styles.changed : ''}`}>
      <span>
        <Switch on={on} onToggle={onToggle} describedBy={noteId}>
          {name}
        </Switch>
        {children}
      </span>
      <small id={noteId}>{note}</small>
    </div>
  );
}
