import { useState } from 'react';
import { inspectorWords } from '../../lesson/inspector.ts';
import { secondReadingOf } from '../../state/second-reading.ts';
import type { SecondReading } from '../../state/second-reading.ts';
import type { Certificate } from '../../x509/model.ts';
import { useWords } from '../use-lab.ts';
import styles from './certificates.module.css';

export interface SecondReaderProps {
  readonly certificate: Certificate;
  /** Whose key should verify the signature; absent where it is nowhere to be had. */
  readonly issuer: Certificate | undefined;
}

type State =
  | { readonly kind: 'idle' | 'asking' }
  | { readonly kind: 'read'; readonly reading: SecondReading }
  | { readonly kind: 'failed'; readonly why: string };

/** A row that lets a library which shares no code with ours read the same bytes. */
export function SecondReader({ certificate, issuer }: SecondReaderProps) {
  const words = useWords(inspectorWords).certificates.second;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const ask = (): void => {
    setState({ kind: 'asking' });
    secondReadingOf(certificate.der, issuer?.der).then(
      (reading) => setState({ kind: 'read', reading }),
      (error: unknown) =>
        setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (
    <div className={styles.row}>
      <dt>{words.label}</dt>
      <dd aria-live="polite">
        {state.kind === 'idle' && (
          <button type="button" className={styles.ask} onClick={ask}>
            {words.ask}
          </button>
        )}
        {state.kind === 'asking' && words.asking}
        {state.kind === 'failed' && words.failed(state.why)}
        {state.kind === 'read' && <Reading reading={state.reading} issuer={issuer} />}
      </dd>
      <dd />
    </div>
  );
}

function Reading({
  reading,
  issuer,
}: {
  readonly reading: SecondReading;
  readonly issuer: Certificate | undefined;
}) {
  const words = useWords(inspectorWords).certificates.second;
  const { comparisons, library, signature } = reading;
  const different = comparisons.filter(({ ours, theirs }) => ours !== theirs).map(({ what }) => what);
  const name = issuer?.subject.commonName ?? issuer?.subject.text ?? '';
  const agreement =
    different.length === 0 ? words.same(comparisons.length, library) : words.differs(different, library);
  const verdict =
    signature === undefined ? words.noIssuer : signature ? words.verified(name) : words.notVerified(name);
  return `${agreement}, ${verdict}.`;
}
