import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import { type ClientId, measuredOn } from '../../lab/clients/clients.ts';
import { clientWords } from '../../lesson/clients.ts';
import type { ClientRow, ClientTable as Table } from '../../view/clients.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import styles from './clients.module.css';

const icons = { connects: Check, fails: X, 'not-measured': Minus };

export interface ClientTableProps {
  /** Undefined where no client was measured with the fault, and until the answers are there. */
  readonly table: Table | undefined;
  readonly chosen: ClientId | undefined;
  readonly onChoose: (client: ClientId) => void;
}

/** What each client makes of the same bytes; the chosen one is drawn beside it. */
export function ClientTable({ table, chosen, onChoose }: ClientTableProps) {
  const words = useWords(clientWords);
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.title}
        {table && <small>{table.measured ? words.measured(Date.parse(measuredOn)) : words.derived}</small>}
      </h2>
      {table ? (
        <>
          <table className={styles.table}>
            <caption className="spoken">{words.caption}</caption>
            <tbody>
              {table.rows.map((row) => (
                <Row
                  key={row.client.id}
                  row={row}
                  chosen={row.client.id === chosen}
                  onChoose={() => onChoose(row.client.id)}
                />
              ))}
            </tbody>
          </table>
          <p className={styles.note}>
            {noteOf(table, words)} {words.conditions}
          </p>
        </>
      ) : (
        <p className={styles.note}>{words.noRow}</p>
      )}
    </section>
  );
}

function noteOf(table: Table, words: (typeof clientWords)['en']): string {
  if (table.fault) return `${words.faults[table.fault]}.`;
  const found = table.findings.map((finding) => words.findings[finding]).join(', ');
  const more = table.findings.includes('missing-issuer') ? ` ${words.preloads} ${words.nodeAdvice}` : '';
  return found === '' ? words.nothingWrong : `${found}.${more}`;
}

interface RowProps {
  readonly row: ClientRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ row, chosen, onChoose }: RowProps) {
  const words = useWords(clientWords);
  const { client } = row;
  const remarks = [
    row.code === undefined ? '' : words.code[client.codeIs](row.code),
    row.alert === undefined ? '' : row.alert ? words.alert(row.alert.name, row.alert.code) : words.noAlert,
    typeof row.proceed === 'boolean' ? (row.proceed ? words.proceed : words.noProceed) : '',
    row.helped ? words.helped[row.helped] : '',
    row.lets.length > 0 ? words.lets(row.lets) : '',
    row.verdict === 'not-measured' ? '' : words.basis[row.basis],
  ].filter(Boolean);
  return (
    <tr className={chosen ? styles.chosen : undefined}>
      <th scope="row">
        <button type="button" aria-pressed={chosen} aria-label={words.choose(client.name)} onClick={onChoose}>
          {client.name}
        </button>{' '}
        <small>{client.version}</small>
      </th>
      <td className={`${styles.verdict} ${styles[row.verdict]}`}>
        <span>
          <Icon of={icons[row.verdict]} size={14} />
          {words.verdicts[row.verdict]}
        </span>
      </td>
      <td>
        {row.text !== undefined && (
          <code lang="en">
            <Breakable text={row.text} />
          </code>
        )}
        {remarks.length > 0 && (
          <em className={row.text === undefined ? undefined : styles.line}>{remarks.join(' · ')}</em>
        )}
      </td>
    </tr>
  );
}
