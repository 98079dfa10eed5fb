import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import X from 'lucide-react/icons/x';
import { presets } from '../../lab/presets.ts';
import { isAttack, type ScenarioId } from '../../lab/scenario.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { presentWords } from '../../lesson/share.ts';
import { keepDemos } from '../../state/demos.ts';
import { linkTo, pageLink } from '../../state/link.ts';
import type { Demo } from '../../state/pages/present.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { Button, IconButton } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { useActions, useLabStore, usePageView, useWords } from '../use-lab.ts';
import styles from './present.module.css';

/** The list a trainer arranges in advance: scenarios at their steps, each with question and notes. */
export function DemoList({ onClose }: { readonly onClose: () => void }) {
  const { editor } = useWords(presentWords);
  const { names } = useWords(scenarioWords);
  const store = useLabStore();
  const { setView, notify } = useActions();
  const { demos, at } = usePageView('present');
  const change = (next: readonly Demo[], to = at): void => {
    keepDemos(next, window.localStorage);
    setView('present', { demos: next, at: Math.min(to, next.length - 1) });
  };
  const add = (): void => {
    const state = store.getState();
    const { preset } = state.scenario;
    const link = linkTo(state, presets, isAttack(preset) ? 'attack' : 'lab');
    change([...demos, { link, preset, question: '', notes: '', answer: '' }], demos.length);
  };
  const edit = (index: number, part: Partial<Demo>): void =>
    change(demos.map((demo, i) => (i === index ? { ...demo, ...part } : demo)));
  const move = (index: number, by: number): void => {
    const next = [...demos];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    change(next, index + by);
  };
  const share = (): void => {
    const link = pageLink('present', { demos, at: 0 }, presets);
    void copyText(new URL(link, window.location.href).href).then((done) => {
      if (done) notify(editor.shared);
    });
  };
  return (
    <Dialog title={editor.title} closeLabel={editor.close} onClose={onClose} wide>
      <p className={styles.intro}>{editor.intro}</p>
      {demos.length === 0 && <p className={styles.intro}>{editor.empty}</p>}
      <ol className={styles.demos}>
        {demos.map((demo, index) => (
          <li key={`${index} ${demo.link}`} data-current={index === at || undefined}>
            <Button variant="bar" onClick={() => setView('present', { at: index })}>
              {`${index + 1}. ${names[demo.preset as ScenarioId] ?? demo.preset}`}
            </Button>
            <span>
              <IconButton
                small
                icon={ArrowUp}
                label={editor.up}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <IconButton
                small
                icon={ArrowDown}
                label={editor.down}
                disabled={index === demos.length - 1}
                onClick={() => move(index, 1)}
              />
              <IconButton
                small
                icon={X}
                label={editor.remove}
                onClick={() => change(demos.filter((_, i) => i !== index))}
              />
            </span>
            <label>
              {editor.question}
              <input
                value={demo.question}
                maxLength={400}
                onChange={(event) => edit(index, { question: event.target.value })}
              />
            </label>
            <label>
              {editor.answer}
              <input
                value={demo.answer}
                maxLength={800}
                onChange={(event) => edit(index, { answer: event.target.value })}
              />
            </label>
            <label>
              {editor.notes}
              <textarea
                rows={2}
                value={demo.notes}
                maxLength={1_500}
                onChange={(event) => edit(index, { notes: event.target.value })}
              />
            </label>
          </li>
        ))}
      </ol>
      <p className={styles.actions}>
        <Button onClick={add}>{editor.add}</Button>
        <Button disabled={demos.length === 0} onClick={share}>
          {editor.share}
        </Button>
      </p>
    </Dialog>
  );
}
