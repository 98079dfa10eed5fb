import X from 'lucide-react/icons/x';
import { grouped } from '../../lesson/catalog.ts';
import { trustWords } from '../../lesson/trust.ts';
import { sentCards, shortHex } from '../../view/trust-certificates.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import type { PathProps } from './check-list.tsx';
import styles from './path.module.css';

/** The Certificate message entry by entry, with the gap where an issuer should stand. */
export function SentList({ trace, path, presenter }: PathProps) {
  const { path: words } = useWords(trustWords);
  const cards = sentCards(trace, presenter);
  // A client’s certificate mostly hangs under a root, which nobody would send.
  const gap = presenter === 'server' && path.failure?.code === 'issuer-not-found' && cards.length === 1;
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.sentTitle}
        <small>{words.sentCount(cards.length)}</small>
      </h2>
      <ol className={styles.sent}>
        {cards.map((card, at) => (
          <li key={at}>
            <span className={styles.index}>[{at}]</span>
            <span>
              <b>{card.name}</b> <em>{words.issuedBy(card.selfIssued ? words.itself : card.issuer)}</em>
            </span>
            <span className={styles.print}>
              {card.key} · {grouped(card.bytes)} B{card.keyId !== undefined && ` · ${shortHex(card.keyId)}`}
            </span>
          </li>
        ))}
        {gap && (
          <li className={styles.gap}>
            <span className={styles.index}>[{cards.length}]</span>
            <span>{words.nothing}</span>
            <Icon of={X} size={16} />
          </li>
        )}
      </ol>
    </section>
  );
}
