import { useState } from 'react';
import type { NetworkAct } from '../../lab/scenario.ts';
import type { MessageStep, Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { EditForm } from './edit-form.tsx';
import { HexInput, isHex } from './hex-input.tsx';
import type { Tool } from './tools.tsx';
import styles from './attack.module.css';

export interface ActFormProps {
  readonly tool: Tool;
  readonly trace: Trace;
  readonly step: MessageStep;
  readonly onAct: (act: NetworkAct) => void;
}

const samples = [
  ['alert', '15030300020228'],
  ['close', '15030300020100'],
  ['noise', '17030300100000000000000000000000000000000000'],
] as const;

/** What the chosen tool needs to know, and the button that does it. */
export function ActForm({ tool, trace, step, onAct }: ActFormProps) {
  const { form } = useWords(attackWords);
  const on = step.id;
  const messages = trace.steps.filter(({ kind, id }) => kind === 'message' && id !== on);
  const later = messages.filter(({ index }) => index > step.index);
  const [other, setOther] = useState((later[0] ?? messages[0])?.id ?? '');
  const [count, setCount] = useState(Math.floor((step.network?.sent ?? step.wire).bytes.length / 2));
  const [seconds, setSeconds] = useState(1);
  const [bytes, setBytes] = useState<string>(samples[0][1]);

  const act = (done: NetworkAct, disabled = false) => (
    <Button disabled={disabled} onClick={() => onAct(done)}>
      {form.apply}
    </Button>
  );
  const choice = (label: string, options: typeof messages) => (
    <label>
      {label}
      <select value={other} onChange={(event) => setOther(event.target.value)}>
        {options.map(({ id, index }) => (
          <option key={id} value={id}>
            {`${index + 1} ${id}`}
          </option>
        ))}
      </select>
    </label>
  );
  switch (tool) {
    case 'edit':
      return <EditForm step={step} onAct={onAct} />;
    case 'drop':
      return (
        <div className={styles.form}>
          <p>{form.dropped}</p>
          {act({ on, act: 'drop' })}
        </div>
      );
    case 'duplicate':
      return (
        <div className={styles.form}>
          <p>{form.duplicated}</p>
          {act({ on, act: 'duplicate' })}
        </div>
      );
    case 'cut':
      return (
        <div className={styles.form}>
          <p>{form.cut}</p>
          {act({ on, act: 'cut' })}
        </div>
      );
    case 'replay':
      return (
        <div className={styles.form}>
          {choice(form.after, later)}
          {act({ on, act: 'replay', after: other }, later.length === 0)}
        </div>
      );
    case 'delay':
      return (
        <div className={styles.form}>
          <p>{form.delayed}</p>
          {choice(form.until, later)}
          {act({ on, act: 'delay', until: other }, later.length === 0)}
        </div>
      );
    case 'truncate':
      return (
        <div className={styles.form}>
          <label>
            {form.keep}
            <input
              type="number"
              min={0}
              max={99_999}
              value={count}
              onChange={(event) => setCount(Math.max(0, Math.min(99_999, Number(event.target.value))))}
            />
          </label>
          {act({ on, act: 'truncate', to: count })}
        </div>
      );
    case 'reconnect':
      return (
        <div className={styles.form}>
          <p>{step.from === 'browser' ? form.reconnected : form.browserOnly}</p>
          {step.from === 'browser' && (
            <>
              <label>
                {form.seconds}
                <input
                  type="number"
                  min={0}
                  max={99_999}
                  value={seconds}
                  onChange={(event) => setSeconds(Math.max(0, Math.min(99_999, Number(event.target.value))))}
                />
              </label>
              {act({ on, act: 'reconnect', seconds })}
            </>
          )}
        </div>
      );
    case 'inject':
      return (
        <div className={styles.form}>
          <HexInput label={form.injected} value={bytes} onChange={setBytes} />
          {samples.map(([name, sample]) => (
            <Button key={name} variant="bar" onClick={() => setBytes(sample)}>
              {form.samples[name]}
            </Button>
          ))}
          {act(
            { on, act: 'inject', bytes: bytes.replace(/\s/g, '').toLowerCase() },
            !isHex(bytes) || bytes === '',
          )}
        </div>
      );
  }
}
