import { useCallback } from 'react';
import { phone, useMedia } from '../inspector/use-media.ts';
import { PathGraphView } from '../trust/path-graph.tsx';
import { PathPictureView } from '../trust/path-picture.tsx';
import { useFileDrop } from '../use-file-drop.ts';
import { FoundList } from './found-list.tsx';
import { PasteArea, readAll } from './paste-area.tsx';
import { Question } from './question.tsx';
import { useCheck, useCheckActions } from './use-check.ts';
import { Verdict } from './verdict.tsx';
import styles from './check.module.css';

/** "Your chain": certificates that people bring along, under the same checks as in a run. */
export function CheckPage() {
  const { addFile } = useCheckActions();
  const onFiles = useCallback((files: readonly File[]) => void readAll(files, addFile), [addFile]);
  useFileDrop(onFiles);
  return (
    <main tabIndex={-1} className={styles.page}>
      <div className={styles.left}>
        <div className={styles.top}>
          <PasteArea />
          <FoundList />
        </div>
        <Building />
        <Question />
      </div>
      <Verdict />
    </main>
  );
}

/** From the leaf towards a root. */
function Building() {
  const trace = useCheck((state) => state.trace);
  // Where the graph has no room, the path that counts stands upright.
  const Picture = useMedia(phone) ? PathPictureView : PathGraphView;
  const step = trace?.steps[0];
  if (!trace || step?.kind !== 'local' || !step.path) return null;
  return (
    <div className={styles.building}>
      <Picture trace={trace} path={step.path} presenter="server" />
    </div>
  );
}
