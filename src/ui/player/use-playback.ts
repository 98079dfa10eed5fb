import { useEffect } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { useActions, useLab } from '../use-lab.ts';

/** Milliseconds a step stays at normal speed: the wire needs 900, then there must be time to read. */
const messageTime = 2200;
const localTime = 1400;

/** While playing, goes on by one step at a time; stops at the end. */
export function usePlayback(trace: Trace): void {
  const playing = useLab((state) => state.playing);
  const speed = useLab((state) => state.speed);
  const step = useLab((state) => state.step);
  const { advance } = useActions();
  useEffect(() => {
    if (!playing) return undefined;
    const time = trace.steps[step]?.kind === 'local' ? localTime : messageTime;
    const timer = setTimeout(advance, time / speed);
    return () => clearTimeout(timer);
  }, [playing, speed, step, trace, advance]);
}
