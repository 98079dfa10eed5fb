import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** How one row is drawn while a row of its list is dragged. */
export interface RowDrag {
  readonly dragging: boolean;
  /** Pixels from its place. */
  readonly offset: number;
  readonly insert: 'before' | 'after' | undefined;
}

interface Dragged {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const still: RowDrag = { dragging: false, offset: 0, insert: undefined };
/** Shorter ways are a click. */
const threshold = 4;

/**
 * Dragging the rows of a list by pointer. A mouse drags the whole row; a finger only its grip, so
 * that the page can still be scrolled. Escape puts the row back.
 */
export function useDrag(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<Dragged>();
  const justDragged = useRef(false);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const start = (event: PointerEvent<HTMLElement>, from: number): void => {
    if (event.button !== 0 || (event.pointerType !== 'mouse' && !onGrip(event.target))) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-code]') ?? [])].map((row) =>
      row.getBoundingClientRect(),
    );
    const startY = event.clientY;
    let latest: Dragged | undefined;
    justDragged.current = false;

    const follow = (at: globalThis.PointerEvent): void => {
      const offset = at.clientY - startY;
      if (!latest && Math.abs(offset) < threshold) return;
      latest = { from, to: placeAt(rows, at.clientY), offset };
      setDragged(latest);
    };
    const end = (take: boolean): void => {
      stop.current = undefined;
      controller.abort();
      setDragged(undefined);
      if (!latest) return;
      justDragged.current = true;
      if (take) onMove(latest.from, latest.to);
    };
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = () => end(false);
    window.addEventListener('pointermove', follow, { signal });
    window.addEventListener('pointerup', () => end(true), { signal });
    window.addEventListener('pointercancel', () => end(false), { signal });
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        end(false);
      },
      { signal, capture: true },
    );
  };

  const of = (at: number): RowDrag => {
    if (!dragged) return still;
    if (dragged.from === at) return { dragging: true, offset: dragged.offset, insert: undefined };
    if (dragged.to !== at) return still;
    return { dragging: false, offset: 0, insert: dragged.to < dragged.from ? 'before' : 'after' };
  };

  /** Whether the click that just came belongs to a drag; asking forgets it. */
  const wasDragged = (): boolean => {
    const was = justDragged.current;
    justDragged.current = false;
    return was;
  };

  return { start, of, wasDragged };
}

function onGrip(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-grip]') !== null;
}

function placeAt(rows: readonly DOMRect[], y: number): number {
  const at = rows.findIndex((row) => y < row.bottom);
  return at < 0 ? rows.length - 1 : at;
}
