import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Party } from '../../lab/trace.ts';
import { configureWords } from '../../lesson/configure.ts';
import { type ListEntry, moved } from '../../view/configure-lists.ts';
import { useWords } from '../use-lab.ts';
import { OrderedRow } from './ordered-row.tsx';
import { SpareRow } from './spare-row.tsx';
import { useDrag } from './use-drag.ts';
import styles from './ordered-list.module.css';

export interface OrderedListProps<Entry extends ListEntry> {
  readonly label: string;
  readonly side: Party;
  readonly entries: readonly Entry[];
  readonly spare: readonly { readonly code: number; readonly name: string }[];
  /** The list may not be emptied (a ClientHello needs one entry). */
  readonly atLeastOne?: boolean;
  readonly changed: boolean;
  readonly onChange: (codes: readonly number[]) => void;
  /** What stands at the end of a row, before the remove button. */
  readonly extra?: (entry: Entry) => ReactNode;
}

/**
 * A list in order of preference. Pointer: drag a row. Keys: arrows move the focus, Alt with arrows
 * moves the row, Enter picks it up, Delete removes it. Every move is announced.
 */
export function OrderedList<Entry extends ListEntry>(props: OrderedListProps<Entry>) {
  const { label, side, entries, spare, atLeastOne = false, changed, onChange, extra } = props;
  const words = useWords(configureWords).list;
  const helpId = useId();
  const listRef = useRef<HTMLOListElement>(null);
  const [grabbed, setGrabbed] = useState<number>();
  const [current, setCurrent] = useState(0);
  const [said, setSaid] = useState('');
  /** Why what was just pressed changed nothing: seen by everybody, while all else is seen in the list. */
  const refusal = atLeastOne && entries.length === 1 && said === words.last(entries[0]?.name ?? '');
  const refocus = useRef<number>(undefined);

  const codes = entries.map((entry) => entry.code);
  const move = (from: number, to: number): void => {
    const next = moved(codes, from, to);
    const entry = entries[from];
    if (next === codes || !entry) return;
    refocus.current = entry.code;
    setCurrent(to);
    setSaid(words.moved(entry.name, to + 1, entries.length));
    onChange(next);
  };
  const remove = (at: number): void => {
    const entry = entries[at];
    if (!entry) return;
    if (atLeastOne && entries.length === 1) {
      setSaid(words.last(entry.name));
      return;
    }
    refocus.current = codes[at + 1] ?? codes[at - 1];
    setGrabbed(undefined);
    setCurrent(Math.max(0, Math.min(at, entries.length - 2)));
    setSaid(words.removed(entry.name));
    onChange(codes.toSpliced(at, 1));
  };
  const add = (code: number, name: string): void => {
    refocus.current = code;
    setCurrent(entries.length);
    setSaid(words.added(name));
    onChange([...codes, code]);
  };
  const drag = useDrag(listRef, move);

  // After every drawing: the row that was moved keeps the focus, which moving its element drops.
  useLayoutEffect(() => {
    const code = refocus.current;
    if (code === undefined) return;
    refocus.current = undefined;
    listRef.current
      ?.querySelector<HTMLElement>(`[data-code="${code}"] [data-handle]`)
      ?.focus({ preventScroll: true });
  });

  const focusRow = (at: number): void => {
    const to = Math.min(Math.max(0, at), entries.length - 1);
    setCurrent(to);
    listRef.current?.querySelectorAll<HTMLElement>('[data-handle]')[to]?.focus();
  };

  return (
    <>
      <ol ref={listRef} className={`${styles.list} ${changed ? styles.changed : ''}`} aria-label={label}>
        {entries.map((entry, at) => (
          <OrderedRow
            key={entry.code}
            entry={entry}
            side={side}
            place={at}
            of={entries.length}
            helpId={helpId}
            tabStop={at === Math.min(current, entries.length - 1)}
            grabbed={grabbed === entry.code}
            drag={drag.of(at)}
            extra={extra?.(entry)}
            onPointerDown={(event) => drag.start(event, at)}
            wasDragged={drag.wasDragged}
            onFocus={() => setCurrent(at)}
            onFocusMove={(by) => focusRow(by === 'first' ? 0 : by === 'last' ? entries.length - 1 : at + by)}
            onMove={(by) => move(at, at + by)}
            onRemove={() => remove(at)}
            onGrab={(on) => {
              setGrabbed(on ? entry.code : undefined);
              setSaid(on ? words.grabbed(entry.name) : words.dropped(entry.name, at + 1, entries.length));
            }}
          />
        ))}
        {spare.map((entry) => (
          <SpareRow key={entry.code} name={entry.name} onAdd={() => add(entry.code, entry.name)} />
        ))}
      </ol>
      <span id={helpId} hidden>
        {words.help}
      </span>
      <p className={refusal ? styles.refusal : 'spoken'} role="status">
        {said}
      </p>
    </>
  );
}
