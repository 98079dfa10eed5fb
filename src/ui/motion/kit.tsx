/** Everything that needs the motion library. Loads after the first handshake is on screen; see motion.ts. */
import type { ReactNode } from 'react';
import { LazyMotion, domAnimation } from 'framer-motion';
import * as m from 'framer-motion/m';

const easeOut = [0.2, 0.7, 0.2, 1] as const;
const easeWire = [0.45, 0.05, 0.3, 1] as const;

export interface DrawProps {
  /** Seconds from sender to receiver. */
  readonly seconds: number;
  readonly className: string;
  readonly lateClassName: string | undefined;
  /** Appears when the line has arrived: the arrowhead. */
  readonly head: ReactNode;
}

/** A line that grows from its sender; the side is the transform origin of `className`. */
export function Draw({ seconds, className, lateClassName, head }: DrawProps) {
  return (
    <LazyMotion strict features={domAnimation}>
      <m.i
        className={className}
        initial={{ scaleX: 0 }}
        animate={{ scaleX: 1 }}
        transition={{ duration: seconds, ease: easeWire }}
      />
      <m.i
        className={lateClassName}
        initial={{ opacity: 0 }}
        animate={{ opacity: 1 }}
        transition={{ duration: 0.09, delay: seconds }}
      >
        {head}
      </m.i>
    </LazyMotion>
  );
}

export interface SlideProps {
  /** Pixels from the top of the positioned parent. */
  readonly top: number;
  readonly height: number;
  readonly className: string | undefined;
  /** Seconds; 0 jumps. */
  readonly seconds: number;
}

/** A band that moves to where it is needed. */
export function Slide({ top, height, className, seconds }: SlideProps) {
  return (
    <LazyMotion strict features={domAnimation}>
      <m.div
        className={className}
        style={{ height }}
        initial={false}
        animate={{ y: top }}
        transition={{ duration: seconds, ease: easeOut }}
      />
    </LazyMotion>
  );
}
