import { memo } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { type Speed, stepOnScreen } from '../../state/store.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { Hints } from './hints.tsx';
import { Scrubber } from './scrubber.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { Transport } from './transport.tsx';
import { usePlayback } from './use-playback.ts';
import styles from './player.module.css';

const speeds: readonly Speed[] = [0.5, 1, 2, 4];

export interface PlayerProps {
  readonly trace: Trace;
  /** Said where the steps end before the run does. */
  readonly after?: string | undefined;
}

/** First, previous, play, next, last; speed; where we are; the scrubber. */
export function Player({ trace, after }: PlayerProps) {
  const { player: words } = useWords(labWords);
  // Where we are, the ladder has marked by then.
  const step = Math.min(useAfterPaint(useLab(stepOnScreen)), trace.steps.length - 1);
  const playing = useLab((state) => state.playing);
  const { first, previous, next, last, play, pause } = useActions();
  const phone = useViewport() === 'phone';
  const end = trace.steps.length - 1;
  usePlayback(trace);

  return (
    <footer className={styles.player} aria-label={words.label}>
      <Transport
        words={words}
        atStart={step === 0}
        atEnd={step === end}
        playing={playing}
        onFirst={first}
        onPrevious={previous}
        onPlay={playing ? pause : play}
        onNext={next}
        onLast={last}
      />
      <SpeedOfPlay />
      <p className={styles.position}>
        <span className="spoken">{words.position(step + 1, after === undefined ? end + 1 : undefined)}</span>
        <b aria-hidden="true">
          {step + 1}
          <i>/{after === undefined ? end + 1 : '…'}</i>
        </b>
      </p>
      <Scrubber trace={trace} step={step} flat={phone} after={after} />
      <Hints />
    </footer>
  );
}

const SpeedOfPlay = memo(function SpeedOfPlay() {
  const { player: words } = useWords(labWords);
  const speed = useLab((state) => state.speed);
  const { setSpeed } = useActions();
  return <SpeedMenu words={words} speeds={speeds} speed={speed} onPick={setSpeed} />;
});
