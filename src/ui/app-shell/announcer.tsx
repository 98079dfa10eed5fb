import { isRunPage } from '../../state/pages/pages.ts';
import { useEffect, useRef, useState } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { announcement } from '../../view/announce.ts';
import { stepOnScreen, type LabState } from '../../state/store.ts';
import { announcementText } from '../step-name.ts';
import { useLabStore, useWords } from '../use-lab.ts';

const settle = 120;

/**
 * Tells a screen reader each new step; while someone steps fast, only the last one. Its code comes late: `opened` is
 * the state that the page began with, and what was done since then is caught up with.
 */
export function Announcer({ opened }: { readonly opened: LabState }) {
  const words = useWords(labWords);
  const store = useLabStore();
  const [text, setText] = useState('');
  const caughtUp = useRef(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = ({ page, trace, step }: LabState): void => {
      if (!isRunPage(page) || !trace) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        caughtUp.current = true;
        // By now the page may have drawn a curtain.
        const { curtain } = store.getState();
        const shown = trace.steps[stepOnScreen({ step, curtain })];
        if (shown) setText(announcementText(announcement(shown, trace, curtain === undefined), words));
      }, settle);
    };
    const now = store.getState();
    if (!caughtUp.current && hasMoved(opened, now)) say(now);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.trace !== before.trace || stepOnScreen(state) !== stepOnScreen(before)) say(state);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, words, opened]);

  return (
    <p aria-live="polite" className="spoken">
      {text}
    </p>
  );
}

/** Whether somebody has stepped or run something else: the first run is clamped to what its link asks for. */
function hasMoved(opened: LabState, { run, step, trace }: LabState): boolean {
  return run > 1 || (trace !== undefined && step !== Math.min(opened.step, trace.steps.length - 1));
}
