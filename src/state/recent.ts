/** Where somebody has been, kept in this browser: the last places in the Lab, one per scenario. */
import { linkTo } from './link.ts';
import { isRunPage } from './pages/pages.ts';
import type { Presets } from './pages/page.ts';
import type { LabStore } from './store.ts';

export interface RecentPlace {
  readonly link: string;
  readonly preset: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
}

export type RecentStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'handshake-lab.recent';
const most = 5;
/** Whoever only looked at the first step has not been there. */
const quiet = 800;

/** Unreadable entries count as none. */
export function readRecent(storage: RecentStorage): readonly RecentPlace[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(read) ? read.filter(isPlace).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function clearRecent(storage: RecentStorage): void {
  try {
    storage.removeItem(key);
  } catch {
    // Storage is forbidden here, so there is nothing to clear.
  }
}

/** Notes each place once the steps have settled; call the result to stop. */
export function keepRecent(lab: LabStore, presets: Presets, storage: RecentStorage): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    const state = lab.getState();
    if (!state.trace || state.file !== undefined || !isRunPage(state.page) || state.step === 0) return;
    const place: RecentPlace = {
      link: linkTo(state, presets, state.page),
      preset: state.scenario.preset,
      step: state.step + 1,
      steps: state.trace.steps.length,
    };
    const others = readRecent(storage).filter(({ preset }) => preset !== place.preset);
    try {
      storage.setItem(key, JSON.stringify([place, ...others].slice(0, most)));
    } catch {
      // Full or forbidden: nothing is remembered.
    }
  };
  const stop = lab.subscribe((state, before) => {
    if (state.step === before.step && state.scenario === before.scenario) return;
    clearTimeout(timer);
    timer = setTimeout(note, quiet);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function isPlace(value: unknown): value is RecentPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { link, preset, step, steps } = value as Record<string, unknown>;
  return (
    typeof link === 'string' &&
    link.startsWith('#/') &&
    typeof preset === 'string' &&
    Number.isSafeInteger(step) &&
    Number.isSafeInteger(steps)
  );
}
