import { useId, useState } from 'react';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { learnWords } from '../../lesson/learn.ts';
import type { Choice } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import styles from './learn.module.css';

export interface QuestionProps {
  readonly question: string;
  readonly choices: Readonly<Record<string, Choice>>;
  /** Key of the right choice. */
  readonly answer: string;
  readonly onAnswer: (right: boolean) => void;
}

/** Decide first; then the answer, and a reason for every choice. */
export function Question({ question, choices, answer, onAnswer }: QuestionProps) {
  const words = useWords(learnWords);
  const group = useId();
  const [picked, setPicked] = useState<string>();
  const [checked, setChecked] = useState(false);
  const check = (): void => {
    if (picked === undefined) return;
    setChecked(true);
    onAnswer(picked === answer);
  };
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <h2>{question}</h2>
      <div role="radiogroup" aria-label={question}>
        {Object.entries(choices).map(([key, { text, reason }], index) => {
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
                  onChange={() => setPicked(key)}
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
      {checked ? (
        <p className={styles.verdict} role="status">
          {picked === answer ? words.right : words.wrong}{' '}
          <button
            type="button"
            onClick={() => {
              setChecked(false);
              setPicked(undefined);
            }}
          >
            {words.again}
          </button>
        </p>
      ) : (
        <Button type="submit" disabled={picked === undefined}>
          {words.check}
        </Button>
      )}
    </form>
  );
}
