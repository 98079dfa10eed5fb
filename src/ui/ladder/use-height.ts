import { useCallback, useState } from 'react';

export interface Measured {
  /** To be the `ref` of the element. */
  readonly attach: (element: HTMLElement | null) => (() => void) | undefined;
  readonly element: HTMLElement | undefined;
  /** Pixels, kept up to date; 0 before it is measured. */
  readonly height: number;
}

/** The height of an element. */
export function useHeight(): Measured {
  const [height, setHeight] = useState(0);
  const [element, setElement] = useState<HTMLElement>();
  const attach = useCallback((target: HTMLElement | null) => {
    if (!target) return undefined;
    const measure = (): void => setHeight(target.clientHeight);
    measure();
    setElement(target);
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => {
      observer.disconnect();
      setElement(undefined);
    };
  }, []);
  return { attach, element, height };
}
