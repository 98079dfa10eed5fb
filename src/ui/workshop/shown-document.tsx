import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { toHex, utf8 } from '../../bytes/hex.ts';
import { encodePem } from '../../interchange/pem.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { documentField, pemLabels } from '../../view/documents.ts';
import type { DocumentKind } from '../../view/documents.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { Asn1View } from '../certificates/asn1-view.tsx';
import { CertificateDialog } from '../certificates/document-dialog.tsx';
import { saveBytes } from '../certificates/save-bytes.ts';
import { IconButton } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { useWorkshopState } from './use-workshop.ts';
import type { ShownDocument } from './use-workshop.ts';
import certificateStyles from '../certificates/certificates.module.css';
import styles from '../certificates/document-dialog.module.css';

export interface ShownDocumentProps {
  readonly document: ShownDocument;
  readonly onClose: () => void;
}

/** A document of the workshop, to its last byte. */
export function ShownDocumentDialog({ document, onClose }: ShownDocumentProps) {
  const now = useWorkshopState((state) => state.now);
  const { kind, der, name, issuer } = document;
  if (kind === 'certificate')
    return <CertificateDialog der={der} name={name} clock={now} issuer={issuer} onClose={onClose} />;
  return <OtherDocument document={document} kind={kind} onClose={onClose} />;
}

interface OtherProps extends ShownDocumentProps {
  readonly kind: Exclude<DocumentKind, 'certificate'>;
}

/** Requests, lists, questions and answers: tree and bytes, PEM where there is such a form, and the command that reads it. */
function OtherDocument({ document, kind, onClose }: OtherProps) {
  const all = useWords(inspectorWords);
  const words = useWords(workshopWords).documents;
  const { notify } = useActions();
  const [view, setView] = useState<'asn1' | 'pem'>('asn1');
  const { der, name } = document;
  const label = pemLabels[kind];
  const pem = label === undefined ? undefined : encodePem(label, der);
  const isPem = view === 'pem' && pem !== undefined;
  const save = (): void =>
    pem === undefined ? saveBytes(`${kind}.der`, der) : saveBytes(`${kind}.pem`, utf8(pem));
  return (
    <Dialog title={words[kind]} closeLabel={all.certificates.close} wide onClose={onClose}>
      <div className={styles.frame}>
        {pem !== undefined && (
          <Segmented
            label={words.view}
            segments={[
              { id: 'asn1', label: words.views.asn1 },
              { id: 'pem', label: words.views.pem },
            ]}
            selected={view}
            onSelect={setView}
            className={styles.views}
          />
        )}
        <article className={certificateStyles.certificate}>
          <header>
            <h2>{name}</h2>
            <span className={certificateStyles.facts}>{all.certificates.size(der.length, '')}</span>
            <span className={certificateStyles.actions}>
              <IconButton
                icon={Copy}
                small
                label={all.certificates.copy[view]}
                tip="below-end"
                onClick={() => {
                  void copyText(isPem ? pem : toHex(der)).then((done) =>
                    notify(done ? words.copied(name) : all.frame.copyFailed),
                  );
                }}
              />
              <IconButton
                icon={Download}
                small
                label={all.certificates.download[pem === undefined ? 'der' : 'pem']}
                tip="below-end"
                onClick={save}
              />
            </span>
          </header>
          {isPem ? (
            // It scrolls, so keys must reach it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <pre tabIndex={0} lang="en" className={certificateStyles.plain}>
              {pem}
            </pre>
          ) : (
            <Asn1View der={der} field={documentField(kind, der)} beside />
          )}
        </article>
        <code className={styles.command}>{words.commands[kind]}</code>
      </div>
    </Dialog>
  );
}
