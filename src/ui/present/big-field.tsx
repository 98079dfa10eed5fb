import type { Step } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { presentWords } from '../../lesson/share.ts';
import { bigField } from '../../view/present.ts';
import { useLab, useWords } from '../use-lab.ts';
import styles from './present.module.css';

/** The spotlight: the selected field, its value and its bytes, and nothing else. */
export function BigField({ step }: { readonly step: Step }) {
  const words = useWords(presentWords);
  const { values } = useWords(inspectorWords);
  const selected = useLab((state) => state.selectedField);
  const byteView = useLab((state) => state.byteView);
  const field = bigField(step, selected, byteView, values);
  if (!field) return null;
  return (
    <section className={styles.field} data-level={field.level}>
      <p className={styles.path}>
        <code>
          {field.parents}
          <b>{field.name}</b>
        </code>
        <span>{words.bytes(field.length)}</span>
      </p>
      {field.value !== '' && <p className={styles.value}>{field.value}</p>}
      <div className={styles.hex}>
        {field.rows.map(({ offset, cells }) => (
          <p key={offset}>
            <span>{offset.toString(16).padStart(4, '0')}</span>
            {cells.map((hex, at) => (
              <b key={at} data-empty={hex === '' || undefined}>
                {hex}
              </b>
            ))}
          </p>
        ))}
        {field.more > 0 && <p>… {words.bytes(field.more)}</p>}
      </div>
    </section>
  );
}
