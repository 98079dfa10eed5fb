import { inspectorWords } from '../../lesson/inspector.ts';
import { useLab, useWords } from '../use-lab.ts';
import { InspectorHead } from './inspector-head.tsx';
import { InspectorPanels } from './inspector-panels.tsx';
import styles from './inspector.module.css';

/** The current step: what it is, what it means, and its panels. Draws from this step alone. */
export function Inspector() {
  const words = useWords(inspectorWords);
  const trace = useLab((state) => state.trace);
  const number = useLab((state) => state.step);
  const step = trace?.steps[Math.min(number, trace.steps.length - 1)];
  if (!trace || !step) return <section className={styles.inspector} aria-label={words.name} aria-busy="true" />;
  return (
    <section className={styles.inspector} aria-label={words.name}>
      <div className={styles.layout}>
        <div className={styles.column}>
          <InspectorHead trace={trace} step={step} />
          <InspectorPanels trace={trace} step={step} />
        </div>
        {/* Filled by panels that open something beside the column. */}
        <aside className={styles.aside} id="inspector-aside" />
      </div>
    </section>
  );
}
