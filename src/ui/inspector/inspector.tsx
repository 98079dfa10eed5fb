import { memo, useMemo } from 'react';
import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useLab, useWords } from '../use-lab.ts';
import { InspectorHead } from './inspector-head.tsx';
import { InspectorPanels } from './inspector-panels.tsx';
import styles from './inspector.module.css';

/**
 * The current step: what it is, what it means, and its panels. Ladder and player answer a key at once;
 * this follows with the next frame, and while someone steps fast only the last step is drawn.
 */
export function Inspector() {
  const trace = useLab((state) => state.trace);
  const number = useLab((state) => state.step);
  const shown = useMemo(() => {
    const step = trace?.steps[Math.min(number, trace.steps.length - 1)];
    return trace && step ? { trace, step } : undefined;
  }, [trace, number]);
  return <Body shown={useAfterPaint(shown)} />;
}

interface BodyProps {
  readonly shown: { readonly trace: Trace; readonly step: Step } | undefined;
}

/** Draws from this step alone. */
const Body = memo(function Body({ shown }: BodyProps) {
  const words = useWords(inspectorWords);
  if (!shown) return <section className={styles.inspector} aria-label={words.name} aria-busy="true" />;
  return (
    <section className={styles.inspector} aria-label={words.name}>
      <div className={styles.layout}>
        <div className={styles.column}>
          <InspectorHead {...shown} />
          <InspectorPanels {...shown} />
        </div>
        {/* Filled by panels that open something beside the column. */}
        <aside className={styles.aside} id="inspector-aside" />
      </div>
    </section>
  );
});
