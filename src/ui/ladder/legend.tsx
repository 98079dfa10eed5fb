import { labWords } from '../../lesson/lab.ts';
import { Seal } from '../icons/seal.tsx';
import { useWords } from '../use-lab.ts';
import { WireSample } from './wire.tsx';
import styles from './legend.module.css';

/** Wire, seal, bracket and word of each level. */
export function Legend({ short }: { readonly short: boolean }) {
  const { legend } = useWords(labWords).ladder;
  return (
    <div className={`${styles.legend} ${short ? styles.short : ''}`}>
      <span>
        {!short && <WireSample kind="plaintext" />}
        <Seal kind="plaintext" />
        {legend.plaintext}
      </span>
      <span>
        {!short && <WireSample kind="handshake" />}
        <Seal kind="handshake" />
        <b>{'{ }'}</b>
        {short ? legend.handshakeShort : legend.handshake}
      </span>
      <span>
        {!short && <WireSample kind="application" />}
        <Seal kind="application" />
        <b>[ ]</b>
        {short ? legend.applicationShort : legend.application}
      </span>
      <span>
        <Seal kind="local" />
        {legend.local}
      </span>
    </div>
  );
}
