import { inspectorWords } from '../../lesson/inspector.ts';
import type { HkdfLabelParts } from '../../view/crypto.ts';
import { useWords } from '../use-lab.ts';
import { HexLines } from './hex-lines.tsx';
import styles from './operation.module.css';

/** struct HkdfLabel, RFC 9846 §7.1: every byte with its meaning. */
export function HkdfLabelBlock({ parts }: { readonly parts: HkdfLabelParts }) {
  const words = useWords(inspectorWords).crypto;
  return (
    <div className={styles.block}>
      <h3>
        {words.hkdfLabel} <em>{words.hkdfLabelNote}</em>
        <span>{words.size(parts.bytes.length)}</span>
      </h3>
      <div className={styles.hex}>
        <p>
          <b>{hex(parts.length.bytes)}</b> <em>{words.length(parts.length.value)}</em>
          {'   '}
          <i>{hex(parts.labelLength.bytes)}</i>{' '}
          <em>{words.labelPart(parts.labelLength.value, parts.label.text)}</em>
        </p>
        <p>
          <i>{hex(parts.label.bytes)}</i>
        </p>
        <p>
          <b>{hex(parts.contextLength.bytes)}</b> <em>{words.contextPart(parts.contextLength.value)}</em>
        </p>
      </div>
      {parts.context.length > 0 && <HexLines bytes={parts.context} />}
    </div>
  );
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
