import { useEffect, useMemo, useState } from 'react';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import type { Workshop } from '../../authority/workshop/model.ts';
import { learnWords } from '../../lesson/learn.ts';
import { officeFactsOf } from '../../lesson/lessons/office-facts.ts';
import type { DeskPart } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useLanguage, useWords } from '../use-lab.ts';
import { Desks } from '../workshop/desks.tsx';
import { useWorkshopState } from '../workshop/use-workshop.ts';
import { WorkshopStrips } from '../workshop/workshop-strips.tsx';
import { type PartFrameProps, PartText } from './part-text.tsx';
import { useProgress } from './use-progress.ts';
import styles from './learn.module.css';

export interface DeskPartProps extends PartFrameProps {
  readonly part: DeskPart;
}

/** A part that is done at the desks of the learner's own workshop. */
export function DeskPartView({ slug, number, lesson, at, part }: DeskPartProps) {
  const frame = useWords(learnWords);
  const { markDone } = useProgress();
  const { openPage } = useActions();
  const workshop = useWorkshopState((state) => state.workshop);
  const fault = useWorkshopState((state) => state.fault);
  const [before, setBefore] = useState<Workshop>();
  const language = useLanguage();
  const words = lesson.deskWords?.[language][part.id];
  const name = `${slug}/${part.id}`;
  // What is done here is told from what was there before.
  if (workshop && !before) setBefore(workshop);
  const facts = useMemo(() => workshop && officeFactsOf(workshop, before), [workshop, before]);
  const isDone = facts !== undefined && part.offices.done(facts);
  useEffect(() => {
    if (isDone) markDone(name);
  }, [isDone, name, markDone]);
  if (!words) return null;
  return (
    <main tabIndex={-1} className={styles.lesson} data-part={part.id}>
      <PartText
        {...{ slug, number, lesson, at, part, words, facts }}
        done={isDone ? words.change.done(facts) : undefined}
        answer={facts && part.offices.answer(facts)}
        waiting={fault?.kind === 'failed' ? frame.broken(fault.message) : frame.desks.opening}
      />
      <section className={styles.live} aria-label={frame.live}>
        <header>
          <h2>{frame.desks.title}</h2>
          <small>{frame.desks.note}</small>
          <button type="button" onClick={() => openPage('workshop')}>
            {frame.desks.open} <Icon of={ArrowUpRight} size={14} />
          </button>
        </header>
        <div className={styles.desks}>
          <WorkshopStrips />
          {workshop && <Desks first={part.offices.desk} />}
        </div>
      </section>
    </main>
  );
}
