import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { classicSteps } from '../../view/key-derivation.ts';
import { useActions, useWords } from '../use-lab.ts';
import styles from './classic-steps.module.css';

export interface ClassicStepsProps {
  readonly trace: Trace;
  readonly current: Step;
  /** Shows a step, by its index; absent: in the Lab around it. */
  readonly onStep?: ((step: number) => void) | undefined;
}

/** RSA key exchange in the five steps it is usually told in, each linked to where this run does it. */
export function ClassicSteps({ trace, current, onStep }: ClassicStepsProps) {
  const { classic: words } = useWords(inspectorWords).crypto;
  const { setStep } = useActions();
  const steps = classicSteps(trace);
  if (!steps) return null;
  return (
    <section aria-label={words.title} className={styles.classic}>
      <h2>{words.title}</h2>
      <ol>
        {steps.map(({ id, step }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={step === current.index ? 'step' : undefined}
              onClick={() => (onStep ?? setStep)(step)}
            >
              {words.step(step + 1)}
            </button>
            <span>{words.text[id]}</span>
          </li>
        ))}
      </ol>
      <p>{words.correction}</p>
    </section>
  );
}
