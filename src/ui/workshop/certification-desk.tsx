import Equal from 'lucide-react/icons/equal';
import Plus from 'lucide-react/icons/plus';
import Scissors from 'lucide-react/icons/scissors';
import Stamp from 'lucide-react/icons/stamp';
import type { GrantDraft } from '../../authority/workshop/draft.ts';
import { grantOf } from '../../authority/workshop/draft.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import type { WorkshopWords } from '../../lesson/workshop.ts';
import { grantRows, listOf } from '../../view/workshop.ts';
import type { GrantCell } from '../../view/workshop.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { Desk, Waits } from './desk.tsx';
import { IssuingForm } from './issuing-form.tsx';
import { useWorkshop, useWorkshopActions, useWorkshopState } from './use-workshop.ts';
import styles from './workshop.module.css';

/** Grants, field by field, and signs. */
export function CertificationDesk({ isDue }: { readonly isDue: boolean }) {
  const words = useWords(workshopWords).certification;
  const workshop = useWorkshop();
  const grant = useWorkshopState((state) => state.grant);
  const current = useWorkshopState((state) => state.current);
  const now = useWorkshopState((state) => state.now);
  const { sign } = useWorkshopActions();
  const issuer = listOf(workshop, grant?.office ?? 'issuing')?.issuerName;
  if (!grant || workshop.application?.report?.possession !== true)
    return (
      <Desk id="certification" number={2} role={issuer}>
        <Waits>{words.waits}</Waits>
      </Desk>
    );
  return (
    <Desk id="certification" number={2} role={issuer}>
      <GrantTable grant={grant} current={current} />
      <IssuingForm grant={grant} now={now} />
      <Unproved grant={grant} />
      <Button
        className={styles.act}
        variant={isDue ? 'primary' : 'quiet'}
        icon={Stamp}
        disabled={!grantOf(grant, now).ok}
        onClick={() => void sign()}
      >
        {current === undefined ? words.sign : words.again}
      </Button>
    </Desk>
  );
}

const icons = { cut: Scissors, same: Equal, add: Plus };

function GrantTable({
  grant,
  current,
}: {
  readonly grant: GrantDraft;
  readonly current: string | undefined;
}) {
  const words = useWords(workshopWords).certification;
  const workshop = useWorkshop();
  return (
    <table className={styles.grants} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="spoken">{words.field}</span>
          </th>
          <th scope="col">{words.requested}</th>
          <th scope="col">
            <span className="spoken">{words.outcome}</span>
          </th>
          <th scope="col">{words.granted}</th>
        </tr>
      </thead>
      <tbody>
        {grantRows(workshop, grant, current).map(({ id, asked, granted, how }) => (
          <tr key={id} data-how={how}>
            <th scope="row">{words.rows[id]}</th>
            <td data-type={asked.type}>
              <Cell cell={asked} words={words} />
            </td>
            <td>
              <Icon of={icons[how]} size={12} />
              <span className="spoken">{words.how[how]}</span>
            </td>
            <td data-long={isLong(granted) ? '' : undefined}>
              <Cell cell={granted} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lists of usages and long names may wrap. */
function isLong(cell: GrantCell): boolean {
  return cell.type === 'text' && cell.text.length > 18;
}

function Cell({ cell, words }: { readonly cell: GrantCell; readonly words: WorkshopWords['certification'] }) {
  switch (cell.type) {
    case 'text':
      return cell.code === true ? <code>{cell.text}</code> : cell.text;
    case 'names':
      return words.names(cell.count);
    case 'granted-names':
      return words.namesGranted(cell.count, cell.unproved);
    case 'days':
      return words.days(cell.days);
    case 'cannot':
      return words.cannotAsk;
    case 'nothing':
      return words.nothing;
    case 'none':
      return words.none;
    case 'random':
      return words.atRandom;
  }
}

/** Names that stand in the form though nobody proved them: it can be signed, and it is said. */
function Unproved({ grant }: { readonly grant: GrantDraft }) {
  const words = useWords(workshopWords).certification;
  const { application } = useWorkshop();
  const proved = (application?.report?.names ?? []).flatMap(({ name, proved: is }) => (is ? [name] : []));
  const others = grant.names.split(/[\s,;]+/).filter((name) => name !== '' && !proved.includes(name));
  if (others.length === 0) return null;
  return (
    <p role="status" className={styles.warning}>
      {words.unproved(others)}
    </p>
  );
}
