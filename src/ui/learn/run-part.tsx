import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { learnWords } from '../../lesson/learn.ts';
import { factsOf } from '../../lesson/lessons/facts.ts';
import type { LessonPart } from '../../lesson/lessons/model.ts';
import { useLanguage, useWords } from '../use-lab.ts';
import { ChangeForm, liveId, LiveRun } from './live-run.tsx';
import { type PartFrameProps, PartText } from './part-text.tsx';
import type { ShownSteps } from './step-text.tsx';
import { useLessonStore } from './use-lesson-store.ts';
import { useProgress } from './use-progress.ts';
import { evidences, widgets } from './widgets.ts';
import styles from './learn.module.css';

export interface RunPartProps extends PartFrameProps {
  readonly part: LessonPart;
}

/** A part around a run. */
export function RunPart({ slug, number, lesson, at, part }: RunPartProps) {
  const frame = useWords(learnWords);
  const { progress, markDone } = useProgress();
  const { store, run } = useLessonStore(part);
  const problem = useStore(store, (state) => state.problem);
  const stepAt = useStore(store, (state) => state.step);
  const words = lesson.words[useLanguage()][part.id];
  const [answered, setAnswered] = useState<string>();
  const [lifted, setLifted] = useState<string>();
  const name = `${slug}/${part.id}`;
  const shown = run?.trace;
  // The same object as long as it is the same run: what was decided is about one of them.
  const facts = useMemo(() => shown && factsOf(shown), [shown]);
  if (!words) return null;
  const current = shown?.steps[Math.min(stepAt, shown.steps.length - 1)];
  const isDone = run !== undefined && part.change.done(run.trace);
  // What was decided before, here or on another day, hides nothing any more; nor does a run of one's own.
  const decided =
    lifted === name ||
    Object.hasOwn(progress.answers, name) ||
    (run !== undefined && run.trace !== run.first);
  const cover = part.covers && !decided ? { of: part.covers, onLift: () => setLifted(name) } : undefined;
  const steps: ShownSteps | undefined = shown && {
    has: (index) => {
      const id = cover?.of === 'run' ? undefined : shown.steps[index]?.id;
      return id !== undefined && part.rows?.includes(id) !== false;
    },
    show: (index) => {
      store.getState().actions.setStep(index);
      // Where the run stands below the text, the way is long.
      document.getElementById(liveId)?.scrollIntoView({ block: 'start' });
    },
  };
  const Widget = part.widget && widgets[part.widget];
  const Evidence = part.evidence && answered === name ? evidences[part.evidence] : undefined;
  return (
    <main tabIndex={-1} className={styles.lesson} data-part={part.id}>
      <PartText
        {...{ slug, number, lesson, at, part, words }}
        facts={facts}
        answer={shown && part.answer(shown)}
        done={isDone ? words.change.done(factsOf(run.trace), factsOf(run.first)) : undefined}
        notYet={
          run && !isDone && run.trace !== run.first && !progress.done.includes(name)
            ? frame.notYet
            : undefined
        }
        steps={steps}
        waiting={problem?.kind === 'run-failed' ? frame.broken(problem.message) : frame.running}
        onAnswer={() => setAnswered(name)}
        above={Widget && shown && <Widget trace={shown} />}
        below={
          Evidence &&
          steps &&
          current && (
            <div className={styles.evidence}>
              <Evidence trace={shown} current={current} onStep={steps.show} />
            </div>
          )
        }
      />
      <LiveRun
        key={name}
        cover={cover}
        store={store}
        trace={shown}
        part={part}
        form={<ChangeForm store={store} part={part} words={words} ready={shown !== undefined} />}
        onRun={(trace) => {
          if (part.change.done(trace)) markDone(name);
        }}
      />
    </main>
  );
}
