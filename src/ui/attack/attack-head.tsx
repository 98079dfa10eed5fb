import { Fragment } from 'react';
import ArrowRight from 'lucide-react/icons/arrow-right';
import type { Step, Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { explainStep, stepWords } from '../../lesson/explain-step.ts';
import { labWords } from '../../lesson/lab.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { attackerIsClient } from '../../view/replay.ts';
import { fateOf } from '../../view/attack.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { useWords } from '../use-lab.ts';
import styles from './attack.module.css';

export interface AttackHeadProps {
  readonly trace: Trace;
  readonly step: Step;
  /** How many steps there are may be said. */
  readonly whole: boolean;
}

export function AttackHead({ trace, step, whole }: AttackHeadProps) {
  const words = useWords(attackWords);
  const { ladder } = useWords(labWords);
  const { frame, parties } = useWords(inspectorWords);
  const { title, spec } = explainStep(step, trace, useWords(stepWords));
  const fate = fateOf(step);
  return (
    <header>
      <p className={styles.eyebrow}>
        <b>{frame.step(step.index + 1, whole ? trace.steps.length : undefined)}</b>
        {step.kind === 'message' ? (
          <>
            <span className={styles.route}>
              {attackerIsClient(trace) ? (
                <Ends
                  names={
                    step.from === 'browser'
                      ? [words.mallory, parties.server]
                      : [parties.server, words.mallory]
                  }
                />
              ) : (
                <Ends names={[parties[step.from], words.mallory, parties[step.to]]} />
              )}
            </span>
            <span className={styles.level} data-level={step.level}>
              <Seal kind={step.level} />
              {frame.levels[step.level]}
            </span>
            <span>{fate === 'passed' ? words.head.untouched : ladder.fates[fate]}</span>
          </>
        ) : (
          <span>{frame.localWork(step.parties.map((party) => parties[party]))}</span>
        )}
      </p>
      <div className={styles.title}>
        <h1 tabIndex={-1}>{title}</h1>
        <RfcLink spec={spec} arrow />
      </div>
    </header>
  );
}

/** Who a message came from and went to, and whose hands it went through. */
function Ends({ names }: { readonly names: readonly string[] }) {
  return names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && <Icon of={ArrowRight} size={12} />} <b>{name}</b>{' '}
    </Fragment>
  ));
}
