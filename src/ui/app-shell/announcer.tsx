import { isRunPage } from '../../state/pages/pages.ts';
import { useEffect, useState } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { announcement } from '../../view/announce.ts';
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
    const unsubscribe = store.subscribe(({ page, trace, step }, before) => {
      if (!isRunPage(page) || !trace || (trace === before.trace && step === before.step)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const shown = trace.steps[step];
        if (shown) setText(announcementText(announcement(shown, trace), words));
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
