import ChevronFirst from 'lucide-react/icons/chevron-first';
import ChevronLast from 'lucide-react/icons/chevron-last';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { Icon } from '../icons/icon.tsx';
import { IconButton } from '../primitives/button.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { Hints } from './hints.tsx';
import { Scrubber } from './scrubber.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { usePlayback } from './use-playback.ts';
import styles from './player.module.css';

/** First, previous, play, next, last; speed; where we are; the scrubber. */
export function Player({ trace }: { readonly trace: Trace }) {
  const { player: words } = useWords(labWords);
  const step = useLab((state) => state.step);
  const playing = useLab((state) => state.playing);
  const { first, previous, next, last, play, pause } = useActions();
  const phone = useViewport() === 'phone';
  const end = trace.steps.length - 1;
  usePlayback(trace);

  return (
    <footer className={styles.player} aria-label={words.label}>
      <div className={styles.buttons}>
        <IconButton
          className={styles.ends}
          icon={ChevronFirst}
          iconSize={18}
          label={words.first}
          shortcut="Home"
          tip="above-start"
          disabled={step === 0}
          onClick={first}
        />
        <IconButton
          className={styles.step}
          icon={ChevronLeft}
          iconSize={18}
          label={words.previous}
          shortcut="←"
          tip="above"
          disabled={step === 0}
          onClick={previous}
        />
        <button
          type="button"
          className={styles.play}
          aria-label={playing ? words.pause : words.play}
          aria-keyshortcuts="Space"
          onClick={playing ? pause : play}
        >
          <Icon of={playing ? Pause : Play} />
        </button>
        <IconButton
          className={styles.step}
          icon={ChevronRight}
          iconSize={18}
          label={words.next}
          shortcut="→"
          tip="above"
          disabled={step === end}
          onClick={next}
        />
        <IconButton
          className={styles.ends}
          icon={ChevronLast}
          iconSize={18}
          label={words.last}
          shortcut="End"
          tip="above"
          disabled={step === end}
          onClick={last}
        />
      </div>
      <SpeedMenu />
      <p className={styles.position}>
        <span className="spoken">{words.position(step + 1, end + 1)}</span>
        <b aria-hidden="true">
          {step + 1}
          <i>/{end + 1}</i>
        </b>
      </p>
      <Scrubber trace={trace} step={step} flat={phone} />
      <Hints />
    </footer>
  );
}
