import { useEffect, useMemo, useState } from 'react';
import { presets } from '../../lab/presets.ts';
import type { Step, Trace } from '../../lab/trace.ts';
import { presentWords } from '../../lesson/share.ts';
import { readDemos } from '../../state/demos.ts';
import { parseLink } from '../../state/link.ts';
import { Waiting } from '../pages/waiting.tsx';
import { useStepsBeforeAnswer } from '../attack/use-steps-before-answer.ts';
import { useActions, useLab, useLabStore, usePageView, useWords } from '../use-lab.ts';
import { BigLadder } from './big-ladder.tsx';
import { BigField } from './big-field.tsx';
import { DemoList } from './demo-list.tsx';
import { Foot } from './foot.tsx';
import { BigHead, Question, useAsksStory } from './question.tsx';
import { usePresentKeys } from './use-present-keys.ts';
import styles from './present.module.css';

/** The run on screen for a room: large type, one field, a question before its answer, notes for whoever presents. */
export function PresentPage() {
  const trace = useLab((state) => state.trace);
  const index = useLab((state) => state.step);
  useDemos();
  const step = trace?.steps[Math.min(index, trace.steps.length - 1)];
  if (!trace || !step) return <Waiting />;
  return <Screen trace={trace} step={step} />;
}

function Screen({ trace, step }: { readonly trace: Trace; readonly step: Step }) {
  const words = useWords(presentWords);
  const { demos, at } = usePageView('present');
  // An answer is shown for this step of this demo only.
  const place = `${at} ${step.id}`;
  const [revealed, setRevealed] = useState<string>();
  const [notes, setNotes] = useState(false);
  const [listed, setListed] = useState(false);
  const { setAnswer } = useActions();
  const untold = useStepsBeforeAnswer(trace);
  const asksStory = useAsksStory(trace, step);
  // What is still to come would answer the question; where the presenter has gone, the room may follow.
  const shown = useMemo(
    () =>
      untold === undefined
        ? trace
        : { ...trace, steps: trace.steps.slice(0, Math.max(untold, step.index + 1)) },
    [trace, untold, step.index],
  );
  const reveal = (): void => {
    if (asksStory && untold !== undefined) setAnswer('shown');
    setRevealed(revealed === place ? undefined : place);
  };
  usePresentKeys({
    reveal,
    notes: () => setNotes((was) => !was),
    list: () => setListed((was) => !was),
  });
  const demo = demos[at];
  return (
    <main tabIndex={-1} className={styles.page} aria-label={words.name}>
      <BigLadder trace={shown} index={step.index} />
      <div className={styles.right}>
        <div className={styles.content}>
          <BigHead trace={trace} step={step} told={untold === undefined} />
          <BigField step={step} />
          <Question
            trace={trace}
            step={step}
            asked={demo?.question ?? ''}
            answer={demo?.answer ?? ''}
            revealed={revealed === place}
            onReveal={reveal}
          />
        </div>
        <Foot
          trace={shown}
          whole={untold === undefined}
          step={step}
          notes={notes ? (demo?.notes ?? '') : undefined}
          onList={() => setListed(true)}
        />
      </div>
      {listed && <DemoList onClose={() => setListed(false)} />}
    </main>
  );
}

/** Opens the demo that the view names, and takes the kept list where the link brought none. */
function useDemos(): void {
  const store = useLabStore();
  const { setView, restore } = useActions();
  const { demos, at } = usePageView('present');
  const link = demos[at]?.link;
  useEffect(() => {
    if (store.getState().views.present.demos.length > 0) return;
    const kept = readDemos(window.localStorage);
    // The run on screen stays until a demo is chosen.
    if (kept.length > 0) setView('present', { demos: kept, at: -1 });
  }, [store, setView]);
  useEffect(() => {
    if (link === undefined) return;
    const parsed = parseLink(link, presets);
    if (parsed.kind === 'view') restore(parsed.view, 'present');
  }, [link, restore]);
}
