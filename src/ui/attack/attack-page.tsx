import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { isDisturbed } from '../../view/attack.ts';
import { prepareHandout } from '../app-shell/print-handout.ts';
import { WholePage } from '../app-shell/whole-page.tsx';
import { Ladder } from '../ladder/ladder.tsx';
import { Waiting } from '../pages/waiting.tsx';
import { Player } from '../player/player.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { useActions, useLab, useLabStore, useWords } from '../use-lab.ts';
import { AttackHead } from './attack-head.tsx';
import { ClickThrough } from './click-through.tsx';
import { Clients } from './clients.tsx';
import { EditList } from './edit-list.tsx';
import { Difference, MessageBytes } from './message-bytes.tsx';
import { RenegotiationHistory } from './renegotiation.tsx';
import { SentAgain } from './sent-again.tsx';
import { StolenKey } from './stolen-key.tsx';
import { Story, Unanswered } from './story.tsx';
import { Tools } from './tools.tsx';
import { useStepsBeforeAnswer } from './use-steps-before-answer.ts';
import { WhoNoticed } from './who-noticed.tsx';
import { Awaited, late } from '../late/late.tsx';
import styles from './attack.module.css';

const ConfigureSheet = late(() =>
  import('../configure/configure-sheet.tsx').then((module) => module.ConfigureSheet),
);

/** The network as an actor: the ladder with Mallory on the wire, her tools, and what came of it. */
export function AttackPage() {
  const trace = useLab((state) => state.trace);
  const embedded = useLab((state) => state.embedded);
  const store = useLabStore();
  useEffect(() => {
    // Where it does not arrive, printing asks for it again and says so.
    prepareHandout(store).catch(() => undefined);
  }, [store]);
  if (!trace) return <Waiting />;
  return <Stage trace={trace} embedded={embedded} />;
}

function Stage({ trace, embedded }: { readonly trace: Trace; readonly embedded: boolean }) {
  const { open } = useWords(attackWords);
  const shown = useCurtain(trace);
  const configuring = useLab((state) => state.configureOpen);
  return (
    <>
      <main tabIndex={-1} className={styles.stage}>
        <Ladder trace={shown ?? trace} folded={false} attack after={shown && open.after} />
        <div className={styles.side}>
          <Panel trace={trace} shown={shown} />
          {configuring && (
            <Awaited part={ConfigureSheet}>
              <ConfigureSheet />
            </Awaited>
          )}
        </div>
      </main>
      {embedded ? <WholePage /> : <Player trace={shown ?? trace} after={shown && open.rest} />}
    </>
  );
}

/** The run without what would answer the question of its story; undefined where no question is open. */
function useCurtain(trace: Trace): Trace | undefined {
  const { setCurtain } = useActions();
  const steps = useStepsBeforeAnswer(trace);
  // Keys and the bar know it before anything is painted.
  useLayoutEffect(() => {
    setCurtain(steps);
    return () => setCurtain(undefined);
  }, [steps, setCurtain]);
  return useMemo(
    () => (steps === undefined ? undefined : { ...trace, steps: trace.steps.slice(0, steps) }),
    [trace, steps],
  );
}

interface PanelProps {
  readonly trace: Trace;
  readonly shown: Trace | undefined;
}

function Panel({ trace: whole, shown }: PanelProps) {
  const { name } = useWords(inspectorWords);
  const number = useLab((state) => state.step);
  const last = useLab((state) => state.later) ?? whole;
  const open = shown !== undefined;
  const trace = shown ?? whole;
  const current = trace.steps[Math.min(number, trace.steps.length - 1)];
  const painted = useAfterPaint(current);
  // What was on screen a frame ago may be behind the curtain by now.
  const step = painted && trace.steps.includes(painted) ? painted : open ? current : painted;
  if (!step) return <section className={styles.panel} aria-label={name} aria-busy="true" />;
  // Once something was done, what came of it stands first; before that, the bytes to choose from.
  const active = isDisturbed(trace) || trace.scenario.network.length > 0;
  const outcome = (
    <div className={styles.columns}>
      <Story trace={last} />
      {open ? (
        <Unanswered />
      ) : (
        <>
          <WhoNoticed trace={trace} />
          <SentAgain last={last} />
          <ClickThrough last={last} />
          <RenegotiationHistory trace={trace} />
          <StolenKey key={trace.scenario.preset} trace={trace} />
          {isDisturbed(trace) && <Clients trace={trace} />}
        </>
      )}
    </div>
  );
  return (
    <section className={styles.panel} aria-label={name}>
      <div className={styles.scroll}>
        <AttackHead trace={trace} step={step} whole={!open} />
        <Tools trace={trace} step={step} />
        {step.kind === 'message' && <Difference step={step} />}
        {active && outcome}
        {step.kind === 'message' && <MessageBytes trace={trace} step={step} />}
        {!active && outcome}
      </div>
      <EditList last={last} open={open} />
    </section>
  );
}
