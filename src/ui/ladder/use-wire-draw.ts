import { useState } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { useReducedMotion } from '../motion/motion.ts';
import { useLab } from '../use-lab.ts';

const wireSeconds = 0.9;
const failureSeconds = 0.42;

/**
 * Seconds in which the wire of the current step is drawn: only when the step before it was on
 * screen just now, in the same run. Jumps, first views and reduced motion show the wire as it is.
 */
export function useWireDraw(trace: Trace, index: number): number {
  const speed = useLab((state) => state.speed);
  const playing = useLab((state) => state.playing);
  const reduced = useReducedMotion();
  const [shown, setShown] = useState({ trace, index, draws: false });
  if (shown.trace !== trace || shown.index !== index)
    setShown({ trace, index, draws: shown.trace === trace && index === shown.index + 1 });

  const step = trace.steps[index];
  if (!shown.draws || reduced || step?.kind !== 'message') return 0;
  return (step.message === 'Alert' ? failureSeconds : wireSeconds) / (playing ? speed : 1);
}
