import { Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import ArrowRight from 'lucide-react/icons/arrow-right';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Check from 'lucide-react/icons/check';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { learnWords } from '../../lesson/learn.ts';
import { factsOf } from '../../lesson/lessons/facts.ts';
import { lessonSlugs, loadLesson, type LessonSlug } from '../../lesson/lessons/lessons.ts';
import type { Lesson, LessonPart, PartWords } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { Waiting } from '../pages/waiting.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, useLanguage, usePageView, useWords } from '../use-lab.ts';
import { LiveRun } from './live-run.tsx';
import { Question } from './question.tsx';
import { useLessonStore } from './use-lesson-store.ts';
import { useProgress } from './use-progress.ts';
import { evidences, widgets } from './widgets.ts';
import styles from './learn.module.css';

interface LessonViewProps {
  readonly slug: LessonSlug;
  /** From 1. */
  readonly number: number;
}

/** One lesson, loaded when it is opened. */
export function LessonView({ slug, number }: LessonViewProps) {
  const [lesson, setLesson] = useState<Lesson>();
  const { part } = usePageView('learn');
  const language = useLanguage();
  useEffect(() => {
    let wanted = true;
    void loadLesson(slug).then((loaded) => wanted && setLesson(loaded));
    return () => {
      wanted = false;
    };
  }, [slug]);
  const at = Math.min(part, lesson?.parts.length ?? 1) - 1;
  const current = lesson?.parts[at];
  if (!lesson || !current) return <Waiting />;
  return <Part {...{ slug, number, lesson, at }} part={current} words={lesson.words[language]} />;
}

interface PartProps extends LessonViewProps {
  readonly lesson: Lesson;
  /** From 0. */
  readonly at: number;
  readonly part: LessonPart;
  readonly words: Readonly<Record<string, PartWords>>;
}

function Part({ slug, number, lesson, at, part, words }: PartProps) {
  const frame = useWords(learnWords);
  const titles = useWords(lessonTitleWords);
  const { openPage } = useActions();
  const { from } = usePageView('learn');
  const { progress, markAnswer, markDone } = useProgress();
  const { store, run } = useLessonStore(part);
  const problem = useStore(store, (state) => state.problem);
  const [answered, setAnswered] = useState<string>();
  const shown = run?.trace;
  const text = words[part.id];
  const name = `${slug}/${part.id}`;
  if (!text) return null;
  const Widget = part.widget && widgets[part.widget];
  const Evidence = part.evidence && answered === name ? evidences[part.evidence] : undefined;
  return (
    <>
      <main tabIndex={-1} className={styles.lesson} data-part={part.id}>
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
          <h1>{text.title}</h1>
          {shown ? (
            <>
              {text.text(factsOf(shown)).map((paragraph, index) => (
                // The paragraphs of a text stay in their order.
                <p key={`${part.id}${index}`} className={styles.lead}>
                  <RichText text={paragraph} />
                </p>
              ))}
              {Widget && (
                <Suspense>
                  <Widget trace={shown} />
                </Suspense>
              )}
              <Question
                key={name}
                question={text.question(factsOf(shown))}
                choices={text.choices(factsOf(shown))}
                answer={part.answer(shown)}
                onAnswer={(right) => {
                  markAnswer(name, right);
                  setAnswered(name);
                }}
              />
              {Evidence && (
                <Suspense>
                  <div className={styles.evidence}>
                    <Evidence trace={shown} />
                  </div>
                </Suspense>
              )}
            </>
          ) : (
            <p className={styles.lead} role="status">
              {problem?.kind === 'run-failed' ? frame.broken(problem.message) : frame.running}
            </p>
          )}
          <div className={styles.try}>
            <p>
              <b>{frame.tryIt}</b> {text.change.task}
            </p>
            <p role="status">
              {run && part.change.done(run.trace) && (
                <>
                  <b>
                    <Icon of={Check} size={14} /> {frame.done}
                  </b>{' '}
                  {text.change.done(factsOf(run.trace), factsOf(run.first))}
                </>
              )}
            </p>
            {part.more !== undefined && text.more !== undefined && <a href={part.more}>{text.more}</a>}
          </div>
        </article>
        <LiveRun
          key={name}
          store={store}
          trace={shown}
          part={part}
          words={text}
          onRun={(trace) => {
            if (part.change.done(trace)) markDone(name);
          }}
        />
      </main>
      <Progress {...{ slug, number, lesson, at, words }} progress={progress} />
    </>
  );
}

interface ProgressProps extends Omit<PartProps, 'part'> {
  readonly progress: ReturnType<typeof useProgress>['progress'];
}

function Progress({ slug, number, lesson, at, words, progress }: ProgressProps) {
  const frame = useWords(learnWords);
  const titles = useWords(lessonTitleWords);
  const { setView } = useActions();
  const answered = lesson.parts.map(({ id }) => progress.answers[`${slug}/${id}`]);
  const before = lesson.parts[at - 1];
  const after = lesson.parts[at + 1];
  const following = lessonSlugs[number];
  const nameOf = (part: LessonPart): string => words[part.id]?.name ?? '';
  const turn = (view: { readonly lesson?: number; readonly part: number }): void => {
    setView('learn', view);
    document.querySelector('main')?.focus();
    document.querySelector('main')?.scrollTo({ top: 0 });
  };
  return (
    <footer className={styles.progress} aria-label={frame.progressLabel}>
      {before ? (
        <Button variant="bar" icon={ChevronLeft} onClick={() => turn({ part: at })}>
          {nameOf(before)}
        </Button>
      ) : (
        <a href="#/learn">{frame.all}</a>
      )}
      <ol>
        {lesson.parts.map((part, index) => {
          const done = progress.done.includes(`${slug}/${part.id}`);
          return (
            <li key={part.id} aria-current={index === at ? 'step' : undefined} data-done={done || undefined}>
              <button type="button" onClick={() => turn({ part: index + 1 })}>
                <i>{done ? <Icon of={Check} size={12} /> : index + 1}</i>
                <span>{nameOf(part)}</span>
                {done && <small className="spoken">, {frame.doneSpoken}</small>}
              </button>
            </li>
          );
        })}
      </ol>
      <span className={styles.score}>
        {frame.score(
          answered.filter((right) => right === true).length,
          answered.filter((right) => right !== undefined).length,
        )}
      </span>
      {after ? (
        <Button variant="primary" iconAfter={ArrowRight} onClick={() => turn({ part: at + 2 })}>
          {frame.nextNamed(nameOf(after))}
        </Button>
      ) : (
        <Button
          variant="primary"
          iconAfter={ArrowRight}
          onClick={() => turn({ lesson: following === undefined ? 0 : number + 1, part: 1 })}
        >
          {following === undefined ? frame.all : frame.nextNamed(titles[following][0])}
        </Button>
      )}
    </footer>
  );
}
