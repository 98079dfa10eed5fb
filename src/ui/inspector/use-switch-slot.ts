import { useEffect, useState } from 'react';

/** The place at the right of the tabs where a panel puts its own switch. */
export function useSwitchSlot(): HTMLElement | null {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById('inspector-switch')), []);
  return slot;
}
