import { useCallback, useState } from 'react';
import type { RefObject } from 'react';

/** The height of an element in pixels, kept up to date; 0 before it is measured. Takes the element by the callback. */
export function useHeight<Element extends HTMLElement>(
  element: RefObject<Element | null>,
): readonly [height: number, attach: (target: Element) => () => void] {
  const [height, setHeight] = useState(0);
  const attach = useCallback(
    (target: Element) => {
      element.current = target;
      const measure = (): void => setHeight(target.clientHeight);
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(target);
      return () => {
        element.current = null;
        observer.disconnect();
      };
    },
    [element],
  );
  return [height, attach];
}
