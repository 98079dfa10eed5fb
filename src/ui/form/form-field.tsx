import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './form.module.css';

export interface TextRowProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; it stays in the field. */
  readonly fault?: string | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
  readonly isNumber?: boolean;
}

/** One line of text with its label and, where it means nothing, the reason. */
export function TextRow({
  label,
  value,
  onChange,
  fault,
  unit,
  placeholder,
  disabled,
  isNumber = false,
}: TextRowProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.input} data-number={isNumber ? '' : undefined}>
        <input
          id={id}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          inputMode={isNumber ? 'numeric' : 'text'}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {unit !== undefined && <small>{unit}</small>}
      </span>
      {fault !== undefined && (
        <p id={`${id}-fault`} role="status" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

export interface SelectRowProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value) => void;
  readonly className?: string | undefined;
}

export function SelectRow<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: SelectRowProps<Value>) {
  const id = useId();
  return (
    <div className={`${styles.row} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface ChoiceRowProps<Value extends string> {
  readonly label: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Several of a few: chips that are pressed or not. Identifiers are spelt as in the RFC. */
export function ChoiceRow<Value extends string>({ label, all, chosen, onChange }: ChoiceRowProps<Value>) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <div role="group" aria-label={label} className={styles.chips}>
        {all.map((value) => {
          const isOn = chosen.includes(value);
          return (
            <button
              key={value}
              type="button"
              aria-pressed={isOn}
              className={styles.chip}
              onClick={() => onChange(isOn ? chosen.filter((one) => one !== value) : [...chosen, value])}
            >
              {value}
            </button>
          );
        })}
      </div>
    </div>
  );
}

export function PlainRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <div className={styles.plain}>{children}</div>
    </div>
  );
}
