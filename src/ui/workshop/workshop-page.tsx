import { useCallback, useState } from 'react';
import { spec } from '../../bytes/spec.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { dueStop, stops } from '../../view/workshop.ts';
import type { StopId } from '../../view/workshop.ts';
import { BarControls } from '../app-shell/bar-controls.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Eyebrow } from '../primitives/eyebrow.tsx';
import { useFileDrop } from '../use-file-drop.ts';
import { useWords } from '../use-lab.ts';
import { ApplicantDesk } from './applicant-desk.tsx';
import { CertificationDesk } from './certification-desk.tsx';
import type { DeskId } from './desk.tsx';
import { DirectoryDesk } from './directory-desk.tsx';
import { FileMenu } from './file-menu.tsx';
import { Register } from './register.tsx';
import { RegistrationDesk } from './registration-desk.tsx';
import { deskOf, Route } from './route.tsx';
import { ShownDocumentDialog } from './shown-document.tsx';
import { OpenDocument, useWorkshopActions, useWorkshopState } from './use-workshop.ts';
import type { ShownDocument } from './use-workshop.ts';
import { ValidationDesk } from './validation-desk.tsx';
import { WorkshopStrips } from './workshop-strips.tsx';
import styles from './workshop.module.css';

/** The offices behind a certificate, each at its desk. */
export function WorkshopPage() {
  const words = useWords(workshopWords);
  const isOpen = useWorkshopState((state) => state.workshop !== undefined);
  const { importFile } = useWorkshopActions();
  const onFiles = useCallback(
    ([file]: readonly File[]): void => {
      if (file) void file.text().then((text) => importFile(file.name, text));
    },
    [importFile],
  );
  useFileDrop(onFiles);
  return (
    <main tabIndex={-1} className={styles.page}>
      <WorkshopStrips />
      {isOpen ? (
        <Desks />
      ) : (
        <>
          <h1 className="spoken">{words.title}</h1>
          <p role="status" className={styles.opening}>
            {words.opening}
          </p>
        </>
      )}
    </main>
  );
}

function Desks() {
  const words = useWords(workshopWords);
  const due = useWorkshopState(({ workshop, current }) =>
    workshop ? dueStop(workshop, current) : 'request',
  );
  const isBusy = useWorkshopState((state) => state.isBusy);
  const [shown, setShown] = useState<ShownDocument>();
  const [desk, setDesk] = useDesk(due);
  const open = useCallback((document: ShownDocument) => setShown(document), []);
  const isDue = (stop: StopId): boolean => due === stop;
  return (
    <OpenDocument value={open}>
      <BarControls>
        <FileMenu />
      </BarControls>
      <Head due={due} />
      <div className={styles.table} data-desk={desk} aria-busy={isBusy}>
        <Route due={due} desk={desk} onDesk={setDesk} />
        <ApplicantDesk isDue={isDue('request')} />
        <RegistrationDesk isDue={isDue('check')} />
        <CertificationDesk isDue={isDue('sign')} />
        <DirectoryDesk isDue={isDue('publish')} />
        <ValidationDesk isDue={isDue('inquire')} />
      </div>
      <Register />
      <p className={styles.kept}>{words.file.kept}</p>
      {shown && <ShownDocumentDialog document={shown} onClose={() => setShown(undefined)} />}
    </OpenDocument>
  );
}

/** The desk where the request lies, until another one is chosen. */
function useDesk(due: StopId | 'done'): readonly [DeskId, (desk: DeskId) => void] {
  const natural = due === 'done' ? 'validation' : deskOf[due];
  const [chosen, setChosen] = useState({ natural, desk: natural });
  const desk = chosen.natural === natural ? chosen.desk : natural;
  return [desk, (wanted) => setChosen({ natural, desk: wanted })];
}

function Head({ due }: { readonly due: StopId | 'done' }) {
  const words = useWords(workshopWords);
  const { state, title, lead } = words.stops[due];
  const at = due === 'done' ? stops.length : stops.indexOf(due) + 1;
  return (
    <header className={styles.head}>
      <div>
        <Eyebrow>
          <b>{words.step(at, stops.length)}</b>
          <i />
          {state}
        </Eyebrow>
        <div className={styles.titleRow}>
          <h1>{title}</h1>
          <RfcLink spec={spec(5280, '3')} arrow />
        </div>
      </div>
      <p className={styles.lead}>
        <RichText text={lead} />
      </p>
    </header>
  );
}
