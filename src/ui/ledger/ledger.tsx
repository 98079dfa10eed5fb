import { memo, useMemo } from 'react';
import AppWindow from 'lucide-react/icons/app-window';
import Eye from 'lucide-react/icons/eye';
import Globe from 'lucide-react/icons/globe';
import Server from 'lucide-react/icons/server';
import type { LucideIcon } from 'lucide-react';
import type { Observer, Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { ledgerColumns, ledgerRows } from '../../view/ledger.ts';
import type { LedgerCell, LedgerRow } from '../../view/ledger.ts';
import { Icon } from '../icons/icon.tsx';
import { KeyGlyph } from '../icons/key-glyph.tsx';
import { useWords } from '../use-lab.ts';
import styles from './ledger.module.css';

export const observerIcons: Readonly<Record<Observer, LucideIcon>> = {
  browser: AppWindow,
  eavesdropper: Eye,
  server: Server,
};

/** Columns whose names fit into their chips; with more, the names stand once above. */
const mostLabelled = 9;

export interface LedgerProps {
  readonly trace: Trace;
  readonly step: Step;
  /** `foot`: below the panels of the inspector; `tab`: a panel of its own, read downwards. */
  readonly layout: 'foot' | 'tab';
}

/** One row per observer, one chip per secret: dashed until known, ringed in the step it is learned. */
export const Ledger = memo(function Ledger({ trace, step, layout }: LedgerProps) {
  const words = useWords(inspectorWords);
  const columns = useMemo(() => ledgerColumns(trace), [trace]);
  const rows = ledgerRows(trace, step);
  if (layout === 'tab') return <LedgerTab {...{ columns, rows }} />;
  return (
    <section
      className={styles.ledger}
      aria-label={words.ledger.title}
      data-many={columns.length > mostLabelled || undefined}
    >
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.title}>
              {words.ledger.title}
            </th>
            {columns.map(({ id }) => (
              <th key={id} scope="col" className={styles.columnHead}>
                {words.ledger.columns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ observer, cells }) => (
            <tr key={observer}>
              <Who observer={observer} />
              {cells
                .filter(({ state }) => state !== 'unrecorded')
                .map((cell) => (
                  <td key={cell.column.id}>
                    <Chip cell={cell} step={step.index} />
                  </td>
                ))}
              <Unrecorded cells={cells} observer={observer} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

/** Turned by ninety degrees: a row per secret, a column per observer. */
function LedgerTab({
  columns,
  rows,
}: {
  readonly columns: ReturnType<typeof ledgerColumns>;
  readonly rows: ReturnType<typeof ledgerRows>;
}) {
  const words = useWords(inspectorWords);
  return (
    <table className={styles.turned} aria-label={words.ledger.title}>
      <thead>
        <tr>
          <th scope="col">
            <span className="spoken">{words.ledger.title}</span>
          </th>
          {rows.map(({ observer }) => (
            <th key={observer} scope="col">
              <Icon of={observerIcons[observer]} size={14} />
              {observer === 'eavesdropper' ? words.keys.eve : words.parties[observer]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column, i) => (
          <tr key={column.id}>
            <th scope="row">{words.ledger.columns[column.id]}</th>
            {rows.map(({ observer, cells }) => {
              const cell = cells[i];
              return <td key={observer}>{cell && <Chip cell={cell} step={i} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Who({ observer }: { readonly observer: Observer }) {
  const words = useWords(inspectorWords);
  return (
    <th scope="row" className={styles.who}>
      <Icon of={observerIcons[observer]} size={14} />
      {words.parties[observer]}
    </th>
  );
}

/** One cell for all that the peer of a bridge computes: the columns at the right of the hellos. */
function Unrecorded({ cells, observer }: Pick<LedgerRow, 'cells' | 'observer'>) {
  const words = useWords(inspectorWords).ledger;
  const count = cells.filter(({ state }) => state === 'unrecorded').length;
  if (count === 0 || observer === 'eavesdropper') return null;
  return (
    <td colSpan={count} className={styles.unrecorded}>
      {words.unrecorded[observer]}
    </td>
  );
}

function Chip({ cell, step }: { readonly cell: LedgerCell; readonly step: number }) {
  const words = useWords(inspectorWords).ledger;
  const { column, state, learned } = cell;
  const name = words.columns[column.id];
  const without = state === 'unknown' || state === 'unrecorded';
  const tone = state === 'leaked' ? 'leaked' : column.tone;
  return (
    // A new key per step restarts the ring of a chip that is learned in it.
    <span
      key={learned ? step : 'rest'}
      className={`${styles.chip} ${without ? styles.unknown : styles[tone]} ${learned ? styles.learned : ''}`}
    >
      {!without && (column.tone === 'public' ? <Icon of={Globe} size={11} /> : <KeyGlyph />)}
      <span className={styles.label} aria-hidden="true">
        {name}
      </span>
      <span className="spoken">{words.spoken(name, state, learned)}</span>
    </span>
  );
}
