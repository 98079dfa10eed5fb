import { useMemo, useSyncExternalStore } from 'react';
import {
  clearProgress,
  keepProgress,
  noProgress,
  readProgress,
  type LessonProgress,
} from '../../state/lesson-progress.ts';

let shared: LessonProgress | undefined;
const listeners = new Set<() => void>();

function current(): LessonProgress {
  return (shared ??= readProgress(window.localStorage));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(progress: LessonProgress): void {
  shared = progress;
  for (const listener of listeners) listener();
}

/** What was done so far, and the ways to change it. */
export function useProgress() {
  const progress = useSyncExternalStore(subscribe, current);
  return useMemo(
    () => ({
      progress,
      markDone: (name: string) => {
        if (current().done.includes(name)) return;
        set({ ...current(), done: [...current().done, name] });
      },
      /** The first answer counts. */
      markAnswer: (name: string, right: boolean) => {
        if (Object.hasOwn(current().answers, name)) return;
        set({ ...current(), answers: { ...current().answers, [name]: right } });
      },
      /** The first answer counts, until the check is taken again. */
      markCheck: (id: string, right: boolean) => {
        if (Object.hasOwn(current().check, id)) return;
        set({ ...current(), check: { ...current().check, [id]: right } });
      },
      restartCheck: () => set({ ...current(), check: {} }),
      set,
      clear: () => {
        clearProgress(window.localStorage);
        replace(noProgress);
      },
    }),
    [progress],
  );
}

function set(progress: LessonProgress): void {
  keepProgress(progress, window.localStorage);
  replace(progress);
}
