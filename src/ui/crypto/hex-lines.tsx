import styles from './operation.module.css';

export interface HexLinesProps {
  readonly bytes: Uint8Array;
  /** Tinted in the colour of the keys it belongs to. */
  readonly level?: 'early' | 'handshake' | 'application' | 'neutral' | undefined;
}

/** Hex, sixteen bytes a line, in two groups of eight. */
export function HexLines({ bytes, level }: HexLinesProps) {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) lines.push(lineOf(bytes.subarray(at, at + 16)));
  return (
    <div className={styles.hex} data-level={level}>
      {lines.map((line, i) => (
        <span key={i}>{line}</span>
      ))}
    </div>
  );
}

function lineOf(bytes: Uint8Array): string {
  let text = '';
  bytes.forEach((byte, i) => {
    text += (i === 0 ? '' : i === 8 ? '  ' : ' ') + byte.toString(16).padStart(2, '0');
  });
  return text;
}
