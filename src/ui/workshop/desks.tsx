import { useCallback, useState } from 'react';
import type { WorkshopState } from '../../state/workshop/workshop.ts';
import { dueStop } from '../../view/workshop.ts';
import type { StopId } from '../../view/workshop.ts';
import { ApplicantDesk } from './applicant-desk.tsx';
import { CertificationDesk } from './certification-desk.tsx';
import type { DeskId } from './desk.tsx';
import { DirectoryDesk } from './directory-desk.tsx';
import { Register } from './register.tsx';
import { RegistrationDesk } from './registration-desk.tsx';
import { deskOf, Route } from './route.tsx';
import { ShownDocumentDialog } from './shown-document.tsx';
import { OpenDocument, useWorkshopState } from './use-workshop.ts';
import type { ShownDocument } from './use-workshop.ts';
import { ValidationDesk } from './validation-desk.tsx';
import styles from './workshop.module.css';

/** The act that is due at the desks. */
export function dueOf({ workshop, current }: WorkshopState): StopId | 'done' {
  return workshop ? dueStop(workshop, current) : 'request';
}

/** The five desks of an open workshop, the way between them, and the register. `first` is shown first where one fits. */
export function Desks({ first }: { readonly first?: DeskId }) {
  const due = useWorkshopState(dueOf);
  const isBusy = useWorkshopState((state) => state.isBusy);
  const [shown, setShown] = useState<ShownDocument>();
  const [desk, setDesk] = useDesk(due, first);
  const open = useCallback((document: ShownDocument) => setShown(document), []);
  const isDue = (stop: StopId): boolean => due === stop;
  return (
    <OpenDocument value={open}>
      <div className={styles.table} data-desk={desk} aria-busy={isBusy}>
        <Route due={due} desk={desk} onDesk={setDesk} />
        <ApplicantDesk isDue={isDue('request')} />
        <RegistrationDesk isDue={isDue('check')} />
        <CertificationDesk isDue={isDue('sign')} />
        <DirectoryDesk isDue={isDue('publish')} />
        <ValidationDesk isDue={isDue('inquire')} />
      </div>
      <Register />
      {shown && <ShownDocumentDialog document={shown} onClose={() => setShown(undefined)} />}
    </OpenDocument>
  );
}

/** The desk where the request lies, until another one is chosen. */
function useDesk(due: StopId | 'done', first: DeskId | undefined): readonly [DeskId, (desk: DeskId) => void] {
  const natural = due === 'done' ? 'validation' : deskOf[due];
  const [chosen, setChosen] = useState({ natural, desk: first ?? natural });
  const desk = chosen.natural === natural ? chosen.desk : natural;
  return [desk, (wanted) => setChosen({ natural, desk: wanted })];
}
