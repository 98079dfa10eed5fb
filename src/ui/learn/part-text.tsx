import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { learnWords } from '../../lesson/learn.ts';
import type { LessonSlug } from '../../lesson/lessons/lessons.ts';
import type { Lesson, PartWords } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { useActions, usePageView, useWords } from '../use-lab.ts';
import { Question } from './question.tsx';
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
  readonly words: Omit<PartWords<Facts>, 'change'> & {
    readonly change: Pick<PartWords<Facts>['change'], 'task' | 'done'>;
  };
  /** Undefined until there is something to speak of. */
  readonly facts: Facts | undefined;
  /** Key of the right choice. */
  readonly answer: string | undefined;
  readonly isDone: boolean;
  /** Said until then. */
  readonly waiting: string;
  /** Between text and question. */
  readonly children?: ReactNode;
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
  isDone,
  waiting,
  children,
}: PartTextProps<Facts>) {
  const frame = useWords(learnWords);
  const titles = useWords(lessonTitleWords);
  const { openPage } = useActions();
  const { from } = usePageView('learn');
  const { markAnswer } = useProgress();
  const name = `${slug}/${part.id}`;
  return (
    <article className={styles.text}>
      <p className={styles.eyebrow}>
        <a href="#/learn">{frame.all}</a>
        <b>{frame.lesson(number)}</b>
        <span>{titles[slug][0]}</span>
        <span>{frame.part(at + 1, lesson.parts.length)}</span>
        {from > 0 && (
          <button type="button" onClick={() => openPage('lab')}>
            {frame.back(from)}
          </button>
        )}
      </p>
      <h1>{words.title}</h1>
      {facts === undefined || answer === undefined ? (
        <p className={styles.lead} role="status">
          {waiting}
        </p>
      ) : (
        <>
          {words.text(facts).map((paragraph, index) => (
            // The paragraphs of a text stay in their order.
            <p key={`${part.id}${index}`} className={styles.lead}>
              <RichText text={paragraph} />
            </p>
          ))}
          {children}
          <Question
            key={name}
            question={words.question(facts)}
            choices={words.choices(facts)}
            answer={answer}
            onAnswer={(right) => markAnswer(name, right)}
          />
        </>
      )}
      <div className={styles.try}>
        <p>
          <b>{frame.tryIt}</b> {words.change.task}
        </p>
        <p role="status">
          {isDone && facts !== undefined && (
            <>
              <b>
                <Icon of={Check} size={14} /> {frame.done}
              </b>{' '}
              {words.change.done(facts)}
            </>
          )}
        </p>
        {part.more !== undefined && words.more !== undefined && <a href={part.more}>{words.more}</a>}
      </div>
    </article>
  );
}
