import { splitAtSteps } from '../../lesson/link-steps.ts';
import type { Rich } from '../../lesson/rich.ts';
import { withMarks } from '../inspector/marks.ts';
import { RichText } from '../inspector/rich-text.tsx';
import styles from './learn.module.css';

/** The steps of the run beside a text. Both by index, from 0. */
export interface ShownSteps {
  readonly has: (step: number) => boolean;
  readonly show: (step: number) => void;
}

/** Prose in which the number of a step shows that step. */
export function StepText({ text, steps }: { readonly text: Rich; readonly steps: ShownSteps }) {
  return withMarks(text).map((group, at) => {
    const [part] = group;
    return typeof part === 'string' && group.length === 1 ? (
      <Mentions key={at} text={part} steps={steps} />
    ) : (
      <RichText key={at} text={group} />
    );
  });
}

function Mentions({ text, steps }: { readonly text: string; readonly steps: ShownSteps }) {
  return splitAtSteps(text).map((piece, at) => {
    if (typeof piece === 'string') return piece;
    const { step } = piece;
    if (!steps.has(step - 1)) return step;
    return (
      <button key={at} type="button" className={styles.mention} onClick={() => steps.show(step - 1)}>
        {step}
      </button>
    );
  });
}
