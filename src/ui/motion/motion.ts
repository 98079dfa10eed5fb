/** The door to motion: nothing moves before the library is there, and nothing waits for it. */
import { useSyncExternalStore } from 'react';
import { untilHere } from '../late/arrival.ts';
import type * as KitModule from './kit.tsx';

type Kit = typeof KitModule;

const afterFirstScreen = 400;

let kit: Kit | undefined;
let asked = false;
const listeners = new Set<() => void>();

/** Fetches the library when the browser has nothing better to do. */
export function loadMotion(): void {
  if (asked) return;
  asked = true;
  setTimeout(() => {
    void untilHere(() => import('./kit.tsx')).then((loaded) => {
      kit = loaded;
      for (const listener of listeners) listener();
    });
  }, afterFirstScreen);
}

/** Undefined until the library is there: draw the end state. */
export function useMotionKit(): Kit | undefined {
  return useSyncExternalStore(subscribe, () => kit);
}

const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');

export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribeReduced, () => reduced.matches);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function subscribeReduced(listener: () => void): () => void {
  reduced.addEventListener('change', listener);
  return () => reduced.removeEventListener('change', listener);
}
