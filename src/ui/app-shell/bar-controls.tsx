import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The place in the top bar that belongs to the page on screen. */
export const BarPlace = createContext<HTMLElement | null>(null);

/** Controls of a page that stand in the top bar, between navigation and share. @public */
export function BarControls({ children }: { readonly children: ReactNode }) {
  const place = useContext(BarPlace);
  return place && createPortal(children, place);
}
