import { useCallback, useEffect, useState } from 'react';
import { paceOf, stopAfter, stopBefore } from '../../view/compare/playback.ts';
import { useReducedMotion } from '../motion/motion.ts';

/** Of real time; a handshake is over before anybody has looked. */
export const speeds = [0.02, 0.05, 0.1, 0.5, 1] as const;
export type ClockSpeed = (typeof speeds)[number];

export interface Clock {
  /** In half round trips. */
  readonly at: number;
  readonly end: number;
  readonly playing: boolean;
  readonly speed: ClockSpeed;
  readonly goTo: (at: number) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: ClockSpeed) => void;
  /** What a key does; whether it does anything. */
  readonly onKey: (key: string) => boolean;
}

/** One clock for both runs. It stands at the end until somebody moves it; with reduced motion it jumps from instant to instant. */
export function useClock(end: number, latency: number): Clock {
  const reduced = useReducedMotion();
  const [wanted, setWanted] = useState(Number.POSITIVE_INFINITY);
  const [started, setStarted] = useState(false);
  const [speed, setSpeed] = useState<ClockSpeed>(0.05);
  const at = Math.min(wanted, end);
  const playing = started && at < end;
  const pace = paceOf(speed, latency);

  useEffect(() => {
    if (!playing || reduced) return undefined;
    let last = performance.now();
    let frame = requestAnimationFrame(function draw(now) {
      const passed = Math.max(0, now - last);
      last = now;
      setWanted((before) => Math.min(end, before + passed * pace));
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, reduced, pace, end]);
  useEffect(() => {
    if (!playing || !reduced) return undefined;
    const next = stopAfter(at, end);
    const timer = setTimeout(() => setWanted(next), (next - at) / pace);
    return () => clearTimeout(timer);
  }, [playing, reduced, pace, at, end]);

  const goTo = useCallback((to: number): void => {
    setStarted(false);
    setWanted(to);
  }, []);
  const toggle = useCallback((): void => {
    if (!playing && at >= end) setWanted(0);
    setStarted(!playing);
  }, [playing, at, end]);
  const onKey = useCallback(
    (key: string): boolean => {
      const to = { ArrowRight: stopAfter(at, end), ArrowLeft: stopBefore(at), Home: 0, End: end }[key];
      if (to !== undefined) goTo(to);
      else if (key === ' ') toggle();
      else return false;
      return true;
    },
    [at, end, goTo, toggle],
  );
  return { at, end, playing, speed, goTo, toggle, setSpeed, onKey };
}
