import RotateCw from 'lucide-react/icons/rotate-cw';
import { useId, useState } from 'react';
import type { Trace } from '../../lab/trace.ts';
import {
  type FixLine,
  type FixText as FixWords,
  serverKinds,
  type ServerKind,
  trustWords,
} from '../../lesson/trust.ts';
import { fixFor } from '../../view/fixes.ts';
import { Button } from '../primitives/button.tsx';
import { TabPanel, Tabs } from '../primitives/tabs.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import styles from './fix.module.css';

const sign = { remove: '\u2212', add: '+', keep: ' ' };

/** The same change in the configuration of several servers. */
function ServerLines({ servers }: { readonly servers: NonNullable<FixWords['servers']> }) {
  const { fix: words } = useWords(trustWords);
  const [chosen, setChosen] = useState<ServerKind>('nginx');
  const name = useId();
  const there = serverKinds.filter((kind) => servers[kind]);
  const shown = servers[chosen] ? chosen : there[0];
  if (shown === undefined) return null;
  return (
    <div className={styles.servers}>
      <Tabs
        label={words.servers}
        name={name}
        tabs={there.map((id) => ({ id, label: words.serverNames[id] }))}
        selected={shown}
        onSelect={setChosen}
      />
      <TabPanel name={name} tab={shown}>
        <Lines lines={servers[shown] ?? []} />
      </TabPanel>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly FixLine[] }) {
  return (
    <pre className={styles.lines}>
      {lines.map((line) => (
        <span key={line.text} className={styles[line.kind]}>
          {sign[line.kind]} <Words text={line.text} />
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

/** A command breaks between its words; behind a hyphen an option would fall apart. */
function Words({ text }: { readonly text: string }) {
  return text.split(/( +)/).map((word, at) =>
    word.trim() === '' ? (
      word
    ) : (
      <code key={at}>
        <Breakable text={word} />
      </code>
    ),
  );
}

/** The advice: what to change, the commands, and the lines of the server's configuration. */
export function FixText({ text, lines, servers }: Pick<FixWords, 'text' | 'lines' | 'servers'>) {
  return (
    <>
      <p>{text}</p>
      {lines.length > 0 && <Lines lines={lines} />}
      {servers && <ServerLines servers={servers} />}
    </>
  );
}

/** What the operator of the server would change, and one press that does it here. */
export function FixCard({ trace }: { readonly trace: Trace }) {
  const { fix: words } = useWords(trustWords);
  const { applyFix, notify } = useActions();
  const [opened] = useState(Date.now);
  const fix = fixFor(trace, opened);
  if (!fix) return null;
  const { button, ...advice } = words.text(fix.id, fix.facts);
  return (
    <section className={styles.fix}>
      <h2>{words.title}</h2>
      <FixText {...advice} />
      <Button
        variant="primary"
        icon={RotateCw}
        className={styles.apply}
        onClick={() => {
          applyFix(fix.patch);
          // This button goes away with its failure; whoever works by keyboard goes on at the title.
          document.querySelector('h1')?.focus();
          notify(words.applied);
        }}
      >
        {button}
      </Button>
    </section>
  );
}
