import ChevronDown from 'lucide-react/icons/chevron-down';
import { Icon } from '../icons/icon.tsx';
import { Menu } from '../primitives/menu.tsx';
import styles from './speed-menu.module.css';

export interface SpeedMenuProps<Speed extends number> {
  readonly words: { readonly speed: string; readonly times: (factor: number) => string };
  readonly speeds: readonly Speed[];
  readonly speed: Speed;
  readonly onPick: (speed: Speed) => void;
}

export function SpeedMenu<Speed extends number>({ words, speeds, speed, onPick }: SpeedMenuProps<Speed>) {
  return (
    <span className={styles.place}>
      <Menu
        label={words.speed}
        align="start"
        narrow
        sections={[
          {
            items: speeds.map((factor) => ({
              id: String(factor),
              label: words.times(factor),
              checked: factor === speed,
              onSelect: () => onPick(factor),
            })),
          },
        ]}
        renderTrigger={(props) => (
          <button
            type="button"
            className={styles.speed}
            aria-label={`${words.speed} ${words.times(speed)}`}
            {...props}
          >
            {words.times(speed)}
            <Icon of={ChevronDown} size={12} />
          </button>
        )}
      />
    </span>
  );
}
