import type { ReactNode } from 'react';
import Search from 'lucide-react/icons/search';
import { workshopWords } from '../../lesson/workshop.ts';
import { IconButton } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { useOpenDocument } from './use-workshop.ts';
import type { ShownDocument } from './use-workshop.ts';
import styles from './document-box.module.css';

export interface DocumentBoxProps {
  readonly document: ShownDocument;
  readonly label: string;
  readonly title: string;
  /** An ink edge: signed by an authority; a double edge: not. */
  readonly isSigned: boolean;
  /** On its way from one desk to the next. */
  readonly isFlying?: boolean;
  /** Red title: what it says ends trust. */
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

/** A document on a desk; a press on the glass shows all of its bytes. */
export function DocumentBox({
  document,
  label,
  title,
  isSigned,
  isFlying = false,
  isBad = false,
  children,
}: DocumentBoxProps) {
  const words = useWords(workshopWords);
  const open = useOpenDocument();
  return (
    <article
      className={`${styles.document} ${isSigned ? '' : styles.unsigned} ${isFlying ? styles.flying : ''}`}
    >
      <header>
        <span>{label}</span>
        <u>{words.bytes(document.der.length)}</u>
        <IconButton
          icon={Search}
          small
          tip="below-end"
          label={words.lookAt(`${label}, ${title}`)}
          onClick={() => open(document)}
        />
      </header>
      <h3 className={isBad ? styles.bad : undefined}>{title}</h3>
      {children}
    </article>
  );
}

/** Label and value, row by row. */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
