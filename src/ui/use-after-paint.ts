import { startTransition, useEffect, useState } from 'react';

/**
 * The value, one painted frame late: what answers a key at once is on screen before the rest is drawn.
 * While values come faster than frames, only the last one arrives.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (Object.is(value, shown)) return;
    const show = (): void => startTransition(() => setShown(() => value));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(show);
    });
    // Hidden tabs get no frames.
    const fallback = setTimeout(show, 100);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(fallback);
    };
  }, [value, shown]);
  return shown;
}
