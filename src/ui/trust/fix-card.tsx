import RotateCw from 'lucide-react/icons/rotate-cw';
import { useState } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { trustWords } from '../../lesson/trust.ts';
import { fixFor } from '../../view/fixes.ts';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import styles from './fix.module.css';

const sign = { remove: '\u2212', add: '+', keep: ' ' };

/** What the operator of the server would change, and one press that does it here. */
export function FixCard({ trace }: { readonly trace: Trace }) {
  const { fix: words } = useWords(trustWords);
  const { applyFix, notify } = useActions();
  const [opened] = useState(Date.now);
  const fix = fixFor(trace, opened);
  if (!fix) return null;
  const { text, lines, button } = words.text(fix.id, fix.facts);
  return (
    <section className={styles.fix}>
      <h2>{words.title}</h2>
      <p>{text}</p>
      {lines.length > 0 && (
        <pre className={styles.lines}>
          {lines.map((line) => (
            <span key={line.text} className={styles[line.kind]}>
              {sign[line.kind]} <Breakable text={line.text} />
              {'\n'}
            </span>
          ))}
        </pre>
      )}
      <Button
        variant="primary"
        icon={RotateCw}
        className={styles.apply}
        onClick={() => {
          applyFix(fix.patch);
          // This button goes away with its failure; whoever works by keyboard goes on at the title.
          document.querySelector('h1')?.focus({ preventScroll: true });
          notify(words.applied);
        }}
      >
        {button}
      </Button>
    </section>
  );
}
