import { useEffect, useState } from 'react';
import type { HashName } from '../../crypto/port.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { fingerprintOf } from '../../state/fingerprint.ts';
import type { Fingerprint } from '../../state/fingerprint.ts';
import { useWords } from '../use-lab.ts';
import styles from './certificates.module.css';

const hashes = ['SHA-256', 'SHA-1'] as const satisfies readonly HashName[];

/**
 * The fingerprints, computed while the reader looks. One bit can be flipped, to see that the value is made
 * of all the bytes and stands nowhere in them.
 */
export function Fingerprints({ der }: { readonly der: Uint8Array<ArrayBuffer> }) {
  const words = useWords(inspectorWords).certificates;
  const [isFlipped, setFlipped] = useState(false);
  return (
    <>
      {hashes.map((hash, i) => (
        <div key={hash} className={styles.row}>
          <dt>{words.fingerprints[hash]}</dt>
          <dd className={styles.fingerprint}>
            <Value hash={hash} der={der} isFlipped={isFlipped} />
            {i === 0 && (
              <button
                type="button"
                className={styles.ask}
                aria-pressed={isFlipped}
                onClick={() => setFlipped(!isFlipped)}
              >
                {isFlipped ? words.unflip : words.flip}
              </button>
            )}
          </dd>
          <dd className={styles.computed}>
            {words.computed(der.length, isFlipped).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </dd>
        </div>
      ))}
    </>
  );
}

interface ValueProps {
  readonly hash: HashName;
  readonly der: Uint8Array<ArrayBuffer>;
  readonly isFlipped: boolean;
}

function Value({ hash, der, isFlipped }: ValueProps) {
  const words = useWords(inspectorWords).certificates;
  const found = useFingerprint(hash, der, isFlipped);
  const original = useFingerprint(hash, der, false);
  if (!found) return <code>{words.computing}</code>;
  const lines = found.hex.match(/.{1,32}/g) ?? [];
  return (
    <code title={words.by(found.backend)}>
      {lines.map((line, i) => (
        <span key={i} className={styles.digits}>
          {isFlipped && original ? marked(line, original.hex.slice(32 * i)) : line}
        </span>
      ))}
    </code>
  );
}

/** Digits that differ stand out. */
function marked(line: string, before: string) {
  return Array.from(line, (digit, i) => (digit === before[i] ? digit : <mark key={i}>{digit}</mark>));
}

function useFingerprint(
  hash: HashName,
  der: Uint8Array<ArrayBuffer>,
  isFlipped: boolean,
): Fingerprint | undefined {
  const [found, setFound] = useState<{ readonly key: unknown; readonly value: Fingerprint }>();
  const key = `${hash} ${isFlipped}`;
  useEffect(() => {
    let wanted = true;
    const bytes = der.slice();
    if (isFlipped) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    void fingerprintOf(hash, bytes).then((value) => {
      if (wanted) setFound({ key: [der, key], value });
    });
    return () => {
      wanted = false;
    };
  }, [hash, der, isFlipped, key]);
  const [ofDer, ofKey] = (found?.key ?? []) as readonly unknown[];
  return ofDer === der && ofKey === key ? found?.value : undefined;
}
