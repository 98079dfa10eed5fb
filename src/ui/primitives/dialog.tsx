import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** For documents. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog. Mount it to open it; Esc, the cross and a press beside it close it. */
export function Dialog({ title, closeLabel, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);

  return (
    // Esc is the dialog's own; the press beside it is a convenience on top.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <IconButton icon={X} label={closeLabel} tip="none" onClick={() => dialog.current?.close()} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
