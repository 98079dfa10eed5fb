import { labWords } from '../../lesson/lab.ts';
import { Seal } from '../icons/seal.tsx';
import { useWords } from '../use-lab.ts';
import { WireSample } from './wire.tsx';
import styles from './legend.module.css';

/** Wire, seal, bracket and word of each level; that of early keys only where a run has some. */
export function Legend({ short, early }: { readonly short: boolean; readonly early: boolean }) {
  const { legend } = useWords(labWords).ladder;
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
}
