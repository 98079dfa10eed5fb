import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import Check from 'lucide-react/icons/check';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { learnWords } from '../../lesson/learn.ts';
import type { LessonSlug } from '../../lesson/lessons/lessons.ts';
import type { Lesson, PartWords } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { useActions, useLabStore, usePageView, useWords } from '../use-lab.ts';
import { printLesson } from './print-lesson.ts';
import { Question } from './question.tsx';
import { type ShownSteps, StepText } from './step-text.tsx';
import { useProgress } from './use-progress.ts';
import styles from './learn.module.css';

export interface PartFrameProps {
  readonly slug: LessonSlug;
  /** Of the lesson, from 1. */
  readonly number: number;
  readonly lesson: Lesson;
  /** Of the part, from 0. */
  readonly at: number;
}

export interface PartTextProps<Facts> extends PartFrameProps {
  readonly part: Lesson['parts'][number];
  readonly words: Pick<PartWords<Facts>, 'title' | 'text' | 'question' | 'choices' | 'more'> & {
    readonly change: { readonly task: string };
  };
  /** Undefined until there is something to speak of. */
  readonly facts: Facts | undefined;
  /** Key of the right choice. */
  readonly answer: string | undefined;
  /** What shows that it is done; undefined until it is. */
  readonly done: string | undefined;
  /** What was done and does not do; undefined where there is nothing to say. */
  readonly notYet?: string | undefined;
  /** Said as long as there are no facts. */
  readonly waiting: string;
  readonly onAnswer?: () => void;
  /** The steps that the text may name. */
  readonly steps?: ShownSteps | undefined;
  /** Around the question. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
}

/** The left side of a part: text, question, what to do, and whether it is done. */
export function PartText<Facts>({
  slug,
  number,
  lesson,
  at,
  part,
  words,
  facts,
  answer,
  done,
  notYet,
  waiting,
  onAnswer,
  steps,
  above,
  below,
}: PartTextProps<Facts>) {
  const frame = useWords(learnWords);
  const titles = useWords(lessonTitleWords);
  const { openPage } = useActions();
  const store = useLabStore();
  const { from } = usePageView('learn');
  const { markAnswer } = useProgress();
  const name = `${slug}/${part.id}`;
  const outcome = useRef<HTMLParagraphElement>(null);
  // A decision was about the run of that moment, whatever is run afterwards.
  const [decided, setDecided] = useState<{ name: string; facts: Facts; answer: string }>();
  // What was done is said where it is seen, on a phone and in a long text too.
  useEffect(() => {
    if (done !== undefined || notYet !== undefined) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [done, notYet]);
  const asked = decided?.name === name ? decided : { facts, answer };
  const earlier = asked.facts !== facts;
  return (
    <article className={styles.text}>
      <p className={styles.eyebrow}>
        <a href="#/learn">{frame.all}</a>
        <b>{frame.lesson(number)}</b>
        <span>{titles[slug][0]}</span>
        <span>{frame.part(at + 1, lesson.parts.length)}</span>
        <button type="button" onClick={() => void printLesson(slug, number, store)}>
          {frame.sheet.print}
        </button>
        {from > 0 && (
          <button type="button" onClick={() => openPage('lab')}>
            {frame.back(from)}
          </button>
        )}
      </p>
      <h1>{words.title}</h1>
      {facts === undefined || asked.facts === undefined || asked.answer === undefined ? (
        <p className={styles.lead} role="status">
          {waiting}
        </p>
      ) : (
        <>
          {words.text(facts).map((paragraph, index) => (
            // The paragraphs of a text stay in their order.
            <p key={`${part.id}${index}`} className={styles.lead}>
              {steps ? <StepText text={paragraph} steps={steps} /> : <RichText text={paragraph} />}
            </p>
          ))}
          <Suspense>{above}</Suspense>
          <Question
            key={name}
            question={words.question(asked.facts)}
            choices={words.choices(asked.facts)}
            answer={asked.answer}
            steps={earlier ? undefined : steps}
            note={earlier ? frame.earlier : undefined}
            onReset={() => setDecided(undefined)}
            onAnswer={(right) => {
              if (answer !== undefined) setDecided({ name, facts, answer });
              markAnswer(name, right);
              onAnswer?.();
            }}
          />
          <Suspense>{below}</Suspense>
        </>
      )}
      <div className={styles.try}>
        <p>
          <b>{frame.tryIt}</b> {words.change.task}
        </p>
        <p ref={outcome} role="status">
          {done === undefined && notYet}
          {done !== undefined && (
            <>
              <b>
                <Icon of={Check} size={14} /> {frame.done}
              </b>{' '}
              {done}
            </>
          )}
        </p>
        {part.more !== undefined && words.more !== undefined && <a href={part.more}>{words.more}</a>}
      </div>
    </article>
  );
}
