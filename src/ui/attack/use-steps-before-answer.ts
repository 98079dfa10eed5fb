import { useMemo } from 'react';
import { isAttack } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { stepsBeforeAnswer } from '../../view/attack.ts';
import { useLab, useWords } from '../use-lab.ts';

/** How many steps may be seen while the question of the run's story is open; undefined where none is. */
export function useStepsBeforeAnswer(trace: Trace): number | undefined {
  const { stories } = useWords(attackWords);
  const answered = useLab(({ answer }) => answer !== undefined);
  const { preset } = trace.scenario;
  const story = isAttack(preset) && !answered ? stories[preset] : undefined;
  return useMemo(
    () =>
      story &&
      stepsBeforeAnswer(
        trace,
        story.choices.map(({ key }) => key),
      ),
    [trace, story],
  );
}
