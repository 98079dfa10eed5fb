import { useCallback, useEffect, useRef, useState } from 'react';

/** Long enough to type on, short enough to feel at once. */
const pause = 250;

/**
 * A text field's own value while it is edited. `commit` gets what was typed after a short pause, on
 * leaving the field and on closing the sheet; it returns false for text it cannot use, which then
 * stays in the field. Nothing typed is lost.
 */
export function useDraft(value: string, commit: (text: string) => boolean) {
  const [draft, setDraft] = useState<string>();
  const pending = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> }>(undefined);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });

  const flush = useCallback((): boolean => {
    const waiting = pending.current;
    if (!waiting) return true;
    clearTimeout(waiting.timer);
    pending.current = undefined;
    return latest.current(waiting.text);
  }, []);
  useEffect(() => () => void flush(), [flush]);

  return {
    text: draft ?? value,
    onType: (text: string): void => {
      if (pending.current) clearTimeout(pending.current.timer);
      pending.current = { text, timer: setTimeout(flush, pause) };
      setDraft(text);
    },
    /** On leaving the field: what was committed is shown as the scenario has it. */
    onLeave: (usable: boolean): void => {
      if (flush() && usable) setDraft(undefined);
    },
    flush,
  };
}
