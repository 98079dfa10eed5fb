import Copy from 'lucide-react/icons/copy';
import { spec } from '../../bytes/spec.ts';
import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { keyLogLines } from '../../view/keys.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './keys.module.css';

export interface KeyLogProps {
  readonly trace: Trace;
  readonly step: Step;
  readonly full: boolean;
}

/** Lines appear when their secret exists; copying takes them whole. */
export function KeyLog({ trace, step, full }: KeyLogProps) {
  const { keys: words, frame } = useWords(inspectorWords);
  const { notify } = useActions();
  const lines = keyLogLines(trace, step);
  const copy = (): void => {
    const text = lines.map(({ line }) => `${line}\n`).join('');
    void copyText(text).then((done) => notify(done ? words.copied(lines.length) : frame.copyFailed));
  };
  return (
    <section className={styles.log} aria-label={words.log}>
      <h2>
        {words.log}
        <small>{words.logLines(lines.length)}</small>
        <RfcLink spec={spec(9850, '2')} />
        <Button variant="bar" icon={Copy} disabled={lines.length === 0} onClick={copy}>
          {words.copyLog}
        </Button>
      </h2>
      {lines.length === 0 ? (
        <p className={styles.logEmpty}>{words.logEmpty}</p>
      ) : (
        <ol>
          {lines.map(({ label, random, secret, level }) => (
            <li key={label}>
              <b>{label}</b>
              <span>{full ? random : ends(random, 8, 4)}</span>
              <code data-level={level}>{full ? secret : ends(secret, 40, 4)}</code>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ends(hex: string, head: number, tail: number): string {
  return `${hex.slice(0, head)}…${hex.slice(-tail)}`;
}
