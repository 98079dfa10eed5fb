import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { ChainItem } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { grouped } from '../../lesson/catalog.ts';
import { configureWords } from '../../lesson/configure.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { trustWords } from '../../lesson/trust.ts';
import { spareItems, toggledItem } from '../../view/chain-editor.ts';
import { moved } from '../../view/configure-lists.ts';
import { type CertificateCard, sentCards, shortHex } from '../../view/trust-certificates.ts';
import { useDrag } from '../configure/use-drag.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './chain-editor.module.css';
import { PageSection } from './page-section.tsx';

/** The Certificate message as a list to edit: drag a row, take one out, put one in. Every change runs again. */
export function ChainEditor({ trace }: { readonly trace: Trace }) {
  const { sent: words } = useWords(trustPageWords);
  const { path } = useWords(trustWords);
  const list = useWords(configureWords).list;
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const rows = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const { sends } = scenario.server;
  const cards = sentCards(trace, 'server');
  const send = (next: readonly ChainItem[]): void => change({ server: { sends: next } });
  const move = (from: number, to: number): void => {
    const next = moved(sends, from, to);
    const item = sends[from];
    if (next === sends || item === undefined) return;
    setSaid(list.moved(words.items[item], to + 1, sends.length));
    send(next);
    requestAnimationFrame(() => rows.current?.querySelectorAll<HTMLElement>('[data-handle]')[to]?.focus());
  };
  const drag = useDrag(rows, move);
  const gap = sends.length === 1 && sends[0] === 'leaf' && !scenario.server.faults.includes('self-signed');

  return (
    <PageSection title={words.title} note={path.sentCount(cards.length)} aside={words.hint}>
      <ol ref={rows} className={styles.list} aria-label={words.list}>
        {sends.map((item, at) => (
          <Entry
            key={item}
            name={words.items[item]}
            place={at}
            card={cards[at]}
            drag={drag.of(at)}
            handle={
              <button
                type="button"
                data-handle
                className={styles.handle}
                aria-label={`${words.items[item]}, ${at + 1} ${list.of(sends.length)}`}
                onPointerDown={(event) => drag.start(event, at)}
                onKeyDown={(event: KeyboardEvent) => {
                  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                  if (by !== 0) move(at, at + by);
                  else if (event.key === 'Delete') send(toggledItem(sends, item));
                  else return;
                  event.preventDefault();
                  event.stopPropagation();
                }}
              >
                <span data-grip>
                  <Icon of={GripVertical} size={13} />
                </span>
              </button>
            }
          >
            <Tool
              icon={ChevronUp}
              label={list.up(words.items[item])}
              onPress={() => move(at, at - 1)}
              off={at === 0}
            />
            <Tool
              icon={ChevronDown}
              label={list.down(words.items[item])}
              onPress={() => move(at, at + 1)}
              off={at === sends.length - 1}
            />
            <Tool
              icon={X}
              label={list.remove(words.items[item])}
              onPress={() => {
                setSaid(list.removed(words.items[item]));
                send(toggledItem(sends, item));
              }}
            />
          </Entry>
        ))}
        {(gap || sends.length === 0) && (
          <li className={`${styles.row} ${styles.gap}`}>
            <span className={styles.index}>[{sends.length}]</span>
            <span>{gap ? words.gap : words.empty}</span>
            <Icon of={X} size={15} />
          </li>
        )}
      </ol>
      <p className={styles.spare}>
        {spareItems(scenario).map((item) => (
          <button
            key={item}
            type="button"
            aria-label={list.add(words.items[item])}
            onClick={() => {
              setSaid(list.added(words.items[item]));
              send(toggledItem(sends, item));
            }}
          >
            <Icon of={Plus} size={12} />
            {words.items[item]}
          </button>
        ))}
      </p>
      <span className="spoken" role="status">
        {said}
      </span>
    </PageSection>
  );
}

interface EntryProps {
  readonly name: string;
  readonly place: number;
  readonly card: CertificateCard | undefined;
  readonly drag: ReturnType<ReturnType<typeof useDrag>['of']>;
  readonly handle: ReactNode;
  readonly children: ReactNode;
}

function Entry({ name, place, card, drag, handle, children }: EntryProps) {
  const { sent: words } = useWords(trustPageWords);
  return (
    <li
      data-code={name}
      className={[
        styles.row,
        drag.dragging ? styles.dragging : '',
        drag.insert === 'before' ? styles.before : drag.insert === 'after' ? styles.after : '',
      ].join(' ')}
      style={drag.dragging ? { transform: `translateY(${drag.offset}px)` } : undefined}
    >
      {handle}
      <span className={styles.index}>[{place}]</span>
      <span className={styles.who}>
        <b>{card?.name ?? name}</b>
        <em>{card ? words.by(card.selfIssued ? words.itself : card.issuer) : name}</em>
      </span>
      <span className={styles.print}>
        {card && (
          <>
            {card.key} · {grouped(card.bytes)} B
            {card.keyId !== undefined && <span>{shortHex(card.keyId)}</span>}
          </>
        )}
      </span>
      <span className={styles.tools}>{children}</span>
    </li>
  );
}

interface ToolProps {
  readonly icon: typeof X;
  readonly label: string;
  readonly off?: boolean;
  readonly onPress: () => void;
}

function Tool({ icon, label, off = false, onPress }: ToolProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={off} onClick={onPress}>
      <Icon of={icon} size={13} />
    </button>
  );
}
