/** Everything that needs the motion library. Loads after the first handshake is on screen; see motion.ts. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { LazyMotion, domAnimation } from 'framer-motion';
import * as m from 'framer-motion/m';
import { afterPaint } from '../after-paint.ts';

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
  const [begun, setBegun] = useState(false);

  // The step itself is painted first, which a callback of that very frame would hold up; then the line begins.
  useEffect(() => afterPaint(() => setBegun(true)), []);

  if (!begun) return null;
  return (
    <LazyMotion strict features={domAnimation}>
      <m.i
        className={className}
        // As a whole transform it runs beside the page's own work, and no key waits for its frames.
        initial={{ transform: 'scaleX(0)' }}
        animate={{ transform: 'scaleX(1)' }}
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
