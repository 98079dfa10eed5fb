import { useId, useState } from 'react';
import { useDraft } from './use-draft.ts';
import styles from './form.module.css';

export interface TextFieldProps {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value: string;
  /** Returns false for text that means nothing here; it stays in the field, marked. */
  readonly onCommit: (text: string) => boolean;
  /** Said when the text cannot be used. */
  readonly wrong: string;
  /** A mono fact behind the text. */
  readonly unit?: string | undefined;
  readonly className?: string | undefined;
  readonly numeric?: boolean;
}

/** One line of text; committed while typing, after a short pause. */
export function TextField({
  id,
  label,
  value,
  onCommit,
  wrong,
  unit,
  className,
  numeric = false,
}: TextFieldProps) {
  const [usable, setUsable] = useState(true);
  const wrongId = useId();
  const draft = useDraft(value, (text) => {
    const good = onCommit(text);
    setUsable(good);
    return good;
  });
  return (
    <span className={`${styles.field} ${usable ? '' : styles.wrong} ${className ?? ''}`}>
      <input
        id={id}
        type="text"
        inputMode={numeric ? 'numeric' : 'text'}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label={label}
        aria-invalid={!usable}
        aria-describedby={usable ? undefined : wrongId}
        value={draft.text}
        onChange={(event) => draft.onType(event.currentTarget.value)}
        onBlur={() => draft.onLeave(usable)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') draft.flush();
        }}
      />
      {unit !== undefined && <small>{unit}</small>}
      {!usable && (
        <span id={wrongId} role="status" className={styles.wrongNote}>
          {wrong}
        </span>
      )}
    </span>
  );
}
