import { memo } from 'react';
import BookOpen from 'lucide-react/icons/book-open';
import Check from 'lucide-react/icons/check';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDot from 'lucide-react/icons/circle-dot';
import CircleX from 'lucide-react/icons/circle-x';
import Clock from 'lucide-react/icons/clock';
import Minus from 'lucide-react/icons/minus';
import Play from 'lucide-react/icons/play';
import Radio from 'lucide-react/icons/radio';
import { suiteScenario } from '../../lab/suite-scenario.ts';
import { suitesWords } from '../../lesson/suites.ts';
import type { SuiteRow } from '../../view/suites/rows.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './suite-table.module.css';

const icons = { recommended: CircleCheck, special: CircleDot, legacy: Clock, broken: CircleX, signal: Radio };

export interface SuiteTableRowProps {
  readonly row: SuiteRow;
  readonly selected: boolean;
  /** Its buttons take part in the order of Tab. */
  readonly reachable: boolean;
  readonly onSelect: (code: number) => void;
}

export const SuiteTableRow = memo(function SuiteTableRow({
  row,
  selected,
  reachable,
  onSelect,
}: SuiteTableRowProps) {
  const words = useWords(suitesWords);
  const { openInLab } = useActions();
  const { code, name, anatomy, status, whyNot } = row;
  const tabIndex = reachable ? 0 : -1;
  const [first] = row.weaknesses;
  const run = (): void => {
    const scenario = suiteScenario(code);
    if (scenario) openInLab(scenario);
  };
  return (
    // The press anywhere in the row is a convenience on top of the name, which is a button.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      data-selected={selected || undefined}
      className={`${styles.row} ${styles[status] ?? ''} ${selected ? styles.selected : ''}`}
      onClick={() => onSelect(code)}
    >
      <span role="cell" className={styles.code}>
        {row.codeText}
      </span>
      <span role="rowheader" className={styles.name}>
        <button
          type="button"
          data-code={code}
          tabIndex={tabIndex}
          aria-current={selected ? 'true' : undefined}
        >
          {name.split('_').map((word, index) => (
            <span key={index}>
              {index > 0 && '_'}
              {index > 0 && <wbr />}
              {word}
            </span>
          ))}
        </button>
      </span>
      <span role="cell" className={styles.wide}>
        {words.versions.name(...row.versions)}
      </span>
      <Mark on={anatomy.forwardSecrecy} className={styles.wide} />
      <Mark on={anatomy.aead} className={styles.wide} />
      <Mark on={row.registered.recommended === 'yes'} className={styles.widest} />
      <span role="cell" className={styles.status}>
        <Icon of={icons[status]} size={14} />
        <span>{words.status[status]}</span>
      </span>
      <span role="cell" className={`${styles.note} ${styles.widest}`}>
        {first && words.weaknesses.text[first.id].note}
      </span>
      <span role="cell" className={styles.action}>
        {whyNot === undefined ? (
          <button
            type="button"
            tabIndex={tabIndex}
            className={styles.run}
            aria-label={words.table.runSuite(name)}
            onClick={run}
          >
            <Icon of={Play} size={11} />
          </button>
        ) : (
          <button
            type="button"
            tabIndex={tabIndex}
            className={styles.why}
            aria-label={words.table.whySuite(name)}
          >
            <Icon of={BookOpen} size={15} />
          </button>
        )}
      </span>
    </div>
  );
});

function Mark({ on, className }: { readonly on: boolean; readonly className: string | undefined }) {
  const { table: words } = useWords(suitesWords);
  return (
    <span role="cell" className={className}>
      <Icon of={on ? Check : Minus} size={14} className={on ? undefined : styles.no} />
      <span className="spoken">{on ? words.yes : words.no}</span>
    </span>
  );
}
