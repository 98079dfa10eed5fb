import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import ArrowRight from 'lucide-react/icons/arrow-right';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { Scenario } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { closingCheckWords } from '../../lesson/closing-check.ts';
import { learnWords } from '../../lesson/learn.ts';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import type { ClosingQuestion } from '../../lesson/lessons/closing/model.ts';
import { closingQuestions } from '../../lesson/lessons/closing/questions.ts';
import { closingWords } from '../../lesson/lessons/closing/words.ts';
import { factsOf } from '../../lesson/lessons/facts.ts';
import { lessonSlugs, placeOf, type LessonSlug, type PartName } from '../../lesson/lessons/lessons.ts';
import type { ShownRun } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, usePageView, useWords } from '../use-lab.ts';
import { LiveRun } from './live-run.tsx';
import { Question } from './question.tsx';
import { useLessonStore } from './use-lesson-store.ts';
import { useProgress } from './use-progress.ts';
import lesson from './learn.module.css';
import styles from './closing-check.module.css';

/** One question per lesson about a fresh run, and what came of them. */
export function ClosingCheck() {
  const { check } = usePageView('learn');
  const id = lessonSlugs[check - 1];
  // Asked again, a question draws another run than the last one.
  const [last, setLast] = useState<{ readonly round: number; readonly scenario?: Scenario }>({ round: 0 });
  if (id === undefined) return <Result />;
  return (
    <Asked
      key={`${id} ${last.round}`}
      id={id}
      number={check}
      last={last.scenario}
      onAgain={(scenario) => setLast({ round: last.round + 1, scenario })}
    />
  );
}

interface AskedProps {
  readonly id: LessonSlug;
  /** From 1. */
  readonly number: number;
  /** What it was asked about before, if it is asked again. */
  readonly last: Scenario | undefined;
  readonly onAgain: (last: Scenario) => void;
}

function Asked({ id, number, last, onAgain }: AskedProps) {
  const words = useWords(closingCheckWords);
  const frame = useWords(learnWords);
  const text = useWords(closingWords)[id];
  const question = closingQuestions[id];
  const { markCheck } = useProgress();
  const [answered, setAnswered] = useState(false);
  const asked = question.scenarios.find((one) => one === last);
  const [scenario] = useState(() => drawnFrom(question.scenarios, asked));
  const shown = useMemo<ShownRun>(
    () => ({ scenario, step: question.step, tab: question.tab }),
    [scenario, question],
  );
  const { store, run } = useLessonStore(shown);
  const problem = useStore(store, (state) => state.problem);
  const trace = run?.trace;
  return (
    <>
      <main tabIndex={-1} className={lesson.lesson} data-question={id}>
        <article className={lesson.text}>
          <p className={lesson.eyebrow}>
            <a href="#/learn">{frame.all}</a>
            <b>{words.title}</b>
            <span>{words.question(number, lessonSlugs.length)}</span>
          </p>
          <h1>{text.topic}</h1>
          {trace ? (
            <>
              <p className={lesson.lead}>
                <RichText text={text.known(factsOf(trace))} />
              </p>
              <Question
                question={text.question(factsOf(trace))}
                choices={text.choices(factsOf(trace))}
                answer={question.answer(trace)}
                onAnswer={(right) => {
                  setAnswered(true);
                  markCheck(id, right);
                }}
                again={{ label: words.another, onAgain: () => onAgain(scenario) }}
              />
              {answered && <Places trace={trace} step={question.step(trace)} part={question.part} />}
            </>
          ) : (
            <p className={lesson.lead} role="status">
              {problem?.kind === 'run-failed' ? frame.broken(problem.message) : frame.running}
            </p>
          )}
          {!answered && !asked && <p className={styles.note}>{words.first}</p>}
        </article>
        {answered ? (
          <LiveRun store={store} trace={trace} part={shown} />
        ) : (
          <section className={lesson.cover} aria-label={words.hiddenTitle}>
            <p>{words.hidden}</p>
          </section>
        )}
      </main>
      <Progress number={number} />
    </>
  );
}

interface PlacesProps {
  readonly trace: Trace;
  readonly step: string;
  readonly part: PartName;
}

