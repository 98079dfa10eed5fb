import Flag from 'lucide-react/icons/flag';
import { useEffect } from 'react';
import { compareWords } from '../../lesson/compare.ts';
import { labWords } from '../../lesson/lab.ts';
import type { Track } from '../../view/compare/playback.ts';
import { stopAfter, stopBefore } from '../../view/compare/playback.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { SpeedMenu } from '../player/speed-menu.tsx';
import { Transport } from '../player/transport.tsx';
import { useWords } from '../use-lab.ts';
import { speeds, type Clock } from './use-clock.ts';
import hintStyles from '../player/hints.module.css';
import playerStyles from '../player/player.module.css';
import styles from './compare-player.module.css';

export interface ComparePlayerProps {
  readonly clock: Clock;
  readonly latency: number;
  readonly runs: readonly {
    readonly name: string;
    readonly track: Track;
    /** Messages that have arrived by now, of how many. */
    readonly arrived: number;
    readonly of: number;
  }[];
}

/** Both runs on one clock: play, pause, go from instant to instant, and drag. */
export function ComparePlayer({ clock, latency, runs }: ComparePlayerProps) {
  const words = useWords(compareWords);
  const { player } = useWords(labWords);
  const { at, end, playing, speed, goTo, toggle, setSpeed } = clock;
  useKeys(clock);
  const now =
    latency === 0 ? words.player.order(at, end) : words.milliseconds(Math.round((at * latency) / 2));

  return (
    <section className={`${playerStyles.player} ${styles.player}`} aria-label={words.player.label}>
      <Transport
        words={{ ...player, ...words.player.transport }}
        atStart={at === 0}
        atEnd={at === end}
        playing={playing}
        onFirst={() => goTo(0)}
        onPrevious={() => goTo(stopBefore(at))}
        onPlay={toggle}
        onNext={() => goTo(stopAfter(at, end))}
        onLast={() => goTo(end)}
      />
      <SpeedMenu words={player} speeds={speeds} speed={speed} onPick={setSpeed} />
      <output className={styles.now} aria-hidden="true">
        {now}
      </output>
      <div className={styles.tracks}>
        <input
          type="range"
          aria-label={words.player.clock}
          aria-valuetext={words.player.state(now, runs)}
          min={0}
          max={end}
          step={0.05}
          value={at}
          onChange={({ currentTarget: { value } }) => goTo(Number(value))}
        />
        {runs.map(({ name, track }, i) => (
          <div key={i} className={styles.track} aria-hidden="true">
            <span>{name}</span>
            <TrackLine track={track} at={at} end={end} />
          </div>
        ))}
      </div>
      <p className={hintStyles.hints} aria-hidden="true">
        <span>
          <kbd>←</kbd>
          <kbd>→</kbd> {words.player.hintStep}
        </span>
        <span>
          <kbd>{player.space}</kbd> {words.player.hintPlay}
        </span>
      </p>
    </section>
  );
}

function TrackLine({ track, at, end }: { readonly track: Track; readonly at: number; readonly end: number }) {
  const left = (instant: number): string => `${(100 * instant) / Math.max(1, end)}%`;
  return (
    <div className={styles.line}>
      <i style={{ width: left(track.end) }} />
      <i className={styles.done} style={{ width: left(Math.min(at, track.end)) }} />
      <b style={{ left: left(at) }} />
      {track.marks.map(({ instant, kind }) => (
        <em key={instant} data-ahead={instant > at} style={{ left: left(instant) }}>
          <Seal kind={kind} />
        </em>
      ))}
      <em data-ahead={track.end > at} style={{ left: left(track.end) }}>
        <Icon of={Flag} size={13} />
      </em>
    </div>
  );
}

/** The same keys as for one run, wherever the focus is; what the focused element needs itself comes first. */
function useKeys({ onKey }: Clock): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]')) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('select, textarea, [role=menu], [popover]')) return;
      const own = target.closest('input');
      if (own !== null && (own.type !== 'range' || !own.closest('section'))) return;
      if (event.key === ' ' && target.closest('button, a, summary')) return;
      if (onKey(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onKey]);
}
