import FileBadge from 'lucide-react/icons/file-badge';
import SearchX from 'lucide-react/icons/search-x';
import ShieldCheck from 'lucide-react/icons/shield-check';
import type { Party } from '../../lab/trace.ts';
import { trustWords } from '../../lesson/trust.ts';
import type { PathCard } from '../../view/trust-path.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { type CardRow, certificateRows, missingRows } from './card-rows.ts';
import styles from './path.module.css';

/** One certificate of the path, the one nobody has, or the store that was not reached. */
export function PathCardView({ card, presenter }: { readonly card: PathCard; readonly presenter: Party }) {
  const { path: words } = useWords(trustWords);
  if (card.kind === 'store') {
    return (
      <li className={`${styles.card} ${styles.far}`}>
        <span className={styles.role}>
          <Icon of={ShieldCheck} size={13} />
          {words.store}
        </span>
        <b>{words.storeText(card.roots.length)}</b>
        <ul>
          {card.roots.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </li>
    );
  }
  if (card.kind === 'missing') {
    return (
      <li className={`${styles.card} ${styles.missing}`}>
        <span className={styles.role}>
          <Icon of={SearchX} size={13} />
          {words.missing[card.role]}
        </span>
        <b>{card.name}</b>
        <Rows rows={missingRows(card, words)} />
        <span className={styles.question} aria-hidden="true">
          ?
        </span>
      </li>
    );
  }
  const role = card.role === 'leaf' ? words.roles.leaf[presenter] : words.roles[card.role];
  return (
    <li
      className={`${styles.card} ${card.ref.from === 'store' ? styles.anchor : ''} ${card.marks.length > 0 ? styles.marked : ''}`}
    >
      <span className={styles.role}>
        <Icon of={card.role === 'root' ? ShieldCheck : FileBadge} size={13} />
        {role}, {words.from[card.ref.from]}
      </span>
      <b>{card.name}</b>
      {card.card ? (
        <Rows rows={certificateRows(card.card, card.marks, card.role, words)} />
      ) : (
        <p>{words.notCarried}</p>
      )}
    </li>
  );
}

function Rows({ rows }: { readonly rows: readonly CardRow[] }) {
  return (
    <dl>
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd className={`${row.mono ? styles.mono : ''} ${row.marked ? styles.mark : ''}`}>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
