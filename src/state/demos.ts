/** The trainer's demo list, kept in this browser. */
import { type Demo, readDemo, writeDemo } from './pages/present.ts';

export type DemoStorage = Pick<Storage, 'getItem' | 'setItem'>;

const key = 'handshake-lab.demos';

/** Unreadable entries count as none. */
export function readDemos(storage: DemoStorage): readonly Demo[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(read)
      ? read.map((entry) => readDemo(JSON.stringify(entry))).filter((demo) => demo !== undefined)
      : [];
  } catch {
    return [];
  }
}

export function keepDemos(demos: readonly Demo[], storage: DemoStorage): void {
  try {
    storage.setItem(key, JSON.stringify(demos.map(writeDemo)));
  } catch {
    // Full or forbidden: the list lives as long as the page, and in its link.
  }
}
