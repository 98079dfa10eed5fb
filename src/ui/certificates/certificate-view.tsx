import { useState } from 'react';
import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { certificateOf, issuerOf, pathInMessage } from '../../view/certificates.ts';
import type { ChainEntry } from '../../view/certificates.ts';
import { useActions, useWords } from '../use-lab.ts';
import { CertificateBody } from './certificate-body.tsx';
import type { CertificateViewName } from './certificate-body.tsx';

export interface CertificateViewProps {
  readonly trace: Trace;
  readonly step: Step;
  readonly entry: ChainEntry;
  readonly view: CertificateViewName;
  readonly onView: (view: CertificateViewName) => void;
}

/** One certificate of a run. A field leads to its bytes in the message, or in the certificate by itself. */
export function CertificateView({ trace, step, entry, view, onView }: CertificateViewProps) {
  const words = useWords(inspectorWords).certificates;
  const { showField } = useActions();
  const [start, setStart] = useState<string>();
  const { record } = entry;
  const issuer = issuerOf(trace, record);
  const sentLevel = step.kind === 'message' ? step.level : 'handshake';
  return (
    <CertificateBody
      der={record.der}
      field={record.field}
      name={entry.name}
      place={entry.from === 'sent' ? words.entry(entry.position) : words.inStore}
      clock={trace.clock}
      issuer={issuer && certificateOf(issuer)}
      level={record.ref.from === 'sent' ? sentLevel : 'plaintext'}
      step={step}
      negotiated={trace.negotiated}
      start={start}
      view={view}
      linkTo={(path) => {
        const inMessage = pathInMessage(step, record, path);
        return () => {
          if (inMessage !== undefined) return showField(inMessage);
          setStart(path);
          onView('asn1');
        };
      }}
    />
  );
}
