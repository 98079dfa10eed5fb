import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { Trace } from '../../lab/trace.ts';
import { measuredOn } from '../../lab/client-messages.ts';
import { clientWords } from '../../lesson/clients.ts';
import { type ClientRow, clientTable } from '../../view/clients.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import styles from './clients.module.css';

const icons = { connects: Check, depends: CircleDashed, fails: X, 'not-measured': Minus };

/** Measured messages of real clients for this fault, each with its version. */
export function ClientTable({ trace }: { readonly trace: Trace }) {
  const words = useWords(clientWords);
  const table = clientTable(trace);
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.title}
        {table.row && <small>{words.measured(Date.parse(measuredOn))}</small>}
      </h2>
      {table.row ? (
        <>
          <table className={styles.table}>
            <caption className="spoken">{words.caption}</caption>
            <tbody>
              {table.rows.map((row) => (
                <Row key={row.client.id} row={row} />
              ))}
            </tbody>
          </table>
          <p className={styles.note}>
            {words.faults[table.row]}. {words.conditions}{' '}
            {table.row === 'missing-intermediate' && words.preloads}
          </p>
        </>
      ) : (
        <p className={styles.note}>{words.noRow}</p>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: ClientRow }) {
  const words = useWords(clientWords);
  const { client } = row;
  const code = row.code === undefined ? '' : words.code[client.codeIs](row.code);
  return (
    <tr>
      <th scope="row">
        {client.name} <small>{client.version}</small>
      </th>
      <td className={`${styles.verdict} ${styles[row.verdict]}`}>
        <span>
          <Icon of={icons[row.verdict]} size={14} />
          {words.verdicts[row.verdict]}
        </span>
      </td>
      <td>
        {row.text !== undefined && (
          <code>
            <Breakable text={row.text} />
          </code>
        )}
        {code !== '' && <em> {code}</em>}
        {row.inferred && <em> {words.inferred}</em>}
        {row.fetches && <em className={styles.line}>{words.fetches}</em>}
      </td>
    </tr>
  );
}
