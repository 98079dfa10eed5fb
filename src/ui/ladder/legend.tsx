import { memo } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { Seal } from '../icons/seal.tsx';
import { useWords } from '../use-lab.ts';
import { WireSample } from './wire.tsx';
import styles from './legend.module.css';

interface LegendProps {
  readonly short: boolean;
  readonly early: boolean;
  readonly tls12: boolean;
}

/** Wire, seal, bracket and word of each level; that of early keys only where a run has some. */
export const Legend = memo(function Legend({ short, early, tls12 }: LegendProps) {
  const { legend } = useWords(labWords).ladder;
  if (tls12) return <Tls12Legend short={short} />;
  return (
    <div className={`${styles.legend} ${short ? styles.short : early ? styles.five : ''}`}>
      <span>
        {!short && <WireSample kind="plaintext" />}
        <Seal kind="plaintext" />
        {legend.plaintext}
      </span>
      {early && (
        <span>
          {!short && <WireSample kind="early" />}
          <Seal kind="early" />
          <b>( )</b>
          {legend.early}
        </span>
      )}
      <span>
        {!short && <WireSample kind="handshake" />}
        <Seal kind="handshake" />
        <b>{'{ }'}</b>
        {short || early ? legend.handshakeShort : legend.handshake}
      </span>
      <span>
        {!short && <WireSample kind="application" />}
        <Seal kind="application" />
        <b>[ ]</b>
        {short || early ? legend.applicationShort : legend.application}
      </span>
      <span>
        <Seal kind="local" />
        {legend.local}
      </span>
    </div>
  );
});

/** One set of keys; the brackets only say whether it is a handshake message. */
function Tls12Legend({ short }: { readonly short: boolean }) {
  const { legend } = useWords(labWords).ladder;
  return (
    <div className={`${styles.legend} ${short ? styles.short : ''}`}>
      <span>
        {!short && <WireSample kind="plaintext" />}
        <Seal kind="plaintext" />
        {legend.plaintext}
      </span>
      <span>
        {!short && <WireSample kind="application" />}
        <Seal kind="application" />
        {legend.connection}
      </span>
      {!short && (
        <span>
          <b>{'{ }'}</b>
          {legend.handshakeMessage}
        </span>
      )}
      <span>
        <Seal kind="local" />
        {legend.local}
      </span>
    </div>
  );
}
