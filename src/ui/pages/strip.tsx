import X from 'lucide-react/icons/x';
import { exportWords } from '../../lesson/exports.ts';
import { problemWords } from '../../lesson/problems.ts';
import type { LinkProblem } from '../../state/link.ts';
import type { FileProblem } from '../../state/store.ts';
import { Button, IconButton } from '../primitives/button.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { lateQuietly } from '../late/late.tsx';
import styles from './strip.module.css';

const CaptureStrip = lateQuietly(() =>
  import('../import/capture-strip.tsx').then((module) => module.CaptureStrip),
);

/** Under the top bar: a link that could not be read, or a run that broke off while an older one is on screen. */
export function Strips() {
  const linkProblem = useLab((state) => state.linkProblem);
  const problem = useLab((state) => state.problem);
  const update = useLab((state) => state.update);
  const fileProblem = useLab((state) => state.fileProblem);
  const hasTrace = useLab((state) => state.trace !== undefined);
  const captured = useLab((state) => state.page === 'lab' && state.trace?.source.kind === 'capture');
  return (
    <>
      {update && <UpdateStrip load={update} />}
      {fileProblem && <FileStrip problem={fileProblem} />}
      {linkProblem && <LinkStrip problem={linkProblem} />}
      {captured && <CaptureStrip />}
      {problem?.kind === 'run-failed' && hasTrace && <RunStrip message={problem.message} />}
    </>
  );
}

function UpdateStrip({ load }: { readonly load: () => void }) {
  const words = useWords(problemWords);
  const { offerUpdate } = useActions();
  const { title, body, now, later } = words.update;
  return (
    <div role="status" className={styles.strip}>
      <p>
        <b>{title}.</b> {body}
      </p>
      <Button variant="bar" onClick={load}>
        {now}
      </Button>
      <Button variant="bar" onClick={() => offerUpdate(undefined)}>
        {later}
      </Button>
    </div>
  );
}

function LinkStrip({ problem }: { readonly problem: LinkProblem }) {
  const words = useWords(problemWords);
  const { dismissLinkProblem } = useActions();
  const { title, reason, dismiss, ...instead } = words.link;
  const [shown, newVersion] =
    problem.page === 'lab'
      ? [instead.shown, instead.newVersion]
      : [instead.shownPage, instead.newVersionPage];
  return (
    <div role="alert" className={styles.strip}>
      <p>
        <b>{title}.</b> {reason(problem)} {problem.reason === 'newer-version' ? newVersion : shown}
      </p>
      <IconButton icon={X} label={dismiss} tip="below-end" onClick={dismissLinkProblem} />
    </div>
  );
}

function FileStrip({ problem }: { readonly problem: FileProblem }) {
  const words = useWords(exportWords);
  const { link } = useWords(problemWords);
  const { refuseFile } = useActions();
  return (
    <div role="alert" className={styles.strip}>
      <p>
        <b>{words.notOpened(problem.name)}.</b> {problem.why}
      </p>
      <IconButton icon={X} label={link.dismiss} tip="below-end" onClick={() => refuseFile(undefined)} />
    </div>
  );
}

function RunStrip({ message }: { readonly message: string }) {
  const words = useWords(problemWords);
  const { newKeys, resetScenario } = useActions();
  const { title, body, again, reset } = words.runFailed;
  return (
    <div role="alert" className={styles.strip}>
      <p>
        <b>{title}.</b> {body} <code>{message}</code>
      </p>
      <Button variant="bar" onClick={newKeys}>
        {again}
      </Button>
      <Button variant="bar" onClick={resetScenario}>
        {reset}
      </Button>
    </div>
  );
}
