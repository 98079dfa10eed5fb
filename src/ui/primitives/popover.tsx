import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import styles from './popover.module.css';

export interface PopoverProps {
  readonly open: boolean;
  /** Called when Esc or a press outside closes it. */
  readonly onClose: () => void;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly align?: 'start' | 'end';
  /** As wide as the anchor, at least. */
  readonly matchWidth?: boolean;
  readonly role?: 'dialog' | 'menu' | 'listbox' | 'tooltip' | undefined;
  readonly label?: string | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const gap = 6;
const margin = 8;

/** A floating box in the top layer, below its anchor or above it where there is no room. */
export function Popover({
  open,
  onClose,
  anchor,
  align = 'start',
  matchWidth = false,
  role,
  label,
  id,
  className,
  children,
}: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popover = box.current;
    const from = anchor.current;
    if (!open || !popover || !from) return undefined;
    const place = (): void => {
      const rect = from.getBoundingClientRect();
      if (matchWidth) popover.style.minWidth = `${rect.width}px`;
      const { offsetWidth: width, offsetHeight: height } = popover;
      const left = align === 'start' ? rect.left : rect.right - width;
      const below = rect.bottom + gap;
      const fits = below + height <= window.innerHeight - margin || rect.top < window.innerHeight / 2;
      popover.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
      popover.style.top = `${fits ? below : Math.max(margin, rect.top - gap - height)}px`;
      popover.style.maxHeight = `${(fits ? window.innerHeight - below : rect.top - gap) - margin}px`;
    };
    popover.showPopover();
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [open, anchor, align, matchWidth]);

  useEffect(() => {
    const popover = box.current;
    if (!open || !popover) return undefined;
    // Light dismiss (Esc, a press outside) is the browser's; a press on the anchor is the anchor's own.
    const onToggle = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    popover.addEventListener('toggle', onToggle);
    return () => popover.removeEventListener('toggle', onToggle);
  }, [open, onClose]);

  if (!open) return null;
  return (
    <div
      ref={box}
      popover="auto"
      id={id}
      role={role}
      aria-label={label}
      className={`${styles.popover} ${className ?? ''}`}
    >
      {children}
    </div>
  );
}
