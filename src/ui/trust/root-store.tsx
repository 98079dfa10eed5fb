import { trustWords } from '../../lesson/trust.ts';
import { rootName, rootRows, toggledRoot } from '../../view/root-store.ts';
import type { PathResult } from '../../x509/path/result.ts';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './path.module.css';

/** The six roots as switches; each press runs the handshake again. */
export function RootStore({ path }: { readonly path: PathResult }) {
  const { roots: words } = useWords(trustWords);
  const { change } = useActions();
  const on = useLab((state) => state.scenario.browser.roots);
  const issuer = useLab((state) => state.scenario.server.issuer);
  const rows = rootRows(on);
  const known = issuer === 'own' || !on.includes(issuer) ? undefined : rootName(issuer);
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.title}
        <small>{words.subtitle}</small>
        <small>{words.on(rows.filter((row) => row.on).length, rows.length)}</small>
      </h2>
      <ul className={styles.roots}>
        {rows.map((row) => (
          <li key={row.id} className={row.on ? '' : styles.off}>
            <Switch
              on={row.on}
              label={row.name}
              onToggle={() => change({ browser: { roots: toggledRoot(on, row.id) } })}
            >
              <b>{row.name}</b>
            </Switch>
            <small>{row.key}</small>
          </li>
        ))}
      </ul>
      {known !== undefined && (path.verdict === 'trusted' || path.failure?.code === 'issuer-not-found') && (
        <p className={styles.try}>
          <b>{words.tryLead}</b>{' '}
          {path.verdict === 'trusted' ? words.tryTrusted(known) : words.tryMissing(known)}
        </p>
      )}
    </section>
  );
}
