import { useState } from 'react';
import type { AttackScenarioId } from '../../lab/attacks.ts';
import { isAttack } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { storyKey } from '../../view/attack.ts';
import { Button } from '../primitives/button.tsx';
import { ChoiceList } from '../primitives/choice-list.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
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
  const [picked, setPicked] = useState<string>();
  const given = useLab((state) => state.answer);
  const { setAnswer } = useActions();
  const checked = given !== undefined;
  return (
    <section className={styles.story}>
      <h2>{noticed.ask}</h2>
      <p className={styles.question}>
        <b>{story.question}</b> {story.lead}
      </p>
      <ChoiceList
        label={story.question}
        choices={story.choices}
        answer={storyKey(trace)}
        picked={given ?? picked}
        onPick={setPicked}
        checked={checked}
        dense
      />
      {checked ? (
        <Button
          onClick={() => {
            setAnswer(undefined);
            setPicked(undefined);
          }}
        >
          {noticed.again}
        </Button>
      ) : (
        <>
          <Button variant="primary" disabled={picked === undefined} onClick={() => setAnswer(picked)}>
            {noticed.check}
          </Button>
          <Button onClick={() => setAnswer('shown')}>{noticed.show}</Button>
        </>
      )}
    </section>
  );
}

/** Where the answer of the run will stand. */
export function Unanswered() {
  const { noticed, open } = useWords(attackWords);
  return (
    <section className={styles.noticed}>
      <h2>{noticed.title}</h2>
      <p className={styles.hint}>{open.noticed}</p>
    </section>
  );
}
