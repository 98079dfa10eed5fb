import { useCallback, useSyncExternalStore } from 'react';

/** The place at the right of the tabs where a panel puts its own switch. */
export function useSwitchSlot(): HTMLElement | null {
  return useSlot('inspector-switch');
}

/** The place beside the inspector's column where a panel puts what belongs to a selection; null where there is none. */
export function useAside(): HTMLElement | null {
  return useSlot('inspector-aside');
}

/** Null while the frame around the panel is not in the document yet. */
function useSlot(id: string): HTMLElement | null {
  const find = useCallback(() => document.getElementById(id), [id]);
  return useSyncExternalStore(never, find);
}

/** The slots stay as long as the inspector does. */
function never(): () => void {
  return () => undefined;
}
