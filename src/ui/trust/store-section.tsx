import KeyRound from 'lucide-react/icons/key-round';
import Plus from 'lucide-react/icons/plus';
import type { AnchorId } from '../../lab/scenario.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { rootRows, toggledRoot } from '../../view/root-store.ts';
import { Icon } from '../icons/icon.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { PageSection } from './page-section.tsx';
import styles from './switches.module.css';

/** The browser's roots: switch one off, mark one compromised, add one of your own. */
export function StoreSection() {
  const { store: words } = useWords(trustPageWords);
  const { change } = useActions();
  const { roots, compromised } = useLab((state) => state.scenario.browser);
  const issuer = useLab((state) => state.scenario.server.issuer);
  const rows = rootRows(roots);
  const own = roots.includes('own');
  const toggle = (id: AnchorId): void => change({ browser: { roots: toggledRoot(roots, id) } });
  const mark = (id: AnchorId): void => change({ browser: { compromised: toggledRoot(compromised, id) } });
  return (
    <PageSection
      title={words.title}
      note={words.subtitle}
      aside={words.on(rows.filter(({ on }) => on).length, rows.length)}
    >
      <ul className={`${styles.list} ${styles.two}`}>
        {rows.map(({ id, name, key, on }) => {
          const fallen = compromised.includes(id);
          return (
            <li key={id} className={fallen ? styles.fallen : on ? undefined : styles.off}>
              <Switch on={on} label={name} onToggle={() => toggle(id)}>
                <b>{name}</b>
              </Switch>
              <span className={styles.end}>
                <span className={styles.key}>{fallen ? words.compromised : key}</span>
                <button
                  type="button"
                  className={styles.mark}
                  aria-pressed={fallen}
                  aria-label={fallen ? words.restore(name) : words.compromise(name)}
                  title={fallen ? words.restore(name) : words.compromise(name)}
                  onClick={() => mark(id)}
                >
                  <Icon of={KeyRound} size={14} />
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      <p className={styles.foot}>
        {own ? (
          <>
            {words.ownAdded}
            <button type="button" onClick={() => toggle('own')}>
              {words.removeOwn}
            </button>
          </>
        ) : (
          issuer === 'own' && (
            <button type="button" onClick={() => toggle('own')}>
              <Icon of={Plus} size={12} />
              {words.addOwn}
            </button>
          )
        )}
        {!own && issuer !== 'own' && (
          <button
            type="button"
            onClick={() =>
              change({ browser: { roots: toggledRoot(roots, 'own') }, server: { issuer: 'own' } })
            }
          >
            <Icon of={Plus} size={12} />
            {words.addOwn}
          </button>
        )}
      </p>
    </PageSection>
  );
}
