import ArrowRight from 'lucide-react/icons/arrow-right';
import type { Step, Trace } from '../../lab/trace.ts';
import { explainStep, stepWords } from '../../lesson/explain-step.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { presentWords } from '../../lesson/share.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { useWords } from '../use-lab.ts';
import styles from './present.module.css';

interface StepProps {
  readonly trace: Trace;
  readonly step: Step;
}

export function BigHead({ trace, step }: StepProps) {
  const { frame, parties } = useWords(inspectorWords);
  const { title } = explainStep(step, trace, useWords(stepWords));
  const failed = trace.outcome.kind === 'failed' && trace.outcome.step === step.index;
  const level = failed ? 'failed' : step.kind === 'local' ? 'local' : step.level;
  return (
    <header className={styles.head}>
      <p>
        {step.kind === 'message' ? (
          <b>
            {parties[step.from]} <Icon of={ArrowRight} size={16} /> {parties[step.to]}
          </b>
        ) : (
          <b>{frame.localWork(step.parties.map((party) => parties[party]))}</b>
        )}
        <span className={styles.level} data-level={level}>
          <Seal kind={level} size={16} />
          {level === 'failed' ? frame.failed : level === 'local' ? frame.nothingOnWire : frame.levels[level]}
        </span>
      </p>
      <h1 tabIndex={-1}>{title}</h1>
    </header>
  );
}

export interface QuestionProps extends StepProps {
  /** The trainer's own question; empty: the page's for this step. */
  readonly asked: string;
  readonly revealed: boolean;
  readonly onReveal: () => void;
}

/** Question first; the answer is what the page says about this step of this run. */
export function Question({ trace, step, asked, revealed, onReveal }: QuestionProps) {
  const words = useWords(presentWords);
  const { body } = explainStep(step, trace, useWords(stepWords));
  const question = asked === '' ? words.questions[step.id] : asked;
  if (question === undefined)
    return (
      <p className={styles.answer}>
        <RichText text={body} />
      </p>
    );
  return (
    <section className={styles.question}>
      <h2>{question}</h2>
      {revealed ? (
        <p className={styles.answer}>
          <RichText text={body} />
        </p>
      ) : (
        <button type="button" className={styles.hidden} onClick={onReveal}>
          {words.hidden}
          <span>
            <kbd>A</kbd> {words.reveal}
          </span>
        </button>
      )}
    </section>
  );
}
