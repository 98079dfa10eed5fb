import { useId } from 'react';
import { attackWords } from '../../lesson/attack.ts';
import { useWords } from '../use-lab.ts';
import styles from './attack.module.css';

/** Pairs of hex digits, spaces allowed. */
export function isHex(text: string): boolean {
  return /^([0-9a-f]{2})*$/i.test(text.replace(/\s/g, ''));
}

export interface HexInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function HexInput({ label, value, onChange }: HexInputProps) {
  const { form } = useWords(attackWords);
  const id = useId();
  const bad = !isHex(value);
  return (
    <span className={styles.hexInput}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        spellCheck={false}
        autoCapitalize="none"
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-why` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {bad && (
        <em id={`${id}-why`} role="alert">
          {form.badHex}
        </em>
      )}
    </span>
  );
}
