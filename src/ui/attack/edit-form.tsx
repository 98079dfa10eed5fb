import { useState } from 'react';
import type { NetworkAct } from '../../lab/scenario.ts';
import type { MessageStep } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { editTarget } from '../../view/attack.ts';
import { Button } from '../primitives/button.tsx';
import { useLab, useWords } from '../use-lab.ts';
import { HexInput, isHex } from './hex-input.tsx';
import styles from './attack.module.css';

export interface EditFormProps {
  readonly step: MessageStep;
  readonly onAct: (act: NetworkAct) => void;
}

/** Other bytes for the selected field, or a flipped bit of its first byte. */
export function EditForm({ step, onAct }: EditFormProps) {
  const { form } = useWords(attackWords);
  const selected = useLab((state) => state.selectedField);
  const target = editTarget(step, selected);
  const sealed = target.protection === 'sealed';
  return (
    <div className={styles.form}>
      <p>
        {form.target}: <code>{target.path ?? form.whole}</code>, {form.bytes(target.start, target.end)}.{' '}
        {target.path === undefined ? form.select : sealed ? form.sealed : form.lengths}
      </p>
      {target.path !== undefined && !sealed && (
        <NewBytes
          key={`${step.id} ${target.path} ${target.hex.length}`}
          hex={target.hex}
          onSet={(bytes) => onAct({ on: step.id, act: 'set', path: target.path ?? '', bytes })}
        />
      )}
      <Bits
        at={target.start}
        onFlip={(mask) => onAct({ on: step.id, act: 'flip', at: target.start, mask })}
      />
    </div>
  );
}

function NewBytes({ hex, onSet }: { readonly hex: string; readonly onSet: (bytes: string) => void }) {
  const { form } = useWords(attackWords);
  const [text, setText] = useState(hex.replace(/(..)(?=.)/g, '$1 '));
  const plain = text.replace(/\s/g, '').toLowerCase();
  return (
    <>
      <HexInput label={form.newBytes} value={text} onChange={setText} />
      <Button disabled={!isHex(text) || plain === hex} onClick={() => onSet(plain)}>
        {form.set}
      </Button>
    </>
  );
}

/** The eight bits of one byte, the highest first. */
function Bits({ at, onFlip }: { readonly at: number; readonly onFlip: (mask: number) => void }) {
  const { form } = useWords(attackWords);
  return (
    <span role="group" aria-label={`${form.flip}, ${form.bytes(at, at + 1)}`} className={styles.bits}>
      {form.flip}
      {[7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (
        <button key={bit} type="button" aria-label={form.bit(bit)} onClick={() => onFlip(1 << bit)}>
          {bit}
        </button>
      ))}
    </span>
  );
}
