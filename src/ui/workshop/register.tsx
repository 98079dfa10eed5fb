import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import Ellipsis from 'lucide-react/icons/ellipsis';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { spec } from '../../bytes/spec.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { certificateOf } from '../../authority/workshop/workshop.ts';
import { registerRows, runSides, shortSerial } from '../../view/workshop.ts';
import type { RegisterRow } from '../../view/workshop.ts';
import { Icon } from '../icons/icon.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { IconButton } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { useWords } from '../use-lab.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useUse } from './use-use.ts';
import { useOpenDocument, useWorkshop, useWorkshopActions, useWorkshopState } from './use-workshop.ts';
import styles from './register.module.css';

/** Everything that was signed, newest first. */
export function Register() {
  const words = useWords(workshopWords).register;
  const workshop = useWorkshop();
  const now = useWorkshopState((state) => state.now);
  const [revoking, setRevoking] = useState<RegisterRow>();
  const rows = registerRows(workshop, now);
  const revoked = rows.filter(({ state }) => state === 'revoked').length;
  return (
    <section className={styles.register} aria-labelledby="register-title">
      <header>
        <h2 id="register-title">{words.title}</h2>
        <small role="status">{words.summary(rows.length, revoked)}</small>
        <small className={styles.story}>
          {words.story} <RfcLink spec={spec(5280, '5')} />
        </small>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.serial}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.valid}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.note}</th>
            <th scope="col">
              <span className="spoken">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.serial} row={row} now={now} onRevoke={() => setRevoking(row)} />
          ))}
        </tbody>
      </table>
      {revoking && <RevokeDialog row={revoking} onClose={() => setRevoking(undefined)} />}
    </section>
  );
}

interface RowProps {
  readonly row: RegisterRow;
  readonly now: number;
  readonly onRevoke: () => void;
}

const icons = { valid: Check, revoked: X, expired: Clock, early: Clock };

function Row({ row, now, onRevoke }: RowProps) {
  const all = useWords(workshopWords);
  const words = all.register;
  const { name, state, certificate, serial } = row;
  return (
    <tr data-state={state}>
      <td className={styles.serial}>
        <code>{shortSerial(serial)}</code>
      </td>
      <th scope="row">{name || words.nameless}</th>
      <td className={styles.valid}>{all.period(certificate.notBefore, certificate.notAfter, now)}</td>
      <td className={styles.state}>
        <Icon of={icons[state]} size={14} />
        {all.directory.states[state]}
      </td>
      <td className={styles.note}>
        <Note row={row} />
      </td>
      <td className={styles.actions}>
        <span>
          {state === 'revoked' ? (
            <code>{row.listNumber !== undefined && words.inList(row.listNumber)}</code>
          ) : (
            <button type="button" className={styles.revoke} onClick={onRevoke}>
              {words.revoke}
              <span className="spoken"> {name || shortSerial(serial)}</span>
            </button>
          )}
          <More row={row} />
        </span>
      </td>
    </tr>
  );
}

function Note({ row }: { readonly row: RegisterRow }) {
  const words = useWords(workshopWords).register;
  const { entry, issuerName, replacedDays } = row;
  const notes = [
    entry.revoked && words.revokedNote(entry.revoked.reason, entry.revoked.at),
    !entry.revoked && words.issued(entry.issuedAt),
    entry.unproved.length > 0 && words.unproved(entry.unproved.length),
    issuerName !== undefined && words.under(issuerName),
    !entry.published && words.notPublished,
    !entry.revoked && replacedDays !== undefined && words.replaced(replacedDays),
  ];
  return notes.filter((note) => typeof note === 'string').join(', ');
}

/** What else can be done with it. */
function More({ row }: { readonly row: RegisterRow }) {
  const words = useWords(workshopWords).register;
  const workshop = useWorkshop();
  const open = useOpenDocument();
  const { inquire } = useWorkshopActions();
  const { inRun, checkChain } = useUse();
  const issuer = workshop.offices.find(({ id }) => id === row.issuer);
  const name = row.name || shortSerial(row.serial);
  const look = (): void =>
    open({
      kind: 'certificate',
      der: row.entry.certificate,
      name: row.name,
      issuer: issuer && certificateOf(issuer.certificate),
    });
  const sides = runSides(row);
  return (
    <Menu
      label={words.more(name)}
      sections={[
        {
          items: [
            { id: 'look', label: words.look, onSelect: look },
            { id: 'ask', label: words.askAbout, onSelect: () => void inquire(row.serial, row.issuer) },
            { id: 'check', label: words.checkChain, onSelect: () => checkChain(row.entry) },
          ],
        },
        {
          items: sides.map((side) => ({
            id: side,
            label: side === 'server' ? words.onServer : words.inBrowser,
            onSelect: () => inRun(side, row.entry),
          })),
        },
      ].filter(({ items }) => items.length > 0)}
      renderTrigger={(trigger) => (
        <IconButton icon={Ellipsis} label={words.more(name)} tip="none" {...trigger} />
      )}
    />
  );
}
