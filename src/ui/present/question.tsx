import ArrowRight from 'lucide-react/icons/arrow-right';
import type { Step, Trace } from '../../lab/trace.ts';
import { explainStep, stepWords } from '../../lesson/explain-step.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { isAttack } from '../../lab/scenario.ts';
import { attackWords } from '../../lesson/attack.ts';
import { attackerIsClient } from '../../view/replay.ts';
import { answeredAt, storyKey } from '../../view/attack.ts';
import { presentWords } from '../../lesson/share.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { useLab, useWords } from '../use-lab.ts';
import styles from './present.module.css';

/** Whether the question of an attack is asked here: before its first step, and once more where it is answered. */
export function useAsksStory(trace: Trace, step: Step): boolean {
  const last = useLab((state) => state.later) ?? trace;
  const answered = answeredAt(last) === step.index && last === trace;
  return isAttack(trace.scenario.preset) && (step.index === 0 || answered);
}

function useStory(trace: Trace, step: Step) {
  const { stories } = useWords(attackWords);
  const last = useLab((state) => state.later) ?? trace;
  const { preset } = trace.scenario;
  const asks = useAsksStory(trace, step);
  if (!isAttack(preset) || !asks) return undefined;
  const { question, choices } = stories[preset];
  const key = storyKey(last);
  const right = choices.find((choice) => choice.key === key);
  if (right === undefined) return undefined;
  return {
    question,
    reason: right.reason,
    choices: choices.map((choice) => ({ text: choice.text, right: choice === right })),
  };
}

interface StepProps {
  readonly trace: Trace;
  readonly step: Step;
}

/** `told`: that this is where it fails may be said. */
export function BigHead({ trace, step, told }: StepProps & { readonly told: boolean }) {
  const { frame, parties } = useWords(inspectorWords);
  const { title } = explainStep(step, trace, useWords(stepWords));
  const { mallory } = useWords(attackWords);
  const names = attackerIsClient(trace) ? { ...parties, browser: mallory } : parties;
  const failed = told && trace.outcome.kind === 'failed' && trace.outcome.step === step.index;
  const level = failed ? 'failed' : step.kind === 'local' ? 'local' : step.level;
  return (
    <header className={styles.head}>
      <p>
        {step.kind === 'message' ? (
          <b>
            {names[step.from]} <Icon of={ArrowRight} size={16} /> {names[step.to]}
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
  /** The trainer’s own answer; empty: what the page says about the step is the answer. */
  readonly answer: string;
  readonly revealed: boolean;
  readonly onReveal: () => void;
}

/** Question first; the answer is the trainer’s, and what the page says about this step of this run. */
export function Question({ trace, step, asked, answer, revealed, onReveal }: QuestionProps) {
  const words = useWords(presentWords);
  const { body } = explainStep(step, trace, useWords(stepWords));
  const story = useStory(trace, step);
  const question = asked === '' ? (story?.question ?? words.questions[step.id]) : asked;
  if (question === undefined)
    return (
      <p className={styles.answer}>
        <RichText text={body} />
      </p>
    );
  return (
    <section className={styles.question}>
      <h2>{question}</h2>
      {asked === '' && story && (
        <ol className={styles.choices}>
          {story.choices.map(({ text, right }) => (
            <li key={text} data-right={(revealed && right) || undefined}>
              {text}
            </li>
          ))}
        </ol>
      )}
      {revealed ? (
        <>
          {answer !== '' && <p className={styles.answer}>{answer}</p>}
          <p className={answer === '' ? styles.answer : styles.more}>
            {asked === '' && story ? story.reason : <RichText text={body} />}
          </p>
        </>
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
