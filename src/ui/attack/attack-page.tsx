import { useEffect } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { prepareHandout } from '../app-shell/print-handout.ts';
import { WholePage } from '../app-shell/whole-page.tsx';
import { Ladder } from '../ladder/ladder.tsx';
import { Waiting } from '../pages/waiting.tsx';
import { Player } from '../player/player.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { useLab, useLabStore, useWords } from '../use-lab.ts';
import { AttackHead } from './attack-head.tsx';
import { ClickThrough } from './click-through.tsx';
import { Clients } from './clients.tsx';
import { isDisturbed } from '../../view/attack.ts';
import { EditList } from './edit-list.tsx';
import { Difference, MessageBytes } from './message-bytes.tsx';
import { RenegotiationHistory } from './renegotiation.tsx';
import { SentAgain } from './sent-again.tsx';
import { StolenKey } from './stolen-key.tsx';
import { Story } from './story.tsx';
import { Tools } from './tools.tsx';
import { WhoNoticed } from './who-noticed.tsx';
import styles from './attack.module.css';

/** The network as an actor: the ladder with Mallory on the wire, her tools, and what came of it. */
export function AttackPage() {
  const trace = useLab((state) => state.trace);
  const embedded = useLab((state) => state.embedded);
  const store = useLabStore();
  useEffect(() => void prepareHandout(store), [store]);
  if (!trace) return <Waiting />;
  return (
    <>
      <main tabIndex={-1} className={styles.stage}>
        <Ladder trace={trace} folded={false} attack />
        <Panel trace={trace} />
      </main>
      {embedded ? <WholePage /> : <Player trace={trace} />}
    </>
  );
}

function Panel({ trace }: { readonly trace: Trace }) {
  const { name } = useWords(inspectorWords);
  const number = useLab((state) => state.step);
  const last = useLab((state) => state.later) ?? trace;
  const step = useAfterPaint(trace.steps[Math.min(number, trace.steps.length - 1)]);
  if (!step) return <section className={styles.panel} aria-label={name} aria-busy="true" />;
  // Once something was done, what came of it stands first; before that, the bytes to choose from.
  const active = isDisturbed(trace) || trace.scenario.network.length > 0;
  const outcome = (
    <div className={styles.columns}>
      <Story trace={last} />
      <WhoNoticed trace={trace} />
      <SentAgain last={last} />
      <ClickThrough last={last} />
      <RenegotiationHistory trace={trace} />
      <StolenKey key={trace.scenario.preset} trace={trace} />
      {isDisturbed(trace) && <Clients trace={trace} />}
    </div>
  );
  return (
    <section className={styles.panel} aria-label={name}>
      <div className={styles.scroll}>
        <AttackHead trace={trace} step={step} />
        <Tools trace={trace} step={step} />
        {step.kind === 'message' && <Difference step={step} />}
        {active && outcome}
        {step.kind === 'message' && <MessageBytes trace={trace} step={step} />}
        {!active && outcome}
      </div>
      <EditList last={last} />
    </section>
  );
}
