import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { shownCertificates } from '../../view/bytes-tabs.ts';
import { chainOf } from '../../view/certificates.ts';
import { useSwitchSlot } from '../inspector/use-slots.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useWords } from '../use-lab.ts';
import { CertificateView } from './certificate-view.tsx';
import type { CertificateViewName } from './certificate-body.tsx';
import { ChainList } from './chain-list.tsx';
import styles from './certificates.module.css';

const views: readonly CertificateViewName[] = ['read', 'asn1', 'text', 'pem'];

/** The chain of the step at the left, one certificate of it at the right. */
export function CertificatesPanel({ trace, step }: { readonly trace: Trace; readonly step: Step }) {
  const words = useWords(inspectorWords).certificates;
  const slot = useSwitchSlot();
  const [view, setView] = useState<CertificateViewName>('read');
  const [chosen, setChosen] = useState(0);
  const chain = chainOf(trace, step, shownCertificates(trace, step));
  const entry = chain.entries[Math.min(chosen, chain.entries.length - 1)];
  if (!entry) return null;
  return (
    <div className={styles.panel}>
      {slot &&
        createPortal(
          <Segmented
            label={words.view}
            segments={views.map((id) => ({ id, label: words.views[id] }))}
            selected={view}
            onSelect={setView}
          />,
          slot,
        )}
      <ChainList chain={chain} selected={chain.entries.indexOf(entry)} onSelect={setChosen} />
      <CertificateView
        key={entry.index}
        trace={trace}
        step={step}
        entry={entry}
        view={view}
        onView={setView}
      />
    </div>
  );
}
