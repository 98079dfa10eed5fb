import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import type { NetworkAct } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { attackWords, type AttackWords } from '../../lesson/attack.ts';
import { editRows, type EditRow } from '../../view/attack.ts';
import { Button, IconButton } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './attack.module.css';

export interface EditListProps {
  readonly last: Trace;
  /** Whether a question still hides what came of them. */
  readonly open: boolean;
}

/** Everything Mallory does in this run, in order, each to be taken back. */
export function EditList({ last, open }: EditListProps) {
  const words = useWords(attackWords);
  const { change } = useActions();
  const acts = last.scenario.network;
  const rows = editRows(last);
  const toggle = (index: number): void =>
    change({
      network: acts.map((act, at) => {
        if (at !== index) return act;
        const { undone, ...kept } = act;
        return undone ? kept : { ...act, undone: true };
      }),
    });
  return (
    <section className={styles.edits} aria-label={words.list.title}>
      <h2>
        {words.list.title}
        <small>{words.list.note}</small>
      </h2>
      {rows.length === 0 ? (
        <p>{words.list.none}</p>
      ) : (
        <ol>
          {rows.map((row) => (
            <li key={row.index} data-undone={row.outcome.kind === 'undone' || undefined}>
              <code>{row.act.on}</code>
              <span>{actText(row.act, words)}</span>
              <span>{open && row.outcome.kind !== 'undone' ? words.open.rest : outcomeText(row, words)}</span>
              <Button
                variant="bar"
                icon={row.outcome.kind === 'undone' ? Redo2 : Undo2}
                onClick={() => toggle(row.index)}
              >
                {row.outcome.kind === 'undone' ? words.list.redo : words.list.undo}
              </Button>
              <IconButton
                small
                icon={X}
                label={words.list.remove}
                tip="above-end"
                onClick={() => change({ network: acts.filter((_, at) => at !== row.index) })}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function actText(act: NetworkAct, { acts }: AttackWords): string {
  const spaced = (hex: string): string =>
    (hex.length > 24 ? `${hex.slice(0, 24)}…` : hex).replace(/([0-9a-f]{2})(?=[0-9a-f])/g, '$1 ');
  switch (act.act) {
    case 'flip':
      return acts.flip(act.at, act.mask.toString(16).padStart(2, '0'));
    case 'overwrite':
      return acts.overwrite(act.at, spaced(act.bytes));
    case 'set':
      return acts.set(act.path, spaced(act.bytes));
    case 'truncate':
      return acts.truncate(act.to);
    case 'delay':
      return acts.delay(act.until);
    case 'replay':
      return acts.replay(act.after);
    case 'reconnect':
      return acts.reconnect(act.seconds);
    case 'inject':
      return acts.inject(act.bytes.length / 2);
    case 'drop':
    case 'duplicate':
    case 'cut':
      return acts[act.act];
  }
}

function outcomeText({ outcome }: EditRow, { list }: AttackWords): string {
  switch (outcome.kind) {
    case 'undone':
      return list.undone;
    case 'no-message':
      return list.noMessage;
    case 'refused':
      return list.refused;
    case 'noticed':
      return list.noticed(outcome.step + 1, outcome.by);
    case 'stalled':
      return list.stalled;
    case 'unnoticed':
      return list.unnoticed;
  }
}
