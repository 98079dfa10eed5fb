import Globe from 'lucide-react/icons/globe';
import Minus from 'lucide-react/icons/minus';
import { fromHex } from '../../bytes/hex.ts';
import type { Observer } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { valueLabel, valueNameWords } from '../../lesson/value-names.ts';
import { shortHex } from '../../view/bytes-text.ts';
import type { KeyCell, KeyRow } from '../../view/keys.ts';
import { observers } from '../../view/ledger.ts';
import { Icon } from '../icons/icon.tsx';
import { KeyGlyph } from '../icons/key-glyph.tsx';
import { observerIcons } from '../ledger/ledger.tsx';
import { useWords } from '../use-lab.ts';
import styles from './keys.module.css';

/** A row per value, a column per observer; the chip says verb and step. */
export function KeyMatrix({ rows, full }: { readonly rows: readonly KeyRow[]; readonly full: boolean }) {
  const words = useWords(inspectorWords);
  return (
    <table className={styles.matrix} data-full={full || undefined}>
      <thead>
        <tr>
          <th scope="col">{words.keys.order}</th>
          <th scope="col" className={styles.valueHead}>
            {words.keys.value}
          </th>
          {observers.map((observer) => (
            <th key={observer} scope="col" className={styles.observer}>
              <Icon of={observerIcons[observer]} size={14} />
              <span>{observer === 'eavesdropper' ? words.keys.eve : words.parties[observer]}</span>
              <u aria-hidden="true">{words.keys.step}</u>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={`${row.isNew ? styles.new : ''} ${row.isLater ? styles.later : ''}`}>
            <th scope="row" data-depth={row.depth}>
              {row.label ?? (row.word && words.keys.rows[row.word])}
            </th>
            <td className={styles.value}>{row.isLater ? '' : <Value row={row} full={full} />}</td>
            {observers.map((observer) => (
              <td key={observer}>
                <Cell cell={row.cells[observer]} observer={observer} row={row} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ row, full }: { readonly row: KeyRow; readonly full: boolean }) {
  const names = useWords(valueNameWords);
  if (full) {
    return row.values.map(({ name, hex }) => (
      <span key={name} className={styles.full}>
        {row.values.length > 1 && <i>{valueLabel(name, names)}</i>}
        {hex}
      </span>
    ));
  }
  if (row.algorithms.length > 0) return row.algorithms.join(', ');
  const [first, second] = row.values;
  if (!first) return null;
  if (second) return `${first.hex.slice(0, 5)}… ${second.hex.slice(0, 5)}…`;
  return shortHex(fromHex(first.hex));
}

function Cell({
  cell,
  observer,
  row,
}: {
  readonly cell: KeyCell;
  readonly observer: Observer;
  readonly row: KeyRow;
}) {
  const words = useWords(inspectorWords).keys;
  if (cell.kind === 'cannot' || cell.kind === 'unrecorded') {
    return (
      <span className={styles.cannot}>
        <Icon of={Minus} size={11} />
        <span>{cell.kind === 'cannot' ? words.cannot : words.unrecorded}</span>
      </span>
    );
  }
  if (cell.kind === 'later') {
    return (
      <span className={`${styles.chip} ${styles.unknown}`}>
        <span>{words.later}</span>
        <u>{cell.step + 1}</u>
      </span>
    );
  }
  const constant = observer === 'eavesdropper' && cell.tone === 'public' && row.id !== 'public';
  const steps = cell.from === cell.to ? `${cell.from + 1}` : `${cell.from + 1}–${cell.to + 1}`;
  return (
    <span className={`${styles.chip} ${styles[cell.tone]}`}>
      {cell.tone === 'public' ? <Icon of={Globe} size={11} /> : <KeyGlyph />}
      <span>
        {cell.tone === 'leaked' ? words.leaked : cell.hows.map((how) => words.hows[how]).join(', ')}
      </span>
      {!constant && <u>{cell.hows.includes('had') ? words.before : steps}</u>}
    </span>
  );
}
