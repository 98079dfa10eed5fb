import type { ReactNode } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { toggledItem } from '../../view/chain-editor.ts';
import { sentCards } from '../../view/trust-certificates.ts';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { PageSection } from './page-section.tsx';
import styles from './switches.module.css';

/** The flagship: three switches, each of which alone decides whether a path is found. */
export function SourceSwitches({ trace }: { readonly trace: Trace }) {
  const { sources: words } = useWords(trustPageWords);
  const { change } = useActions();
  const server = useLab((state) => state.scenario.server);
  const browser = useLab((state) => state.scenario.browser);
  const url = sentCards(trace, 'server')[0]?.issuerUrl;
  return (
    <PageSection title={words.title} note={words.note}>
      <ul className={styles.list}>
        <Row
          on={server.sends.includes('intermediate')}
          label={words.send}
          note={words.sendNote}
          onToggle={() => change({ server: { sends: toggledItem(server.sends, 'intermediate') } })}
        />
        <Row
          on={browser.cached.includes('intermediate')}
          label={words.cache}
          note={words.cacheNote}
          onToggle={() => change({ browser: { cached: toggledItem(browser.cached, 'intermediate') } })}
        />
        <Row
          on={browser.aia}
          label={words.aia}
          note={words.aiaNote}
          onToggle={() => change({ browser: { aia: !browser.aia } })}
        />
        {url !== undefined && (
          <Row
            on={server.repository}
            label={words.repository}
            note={words.repositoryNote(url)}
            onToggle={() => change({ server: { repository: !server.repository } })}
            minor
          />
        )}
      </ul>
    </PageSection>
  );
}

interface RowProps {
  readonly on: boolean;
  readonly label: string;
  readonly note: ReactNode;
  readonly onToggle: () => void;
  readonly minor?: boolean;
}

function Row({ on, label, note, onToggle, minor = false }: RowProps) {
  return (
    <li className={minor ? styles.minor : undefined}>
      <Switch on={on} label={label} onToggle={onToggle}>
        <b>{label}</b>
      </Switch>
      <small>{note}</small>
    </li>
  );
}
