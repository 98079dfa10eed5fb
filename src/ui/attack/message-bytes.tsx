import type { MessageStep, Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { differenceOf, type DiffRow } from '../../view/attack.ts';
import { BytesPanel } from '../bytes/bytes-panel.tsx';
import { phone, useMedia } from '../inspector/use-media.ts';
import { useWords } from '../use-lab.ts';
import styles from './attack.module.css';

/** Before and after, where they differ. */
export function Difference({ step }: { readonly step: MessageStep }) {
  const { diff } = useWords(attackWords);
  const difference = differenceOf(step);
  if (!difference) return null;
  return (
    <div className={styles.diff} data-level={step.level}>
      <Rows title={diff.sent(step.from)} rows={difference.sent} side="sent" />
      <Rows
        title={diff.delivered(step.to)}
        rows={difference.delivered}
        side="delivered"
        note={
          difference.lengths[0] === difference.lengths[1]
            ? diff.changed(difference.changed)
            : diff.length(...difference.lengths)
        }
      />
    </div>
  );
}

/** The message as it stands on the wire. */
export function MessageBytes({ trace, step }: { readonly trace: Trace; readonly step: MessageStep }) {
  const isPhone = useMedia(phone);
  return (
    <div className={styles.bytes}>
      <BytesPanel step={step} negotiated={trace.negotiated} wire only={isPhone ? 'fields' : undefined} />
    </div>
  );
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly DiffRow[];
  readonly side: 'sent' | 'delivered';
  readonly note?: string;
}

function Rows({ title, rows, side, note }: RowsProps) {
  return (
    <div>
      <h2>
        {title}
        {note && <small>{note}</small>}
      </h2>
      {rows.map(({ offset, bytes }) => (
        <p key={offset} className={styles.diffRow}>
          <b>{offset.toString(16).padStart(4, '0')}</b>
          {bytes.map(({ hex, changed }, at) => (
            <span key={at} className={changed ? styles[side] : undefined}>
              {hex}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
