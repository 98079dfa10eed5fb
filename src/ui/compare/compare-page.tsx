import { useMemo, useState } from 'react';
import { compareWords } from '../../lesson/compare.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import type { Trace } from '../../lab/trace.ts';
import { differencesBetween } from '../../view/compare/differences.ts';
import type { Difference } from '../../view/compare/differences.ts';
import { timeLadders } from '../../view/compare/layout.ts';
import { arrivedBy, trackOf } from '../../view/compare/playback.ts';
import { scheduleOf } from '../../view/compare/schedule.ts';
import { negotiatedNames } from '../../view/negotiated.ts';
import { BarControls } from '../app-shell/bar-controls.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, usePageView, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { Axis } from './axis.tsx';
import { ComparePlayer } from './compare-player.tsx';
import { DifferenceList } from './difference-list.tsx';
import { geometries } from './geometry.ts';
import { LatencySlider } from './latency-slider.tsx';
import { Legend } from './legend.tsx';
import { RunPicker } from './run-picker.tsx';
import { Sums } from './sums.tsx';
import { TimeLadder } from './time-ladder.tsx';
import { useClock } from './use-clock.ts';
import { useRun } from './use-run.ts';
import styles from './compare.module.css';

type Side = 'left' | 'right';

/** Two runs on one clock, and what is different between them. */
export function ComparePage() {
  const words = useWords(compareWords);
  const view = usePageView('compare');
  const viewport = useViewport();
  const left = useRun(view.left);
  const right = useRun(view.right);
  const inBar = viewport === 'wide' || viewport === 'narrow';
  const problem = left.problem ?? right.problem;
  return (
    <main tabIndex={-1} className={styles.page}>
      <h1 className="spoken">{words.title}</h1>
      {inBar ? (
        <BarControls>
          <LatencySlider />
        </BarControls>
      ) : (
        <LatencySlider />
      )}
      {left.trace && right.trace ? (
        <Comparison left={left.trace} right={right.trace} both={inBar} geometry={geometries[viewport]} />
      ) : (
        <p className={styles.waiting} role="status">
          {problem === undefined ? words.running : words.broken(problem)}
        </p>
      )}
    </main>
  );
}

interface ComparisonProps {
  readonly left: Trace;
  readonly right: Trace;
  /** Both ladders side by side; otherwise one of them, with a switch. */
  readonly both: boolean;
  readonly geometry: (typeof geometries)[keyof typeof geometries];
}

function Comparison({ left, right, both, geometry }: ComparisonProps) {
  const words = useWords(compareWords);
  const { names } = useWords(scenarioWords);
  const view = usePageView('compare');
  const { setView } = useActions();
  const [side, setSide] = useState<Side>('left');
  const [pointed, setPointed] = useState<Difference>();
  const schedules = useMemo(() => [scheduleOf(left), scheduleOf(right)] as const, [left, right]);
  const differences = useMemo(() => differencesBetween(left, right), [left, right]);
  const ladders = useMemo(() => timeLadders(schedules, view.latency), [schedules, view.latency]);
  const tracks = useMemo(() => ladders.runs.map(trackOf), [ladders]);
  const clock = useClock(ladders.bands.at(-1)?.instant ?? 0, view.latency);
  const { at } = clock;
  const runs = [
    { side: 'left', trace: left, step: pointed?.before?.step, label: words.left },
    { side: 'right', trace: right, step: pointed?.after?.step, label: words.right },
  ] as const;
  const nameOf = (trace: Trace): string => names[trace.scenario.preset];
  const versions = shortNames(left, right);
  const titles = versions ?? [nameOf(left), nameOf(right)];

  return (
    <>
      <div className={styles.ladders}>
        {!both && (
          <Segmented
            label={words.which}
            segments={[
              { id: 'left', label: titles[0] },
              { id: 'right', label: titles[1] },
            ]}
            selected={side}
            onSelect={setSide}
            className={styles.switch}
          />
        )}
        <div className={styles.scroller}>
          <div className={styles.heads}>
            <span aria-hidden="true" />
            {runs.map(
              (run, index) =>
                (both || run.side === side) && (
                  <div key={run.side} className={styles.head} style={{ width: geometry.width }}>
                    <RunPicker
                      label={run.label}
                      scenario={view[run.side]}
                      onPick={(scenario) => setView('compare', { [run.side]: scenario })}
                    />
                    <small>{negotiatedNames(run.trace.negotiated).slice(1).map(short).join(' · ')}</small>
                    <svg width={geometry.width} height="18" aria-hidden="true" className={styles.parties}>
                      <text x={geometry.left} y="14" textAnchor="middle">
                        {words.parties.browser}
                      </text>
                      <text x={geometry.right} y="14" textAnchor="middle">
                        {words.parties.server}
                      </text>
                    </svg>
                    <span className="spoken">{titles[index]}</span>
                  </div>
                ),
            )}
          </div>
          <div className={styles.body}>
            <Axis
              bands={ladders.bands}
              height={ladders.height}
              latency={view.latency}
              at={at < clock.end ? at : undefined}
            />
            {runs.map(
              (run, index) =>
                (both || run.side === side) && (
                  <TimeLadder
                    key={run.side}
                    name={run.label}
                    crossings={ladders.runs[index] ?? []}
                    bands={ladders.bands}
                    height={ladders.height}
                    latency={view.latency}
                    at={at}
                    geometry={geometry}
                    firstData={schedules[index]?.firstData}
                    otherFirstData={schedules[1 - index]?.firstData}
                    marked={new Set(run.step === undefined ? [] : [run.step])}
                  />
                ),
            )}
          </div>
        </div>
        <Legend />
      </div>
      <aside aria-label={words.sums.title} className={styles.changes}>
        <p className={styles.eyebrow}>
          <b>{words.sums.title}</b> {words.sums.between(titles[0] ?? '', titles[1] ?? '')}
        </p>
        <Sums
          names={versions ?? [words.sums.left, words.sums.right]}
          traces={[left, right]}
          schedules={schedules}
          latency={view.latency}
        />
        <DifferenceList groups={differences} onPoint={setPointed} />
        <p className={styles.note}>{words.sums.note}</p>
      </aside>
      <ComparePlayer
        clock={clock}
        latency={view.latency}
        runs={ladders.runs.map((crossings, index) => ({
          name: titles[index] ?? '',
          track: tracks[index] ?? { marks: [], end: 0 },
          arrived: arrivedBy(crossings, at),
          of: crossings.length,
        }))}
      />
    </>
  );
}

/** '1.2' and '1.3' where the versions tell the runs apart. */
function shortNames(left: Trace, right: Trace): readonly [string, string] | undefined {
  const version = ({ negotiated }: Trace): number | undefined => negotiated.version;
  const number = (trace: Trace): string => `1.${(version(trace) ?? 0) - 0x0301}`;
  if (version(left) !== undefined && version(right) !== undefined && version(left) !== version(right))
    return [number(left), number(right)];
  return undefined;
}

/** 'AES_128_GCM_SHA256': what both versions have in a suite's name. */
function short(name: string): string {
  return name.replace(/^TLS_(?:.*WITH_)?/, '');
}
