import { useEffect, useState } from 'react';

/** The place at the right of the tabs where a panel puts its own switch. */
export function useSwitchSlot(): HTMLElement | null {
  return useSlot('inspector-switch');
}

/** The place beside the inspector's column where a panel puts what belongs to a selection. */
export function useAside(): HTMLElement | null {
  return useSlot('inspector-aside');
}

function useSlot(id: string): HTMLElement | null {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById(id)), [id]);
  return slot;
}
