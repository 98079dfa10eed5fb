import type { ChecksView } from '../../view/trust.ts';
import { trustWords } from '../../lesson/trust.ts';
import { useWords } from '../use-lab.ts';
import { SpecLink } from './spec-link.tsx';
import styles from './lists.module.css';

/** Both lists side by side and the empty one that they have in common. */
export function TwoLists({ view }: { readonly view: Extract<ChecksView, { kind: 'lists' }> }) {
  const { lists: words } = useWords(trustWords);
  return (
    <section>
      <h2 className={styles.title}>
        {words.titles[view.what]}
        <SpecLink spec={view.error.spec} />
      </h2>
      <div className={styles.pair}>
        <List title={words.offers} names={view.browser} none={words.none} />
        <List title={words.accepts} names={view.server} none={words.none} />
      </div>
      <div className={styles.both}>
        <b>{words.both}</b>
        <span aria-hidden="true">{'\u2205'}</span>
        <em>{words.empty}</em>
      </div>
      <p className={styles.note}>{words.explain}</p>
    </section>
  );
}

function List({
  title,
  names,
  none,
}: {
  readonly title: string;
  readonly names: readonly string[];
  readonly none: string;
}) {
  return (
    <div>
      <h3>{title}</h3>
      <ol>
        {names.map((name, at) => (
          <li key={name}>
            <span>{at + 1}</span>
            <code>{name}</code>
          </li>
        ))}
        {names.length === 0 && <li className={styles.none}>{none}</li>}
      </ol>
    </div>
  );
}
