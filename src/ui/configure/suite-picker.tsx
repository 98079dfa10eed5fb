import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { configureWords } from '../../lesson/configure.ts';
import { pickSuite, pickableSuites } from '../../view/configure-suites.ts';
import { useWords } from '../use-lab.ts';
import styles from './form.module.css';

export interface SuitePickerProps {
  readonly label: string;
  /** Codes that are in the list already. */
  readonly own: readonly number[];
  readonly onPick: (code: number) => void;
}

/** Any of the suites that run here, found by a part of its name or by its code, put at the end of the list. */
export function SuitePicker({ label, own, onPick }: SuitePickerProps) {
  const words = useWords(configureWords).suites;
  const [text, setText] = useState('');
  const [focused, setFocused] = useState(false);
  const options = useId();

  const take = (typed: string): boolean => {
    const code = pickSuite(typed);
    if (code === undefined || own.includes(code)) return false;
    onPick(code);
    setText('');
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take(text);
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      setText('');
    }
  };
  return (
    <>
      <input
        type="text"
        className={styles.suitePicker}
        aria-label={label}
        placeholder={words.add}
        list={options}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onFocus={() => setFocused(true)}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget: { value } }) => {
          // Choosing from the list gives a whole name at once; so does typing one.
          if (!take(value)) setText(value);
        }}
      />
      <datalist id={options}>
        {focused &&
          pickableSuites()
            .filter(({ code }) => !own.includes(code))
            .map(({ code, name }) => (
              <option key={code} value={name}>
                {name}
              </option>
            ))}
      </datalist>
    </>
  );
}
