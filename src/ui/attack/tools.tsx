import { useState } from 'react';
import Ban from 'lucide-react/icons/ban';
import Cable from 'lucide-react/icons/cable';
import Clock from 'lucide-react/icons/clock';
import Copy from 'lucide-react/icons/copy';
import History from 'lucide-react/icons/history';
import Pencil from 'lucide-react/icons/pencil';
import Scissors from 'lucide-react/icons/scissors';
import Syringe from 'lucide-react/icons/syringe';
import Unplug from 'lucide-react/icons/unplug';
import type { NetworkAct } from '../../lab/scenario.ts';
import type { Step, Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { Icon } from '../icons/icon.tsx';
import { takesEdits } from '../../view/attack.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { ActForm } from './act-form.tsx';
import styles from './attack.module.css';

export type Tool =
  | 'edit'
  | 'drop'
  | 'duplicate'
  | 'replay'
  | 'truncate'
  | 'delay'
  | 'inject'
  | 'cut'
  | 'reconnect';

const tools: readonly (readonly [Tool, typeof Pencil])[] = [
  ['edit', Pencil],
  ['drop', Ban],
  ['duplicate', Copy],
  ['replay', History],
  ['truncate', Scissors],
  ['delay', Clock],
  ['inject', Syringe],
  ['cut', Unplug],
  ['reconnect', Cable],
];

/** The toolbar, and the form of the chosen tool. */
export function Tools({ trace, step }: { readonly trace: Trace; readonly step: Step }) {
  const words = useWords(attackWords);
  const { change } = useActions();
  const [tool, setTool] = useState<Tool>('edit');
  // Messages that Mallory made herself, or that nobody could read, have no sender to take them from.
  const own =
    step.kind === 'message' && (step.network?.fate === 'injected' || step.message === 'UnreadableRecord');
  const whole = useLab((state) => state.trace) ?? trace;
  const last = useLab((state) => state.later) ?? whole;
  const here = takesEdits(whole, last);
  const open = useLab((state) => state.curtain !== undefined);
  const usable = step.kind === 'message' && !own && here;
  const add = (act: NetworkAct): void => change({ network: [...trace.scenario.network, act] });
  return (
    <div className={styles.tools}>
      <div role="toolbar" aria-label={words.tools.label} className={styles.toolbar}>
        {tools.map(([id, icon]) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === tool}
            disabled={!usable}
            onClick={() => setTool(id)}
          >
            <Icon of={icon} size={14} />
            {words.tools[id]}
          </button>
        ))}
        <span>{words.head.holds}</span>
      </div>
      {usable ? (
        <ActForm key={`${tool} ${step.id}`} tool={tool} trace={trace} step={step} onAct={add} />
      ) : (
        <p className={styles.hint}>
          {here ? words.head.local : open ? words.open.elsewhere : words.head.elsewhere}
        </p>
      )}
    </div>
  );
}
