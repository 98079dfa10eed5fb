import { useState } from 'react';
import { learnWords } from '../../lesson/learn.ts';
import type { Choice } from '../../lesson/lessons/model.ts';
import { Button } from '../primitives/button.tsx';
import { ChoiceList } from '../primitives/choice-list.tsx';
import { useWords } from '../use-lab.ts';
import { type ShownSteps, StepText } from './step-text.tsx';
import styles from './learn.module.css';

export interface QuestionProps {
  readonly question: string;
  readonly choices: Readonly<Record<string, Choice>>;
  /** Key of the right choice. */
  readonly answer: string;
  readonly onAnswer: (right: boolean) => void;
  /** The same question is open once more. */
  readonly onReset?: () => void;
  /** The steps that a reason may name. */
  readonly steps?: ShownSteps | undefined;
  /** Said under the question. */
  readonly note?: string | undefined;
  /** Instead of the same question once more. */
  readonly again?: { readonly label: string; readonly onAgain: () => void };
}

/** Decide first; then the answer, and a reason for every choice. */
export function Question({
  question,
  choices,
  answer,
  onAnswer,
  onReset,
  steps,
  note,
  again,
}: QuestionProps) {
  const words = useWords(learnWords);
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
      <h2>
        {question}
        {note !== undefined && <small>{note}</small>}
      </h2>
      <ChoiceList
        label={question}
        choices={Object.entries(choices).map(([key, { text, reason }]) => ({
          key,
          text,
          reason: steps ? <StepText text={[reason]} steps={steps} /> : reason,
        }))}
        answer={answer}
        picked={picked}
        onPick={setPicked}
        checked={checked}
      />
      {checked ? (
        <p className={styles.verdict} role="status">
          {picked === answer ? words.right : words.wrong}{' '}
          <button
            type="button"
            onClick={() => {
              if (again) return again.onAgain();
              setChecked(false);
              setPicked(undefined);
              onReset?.();
            }}
          >
            {again?.label ?? words.again}
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
