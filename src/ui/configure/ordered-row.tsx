import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { Party } from '../../lab/trace.ts';
import { configureWords } from '../../lesson/configure.ts';
import type { ListEntry } from '../../view/configure-lists.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import type { RowDrag } from './use-drag.ts';
import styles from './ordered-list.module.css';

interface OrderedRowProps {
  readonly entry: ListEntry;
  readonly side: Party;
  readonly place: number;
  readonly of: number;
  readonly helpId: string;
  readonly tabStop: boolean;
  readonly grabbed: boolean;
  readonly drag: RowDrag;
  readonly extra: ReactNode;
  readonly wasDragged: () => boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus: () => void;
  readonly onFocusMove: (by: number | 'first' | 'last') => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
  readonly onGrab: (on: boolean) => void;
}

export function OrderedRow(props: OrderedRowProps) {
  const { entry, side, place, of, grabbed, drag } = props;
  const words = useWords(configureWords).list;

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by !== 0) (event.altKey || grabbed ? props.onMove : props.onFocusMove)(by);
    else if (event.key === 'Home') props.onFocusMove('first');
    else if (event.key === 'End') props.onFocusMove('last');
    else if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove();
    else if (event.key === 'Escape' && grabbed) props.onGrab(false);
    else return;
    // The page's own keys (steps, Escape of the sheet) stay out of it.
    event.preventDefault();
    event.stopPropagation();
  };

  const state = [entry.negotiated ? words.negotiated : '', entry.common ? '' : words.notCommon(side)].filter(
    Boolean,
  );
  return (
    <li
      className={[
        styles.row,
        entry.negotiated ? styles.negotiated : '',
        entry.common ? '' : styles.off,
        drag.dragging ? styles.dragging : '',
        drag.insert === 'before' ? styles.insertBefore : drag.insert === 'after' ? styles.insertAfter : '',
      ].join(' ')}
      data-code={entry.code}
      data-negotiated={entry.negotiated ? '' : undefined}
      style={drag.dragging ? { transform: `translateY(${drag.offset}px)` } : undefined}
    >
      <button
        type="button"
        data-handle
        className={styles.handle}
        tabIndex={props.tabStop ? 0 : -1}
        aria-describedby={props.helpId}
        aria-pressed={grabbed}
        title={entry.common ? undefined : words.notCommon(side)}
        onKeyDown={onKeyDown}
        onPointerDown={props.onPointerDown}
        onFocus={props.onFocus}
        onClick={() => props.wasDragged() || props.onGrab(!grabbed)}
      >
        <span className={styles.grip} data-grip>
          <Icon of={GripVertical} size={12} />
        </span>
        <span className={styles.place}>
          {place + 1}
          <span className="spoken"> {words.of(of)}</span>
        </span>
        <code>{entry.name}</code>
        <span className="spoken">{state.map((text) => `, ${text}`)}</span>
      </button>
      {props.extra}
      {grabbed && (
        <>
          <RowButton icon={ChevronUp} label={words.up(entry.name)} onPress={() => props.onMove(-1)} shown />
          <RowButton
            icon={ChevronDown}
            label={words.down(entry.name)}
            onPress={() => props.onMove(1)}
            shown
          />
        </>
      )}
      <RowButton icon={X} label={words.remove(entry.name)} onPress={props.onRemove} shown={grabbed} />
      <span className={styles.check}>
        {entry.negotiated && <Icon of={Check} size={13} strokeWidth={2.25} />}
      </span>
    </li>
  );
}

interface RowButtonProps {
  readonly icon: typeof X;
  readonly label: string;
  readonly shown: boolean;
  readonly onPress: () => void;
}

/** Reached by pointer or touch; keys do the same on the row itself, so it is no stop for Tab. */
function RowButton({ icon, label, shown, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.button} ${shown ? styles.shown : ''}`}
      aria-label={label}
      onClick={onPress}
    >
      <Icon of={icon} size={12} />
    </button>
  );
}
