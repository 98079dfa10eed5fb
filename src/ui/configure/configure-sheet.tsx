import AppWindow from 'lucide-react/icons/app-window';
import KeyRound from 'lucide-react/icons/key-round';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Server from 'lucide-react/icons/server';
import X from 'lucide-react/icons/x';
import { useEffect, useId, useRef } from 'react';
import { configureWords } from '../../lesson/configure.ts';
import { Icon } from '../icons/icon.tsx';
import { Button, IconButton } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { BrowserForm } from './browser-form.tsx';
import { ChangeList } from './change-list.tsx';
import { GroupsSection } from './groups-section.tsx';
import { ReturningSection } from './returning-section.tsx';
import { RunLine } from './run-line.tsx';
import { SchemesSection } from './schemes-section.tsx';
import { ServerForm } from './server-form.tsx';
import { SuitesSection } from './suites-section.tsx';
import { SwitchesSection } from './switches-section.tsx';
import { Tls12Section } from './tls12-section.tsx';
import { VersionsSection } from './versions-section.tsx';
import { useChanges } from './use-sheet.ts';
import styles from './configure.module.css';

/**
 * Every knob of a run, browser left and server right as in the ladder. Not modal: the ladder stays
 * in use beside it. Escape closes, and the focus goes back to where it came from.
 */
export function ConfigureSheet() {
  const words = useWords(configureWords);
  const { newKeys, resetScenario, setConfigureOpen } = useActions();
  const titleId = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const changes = useChanges();

  useEffect(() => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    const own = sheet.current;
    heading.current?.focus({ preventScroll: true });
    return () => {
      // Only when the focus was still in here: who already went elsewhere stays there.
      const at = document.activeElement;
      if (opener?.isConnected && (at === document.body || at === null || own?.contains(at))) opener.focus();
    };
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) setConfigureOpen(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [setConfigureOpen]);

  return (
    <div ref={sheet} className={styles.sheet} role="dialog" aria-modal="false" aria-labelledby={titleId}>
      <header className={styles.header}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <p>{words.subtitle}</p>
        <div className={styles.actions}>
          <Button variant="bar" icon={KeyRound} onClick={newKeys}>
            <span className={styles.label}>{words.newKeys}</span>
          </Button>
          <Button
            variant="bar"
            icon={RotateCcw}
            onClick={resetScenario}
            disabled={changes.chips.length === 0}
          >
            <span className={styles.label}>{words.reset}</span>
          </Button>
          <i className={styles.bar} />
          <IconButton
            icon={X}
            label={words.close}
            shortcut="Esc"
            iconSize={18}
            tip="below-end"
            onClick={() => setConfigureOpen(false)}
          />
        </div>
      </header>
      <ChangeList changes={changes} />
      <RunLine changes={changes} />
      <div className={styles.body}>
        <div className={styles.sides}>
          <span>
            <Icon of={AppWindow} size={14} />
            {words.browser} <em>{words.offers}</em>
          </span>
          <span>
            <Icon of={Server} size={14} />
            {words.server} <em>{words.accepts}</em>
            <small className={styles.keys} aria-hidden="true">
              {words.movesHint.map((key, at) =>
                at < words.movesHint.length - 1 ? <kbd key={key}>{key}</kbd> : key,
              )}
            </small>
          </span>
        </div>
        <VersionsSection changes={changes} />
        <SuitesSection changes={changes} />
        <GroupsSection changes={changes} />
        <SchemesSection changes={changes} />
        <section className={`${styles.section} ${styles.forms}`}>
          <BrowserForm changes={changes} />
          <ServerForm changes={changes} />
        </section>
        <ReturningSection changes={changes} />
        <Tls12Section changes={changes} />
        <SwitchesSection changes={changes} />
      </div>
    </div>
  );
}
