import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import { inspectorWords } from '../../lesson/inspector.ts';
import type { Pkcs1Block } from '../../view/pkcs1-block.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { HexLines } from './hex-lines.tsx';
import styles from './operation.module.css';

/** The padded block of RSA key exchange, part by part, and at the server what it made of it. */
export function Pkcs1BlockView({ block }: { readonly block: Pkcs1Block }) {
  const words = useWords(inspectorWords).crypto;
  const { pkcs1 } = words;
  return (
    <section className={styles.block} aria-label={pkcs1.title}>
      <h3>
        {pkcs1.title} <em>{block.decryption ? pkcs1.came : pkcs1.goes}</em>
        <span>{words.size(block.bytes.length)}</span>
      </h3>
      <ul className={styles.parts}>
        {block.parts.map(({ id, bytes }) => (
          <li key={id}>
            <p>{pkcs1.parts[id](bytes.length)}</p>
            <HexLines bytes={bytes} level={id === 'version' || id === 'random' ? 'neutral' : undefined} />
          </li>
        ))}
      </ul>
      {block.decryption && <Countermeasure block={block} decryption={block.decryption} />}
    </section>
  );
}

/** RFC 5246 §7.4.7.1: three checks, and one of two ways on, which look the same from outside. */
function Countermeasure({
  block,
  decryption,
}: {
  readonly block: Pkcs1Block;
  readonly decryption: NonNullable<Pkcs1Block['decryption']>;
}) {
  const { pkcs1 } = useWords(inspectorWords).crypto;
  const { checks: words } = pkcs1;
  const version = block.parts.find(({ id }) => id === 'version')?.bytes;
  const texts = {
    padding: words.padding,
    length: decryption.messageLength > 0 ? words.length(decryption.messageLength) : words.lengthUnknown,
    version: decryption.offered
      ? words.version(version && hex(version), hex(decryption.offered))
      : words.versionUnknown,
  };
  return (
    <>
      <ul className={styles.checks} aria-label={words.title}>
        {decryption.checks.map(({ id, passed }) => (
          <li key={id} data-state={stateOf(passed)}>
            <Icon of={icons[stateOf(passed)]} size={13} />
            <span>{texts[id]}</span>
            <em>{words.state[stateOf(passed)]}</em>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{pkcs1.branch[decryption.branch]}</p>
    </>
  );
}

const icons = { passed: Check, failed: X, skipped: Minus };

function stateOf(passed: boolean | undefined): keyof typeof icons {
  return passed === undefined ? 'skipped' : passed ? 'passed' : 'failed';
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
