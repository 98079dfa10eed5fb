import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Icon } from '../icons/icon.tsx';
import { Popover } from './popover.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A mono fact at the right. */
  readonly note?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  /** For choices: whether it is the current one. */
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export interface MenuSection {
  readonly label?: string | undefined;
  readonly items: readonly MenuItem[];
}

export interface TriggerProps {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
}

export interface MenuProps {
  readonly label: string;
  /** A function is asked when the menu opens. */
  readonly sections: readonly MenuSection[] | (() => readonly MenuSection[]);
  readonly align?: 'start' | 'end';
  /** As narrow as its items. */
  readonly narrow?: boolean;
  /** Draws the button that opens it. */
  readonly renderTrigger: (props: TriggerProps) => ReactElement;
}

/** A menu button: Enter, Space or ArrowDown opens, arrows move, Esc closes and gives the focus back. */
export function Menu({ label, sections, align = 'end', narrow = false, renderTrigger }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const closedAt = useRef(0);

  const shown = typeof sections === 'object' ? sections : open ? sections() : [];

  const close = useCallback(() => {
    closedAt.current = performance.now();
    setOpen(false);
  }, []);
  // The press that dismisses the popover also reaches the trigger; it must not open it again.
  const toggle = (): void => setOpen((was) => !was && performance.now() - closedAt.current > 200);

  useEffect(() => {
    if (open) items(list.current)[0]?.focus();
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') close();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[(to + all.length) % all.length]?.focus();
  };

  const select = (item: MenuItem): void => {
    close();
    // Closed by choice, not by a press that may also land on the trigger.
    closedAt.current = 0;
    anchor.current?.querySelector('button')?.focus();
    item.onSelect();
  };

  return (
    <span ref={anchor} className={styles.anchor}>
      {renderTrigger({ 'aria-haspopup': 'menu', 'aria-expanded': open, onClick: toggle })}
      <Popover open={open} onClose={close} anchor={anchor} align={align}>
        {/* Keys come from the items inside, which have the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div
          ref={list}
          role="menu"
          aria-label={label}
          className={`${styles.menu} ${narrow ? styles.narrow : ''}`}
          onKeyDown={onKeyDown}
        >
          {shown.map((section, index) => (
            <div
              key={section.label ?? index}
              role="group"
              aria-label={section.label}
              className={styles.section}
            >
              {section.label !== undefined && (
                <p className={styles.heading} aria-hidden="true">
                  {section.label}
                </p>
              )}
              {section.items.map((item) => (
                <button
                  key={item.id}
                  type="button"
                  role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={item.checked}
                  disabled={item.disabled}
                  tabIndex={-1}
                  className={styles.item}
                  onClick={() => select(item)}
                >
                  {item.icon && <Icon of={item.icon} />}
                  <span>{item.label}</span>
                  {item.note !== undefined && <small>{item.note}</small>}
                </button>
              ))}
            </div>
          ))}
        </div>
      </Popover>
    </span>
  );
}

function items(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? [])];
}
