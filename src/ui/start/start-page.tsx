import { useEffect, useRef } from 'react';
import Play from 'lucide-react/icons/play';
import { startWords } from '../../lesson/start.ts';
import { negotiatedNames } from '../../view/negotiated.ts';
import { Waiting } from '../pages/waiting.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { Miniature } from './miniature.tsx';
import { Awaited, late } from '../late/late.tsx';
import styles from './start.module.css';

const Ways = late(() => import('./ways.tsx').then((module) => module.Ways));

/** One press to the first step, and the ways in. */
export function StartPage() {
  const words = useWords(startWords);
  const trace = useLab((state) => state.trace);
  const { openPage, setStep } = useActions();
  const go = useRef<HTMLButtonElement>(null);
  const ready = trace !== undefined;
  useEffect(() => {
    if (!ready) return;
    // Enter starts it, unless somebody is elsewhere already.
    if (document.activeElement === document.body) go.current?.focus({ preventScroll: true });
  }, [ready]);
  const painted = useLab((state) => state.painted);
  useEffect(() => {
    // Most go on to the Lab.
    if (!painted) return;
    for (const coming of [import('../app-shell/stage.tsx'), import('../player/player.tsx')])
      coming.catch(() => undefined);
  }, [painted]);
  if (!trace) return <Waiting />;
  const open = (step: number): void => {
    openPage('lab');
    setStep(step);
  };
  return (
    <main tabIndex={-1} className={styles.page}>
      <section className={styles.left}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <p className={styles.go}>
          <Button ref={go} variant="primary" icon={Play} onClick={() => open(0)}>
            {words.go}
          </Button>
          <span>
            <kbd>Enter</kbd> {words.goNote(trace.steps.length, negotiatedNames(trace.negotiated)[0] ?? '')}
          </span>
        </p>
        <Miniature trace={trace} onOpen={open} />
        <p className={styles.real}>
          <b>{words.real.title}</b> {words.real.text}
        </p>
      </section>
      {painted && (
        <Awaited part={Ways}>
          <Ways />
        </Awaited>
      )}
    </main>
  );
}
