import { useCallback } from 'react';
import { spec } from '../../bytes/spec.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { stops } from '../../view/workshop.ts';
import type { StopId } from '../../view/workshop.ts';
import { BarControls } from '../app-shell/bar-controls.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Eyebrow } from '../primitives/eyebrow.tsx';
import { useFileDrop } from '../use-file-drop.ts';
import { useWords } from '../use-lab.ts';
import { Desks, dueOf } from './desks.tsx';
import { FileMenu } from './file-menu.tsx';
import { useWorkshopActions, useWorkshopState } from './use-workshop.ts';
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
        <Offices />
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

function Offices() {
  const words = useWords(workshopWords);
  const due = useWorkshopState(dueOf);
  return (
    <>
      <BarControls>
        <FileMenu />
      </BarControls>
      <Head due={due} />
      <Desks />
      <p className={styles.kept}>{words.file.kept}</p>
    </>
  );
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
