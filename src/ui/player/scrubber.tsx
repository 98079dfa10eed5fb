import { memo, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { announcement } from '../../view/announce.ts';
import { flights } from '../../view/player.ts';
import type { Flight, Tick } from '../../view/player.ts';
import { Seal } from '../icons/seal.tsx';
import { stepOnScreen } from '../../state/store.ts';
import { announcementText, stepName } from '../step-name.ts';
import { useActions, useLabStore, useWords } from '../use-lab.ts';
import styles from './scrubber.module.css';

export interface ScrubberProps {
  readonly trace: Trace;
  readonly step: number;
  /** Segments without flights, for phones. */
  readonly flat: boolean;
  readonly after?: string | undefined;
}

/** A slider over the steps: one tick each, by level, grouped into flights. Press or drag to go there. */
export const Scrubber = memo(function Scrubber({ trace, step, flat, after }: ScrubberProps) {
  const words = useWords(labWords);
  const { setStep } = useActions();
  const store = useLabStore();
  const track = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number>();
  const groups = useMemo(() => flights(trace), [trace]);
  const end = trace.steps.length - 1;
  const current = trace.steps[step];
  if (!current) return null;

  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys may come faster than steps are drawn.
    const at = stepOnScreen(store.getState());
    const to = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageUp: at + 5,
      PageDown: at - 5,
      Home: 0,
      End: end,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setStep(to);
  };
  const onPointer = (event: PointerEvent): void => {
    const index = tickAt(track.current, event.clientX);
    if (index === undefined) return;
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
      setStep(index);
    } else if (event.buttons === 1) setStep(index);
    if (event.pointerType === 'mouse') setHovered(index);
  };
  const named = hovered === undefined ? undefined : trace.steps[hovered];

  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={words.player.scrubber}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={end + 1}
      aria-valuenow={step + 1}
      aria-valuetext={announcementText(announcement(current, trace, after === undefined), words)}
      className={`${styles.track} ${flat ? styles.flat : ''}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onPointerLeave={() => setHovered(undefined)}
    >
      {groups.map((group) => (
        <FlightTicks
          key={`${group.flight}${group.ticks[0]?.index}`}
          group={group}
          step={stepWithin(group, step)}
          flat={flat}
          hovered={group.ticks.some((tick) => tick.index === hovered) ? hovered : undefined}
          name={named && `${named.index + 1}  ${stepName(named, words)}`}
        />
      ))}
      {after !== undefined && (
        <div className={`${styles.flight} ${styles.closed}`}>
          <div className={styles.ticks} />
          {!flat && (
            <span className={styles.name} title={after}>
              {after}
            </span>
          )}
        </div>
      )}
    </div>
  );
});

interface FlightTicksProps {
  readonly group: Flight;
  readonly step: number;
  readonly flat: boolean;
  readonly hovered: number | undefined;
  readonly name: string | undefined;
}

const FlightTicks = memo(function FlightTicks({ group, step, flat, hovered, name }: FlightTicksProps) {
  const { player: words } = useWords(labWords);
  return (
    <div className={styles.flight} style={{ flexGrow: group.ticks.length }}>
      <div className={styles.ticks}>
        {group.ticks.map((tick) => (
          <span
            key={tick.index}
            data-index={tick.index}
            className={`${styles.tick} ${styles[stateOf(tick, step)]} ${styles[tick.kind]}`}
          >
            {flat ? (
              <i className={styles.segment} />
            ) : (
              <i className={styles.dot}>
                <Seal kind={tick.kind} />
              </i>
            )}
            {tick.index === hovered && <span className={styles.tip}>{name}</span>}
          </span>
        ))}
      </div>
      {!flat && (
        <span className={styles.name} title={words.flights[group.flight]}>
          <span className={styles.long}>{words.flights[group.flight]}</span>
          <span className={styles.short}>{words.flightsShort[group.flight]}</span>
        </span>
      )}
    </div>
  );
});

function stateOf(tick: Tick, step: number): 'past' | 'current' | 'future' {
  if (tick.index <= step && step <= tick.to) return 'current';
  return tick.index < step ? 'past' : 'future';
}

/** The step as this flight sees it: the same value for all steps before it and for all after it. */
function stepWithin(group: Flight, step: number): number {
  const from = group.ticks[0]?.index ?? 0;
  return Math.max(from - 1, Math.min(step, (group.ticks.at(-1)?.to ?? from) + 1));
}

function tickAt(track: HTMLElement | null, x: number): number | undefined {
  let best: { index: number; distance: number } | undefined;
  for (const tick of track?.querySelectorAll<HTMLElement>('[data-index]') ?? []) {
    const { left, right } = tick.getBoundingClientRect();
    const distance = Math.abs((left + right) / 2 - x);
    if (!best || distance < best.distance) best = { index: Number(tick.dataset['index']), distance };
  }
  return best?.index;
}
