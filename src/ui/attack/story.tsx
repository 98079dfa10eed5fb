import { useId, useState } from 'react';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { AttackScenarioId } from '../../lab/attacks.ts';
import { isAttack } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { storyKey } from '../../view/attack.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import styles from './attack.module.css';

/** The question of the scenario, before its answer; only while the run is the scenario's own. */
export function Story({ trace }: { readonly trace: Trace }) {
  const { preset } = trace.scenario;
  return isAttack(preset) ? <Question key={preset} preset={preset} trace={trace} /> : null;
}

interface QuestionProps {
  readonly preset: AttackScenarioId;
  readonly trace: Trace;
}

function Question({ preset, trace }: QuestionProps) {
  const { stories, noticed } = useWords(attackWords);
  const story = stories[preset];
  const group = useId();
  const [picked, setPicked] = useState<string>();
  const [checked, setChecked] = useState(false);
  const answer = storyKey(trace);
  return (
    <section className={styles.story}>
      <h2>{noticed.ask}</h2>
      <p className={styles.question}>
        <b>{story.question}</b> {story.lead}
      </p>
      <div role="radiogroup" aria-label={story.question}>
        {story.choices.map(({ key, text, reason }, index) => {
          const right = key === answer;
          return (
            <div
              key={key}
              className={styles.choice}
              data-state={checked ? (right ? 'right' : picked === key ? 'wrong' : 'other') : undefined}
            >
              <label>
                <input
                  type="radio"
                  name={group}
                  checked={picked === key}
                  disabled={checked}
                  onChange={() => setPicked(key)}
                />
                <i aria-hidden="true">{'ABC'[index]}</i>
                <b>{text}</b>
                {checked && (right || picked === key) && <Icon of={right ? Check : X} size={16} />}
              </label>
              {checked && <p>{reason}</p>}
            </div>
          );
        })}
      </div>
      {checked ? (
        <Button
          onClick={() => {
            setChecked(false);
            setPicked(undefined);
          }}
        >
          {noticed.again}
        </Button>
      ) : (
        <Button variant="primary" disabled={picked === undefined} onClick={() => setChecked(true)}>
          {noticed.check}
        </Button>
      )}
    </section>
  );
}