/** Where the answer can be seen: the step in the Lab, and the part of the lesson that is about it. */
function Places({ trace, step, part }: PlacesProps) {
  const words = useWords(closingCheckWords);
  const titles = useWords(lessonTitleWords);
  const { openInLab } = useActions();
  const at = trace.steps.findIndex(({ id }) => id === step);
  const place = placeOf(part);
  return (
    <p className={styles.places}>
      {words.see}{' '}
      <button type="button" onClick={() => openInLab(trace.scenario, Math.max(0, at))}>
        {words.inRun(at + 1)}
      </button>
      <a href={`#/learn?v=1&lesson=${place.lesson}${place.part === 1 ? '' : `&part=${place.part}`}`}>
        {words.inLesson(titles[place.slug][0])}
      </a>
    </p>
  );
}

/** Every question with what came of it, and the way on. */
function Progress({ number }: { readonly number: number }) {
  const words = useWords(closingCheckWords);
  const frame = useWords(learnWords);
  const topics = useWords(closingWords);
  const { progress } = useProgress();
  const turn = useTurn();
  const answers = lessonSlugs.flatMap((id) => progress.check[id] ?? []);
  return (
    <footer className={`${lesson.progress} ${styles.progress}`} aria-label={frame.progressLabel}>
      <a href="#/learn">{frame.all}</a>
      <ol aria-label={words.questions}>
        {lessonSlugs.map((id, at) => {
          const right = progress.check[id];
          const state = right === undefined ? words.open : right ? words.right : words.wrong;
          return (
            <li
              key={id}
              aria-current={at + 1 === number ? 'step' : undefined}
              data-done={right !== undefined || undefined}
            >
              <button type="button" onClick={() => turn(at + 1)}>
                <i>{right === undefined ? at + 1 : <Icon of={right ? Check : X} size={12} />}</i>
                <span className="spoken">
                  {topics[id].topic}, {state}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <span className={lesson.score}>
        {frame.score(answers.filter((right) => right).length, answers.length)}
      </span>
      <Button variant="primary" iconAfter={ArrowRight} onClick={() => turn(number + 1)}>
        {number < lessonSlugs.length ? words.next : words.toResult}
      </Button>
    </footer>
  );
}

function Result() {
  const words = useWords(closingCheckWords);
  const frame = useWords(learnWords);
  const topics = useWords(closingWords);
  const titles = useWords(lessonTitleWords);
  const { progress, restartCheck } = useProgress();
  const turn = useTurn();
  const answers = lessonSlugs.map((id) => progress.check[id]);
  const right = answers.filter((one) => one === true).length;
  return (
    <main tabIndex={-1} className={lesson.index}>
      <p className={lesson.eyebrow}>
        <a href="#/learn">{frame.all}</a>
        <b>{words.title}</b>
      </p>
      <h1>{words.result(right, lessonSlugs.length)}</h1>
      <p className={lesson.lead}>{words.resultLead(answers.filter((one) => one === undefined).length)}</p>
      <ol aria-label={words.questions} className={styles.result}>
        {lessonSlugs.map((id, at) => (
          <li key={id}>
            <a href={`#/learn?v=1&check=${at + 1}`} data-right={answers[at]}>
              <i aria-hidden="true">
                {answers[at] === undefined ? at + 1 : <Icon of={answers[at] ? Check : X} size={14} />}
              </i>
              <b>{topics[id].topic}</b>
              <span>{titles[id][0]}</span>
              <small>
                {answers[at] === undefined ? words.open : answers[at] ? words.right : words.wrong}
              </small>
            </a>
          </li>
        ))}
      </ol>
      <p className={styles.restart}>
        <Button
          onClick={() => {
            restartCheck();
            turn(1);
          }}
        >
          {words.restart}
        </Button>
      </p>
    </main>
  );
}

function useTurn(): (check: number) => void {
  const { setView } = useActions();
  return (check) => {
    setView('learn', { check });
    document.querySelector('main')?.focus();
    document.querySelector('main')?.scrollTo({ top: 0 });
  };
}

/** One of them at random, but not the last one again. */
function drawnFrom([first, ...others]: ClosingQuestion['scenarios'], last: Scenario | undefined): Scenario {
  const open = [first, ...others].filter((scenario) => scenario !== last);
  return open[Math.floor(Math.random() * open.length)] ?? first;
}
