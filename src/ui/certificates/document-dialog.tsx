import { useState } from 'react';
import type { ReactNode } from 'react';
import { inspectorWords } from '../../lesson/inspector.ts';
import { documentField } from '../../view/documents.ts';
import type { Certificate } from '../../x509/model.ts';
import { Dialog } from '../primitives/dialog.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { useWords } from '../use-lab.ts';
import { CertificateBody } from './certificate-body.tsx';
import type { CertificateViewName } from './certificate-body.tsx';
import styles from './document-dialog.module.css';

const views: readonly CertificateViewName[] = ['read', 'asn1', 'text', 'pem'];

export interface CertificateDialogProps {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly place?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly clock: number;
  readonly issuer: Certificate | undefined;
  readonly onClose: () => void;
  /** Below the certificate. */
  readonly children?: ReactNode;
}

/** The inspector for a certificate that stands nowhere in a run. */
export function CertificateDialog({
  der,
  name,
  place,
  clock,
  issuer,
  onClose,
  children,
}: CertificateDialogProps) {
  const words = useWords(inspectorWords).certificates;
  const [view, setView] = useState<CertificateViewName>('read');
  const [start, setStart] = useState<string>();
  return (
    <Dialog title={words.dialog} closeLabel={words.close} wide onClose={onClose}>
      <div className={styles.frame}>
        <Segmented
          label={words.view}
          segments={views.map((id) => ({ id, label: words.views[id] }))}
          selected={view}
          onSelect={setView}
          className={styles.views}
        />
        <CertificateBody
          der={der}
          field={documentField('certificate', der)}
          name={name}
          place={place}
          clock={clock}
          issuer={issuer}
          beside
          view={view}
          start={start}
          linkTo={(path) => () => {
            setStart(path);
            setView('asn1');
          }}
        />
        {children}
      </div>
    </Dialog>
  );
}
