import ArrowUp from 'lucide-react/icons/arrow-up';
import Library from 'lucide-react/icons/library';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useId, useState } from 'react';
import { workshopWords } from '../../lesson/workshop.ts';
import { certificateOf } from '../../authority/workshop/workshop.ts';
import { listOf, lookUp, registerRows, shortSerial } from '../../view/workshop.ts';
import type { RegisterRow } from '../../view/workshop.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { Desk } from './desk.tsx';
import { DocumentBox, Facts } from './document-box.tsx';
import { useOpenDocument, useWorkshop, useWorkshopActions, useWorkshopState } from './use-workshop.ts';
import { VerifiedLine } from './verified-line.tsx';
import form from '../form/form.module.css';
import styles from './workshop.module.css';

/** Entries shown of a search. */
const mostShown = 3;

/** Takes what was signed, and hands out certificates and the current list. */
export function DirectoryDesk({ isDue }: { readonly isDue: boolean }) {
  const words = useWords(workshopWords).directory;
  const workshop = useWorkshop();
  const now = useWorkshopState((state) => state.now);
  const current = useWorkshopState((state) => state.current);
  const { publish } = useWorkshopActions();
  const rows = registerRows(workshop, now);
  const arriving = rows.find(({ serial, entry }) => serial === current && !entry.published);
  return (
    <Desk id="directory" number={3}>
      {arriving ? (
        <>
          <CertificateDocument row={arriving} isFlying />
          <Button
            className={styles.publish}
            variant={isDue ? 'primary' : 'quiet'}
            icon={Library}
            onClick={() => void publish(arriving.serial)}
          >
            {words.publish}
          </Button>
        </>
      ) : (
        <LookUp rows={rows} />
      )}
      <RevocationList officeId={rows.find(({ serial }) => serial === current)?.issuer ?? 'issuing'} />
    </Desk>
  );
}

function CertificateDocument({
  row,
  isFlying = false,
}: {
  readonly row: RegisterRow;
  readonly isFlying?: boolean;
}) {
  const words = useWords(workshopWords).directory;
  const workshop = useWorkshop();
  const issuer = workshop.offices.find(({ id }) => id === row.issuer);
  return (
    <DocumentBox
      document={{
        kind: 'certificate',
        der: row.entry.certificate,
        name: row.name,
        issuer: issuer && certificateOf(issuer.certificate),
      }}
      label={words.certificate}
      title={row.name || words.certificate}
      isSigned
      isFlying={isFlying}
    >
      <Facts
        rows={[
          [words.serial, <code key="serial">{shortSerial(row.serial)}</code>],
          [words.valid, words.to(row.certificate.notAfter)],
          [words.state, isFlying ? words.onItsWay : words.states[row.state]],
        ]}
      />
    </DocumentBox>
  );
}

/** Finds certificates by a name or the beginning of a serial number. */
function LookUp({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const words = useWords(workshopWords).directory;
  const [text, setText] = useState('');
  const id = useId();
  const open = useOpenDocument();
  const workshop = useWorkshop();
  const found = lookUp(rows, text);
  const [first, ...others] = found;
  return (
    <>
      <div className={`${form.row} ${styles.search}`}>
        <label htmlFor={id}>{words.search}</label>
        <span className={form.input}>
          <input
            id={id}
            type="search"
            value={text}
            placeholder={words.searchHint}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </span>
        <small role="status">{words.found(found.length, lookUp(rows, '').length)}</small>
      </div>
      {first ? <CertificateDocument row={first} /> : <p className={styles.waits}>{words.nothing}</p>}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.slice(0, mostShown).map((row) => (
            <li key={row.serial}>
              <button
                type="button"
                onClick={() => {
                  const issuer = workshop.offices.find((office) => office.id === row.issuer);
                  open({
                    kind: 'certificate',
                    der: row.entry.certificate,
                    name: row.name,
                    issuer: issuer && certificateOf(issuer.certificate),
                  });
                }}
              >
                {row.name} <code>{shortSerial(row.serial)}</code>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function RevocationList({ officeId }: { readonly officeId: string }) {
  const all = useWords(workshopWords);
  const words = all.directory;
  const workshop = useWorkshop();
  const { renewList } = useWorkshopActions();
  const list = listOf(workshop, officeId);
  if (!list) return null;
  const { office, revoked, issuerName } = list;
  const issuer = certificateOf(office.certificate);
  const updated = office.thisUpdate;
  return (
    <>
      <DocumentBox
        key={office.listNumber}
        document={{ kind: 'list', der: office.list, name: words.listNumber(office.listNumber), issuer }}
        label={words.list}
        title={words.listNumber(office.listNumber)}
        isSigned
      >
        <Facts
          rows={[
            [words.thisUpdate, all.moment(updated)],
            [words.nextUpdate, all.moment(office.nextUpdate)],
            [words.revoked, words.serials(revoked.length)],
          ]}
        />
        {revoked.map(({ serial, revoked: how }) => (
          <code key={serial} className={styles.revokedEntry}>
            {shortSerial(serial)} {how?.reason}
          </code>
        ))}
      </DocumentBox>
      <VerifiedLine der={office.list} issuer={issuer} />
      <p className={styles.note}>
        <Icon of={ArrowUp} size={13} />
        {words.next(office.listNumber + 1)}
      </p>
      <Button className={styles.act} icon={RefreshCw} onClick={() => void renewList(officeId)}>
        {words.renew}
        <span className="spoken">: {issuerName}</span>
      </Button>
    </>
  );
}
