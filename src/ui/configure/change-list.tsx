import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import { configureWords } from '../../lesson/configure.ts';
import { revertChange } from '../../view/configure-changes.ts';
import { Icon } from '../icons/icon.tsx';
import { phone, useMedia } from '../inspector/use-media.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import type { Changes } from './use-sheet.ts';
import styles from './configure.module.css';

/** More chips than this would take a third line. */
const lines = { wide: 6, phone: 2 };

/** What differs from the scenario; each chip takes its change back. */
export function ChangeList({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { replaceScenario } = useActions();
  const scenario = useLab((state) => state.scenario);
  const [all, setAll] = useState(false);
  const most = useMedia(phone) ? lines.phone : lines.wide;
  const list = useRef<HTMLUListElement>(null);
  const { chips, preset } = changes;
  const hidden = all || chips.length <= most + 1 ? 0 : chips.length - most;

  return (
    <div className={styles.changes} role="group" aria-label={words.changeList}>
      <b tabIndex={-1}>{words.changes(chips.length)}</b>
      {chips.length === 0 && <span>{words.asInScenario}</span>}
      <ul ref={list}>
        {chips.slice(0, chips.length - hidden).map((chip, at) => {
          const text = words.change(chip.path, chip.form);
          return (
            <li key={chip.path} className={styles.changeChip}>
              {text}
              <button
                type="button"
                aria-label={words.removeChange(text)}
                onClick={() => {
                  replaceScenario(revertChange(scenario, preset, chip.path, Date.now()));
                  // The pressed button goes away with its chip: the focus goes to a neighbour.
                  const buttons = list.current?.querySelectorAll<HTMLElement>('li button');
                  const neighbour =
                    buttons?.[at + 1] ?? buttons?.[at - 1] ?? list.current?.parentElement?.querySelector('b');
                  neighbour?.focus();
                }}
              >
                <Icon of={X} size={12} />
              </button>
            </li>
          );
        })}
        {chips.length > most + 1 && (
          <li>
            <button type="button" className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? words.fewer : words.more(hidden)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
