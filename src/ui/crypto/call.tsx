import type { Operation } from '../../crypto/recorder.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { useWords } from '../use-lab.ts';
import styles from './operation.module.css';

/** What was called, and why that function. */
export function Call({
  operation,
  lines,
}: {
  readonly operation: Operation;
  readonly lines: readonly string[];
}) {
  const words = useWords(inspectorWords).crypto;
  const { backend } = operation;
  const bytes = operation.outputs[0]?.bytes.length ?? 0;
  const hashLength = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }[operation.algorithm] ?? 32;
  const note =
    backend !== 'WebCrypto' && backend !== 'none'
      ? words.notes.library(backend)
      : operation.name === 'hkdf-expand-label'
        ? words.notes.expand(bytes, Math.ceil(bytes / hashLength))
        : operation.name === 'hkdf-extract'
          ? words.notes.extract
          : '';
  return (
    <div className={styles.block}>
      <h3>{backend === 'none' ? words.noCall : backend === 'WebCrypto' ? words.call : backend}</h3>
      {lines.length > 0 && (
        <pre className={styles.code}>
          {lines.map((line, i) => (
            <span key={i}>
              {emphasised(line)}
              {'\n'}
            </span>
          ))}
        </pre>
      )}
      <p className={styles.note}>
        {note} <RfcLink spec={operation.spec} />
      </p>
    </div>
  );
}

/** The name of the WebCrypto function stands out. */
function emphasised(line: string) {
  const match = /^(.*crypto\.(?:subtle\.)?)([a-zA-Z]+)(\(.*)$/.exec(line);
  if (!match) return line;
  return (
    <>
      {match[1]}
      <b>{match[2]}</b>
      {match[3]}
    </>
  );
}
