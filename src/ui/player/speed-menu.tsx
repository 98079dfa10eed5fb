import ChevronDown from 'lucide-react/icons/chevron-down';
import { labWords } from '../../lesson/lab.ts';
import type { Speed } from '../../state/store.ts';
import { Icon } from '../icons/icon.tsx';
import { Menu } from '../primitives/menu.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './speed-menu.module.css';

const speeds: readonly Speed[] = [0.5, 1, 2, 4];

export function SpeedMenu() {
  const { player: words } = useWords(labWords);
  const speed = useLab((state) => state.speed);
  const { setSpeed } = useActions();
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
              onSelect: () => setSpeed(factor),
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
