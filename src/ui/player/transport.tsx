import { memo } from 'react';
import ChevronFirst from 'lucide-react/icons/chevron-first';
import ChevronLast from 'lucide-react/icons/chevron-last';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import { Icon } from '../icons/icon.tsx';
import { IconButton } from '../primitives/button.tsx';
import styles from './player.module.css';

export interface TransportProps {
  readonly words: Readonly<Record<'first' | 'previous' | 'play' | 'pause' | 'next' | 'last', string>>;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly playing: boolean;
  readonly onFirst: () => void;
  readonly onPrevious: () => void;
  readonly onPlay: () => void;
  readonly onNext: () => void;
  readonly onLast: () => void;
}

/** First, previous, play or pause, next, last. */
export const Transport = memo(function Transport({
  words,
  atStart,
  atEnd,
  playing,
  onFirst,
  onPrevious,
  onPlay,
  onNext,
  onLast,
}: TransportProps) {
  return (
    <div className={styles.buttons}>
      <IconButton
        className={styles.ends}
        icon={ChevronFirst}
        iconSize={18}
        label={words.first}
        shortcut="Home"
        tip="above-start"
        disabled={atStart}
        onClick={onFirst}
      />
      <IconButton
        className={styles.step}
        icon={ChevronLeft}
        iconSize={18}
        label={words.previous}
        shortcut="←"
        tip="above"
        disabled={atStart}
        onClick={onPrevious}
      />
      <button
        type="button"
        className={styles.play}
        aria-label={playing ? words.pause : words.play}
        aria-keyshortcuts="Space"
        onClick={onPlay}
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
        disabled={atEnd}
        onClick={onNext}
      />
      <IconButton
        className={styles.ends}
        icon={ChevronLast}
        iconSize={18}
        label={words.last}
        shortcut="End"
        tip="above"
        disabled={atEnd}
        onClick={onLast}
      />
    </div>
  );
});
