import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import ChevronsDownUp from 'lucide-react/icons/chevrons-down-up';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { stepOnScreen } from '../../state/store.ts';
import { ladderRows } from '../../view/ladder.ts';
import type { LadderRow } from '../../view/ladder.ts';
import { Icon } from '../icons/icon.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import type { Viewport } from '../use-viewport.ts';
import { Heads } from './heads.tsx';
import { LocalRowItem, MessageRowItem, OptionalRowItem, UnreadRowItem } from './ladder-row.tsx';
import type { RowState } from './ladder-row.tsx';
import { Connections } from './connections.tsx';
import { Legend } from './legend.tsx';
import { bandOf, metricsFor, totalHeight, windowOf } from './metrics.ts';
import type { LadderLayout, Metrics } from './metrics.ts';
import { useHeight } from './use-height.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import { useWireDraw } from './use-wire-draw.ts';
import { Awaited, late } from '../late/late.tsx';
import styles from './ladder.module.css';

const StepList = late(() => import('./step-list.tsx').then((module) => module.StepList));

/** What is said behind the last row, with the space around it. */
const afterHeight = 90;

const layouts: Readonly<Record<Viewport, LadderLayout>> = {
  wide: 'gutters',
  narrow: 'folded',
  tablet: 'gutters',
  phone: 'phone',
};

export interface LadderProps {
  readonly trace: Trace;
  /** As a plain list of steps, beside a tab that needs the room; only where there are two columns. */
  readonly folded: boolean;
  /** With Mallory on the wire in place of the eavesdropper. */
  readonly attack?: boolean;
  /** Ids of the steps whose rows are wanted; a lesson shows no others. */
  readonly only?: readonly string[] | undefined;
  /** Said where the rows end before the run does. */
  readonly after?: string | undefined;
}

/** Every message and every piece of work of the run, top to bottom. */
export function Ladder({ trace, folded, attack = false, only, after }: LadderProps) {
  const viewport = useViewport();
  const twoColumns = viewport === 'wide' || viewport === 'narrow';
  return folded && twoColumns ? (
    <Awaited part={StepList}>
      <StepList trace={trace} />
    </Awaited>
  ) : (
    <FullLadder trace={trace} viewport={viewport} attack={attack} only={only} after={after} />
  );
}

interface FullLadderProps {
  readonly trace: Trace;
  readonly viewport: Viewport;
  readonly attack: boolean;
  readonly only?: readonly string[] | undefined;
  readonly after?: string | undefined;
}

/** A key moves the band at once; everything else is drawn a frame later. */
function FullLadder(props: FullLadderProps) {
  const { trace } = props;
  const index = useLab(stepOnScreen);
  const now = useMemo(() => ({ trace, index }), [trace, index]);
  const painted = useAfterPaint(now);
  return <StepLadder {...props} index={painted.trace === trace ? painted.index : index} />;
}

const StepLadder = memo(function StepLadder({
  trace,
  index,
  viewport,
  attack,
  only,
  after,
}: FullLadderProps & { readonly index: number }) {
  const words = useWords(labWords);
  const [expanded, setExpanded] = useState(false);
  const { attach, element: scroller, height: available } = useHeight();
  const layout = layouts[viewport];
  const folds = viewport === 'tablet' || viewport === 'phone';
  const shortens = folds && !only && after === undefined;

  const all = useMemo(
    () =>
      ladderRows(trace).filter((row) =>
        only ? 'index' in row && only.includes(row.id) : layout !== 'phone' || 'index' in row,
      ),
    [trace, layout, only],
  );
  const rows = useMemo(
    () => (shortens && !expanded ? windowOf(all, index, viewport === 'phone' ? 5 : 6) : all),
    [all, shortens, expanded, index, viewport],
  );
  const room = available - (after === undefined ? 0 : afterHeight);
  const metrics = useMemo(() => metricsFor(layout, all, folds ? 0 : room), [layout, all, folds, room]);
  const step = trace.steps[index];
  const scrolls = !folds && available > 0 && totalHeight(all, metrics) > room;
  useKeepInView(scroller, rows, index, metrics, scrolls || expanded);

  if (!step) return null;
  return (
    <section
      className={`${styles.ladder} ${styles[viewport]}`}
      aria-label={words.ladder.label}
      data-expanded={expanded || undefined}
    >
      <Heads step={step} viewport={viewport} attack={attack} />
      {after === undefined && <Connections />}
      <div ref={attach} className={`${styles.scroller} ${scrolls ? styles.fades : ''}`}>
        <Rows {...{ rows, scroller, trace, index, metrics, layout, attack, after }} />
      </div>
      {shortens && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          <Icon of={expanded ? ChevronsDownUp : ChevronsUpDown} size={14} />
          {expanded ? words.ladder.fewer : words.ladder.all(trace.steps.length)}
        </button>
      )}
      {!folds && (
        <Legend
          short={viewport === 'narrow'}
          early={trace.negotiated.earlyData !== undefined}
          tls12={trace.negotiated.version === 0x0303}
        />
      )}
    </section>
  );
});

