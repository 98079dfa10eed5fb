import { useEffect, useState } from 'react';
import type { Step, Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { explainStep, stepWords } from '../../lesson/explain-step.ts';
import { presentWords } from '../../lesson/share.ts';
import { IconButton } from '../primitives/button.tsx';
import ListIcon from 'lucide-react/icons/list';
import { useActions, useWords } from '../use-lab.ts';
import { usePageView } from '../use-lab.ts';
import styles from './present.module.css';

export interface FootProps {
  readonly trace: Trace;
  /** Not while the answer to a question hides the rest. */
  readonly whole: boolean;
  readonly step: Step;
  /** Undefined: hidden. */
  readonly notes: string | undefined;
  readonly onList: () => void;
}

/** Notes for whoever presents, where one is, and the keys. */
export function Foot({ trace, whole, step, notes, onList }: FootProps) {
  const words = useWords(presentWords);
  const texts = useWords(stepWords);
  const { open } = useWords(attackWords);
  const { setStep } = useActions();
  const { demos, at } = usePageView('present');
  const next = trace.steps[step.index + 1];
  return (
    <>
      {notes !== undefined && (
        <aside className={styles.notes} aria-label={words.notes}>
          <p>
            <b>{words.notes}</b> <kbd>N</kbd> {words.hide}, {words.onlyHere}
            <Clock />
          </p>
          <p>{notes === '' ? words.noNotes : notes}</p>
          <p className={styles.next}>
            {words.next} <b>{next ? explainStep(next, trace, texts).title : whole ? words.end : open.rest}</b>
          </p>
        </aside>
      )}
      <footer className={styles.foot}>
        <span className={styles.position}>
          {step.index + 1}
          <small>/{whole ? trace.steps.length : '…'}</small>
        </span>
        <div className={styles.ticks}>
          {trace.steps.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-label={`${one.index + 1}`}
              aria-current={one.index === step.index ? 'step' : undefined}
              data-level={one.error && whole ? 'failed' : one.kind === 'message' ? one.level : 'local'}
              data-past={one.index < step.index || undefined}
              onClick={() => setStep(one.index)}
            />
          ))}
        </div>
        {demos.length > 0 && at >= 0 && <span>{words.demo(at + 1, demos.length)}</span>}
        <IconButton icon={ListIcon} label={words.list} shortcut="L" tip="above-end" onClick={onList} />
        <span className={styles.keys}>
          <kbd>←</kbd> <kbd>→</kbd>
        </span>
        <span className={styles.keys}>
          <kbd>Esc</kbd> {words.leave}
        </span>
      </footer>
    </>
  );
}

/** Minutes and seconds since the presentation began. */
function Clock() {
  const [start] = useState(() => Date.now());
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((now - start) / 1_000);
  return (
    <time>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </time>
  );
}
