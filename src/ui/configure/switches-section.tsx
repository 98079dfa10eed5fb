import type { ReactNode } from 'react';
import { configureWords } from '../../lesson/configure.ts';
import { readWhole } from '../../view/configure-fields.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { NotedSwitch } from './noted-switch.tsx';
import { TextField } from './text-field.tsx';
import type { Changes } from './use-sheet.ts';
import styles from './configure.module.css';

/** What a switched-on padding starts with; the field beside it takes any number. */
const somePadding = 64;
const mostPadding = 4096;

export function SwitchesSection({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { change } = useActions();
  const { browser, server, keyUpdate } = useLab((state) => state.scenario);
  const { switches } = words;

  const padding = (value: number, set: (padding: number) => void): ReactNode =>
    value > 0 && (
      <TextField
        label={words.paddingBytes}
        value={String(value)}
        wrong={words.paddingWrong(mostPadding)}
        unit={words.form.unit}
        numeric
        className={styles.padding}
        onCommit={(text) => {
          const bytes = readWhole(text, 0, mostPadding);
          if (bytes !== undefined) set(bytes);
          return bytes !== undefined;
        }}
      />
    );
  const setBrowser = (bytes: number): void => change({ browser: { padding: bytes } });
  const setServer = (bytes: number): void => change({ server: { padding: bytes } });
  return (
    <section className={`${styles.section} ${styles.switches}`}>
      <NotedSwitch
        text={switches.grease}
        on={browser.grease}
        changed={changes.has('browser.grease')}
        onToggle={() => change({ browser: { grease: !browser.grease } })}
      />
      <NotedSwitch
        text={switches.compatibilityMode}
        on={browser.compatibilityMode}
        changed={changes.has('browser.compatibilityMode')}
        onToggle={() => change({ browser: { compatibilityMode: !browser.compatibilityMode } })}
      />
      <NotedSwitch
        text={switches.statusRequest}
        on={browser.statusRequest}
        changed={changes.has('browser.statusRequest')}
        onToggle={() => change({ browser: { statusRequest: !browser.statusRequest } })}
      />
      <NotedSwitch
        text={switches.cookie}
        on={server.cookie}
        changed={changes.has('server.cookie')}
        onToggle={() => change({ server: { cookie: !server.cookie } })}
      />
      <NotedSwitch
        text={switches.browserPadding}
        on={browser.padding > 0}
        changed={changes.has('browser.padding')}
        onToggle={() => setBrowser(browser.padding > 0 ? 0 : somePadding)}
      >
        {padding(browser.padding, setBrowser)}
      </NotedSwitch>
      <NotedSwitch
        text={switches.serverPadding}
        on={server.padding > 0}
        changed={changes.has('server.padding')}
        onToggle={() => setServer(server.padding > 0 ? 0 : somePadding)}
      >
        {padding(server.padding, setServer)}
      </NotedSwitch>
      <NotedSwitch
        text={switches.keyUpdate}
        on={keyUpdate}
        changed={changes.has('keyUpdate')}
        onToggle={() => change({ keyUpdate: !keyUpdate })}
      />
    </section>
  );
}
