import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { useStore } from 'zustand';
import { presets } from '../../lab/presets.ts';
import type { Trace } from '../../lab/trace.ts';
import { learnWords } from '../../lesson/learn.ts';
import { factsOf } from '../../lesson/lessons/facts.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import type { Change, LessonPart, PartWords, ShownRun } from '../../lesson/lessons/model.ts';
import type { LabStore } from '../../state/store.ts';
import { changesBetween } from '../../view/changes.ts';
import { Icon } from '../icons/icon.tsx';
import { InspectorPanels } from '../inspector/inspector-panels.tsx';
import { narrow, useMedia } from '../inspector/use-media.ts';
import { Ladder } from '../ladder/ladder.tsx';
import { Button } from '../primitives/button.tsx';
import { LabContext, useActions, useWords } from '../use-lab.ts';
import { Awaited, late } from '../late/late.tsx';
import styles from './learn.module.css';

const GraphPanel = late(() => import('./graph-panel.tsx').then(({ GraphPanel: panel }) => panel));

/** Of the run, for texts that lead there. */
export const liveId = 'live-example';

export interface LiveRunProps {
  readonly store: LabStore;
  /** The newest run of the part. */
  readonly trace: Trace | undefined;
  readonly part: ShownRun;
  /** The one thing of the run that can be changed. */
  readonly form?: ReactNode;
  /** What is covered until the learner has decided, and the way to lift it. */
  readonly cover?: { readonly of: 'run' | 'panels'; readonly onLift: () => void } | undefined;
  /** Called with every run that is shown. */
  readonly onRun?: (trace: Trace) => void;
}

/** A run, cut to what it is about. */
export function LiveRun({ store, trace, part, form, cover, onRun }: LiveRunProps) {
  const frame = useWords(learnWords);
  const { openInLab } = useActions();
  const number = useStore(store, (state) => state.step);
  const step = trace?.steps[Math.min(number, trace.steps.length - 1)];
  const isNarrow = useMedia(narrow);
  const operation = [part.operation ?? []]
    .flat()
    .find((wanted) => step?.operations.some(({ name }) => name === wanted));
  useEffect(() => {
    if (trace) onRun?.(trace);
    // Only a new run is one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [trace]);
  return (
    <section id={liveId} className={styles.live} aria-label={frame.live}>
      <header>
        <h2>{frame.live}</h2>
        <small>{trace && cover?.of !== 'run' && <RunName trace={trace} />}</small>
        <button
          type="button"
          onClick={() => {
            const { scenario } = store.getState();
            openInLab(scenario, number);
          }}
        >
          {frame.openLab} <Icon of={ArrowUpRight} size={14} />
        </button>
      </header>
      {form}
      {cover?.of === 'run' && <Cover onLift={cover.onLift} />}
      {trace && step && cover?.of !== 'run' && (
        <LabContext value={store}>
          <div className={styles.rows} data-cut={part.rows !== undefined || undefined}>
            <Ladder
              trace={trace}
              folded={false}
              attack={trace.scenario.network.length > 0}
              only={part.rows}
            />
          </div>
          {cover ? (
            <Cover onLift={cover.onLift} />
          ) : part.tab === 'graph' && step.kind === 'local' && step.path ? (
            <div className={styles.panels}>
              <Awaited part={GraphPanel}>
                <GraphPanel trace={trace} step={step} />
              </Awaited>
            </div>
          ) : (
            <div className={styles.below}>
              <div className={`${styles.panels} ${styles.inspector}`}>
                <InspectorPanels trace={trace} step={step} operation={operation} foot={false} />
              </div>
              {/* Filled by panels that open something beside the column; in one column they open it in place. */}
              {!isNarrow && <aside className={styles.aside} id="inspector-aside" />}
            </div>
          )}
        </LabContext>
      )}
    </section>
  );
}

/** The scenario by its name; one with changes by what came of it, which the name no longer tells. */
function RunName({ trace }: { readonly trace: Trace }) {
  const { ended } = useWords(learnWords);
  const { names } = useWords(scenarioWords);
  const { version, end } = useMemo(() => factsOf(trace), [trace]);
  const { preset } = trace.scenario;
  if (changesBetween(trace.scenario, presets[preset]).length === 0) return names[preset];
  if (end.completed) return ended.completed(version);
  return end.alert === '' ? ended.stalled : ended.failed(end.alert);
}

/** In the place of what gives the answer away. */
function Cover({ onLift }: { readonly onLift: () => void }) {
  const frame = useWords(learnWords);
  return (
    <div className={styles.cover}>
      <p>
        {frame.covered}{' '}
        <button type="button" onClick={onLift}>
          {frame.uncover}
        </button>
      </p>
    </div>
  );
}

export interface ChangeFormProps {
  readonly store: LabStore;
  readonly part: LessonPart;
  readonly words: PartWords;
  /** Whether there is a run that another one can be compared with. */
  readonly ready: boolean;
}

/** One field and a button: the part’s run once more, with another value. */
export function ChangeForm({ store, part, words, ready }: ChangeFormProps) {
  const frame = useWords(learnWords);
  const { change } = part;
  const [value, setValue] = useState(change.initial);
  const [refused, setRefused] = useState(false);
  const id = useId();
  const run = (): void => {
    const scenario = change.apply(part.scenario, value);
    setRefused(scenario === undefined);
    if (scenario) store.getState().actions.replaceScenario(scenario);
  };
  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <label htmlFor={id}>{words.change.label}</label>
      {change.lists ? (
        <Lists {...{ id, change, value }} words={words.change} onChange={setValue} />
      ) : change.options ? (
        <select id={id} value={value} onChange={(event) => setValue(event.target.value)}>
          {change.options.map((option) => (
            <option key={option} value={option}>
              {words.change.options?.[option] ?? option}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={refused}
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <Button type="submit" icon={RotateCw} disabled={!ready}>
        {frame.run}
      </Button>
      {refused && <span role="alert">{words.change.refused ?? frame.badValue}</span>}
    </form>
  );
}

interface ListsProps {
  /** Of the first list. */
  readonly id: string;
  readonly change: Change;
  readonly words: PartWords['change'];
  /** What is chosen in each, with a space between. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lists, and what the choices make together. */
function Lists({ id, change, words, value, onChange }: ListsProps) {
  const chosen = value.split(' ');
  return (
    <>
      {Object.entries(change.lists ?? {}).map(([name, options], at) => (
        <select
          key={name}
          id={at === 0 ? id : undefined}
          aria-label={words.lists?.[name]}
          title={words.lists?.[name]}
          className={styles.list}
          value={chosen[at]}
          onChange={(event) => onChange(chosen.with(at, event.target.value).join(' '))}
        >
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ))}
      {change.made && (
        <output htmlFor={id} className={styles.made}>
          {change.made(value)}
        </output>
      )}
    </>
  );
}
