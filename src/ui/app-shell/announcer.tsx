import { isRunPage } from '../../state/pages/pages.ts';
import { useEffect, useState } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { announcement } from '../../view/announce.ts';
import { stepOnScreen } from '../../state/store.ts';
import { announcementText } from '../step-name.ts';
import { useLabStore, useWords } from '../use-lab.ts';

const settle = 120;

/** Tells a screen reader each new step; while someone steps fast, only the last one. */
export function Announcer() {
  const words = useWords(labWords);
  const store = useLabStore();
  const [text, setText] = useState('');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe((state, before) => {
      const { page, trace } = state;
      const same = trace === before.trace && stepOnScreen(state) === stepOnScreen(before);
      if (!isRunPage(page) || !trace || same) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        // By now the page may have drawn a curtain.
        const { curtain } = store.getState();
        const shown = trace.steps[stepOnScreen({ step: state.step, curtain })];
        if (shown) setText(announcementText(announcement(shown, trace, curtain === undefined), words));
      }, settle);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, words]);

  return (
    <p aria-live="polite" className="spoken">
      {text}
    </p>
  );
}
