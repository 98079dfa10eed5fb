/** A part of a lesson as it stands on paper: the answers apart, so that the sheet can be handed out. */
import type { PartWords } from '../lesson/lessons/model.ts';
import type { Rich } from '../lesson/rich.ts';

export interface SheetPart {
  readonly id: string;
  readonly title: string;
  readonly text: readonly Rich[];
  readonly question: string;
  readonly choices: readonly { readonly letter: string; readonly text: string }[];
  readonly task: string;
  /** Letter of the right choice, and why. */
  readonly answer: { readonly letter: string; readonly reason: string };
}

type SheetWords<Facts> = Pick<PartWords<Facts>, 'title' | 'text' | 'question' | 'choices'> & {
  readonly change: { readonly task: string };
};

/** `answer` is the key of the right choice. */
export function sheetPart<Facts>(
  id: string,
  words: SheetWords<Facts>,
  facts: Facts,
  answer: string,
): SheetPart {
  const choices = Object.entries(words.choices(facts)).map(([key, choice], index) => ({
    key,
    letter: 'ABCDE'.charAt(index),
    ...choice,
  }));
  const right = choices.find(({ key }) => key === answer);
  if (!right) throw new Error(`${id} has no choice ${answer}`);
  return {
    id,
    title: words.title,
    text: words.text(facts),
    question: words.question(facts),
    choices: choices.map(({ letter, text }) => ({ letter, text })),
    task: words.change.task,
    answer: { letter: right.letter, reason: right.reason },
  };
}
