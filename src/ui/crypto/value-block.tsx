import { useState } from 'react';
import { inspectorWords } from '../../lesson/inspector.ts';
import type { ValueRow } from '../../view/crypto.ts';
import { KeyGlyph } from '../icons/key-glyph.tsx';
import { useWords } from '../use-lab.ts';
import { HexLines } from './hex-lines.tsx';
import styles from './operation.module.css';

const most = 96;

/** One input or output: role, name, size, bytes. Long ones open on demand. */
export function ValueBlock({
  row,
  isOutput = false,
}: {
  readonly row: ValueRow;
  readonly isOutput?: boolean;
}) {
  const words = useWords(inspectorWords).crypto;
  const { value, argument, label, level } = row;
  const [shown, setShown] = useState<unknown>();
  const all = shown === value || value.bytes.length <= most;
  return (
    <div className={styles.block}>
      <h3>
        {value.secrecy === 'secret' && <KeyGlyph size={12} />}
        {words.arguments[argument]} <em>{label}</em>
        <span>{words.size(value.bytes.length)}</span>
      </h3>
      {value.bytes.length === 0 ? (
        <p className={styles.note}>{words.empty}</p>
      ) : (
        <HexLines
          bytes={all ? value.bytes : value.bytes.subarray(0, most - 32)}
          level={isOutput ? (level ?? 'neutral') : undefined}
        />
      )}
      {!all && (
        <button type="button" className={styles.more} onClick={() => setShown(value)}>
          {words.showAll(value.bytes.length)}
        </button>
      )}
    </div>
  );
}
