import { useEffect, useState } from 'react';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import { toHex } from '../../bytes/hex.ts';
import { encodePem } from '../../interchange/pem.ts';
import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { fingerprintOf } from '../../state/fingerprint.ts';
import { certificateText } from '../../view/certificate-text.ts';
import { certificateOf } from '../../view/certificates.ts';
import type { ChainEntry } from '../../view/certificates.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { IconButton } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Asn1View } from './asn1-view.tsx';
import { ReadView } from './read-view.tsx';
import { saveBytes } from './save-bytes.ts';
import styles from './certificates.module.css';

export type CertificateViewName = 'read' | 'asn1' | 'text' | 'pem';

export interface CertificateViewProps {
  readonly trace: Trace;
  readonly step: Step;
  readonly entry: ChainEntry;
  readonly view: CertificateViewName;
}

/** One certificate: every field at its bytes, the tree, text or PEM; copy and download. */
export function CertificateView({ trace, step, entry, view }: CertificateViewProps) {
  const all = useWords(inspectorWords);
  const words = all.certificates;
  const { notify } = useActions();
  const { der } = entry.record;
  const certificate = certificateOf(entry.record);
  const fingerprint = useFingerprint(der);
  const pem = encodePem('CERTIFICATE', der);
  const name = entry.name || words.broken;
  const text = certificate ? certificateText(certificate, fingerprint, words, all.values) : toHex(der);
  const fileName = (entry.name || 'certificate').replace(/[^\w.-]+/g, '-').toLowerCase();

  const copy = (): void => {
    const copied = { read: text, text, asn1: toHex(der), pem }[view];
    void copyText(copied).then((done) => notify(done ? words.copied(name) : all.frame.copyFailed));
  };
  const downloads = [
    {
      id: 'pem',
      label: words.download.pem,
      note: `${fileName}.pem`,
      onSelect: () => saveBytes(`${fileName}.pem`, new TextEncoder().encode(pem)),
    },
    {
      id: 'der',
      label: words.download.der,
      note: `${fileName}.der`,
      onSelect: () => saveBytes(`${fileName}.der`, der),
    },
  ];
  return (
    <article className={styles.certificate}>
      <header>
        <h2>{name}</h2>
        <span className={styles.facts}>
          {words.version}
          <i />
          {entry.from === 'sent' ? words.entry(entry.position) : words.inStore}
          <i />
          {words.size(der.length, '')}
        </span>
        <span className={styles.actions}>
          <IconButton icon={Copy} small label={words.copy[view]} tip="below-end" onClick={copy} />
          <Menu
            label={words.downloadMenu}
            sections={[{ items: downloads }]}
            renderTrigger={(props) => (
              <IconButton icon={Download} small label={words.downloadMenu} tip="below-end" {...props} />
            )}
          />
        </span>
      </header>
      {view === 'asn1' || !certificate ? (
        <Asn1View step={step} record={entry.record} negotiated={trace.negotiated} />
      ) : view === 'read' ? (
        <ReadView
          certificate={certificate}
          record={entry.record}
          step={step}
          trace={trace}
          fingerprint={fingerprint}
        />
      ) : (
        // It scrolls, so keys must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} className={styles.plain}>
          {view === 'pem' ? pem : text}
        </pre>
      )}
    </article>
  );
}

function useFingerprint(der: Uint8Array<ArrayBuffer>): string {
  const [found, setFound] = useState({ der, hex: '' });
  useEffect(() => {
    let wanted = true;
    void fingerprintOf(der).then((hex) => {
      if (wanted) setFound({ der, hex });
    });
    return () => {
      wanted = false;
    };
  }, [der]);
  return found.der === der ? found.hex : '';
}
