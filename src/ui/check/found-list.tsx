import KeyRound from 'lucide-react/icons/key-round';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { checkWords } from '../../lesson/check.ts';
import { sentenceWords } from '../../lesson/sentences.ts';
import { documentField } from '../../view/documents.ts';
import { checkRows, countsOf } from '../../view/check.ts';
import type { CheckRow } from '../../view/check.ts';
import { sameName } from '../../x509/name.ts';
import { Asn1View } from '../certificates/asn1-view.tsx';
import { CertificateDialog } from '../certificates/document-dialog.tsx';
import { inspectorWords } from '../../lesson/inspector.ts';
import { Icon } from '../icons/icon.tsx';
import { IconButton } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { useWords } from '../use-lab.ts';
import { useCheck, useCheckActions } from './use-check.ts';
import dialogStyles from '../certificates/document-dialog.module.css';
import styles from './check.module.css';

/** What was found in the paste, in its order; a certificate opens in the inspector. */
export function FoundList() {
  const words = useWords(checkWords).found;
  const items = useCheck((state) => state.items);
  const trace = useCheck((state) => state.trace);
  const [shown, setShown] = useState<CheckRow>();
  const rows = checkRows(items);
  const counts = countsOf(rows);
  const issuer = (row: CheckRow) =>
    rows.find(
      ({ certificate }) =>
        certificate && row.certificate && sameName(certificate.subject, row.certificate.issuer),
    )?.certificate;
  return (
    <section className={styles.found} aria-labelledby="found-title">
      <h2 id="found-title">
        {rows.length === 0 ? words.empty : words.heading(counts.certificates)}
        {counts.keys > 0 && <small>{words.keys(counts.keys)}</small>}
        {counts.faults > 0 && <small className={styles.bad}>{words.faults(counts.faults)}</small>}
      </h2>
      <p className="spoken" aria-live="polite">
        {rows.length > 0 && words.spoken(counts.certificates, counts.keys, counts.faults)}
      </p>
      <ol className={styles.rows}>
        {rows.map((row, i) => (
          <Row key={i} row={row} onShow={() => setShown(row)} />
        ))}
      </ol>
      <p className={styles.hint}>{words.emptyNote}</p>
      {shown?.certificate && (
        <CertificateDialog
          der={shown.certificate.der}
          name={shown.name}
          place={words.line(shown.line, undefined)}
          clock={trace?.clock ?? 0}
          issuer={issuer(shown)}
          onClose={() => setShown(undefined)}
        />
      )}
      {shown?.der && <BrokenDialog der={shown.der} onClose={() => setShown(undefined)} />}
    </section>
  );
}

function BrokenDialog({
  der,
  onClose,
}: {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly onClose: () => void;
}) {
  const { dialog, close } = useWords(inspectorWords).certificates;
  return (
    <Dialog title={dialog} closeLabel={close} wide onClose={onClose}>
      <div className={dialogStyles.frame}>
        <Asn1View der={der} field={documentField('certificate', der)} beside />
      </div>
    </Dialog>
  );
}

function Row({ row, onShow }: { readonly row: CheckRow; readonly onShow: () => void }) {
  const words = useWords(checkWords).found;
  const sentences = useWords(sentenceWords);
  const line = words.line(row.line, row.column);
  switch (row.kind) {
    case 'certificate':
      return <CertificateRow row={row} onShow={onShow} />;
    case 'key':
      return (
        <Plain place={<Icon of={KeyRound} size={13} />} end={line} isGhost>
          <s>{row.name}</s> <em>{words.key}</em>
          <small>{words.keyNote}</small>
        </Plain>
      );
    case 'other':
      return (
        <Plain place="–" end={line} isGhost>
          {row.name} <em>{row.name === 'X509 CRL' ? words.list : words.other}</em>
        </Plain>
      );
    case 'broken':
      return (
        <Plain place="✗" end={line} isBad>
          <em>{words.broken(sentences.of(row.reason?.detail ?? ''), row.reason?.offset ?? 0)}</em>
          <small>
            {row.reason?.path}{' '}
            <button type="button" className={styles.link} onClick={onShow}>
              {words.lookBroken}
            </button>
          </small>
        </Plain>
      );
    case 'problem':
      return (
        <Plain place="✗" end={line} isBad>
          <em>{row.problem && words.problems[row.problem]}</em>
        </Plain>
      );
  }
}

function CertificateRow({ row, onShow }: { readonly row: CheckRow; readonly onShow: () => void }) {
  const words = useWords(checkWords).found;
  const { trust } = useCheckActions();
  const { certificate, mark, place, twin } = row;
  const isOut = mark === 'duplicate' || mark === 'unrelated';
  return (
    <Plain
      place={place === undefined ? '=' : `[${place}]`}
      end={words.bytes(row.bytes ?? 0)}
      isGhost={isOut}
      button={<IconButton icon={Search} small tip="none" label={words.look(row.name)} onClick={onShow} />}
    >
      <b>{row.name}</b> <em>{words.by(row.issuer ?? '')}</em>
      {mark === 'duplicate' && <small>{words.duplicate(twin ?? 0)}</small>}
      {mark && mark !== 'duplicate' && (
        <small>
          {words.marks[mark]}
          {mark === 'self-signed' && certificate && (
            <>
              {' '}
              <button
                type="button"
                className={styles.link}
                aria-label={words.trustName(row.name)}
                onClick={() => trust(certificate)}
              >
                {words.trust}
              </button>
            </>
          )}
        </small>
      )}
    </Plain>
  );
}

interface PlainProps {
  readonly place: ReactNode;
  readonly end: string;
  readonly isGhost?: boolean;
  readonly isBad?: boolean;
  readonly button?: ReactNode;
  readonly children: ReactNode;
}

function Plain({ place, end, isGhost = false, isBad = false, button, children }: PlainProps) {
  return (
    <li data-ghost={isGhost} data-bad={isBad}>
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      <div>{children}</div>
      <span className={styles.end}>
        <code>{end}</code>
        {button}
      </span>
    </li>
  );
}
