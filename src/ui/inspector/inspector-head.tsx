import { useMemo, useState } from 'react';
import ArrowRight from 'lucide-react/icons/arrow-right';
import type { Step, Trace } from '../../lab/trace.ts';
import { explainStep, stepWords } from '../../lesson/explain-step.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { useWords } from '../use-lab.ts';
import { RfcLink } from './rfc-link.tsx';
import { RichText } from './rich-text.tsx';
import { phone, useMedia } from './use-media.ts';
import { lateQuietly } from '../late/late.tsx';
import styles from './inspector.module.css';

const LearnLink = lateQuietly(() => import('../learn/learn-link.tsx').then((module) => module.LearnLink));

export interface InspectorHeadProps {
  readonly trace: Trace;
  readonly step: Step;
}

/** Where we are, what this step is called, and two or three sentences about it. */
export function InspectorHead({ trace, step }: InspectorHeadProps) {
  const words = useWords(inspectorWords);
  const isPhone = useMedia(phone);
  // A phone shows three lines, so that the bytes begin on the first screen; each step starts short.
  const [openAt, setOpenAt] = useState<string>();
  const isShort = isPhone && openAt !== step.id;
  const texts = useWords(stepWords);
  const { title, body, spec } = useMemo(() => explainStep(step, trace, texts), [step, trace, texts]);
  return (
    <header className={styles.head}>
      <Eyebrow trace={trace} step={step} />
      <div className={styles.title}>
        <h1 tabIndex={-1}>{title}</h1>
        <RfcLink spec={spec} arrow />
      </div>
      <p className={styles.lead} data-short={isShort || undefined}>
        <RichText text={body} />
      </p>
      {isPhone && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={!isShort}
          onClick={() => setOpenAt(isShort ? step.id : undefined)}
        >
          {isShort ? words.frame.more : words.frame.less}
        </button>
      )}
    </header>
  );
}

function Eyebrow({ trace, step }: InspectorHeadProps) {
  const words = useWords(inspectorWords);
  const isPhone = useMedia(phone);
  const failed = trace.outcome.kind === 'failed' && trace.outcome.step === step.index;
  const level = failed ? 'failed' : step.kind === 'local' ? 'local' : step.level;
  const levels = isPhone ? words.frame.levelsShort : words.frame.levels;
  return (
    <p className={styles.eyebrow}>
      <b>{words.frame.step(step.index + 1, trace.steps.length)}</b>
      <i />
      {step.kind === 'message' ? (
        <span className={styles.route}>
          {words.parties[step.from]} <Icon of={ArrowRight} size={12} /> {words.parties[step.to]}
        </span>
      ) : (
        <span>{words.frame.localWork(step.parties.map((party) => words.parties[party]))}</span>
      )}
      <i />
      <span className={styles.level} data-level={level}>
        <Seal kind={level} />
        {level === 'failed'
          ? words.frame.failed
          : level === 'local'
            ? words.frame.nothingOnWire
            : levels[level]}
      </span>
      <LearnLink step={step} className={styles.learn} />
    </p>
  );
}
