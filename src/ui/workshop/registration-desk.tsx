import Check from 'lucide-react/icons/check';
import FileSearch from 'lucide-react/icons/file-search';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import type { Report } from '../../authority/workshop/model.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { findingRows } from '../../view/workshop.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { Desk, Waits } from './desk.tsx';
import { useWorkshop, useWorkshopActions } from './use-workshop.ts';
import styles from './workshop.module.css';

/** Verifies the request and strikes out what is not proved. */
export function RegistrationDesk({ isDue }: { readonly isDue: boolean }) {
  const words = useWords(workshopWords).registration;
  const { application } = useWorkshop();
  const { check } = useWorkshopActions();
  const report = application?.report;
  return (
    <Desk id="registration" number={1}>
      {!report && <Waits>{application ? words.ready : words.waits}</Waits>}
      {report && <Findings report={report} asksForCa={application.wish.cA} />}
      {report && <Slip report={report} />}
      {application && !report && (
        <Button
          className={styles.act}
          variant={isDue ? 'primary' : 'quiet'}
          icon={FileSearch}
          onClick={() => void check()}
        >
          {words.check}
        </Button>
      )}
    </Desk>
  );
}

function Findings({ report, asksForCa }: { readonly report: Report; readonly asksForCa: boolean }) {
  const words = useWords(workshopWords).registration;
  const { setRecord } = useWorkshopActions();
  return (
    <>
      <ol className={styles.findings}>
        <Finding
          isGood={report.possession}
          title={words.signature}
          text={report.possession ? words.signatureHolds : words.signatureFails}
        />
        {findingRows(report.names).map(({ name, proved, code, hasRecord }) => (
          <Finding key={name} isGood={proved} title={name} text={words.findings[code]}>
            {hasRecord && (
              <button type="button" className={styles.record} onClick={() => void setRecord(name, !proved)}>
                {proved ? words.removeRecord : words.setRecord}
                <span className="spoken"> {words.recordOf(name)}</span>
              </button>
            )}
          </Finding>
        ))}
        {report.organization && (
          <Finding isGood={false} title={words.organization} text={words.organizationUnchecked} />
        )}
        {asksForCa && <Finding isGood={undefined} title={words.cA} text={words.cANote} />}
      </ol>
      <p className={styles.hint}>{words.modelled}</p>
    </>
  );
}

interface FindingProps {
  /** Undefined: not a matter of proof. */
  readonly isGood: boolean | undefined;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

function Finding({ isGood, title, text, children }: FindingProps) {
  return (
    <li data-good={isGood}>
      {isGood === undefined ? <span>–</span> : <Icon of={isGood ? Check : X} size={14} />}
      <b>{title}</b>
      <em>
        {text}
        {children}
      </em>
    </li>
  );
}

function Slip({ report }: { readonly report: Report }) {
  const words = useWords(workshopWords).registration;
  const proved = report.names.filter((finding) => finding.proved).length;
  return (
    <div className={styles.slip}>
      <b>{words.passed}</b>
      <span>
        {report.possession
          ? words.passedText(proved, report.names.length - proved, report.organization)
          : words.refusedText}
      </span>
    </div>
  );
}