interface RowsProps {
  readonly rows: readonly LadderRow[];
  readonly scroller: HTMLElement | undefined;
  readonly trace: Trace;
  readonly index: number;
  readonly metrics: Metrics;
  readonly layout: LadderLayout;
  readonly attack: boolean;
  readonly after: string | undefined;
}

function Rows({ rows, scroller, trace, index, metrics, layout, attack, after }: RowsProps) {
  const words = useWords(labWords);
  const eve = useLab((state) => state.eve) && !attack;
  const added = useLab((state) => state.addedSteps);
  const { setStep, next, previous } = useActions();
  const draw = useWireDraw(trace, index);
  const list = useRef<HTMLOListElement>(null);
  const inSight = useRowsInSight(scroller, rows, index, metrics);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (event.key === 'ArrowDown') next();
    else previous();
  };
  // The focus goes with the current row.
  useLayoutEffect(() => {
    if (list.current?.contains(document.activeElement))
      list.current.querySelector<HTMLElement>(`[data-step="${index}"]`)?.focus();
  }, [index]);

  return (
    <div
      className={styles.rows}
      data-layout={layout}
      data-attack={attack || undefined}
      style={heights(metrics)}
    >
      <Band rows={rows} drawn={index} metrics={metrics} />
      <i className={`${styles.life} ${styles.browserLife}`} />
      <i className={`${styles.life} ${styles.serverLife}`} />
      {(eve || attack) && <i className={styles.tap} />}
      {/* Keys come from the row that has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        ref={list}
        aria-label={words.ladder.steps}
        onKeyDown={onKeyDown}
        style={{ paddingTop: inSight.above, paddingBottom: inSight.below }}
      >
        {inSight.rows.map((row) => {
          const state = stateOf(row, index);
          if (row.kind === 'unread') return <UnreadRowItem key={row.id} row={row} layout={layout} />;
          if (row.kind === 'optional') return <OptionalRowItem key={row.id} row={row} state={state} />;
          const common = { state, layout, added: added.includes(row.id), onSelect: setStep };
          if (row.kind === 'local') return <LocalRowItem key={row.id} row={row} {...common} />;
          return (
            <MessageRowItem
              key={row.id}
              row={row}
              {...common}
              eve={eve}
              attack={attack}
              draw={row.index === index ? draw : 0}
            />
          );
        })}
      </ol>
      {after !== undefined && <p className={styles.after}>{after}</p>}
    </div>
  );
}

interface BandProps {
  readonly rows: readonly LadderRow[];
  /** The step that the rows show. */
  readonly drawn: number;
  readonly metrics: Metrics;
}

/** Before it is scaled to its row. */
const bandHeight = 100;

/** Behind the current row. It has a layer of its own and changes nothing but its transform, which costs next to nothing. */
function Band({ rows, drawn, metrics }: BandProps) {
  const current = useLab(stepOnScreen);
  const isHere = rows.some((row) => 'index' in row && row.index === current);
  const { top, height } = bandOf(rows, isHere ? current : drawn, metrics);
  const transform = `translateY(${top}px) scaleY(${height / bandHeight})`;
  return <div className={styles.band} style={{ height: bandHeight, transform }} />;
}

function stateOf(row: LadderRow, current: number): RowState {
  if (!('index' in row)) return row.before <= current ? 'past' : 'future';
  if (row.index === current) return 'current';
  return row.index < current ? 'past' : 'future';
}

function heights(metrics: Metrics): CSSProperties {
  const variables = {
    '--h-message': `${metrics.message}px`,
    '--h-noted': `${metrics.noted}px`,
    '--h-local': `${metrics.local}px`,
    '--h-optional': `${metrics.optional}px`,
    '--h-small': `${metrics.small}px`,
    '--h-current': `${metrics.current}px`,
  };
  return variables as CSSProperties;
}

/** Scrolls so that the current row has its neighbours around it. */
function useKeepInView(
  box: HTMLElement | undefined,
  rows: readonly LadderRow[],
  index: number,
  metrics: Metrics,
  scrolls: boolean,
): void {
  useEffect(() => {
    if (!box || !scrolls) return;
    const band = bandOf(rows, index, metrics);
    const room = 96;
    if (band.top - room < box.scrollTop) box.scrollTo({ top: band.top - room });
    else if (band.top + band.height + room > box.scrollTop + box.clientHeight)
      box.scrollTo({ top: band.top + band.height + room - box.clientHeight });
  }, [box, rows, index, metrics, scrolls]);
}
