import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

const overscan = 4;

/** The rows of a scroller worth drawing: those in sight and a few around them. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, end: 18 });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void => {
      // Steps of two rows, so that scrolling by a line draws nothing.
      const first = Math.floor(element.scrollTop / rowHeight / 2) * 2;
      const end = first + Math.ceil(element.clientHeight / rowHeight) + 2;
      setSeen((was) => (was.first === first && was.end === end ? was : { first, end }));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight]);

  return {
    first: Math.max(0, Math.min(seen.first - overscan, count)),
    end: Math.min(seen.end + overscan, count),
  };
}
